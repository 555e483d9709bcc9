import { useMediaQuery } from '@mantine/hooks';
import {
  type ColumnDef,
  getCoreRowModel,
  type RowSelectionState,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table';
import { type ReactElement, useMemo } from 'react';
import { TableCards } from './table-cards.js';
import { TableRows } from './table-rows.js';
import { checkboxColumn } from './table-selection.js';
import type { DataTableProps } from './table-view.js';

const NONE: readonly string[] = [];

/** A table of as many rows as you like: only those in view are drawn, and the end of the list asks for more. */
export function DataTable<Item, Field extends string = string>(props: DataTableProps<Item, Field>): ReactElement {
  const { rows, columns, rowId, selection, hidden = NONE, height = '70vh' } = props;
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const nameOf = selection?.nameOf;
  const all = useMemo(
    () => (nameOf === undefined ? columns : [checkboxColumn<Item>(nameOf), ...columns]),
    [columns, nameOf],
  );
  const table = useReactTable<Item>({
    data: rows as Item[],
    columns: all as ColumnDef<Item>[],
    defaultColumn: { size: 160 },
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    enableRowSelection: selection !== undefined,
    state: {
      columnVisibility: useMemo<VisibilityState>(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]),
      rowSelection: (selection?.selected ?? {}) as RowSelectionState,
    },
    onRowSelectionChange: (change) =>
      selection?.onChange(typeof change === 'function' ? change({ ...selection.selected }) : change),
  });
  const view = { ...props, table, height };
  return isNarrow ? <TableCards {...view} /> : <TableRows {...view} />;
}
