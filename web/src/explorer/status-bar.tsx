import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CutOff } from '../generated/operations.js';
import type { Summary } from './model/summary.js';
import type { View } from './model/view.js';
import type { WalkLimits } from './questions.js';
import type { ChangeView } from './use-view.js';

/** How much further a press lets a walk go. */
const MORE_HOPS = 6;
const TIMES_NODES = 5;

/** At how many ends a picture may go on at one press; more starting points than that are no longer a picture of them. */
const MOST_ENDS = 20;

/** Says at all times what is shown, what of the known is not, and what lies beyond: a part never looks like the whole. */
export function StatusBar({
  summary: { shown, notShown, beyond },
  reasons,
  ends,
  isOfBefore,
  view,
  limits,
  change,
}: {
  readonly summary: Summary;
  readonly reasons: readonly CutOff[];
  /** Ids of nodes at which the picture ends although the store goes on. */
  readonly ends: readonly string[];
  /** True while the picture is still the one of the question before. */
  readonly isOfBefore: boolean;
  readonly view: View;
  readonly limits: WalkLimits | undefined;
  readonly change: ChangeView;
}): ReactElement {
  if (isOfBefore) {
    return (
      <Group gap={4} mih={28}>
        <IconAlertTriangle size={15} color="var(--mantine-color-orange-6)" aria-hidden />
        <Text size="sm" role="status">
          Still the picture of before: what is asked now has no answer yet.
        </Text>
      </Group>
    );
  }
  const hops = Math.min(view.hops + MORE_HOPS, limits?.maxHops ?? view.hops);
  const nodes = Math.min(view.maxNodes * TIMES_NODES, limits?.maxNodes ?? view.maxNodes);
  return (
    <Group gap="xs" mih={28}>
      <Text size="sm" role="status">
        <b>{shown}</b>
        {notShown.length > 0 && ` · ${notShown.join(' · ')}`}
      </Text>
      {beyond.length === 0 ? (
        <Group gap={4} c="dimmed">
          <IconCircleCheck size={15} aria-hidden />
          <Text size="sm">{wholeOf(view)}</Text>
        </Group>
      ) : (
        <Group gap={4}>
          <IconAlertTriangle size={15} color="var(--mantine-color-orange-6)" aria-hidden />
          <Text size="sm">Not all there is: {beyond.join('; ')}.</Text>
        </Group>
      )}
      {reasons.includes('MAX_HOPS') && hops > view.hops && (
        <Button size="compact-xs" variant="light" onClick={() => change({ hops })}>
          Look {hops} hops far
        </Button>
      )}
      {reasons.includes('MAX_HOPS') && hops <= view.hops && ends.length > 0 && ends.length <= MOST_ENDS && (
        <Button
          size="compact-xs"
          variant="light"
          title="The server goes no further at once: what it stopped at becomes a starting point as well."
          onClick={() => change({ of: [...new Set([...view.of, ...ends])] })}
        >
          Go on from there
        </Button>
      )}
      {(reasons.includes('MAX_NODES') || reasons.includes('MAX_NEIGHBORS')) && nodes > view.maxNodes && (
        <Button size="compact-xs" variant="light" onClick={() => change({ maxNodes: nodes })}>
          Ask for {nodes.toLocaleString()} nodes
        </Button>
      )}
    </Group>
  );
}

function wholeOf({ of, direction }: View): string {
  if (of.every((id) => id.startsWith('run:'))) return 'All of the run';
  switch (direction) {
    case 'UPSTREAM':
      return 'All that it came from';
    case 'DOWNSTREAM':
      return 'All that came from it';
    case 'BOTH':
      return 'All that it came from and all that came from it';
    case 'ANY':
      return 'All that is connected';
  }
}
