import { Alert, Button, Group, List, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconPlayerTrackNext, IconScissors } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CutOff } from '../../generated/operations.js';
import type { Gaps } from './model/gaps.js';
import type { ServerLimits } from './use-impact.js';

/** Says whether the rows are the whole answer, and if not, what is missing, why, and how to have it. */
export function GapNotice({
  gaps,
  hops,
  limits,
  isGoingOn,
  onGoOn,
  onStop,
  onAllHops,
}: {
  readonly gaps: Gaps;
  readonly hops: number | null;
  readonly limits: ServerLimits;
  readonly isGoingOn: boolean;
  readonly onGoOn: () => void;
  readonly onStop: () => void;
  readonly onAllHops: () => void;
}): ReactElement {
  const { reasons, open, stuck } = gaps;
  if (reasons.length === 0) {
    return (
      <Group gap={6} role="status" wrap="nowrap">
        <IconCircleCheck size={18} color="var(--mantine-color-teal-filled)" aria-hidden />
        <Text size="sm">This is all: nothing leads on from here.</Text>
      </Group>
    );
  }
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<IconScissors />}
      title={
        <Text inherit c="var(--mantine-color-text)">
          This is not all of it
        </Text>
      }
    >
      <List size="sm" mb="xs">
        {reasons.map((reason) => (
          <List.Item key={reason}>{reasonText(reason, hops, limits)}</List.Item>
        ))}
        {open.length > 0 && <List.Item>{countOf(open.length, 'node')} below may lead on to more.</List.Item>}
        {stuck.length > 0 && (
          <List.Item>
            {countOf(stuck.length, 'node')} {stuck.length === 1 ? 'has' : 'have'} more neighbours than the server gives
            for one question; whoever runs it can allow more.
          </List.Item>
        )}
      </List>
      {hops !== null && reasons.includes('MAX_HOPS') ? (
        <Button size="xs" leftSection={<IconPlayerTrackNext size={14} />} onClick={onAllHops}>
          As far as it goes
        </Button>
      ) : isGoingOn ? (
        <Button size="xs" variant="default" leftSection={<Loader size={14} />} onClick={onStop}>
          Going on; stop here
        </Button>
      ) : (
        open.length > 0 && (
          <Button size="xs" leftSection={<IconPlayerTrackNext size={14} />} onClick={onGoOn}>
            Go on from there
          </Button>
        )
      )}
    </Alert>
  );
}

function reasonText(reason: CutOff, hops: number | null, limits: ServerLimits): string {
  switch (reason) {
    case 'MAX_HOPS':
      return hops === null
        ? `The server walks ${limits.maxHops.toLocaleString()} hops at a time.`
        : `You asked for ${countOf(hops, 'hop')} at most.`;
    case 'MAX_NODES':
      return `The server gives ${limits.maxNodes.toLocaleString()} nodes at a time.`;
    case 'MAX_NEIGHBORS':
      return `The server takes ${limits.maxNeighborsPerNode.toLocaleString()} neighbours of one node.`;
    case 'DEADLINE':
      return 'The time that the server takes for one answer was over.';
  }
}

function countOf(count: number, word: string): string {
  return `${count.toLocaleString()} ${word}${count === 1 ? '' : 's'}`;
}
