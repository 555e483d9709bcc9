import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, useMemo } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { NodeLink } from '../../parts/node-link.js';
import { StatusBadge } from '../../parts/status-badge.js';
import { Time } from '../../parts/time.js';
import { TypeName } from '../../parts/type-name.js';
import { type Reach, type Row, wayTo } from './model/reach.js';
import type { RowOrder } from './model/rows.js';
import { WayCell } from './way-cell.js';

/** Every node that was reached, one row each, with the way that proves it. */
export function ImpactTable({
  rows,
  found,
  sorting,
  onSort,
}: {
  readonly rows: readonly Row[];
  readonly found: Reach;
  readonly sorting: { readonly field: RowOrder; readonly direction: 'ASC' | 'DESC' };
  readonly onSort: (sorting: { readonly field: RowOrder; readonly direction: 'ASC' | 'DESC' }) => void;
}): ReactElement {
  const columns = useMemo(() => columnsOf(found), [found]);
  return (
    <DataTable
      label="What was reached"
      rows={rows}
      columns={columns}
      rowId={({ node }) => node.id}
      total={rows.length}
      sorting={sorting}
      onSort={onSort}
    />
  );
}

function columnsOf(found: Reach): readonly ColumnDef<Row>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      meta: { sortBy: 'NAME', grow: true },
      cell: ({ row: { original } }) => <NodeLink to={original.node} />,
    },
    {
      id: 'about',
      size: 170,
      // Models of one name are told apart by it.
      header: 'Version or status',
      cell: ({ row: { original } }) =>
        original.node.__typename === 'Execution' ? (
          <StatusBadge status={original.node.status} />
        ) : (
          original.node.version && <span title={original.node.version}>{original.node.version}</span>
        ),
    },
    {
      id: 'hops',
      size: 90,
      header: 'Hops',
      meta: { sortBy: 'DISTANCE', align: 'right' },
      cell: ({ row: { original } }) => original.distance,
    },
    {
      id: 'way',
      header: 'Way',
      meta: { wide: true },
      cell: ({ row: { original } }) => <WayCell way={wayTo(found, original.node.id)} />,
    },
    {
      id: 'type',
      size: 170,
      header: 'Type',
      meta: { sortBy: 'TYPE' },
      cell: ({ row: { original } }) => <TypeName name={original.node.typeName} />,
    },
    {
      id: 'run',
      size: 200,
      header: 'Run',
      cell: ({ row: { original } }) => original.node.run && <NodeLink to={original.node.run} />,
    },
    {
      id: 'workspace',
      header: 'Workspace',
      cell: ({ row: { original } }) => original.node.workspace && <NodeLink to={original.node.workspace} />,
    },
    {
      id: 'created',
      size: 200,
      header: 'Created',
      meta: { sortBy: 'CREATED_AT' },
      cell: ({ row: { original } }) => <Time at={original.node.createdAt} />,
    },
  ];
}
