import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, useMemo } from 'react';
import { DataTable } from '../parts/data-table.js';
import { KindIcon } from '../parts/kind-icon.js';
import { kindOf } from '../parts/kinds.js';
import { NodeLink } from '../parts/node-link.js';
import { Empty } from '../parts/states.js';
import { StatusBadge } from '../parts/status-badge.js';
import { Time } from '../parts/time.js';
import { TypeName } from '../parts/type-name.js';
import { findNodes, nodesIn } from './model/find.js';
import type { GraphNode, KnownGraph } from './model/graph.js';
import type { Diagram } from './model/scene.js';
import { type Distance, type GraphRow, tableOf } from './model/table.js';
import type { Side } from './model/view.js';

/** The most neighbours to name in a cell. */
const MAX_NAMED = 2;

/** What {@link GraphTable} needs. */
export interface GraphTableProps {
  readonly graph: KnownGraph;
  /** What the picture would show; members of its folded boxes have rows of their own. */
  readonly diagram: Diagram;
  /** Words that rows must have; none for all rows. */
  readonly text: string;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onExpand: (id: string, side: Side) => void;
}

/** The graph to read: a row for each node, with where it lies from the start and what comes before and after it. */
export function GraphTable({ graph, diagram, text, selected, onSelect, onExpand }: GraphTableProps): ReactElement {
  const rows = useMemo(() => {
    const shown = new Set(diagram.boxes.flatMap((box) => nodesIn(box).map(({ id }) => id)));
    return tableOf(graph, shown);
  }, [graph, diagram]);
  const found = useMemo(() => {
    if (text.trim() === '') return rows;
    const ids = new Set(
      findNodes(
        rows.map(({ node }) => node),
        text,
      ).map(({ id }) => id),
    );
    return rows.filter(({ node }) => ids.has(node.id));
  }, [rows, text]);
  const columns = useMemo(() => columnsFor(selected, onSelect, onExpand), [selected, onSelect, onExpand]);
  if (found.length === 0) {
    return (
      <Empty title="No rows">{text.trim() === '' ? 'The legend hides all types.' : 'No node has these words.'}</Empty>
    );
  }
  return (
    <DataTable
      label="Nodes of this graph"
      rows={found}
      columns={columns}
      rowId={({ node }) => node.id}
      total={found.length}
      height="100%"
    />
  );
}

function columnsFor(
  selected: string | undefined,
  onSelect: (id: string) => void,
  onExpand: (id: string, side: Side) => void,
): readonly ColumnDef<GraphRow>[] {
  const neighbors = (side: Side, header: string): ColumnDef<GraphRow> => ({
    id: side,
    header,
    size: 280,
    cell: ({ row: { original } }) => <Neighbors row={original} side={side} onSelect={onSelect} onExpand={onExpand} />,
  });
  return [
    {
      id: 'name',
      header: 'Name',
      size: 230,
      meta: { grow: true, start: true },
      cell: ({ row: { original } }) => (
        <Group gap={6} wrap="nowrap" miw={0}>
          <KindIcon typename={original.node.kind} />
          <NodeButton node={original.node} isCurrent={original.node.id === selected} onSelect={onSelect} />
        </Group>
      ),
    },
    {
      id: 'distance',
      header: 'From the start',
      size: 150,
      cell: ({ row: { original } }) => distanceWords(original.distance),
    },
    neighbors('upstream', 'Made from'),
    neighbors('downstream', 'Led to'),
    { id: 'kind', header: 'Kind', size: 110, cell: ({ row: { original } }) => kindOf(original.node.kind).label },
    { id: 'type', header: 'Type', cell: ({ row: { original } }) => <TypeName name={original.node.typeName} /> },
    { id: 'version', header: 'Version', size: 120, cell: ({ row: { original } }) => original.node.version },
    {
      id: 'status',
      header: 'Status',
      size: 110,
      cell: ({ row: { original } }) =>
        original.node.kind === 'Execution' ? <StatusBadge status={original.node.status} /> : undefined,
    },
    { id: 'run', header: 'Run', cell: ({ row: { original } }) => groupLink(original.node.run) },
    { id: 'workspace', header: 'Workspace', cell: ({ row: { original } }) => groupLink(original.node.workspace) },
    {
      id: 'created',
      header: 'Created',
      size: 190,
      cell: ({ row: { original } }) => <Time at={original.node.createdAt} />,
    },
  ];
}

function groupLink(group: GraphNode['run']): ReactElement | undefined {
  return group && <NodeLink to={group} />;
}

/** The neighbours on a side that are shown, the first of them by name, and how many are not shown. */
function Neighbors({
  row: { node, upstream, downstream },
  side,
  onSelect,
  onExpand,
}: {
  readonly row: GraphRow;
  readonly side: Side;
  readonly onSelect: (id: string) => void;
  readonly onExpand: (id: string, side: Side) => void;
}): ReactElement {
  const shown = side === 'upstream' ? upstream : downstream;
  const degree = side === 'upstream' ? node.upstreamDegree : node.downstreamDegree;
  const beyond = degree - shown.length;
  return (
    <Group gap={12} wrap="nowrap" miw={0}>
      {shown.slice(0, MAX_NAMED).map((neighbor) => (
        <NodeButton key={neighbor.id} node={neighbor} isCurrent={false} onSelect={onSelect} />
      ))}
      {shown.length > MAX_NAMED && (
        <Text span size="xs" c="dimmed">
          and {(shown.length - MAX_NAMED).toLocaleString()} more
        </Text>
      )}
      {beyond > 0 && (
        <Button
          size="compact-xs"
          variant="light"
          aria-label={`Show ${beyond.toLocaleString()} more ${side} of ${node.label}`}
          onClick={() => onExpand(node.id, side)}
        >
          +{beyond.toLocaleString()}
        </Button>
      )}
    </Group>
  );
}

function NodeButton({
  node,
  isCurrent,
  onSelect,
}: {
  readonly node: GraphNode;
  readonly isCurrent: boolean;
  readonly onSelect: (id: string) => void;
}): ReactElement {
  return (
    <UnstyledButton
      c="var(--mantine-color-anchor)"
      fz="sm"
      fw={isCurrent ? 700 : undefined}
      aria-current={isCurrent || undefined}
      title={node.label}
      style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 }}
      onClick={() => onSelect(node.id)}
    >
      {node.label}
    </UnstyledButton>
  );
}

function distanceWords(distance: Distance | undefined): string {
  if (distance === undefined) return 'not straight';
  if (distance.side === undefined) return 'start';
  return `${distance.hops} ${distance.side}`;
}
