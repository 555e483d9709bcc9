import { Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ArtifactLinkFragment, EventType, StepLinkFragment } from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { StatusBadge } from '../parts/status-badge.js';
import { Time } from '../parts/time.js';
import { shortTypeName } from '../parts/type-name.js';
import { type Column, RowsTable } from './rows-table.js';

/** A meeting of a step and an artifact, seen from one of them; the other is `node`. */
export interface EventRow<Node> {
  readonly cursor: string;
  readonly node: Node;
  readonly type: EventType;
  readonly path: readonly string[];
  readonly occurredAt: string | null;
}

const SLOT: Column<EventRow<unknown>> = {
  header: 'As',
  width: '19%',
  cell: ({ type, path }) => (
    <Stack gap={0}>
      {path.map((slot) => (
        <Text key={slot} className="mono" truncate title={slot} component="span">
          {slot}
        </Text>
      ))}
      <Text span size="xs" c="dimmed">
        {type.toLowerCase().replace('_', ' ')}
      </Text>
    </Stack>
  ),
};

const STEP_COLUMNS: readonly Column<EventRow<StepLinkFragment>>[] = [
  { header: 'Execution', cell: ({ node }) => <Named node={node} /> },
  SLOT,
  { header: 'Run', width: '23%', cell: ({ node }) => node.run && <NodeLink to={node.run} icon={false} lines={2} /> },
  {
    header: 'When',
    width: 205,
    cell: ({ node, occurredAt }) => (
      <Group gap={6}>
        <Time at={occurredAt} />
        {node.status !== null && <StatusBadge status={node.status} />}
      </Group>
    ),
  },
];

const ARTIFACT_COLUMNS: readonly Column<EventRow<ArtifactLinkFragment>>[] = [
  { header: 'Artifact', cell: ({ node }) => <Named node={node} /> },
  SLOT,
  { header: 'Version', width: '19%', cell: ({ node }) => node.version && <Version of={node.version} /> },
  { header: 'When', width: 205, cell: ({ occurredAt }) => <Time at={occurredAt} /> },
];

/** The steps that wrote or read an artifact, each with the slot that it went through, its run, the time and the status. */
export function StepEventTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly EventRow<StepLinkFragment>[];
}): ReactElement {
  return <RowsTable label={label} rows={rows} columns={STEP_COLUMNS} rowKey={({ cursor }) => cursor} />;
}

/** The artifacts that a step read or wrote, each with the slot that it went through, its version and the time. */
export function ArtifactEventTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly EventRow<ArtifactLinkFragment>[];
}): ReactElement {
  return <RowsTable label={label} rows={rows} columns={ARTIFACT_COLUMNS} rowKey={({ cursor }) => cursor} />;
}

/** A thing by its link, and below it what sort it is, unless that says no more than the name. */
export function Named({
  node,
  sort,
}: {
  readonly node: {
    readonly __typename: string;
    readonly id: string;
    readonly displayName: string;
    readonly typeName: string;
  };
  /** What sort it is; by default the type as its tool calls it. */
  readonly sort?: string | undefined;
}): ReactElement {
  const shown = sort ?? shortTypeName(node.typeName);
  return (
    <Stack gap={0} miw={0}>
      <NodeLink to={node} lines={2} />
      {shown !== node.displayName && (
        <Text size="xs" c="dimmed" truncate pl={28} title={node.typeName}>
          {shown}
        </Text>
      )}
    </Stack>
  );
}

/** A version, cut where it is a long hash: the whole is read by pointing at it. */
export function Version({ of: version }: { readonly of: string }): ReactElement {
  return (
    <Text span size="sm" truncate display="block" title={version}>
      {version}
    </Text>
  );
}
