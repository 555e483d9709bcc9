import { Group, NumberInput, SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { type ReactElement, useId } from 'react';
import type { Direction } from '../generated/operations.js';
import { useTyped } from '../parts/use-typed.js';
import type { Fold, View } from './model/view.js';
import type { ChangeView } from './use-view.js';

/** The server's limits that a choice is held to. */
export interface HopLimits {
  readonly maxHops: number;
}

const DIRECTIONS: readonly { readonly value: Direction; readonly label: string }[] = [
  { value: 'UPSTREAM', label: 'Upstream' },
  { value: 'BOTH', label: 'Both' },
  { value: 'DOWNSTREAM', label: 'Downstream' },
  { value: 'ANY', label: 'Any way' },
];

const FOLDS: Readonly<Record<Fold, string>> = {
  none: 'nothing',
  siblings: 'what is alike',
  runs: 'whole runs',
  workspaces: 'whole workspaces',
};

/** Which way and how far the walk goes, what it leaves out and what is folded. */
export function WalkOptions({
  view,
  change,
  fold,
  limits,
}: {
  readonly view: View;
  readonly change: ChangeView;
  readonly fold: Fold | undefined;
  readonly limits: HopLimits | undefined;
}): ReactElement {
  const hops = useTyped<string | number>(
    view.hops,
    (typed) => typeof typed === 'number' && typed !== view.hops && change({ hops: typed }),
    400,
  );
  // A run's own graph is what its executions read and wrote, however far that is.
  const isWalk = view.of.some((id) => !id.startsWith('run:'));
  const hopsId = useId();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Direction"
        disabled={!isWalk}
        data={[...DIRECTIONS]}
        value={view.direction}
        onChange={(value) => change({ direction: DIRECTIONS.find((one) => one.value === value)?.value ?? 'BOTH' })}
      />
      <Group gap={6} wrap="nowrap">
        <Text
          component="label"
          htmlFor={hopsId}
          size="xs"
          title="Artifact to execution is one hop, artifact to artifact two"
        >
          Hops
        </Text>
        <NumberInput
          id={hopsId}
          size="xs"
          w={76}
          min={0}
          {...(limits === undefined ? {} : { max: limits.maxHops })}
          clampBehavior="strict"
          allowDecimal={false}
          disabled={!isWalk}
          value={hops.typed}
          onChange={hops.type}
        />
      </Group>
      <Group gap={6} wrap="nowrap">
        <Text size="xs" component="span" aria-hidden>
          Fold
        </Text>
        <Select
          size="xs"
          w={190}
          aria-label="Fold"
          allowDeselect={false}
          data={[
            { value: 'auto', label: `automatic${fold === undefined || view.fold ? '' : ` (${FOLDS[fold]})`}` },
            ...Object.entries(FOLDS).map(([value, label]) => ({ value, label })),
          ]}
          value={view.fold ?? 'auto'}
          onChange={(value) => change({ fold: foldOf(value), opened: [] })}
        />
      </Group>
      <Switch
        size="xs"
        label="Data flow only"
        title="Leaves out hubs and what an orchestrator notes down for itself"
        checked={view.preset === 'DATA_FLOW'}
        onChange={(event) => change({ preset: event.currentTarget.checked ? 'DATA_FLOW' : 'EVERYTHING' })}
      />
    </>
  );
}

function foldOf(value: string | null): Fold | undefined {
  return value !== null && Object.hasOwn(FOLDS, value) ? (value as Fold) : undefined;
}
