import { Checkbox } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';

/** The id of the column of boxes. */
export const CHECKBOX_COLUMN = 'select';

/**
 * A column of boxes that pick rows; the box of its head picks all rows that are there.
 *
 * @param nameOf - what a row's box is called.
 */
export function checkboxColumn<Item>(nameOf: (row: Item) => string): ColumnDef<Item> {
  return {
    id: CHECKBOX_COLUMN,
    size: 40,
    enableHiding: false,
    header: ({ table }) => (
      <Checkbox
        size="xs"
        aria-label="Select all rows that are loaded"
        checked={table.getIsAllRowsSelected()}
        indeterminate={table.getIsSomeRowsSelected()}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        size="xs"
        aria-label={`Select ${nameOf(row.original)}`}
        checked={row.getIsSelected()}
        onChange={row.getToggleSelectedHandler()}
      />
    ),
  };
}
