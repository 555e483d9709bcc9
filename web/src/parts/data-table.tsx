import { Box, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ColumnDef, flexRender, getCoreRowModel, type Row, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import styles from './data-table.module.css';

/** Which column rows come in the order of. */
export interface Sorting<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
}

/** What {@link DataTable} shows. */
export interface DataTableProps<Item, Field extends string> {
  /** What the table holds, for those who do not see it. */
  readonly label: string;
  /** Rows that are there, in order; more may follow. */
  readonly rows: readonly Item[];
  /** `meta.sortBy` names the field of the API that a column's header sorts by, `meta.grow` a column that takes what room is left, `meta.wide` one that nothing is cut from. */
  readonly columns: readonly ColumnDef<Item>[];
  readonly rowId: (row: Item) => string;
  /** Rows in the whole list, where known. */
  readonly total?: number | undefined;
  readonly sorting?: Sorting<Field>;
  readonly onSort?: (sorting: Sorting<Field>) => void;
  /** Called when the last rows come into view and more can be had. */
  readonly onEnd?: (() => void) | undefined;
  /** Shown below the rows: that more is on its way, or that this is all. */
  readonly footer?: ReactNode;
  /** Height of the part that scrolls. */
  readonly height?: string | number;
}

declare module '@tanstack/react-table' {
  interface ColumnMeta<TData, TValue> {
    readonly sortBy?: string;
    readonly grow?: boolean;
    readonly wide?: boolean;
    readonly align?: 'left' | 'right';
  }
}

const ROW_HEIGHT = 40;
const ROWS_BEFORE_END = 10;

/** A table of as many rows as you like: only those in view are drawn, and the end of the list asks for more. */
export function DataTable<Item, Field extends string = string>(props: DataTableProps<Item, Field>): ReactElement {
  const { label, rows, columns, rowId, total, sorting, onSort, onEnd, footer, height = '70vh' } = props;
  const table = useReactTable({
    data: rows as Item[],
    columns: columns as ColumnDef<Item>[],
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
  });
  const scroller = useRef<HTMLDivElement>(null);
  const { rows: models } = table.getRowModel();
  const virtual = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onEnd && models.length > 0 && lastShown >= models.length - ROWS_BEFORE_END) onEnd();
  }, [onEnd, lastShown, models.length]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = table.getVisibleLeafColumns().length;

  return (
    <Box ref={scroller} className={styles.scroller} mah={height} tabIndex={0} role="region" aria-label={label}>
      <Table stickyHeader highlightOnHover aria-label={label} aria-rowcount={total ?? -1} className={styles.table}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => {
                const sortBy = header.column.columnDef.meta?.sortBy as Field | undefined;
                const content = flexRender(header.column.columnDef.header, header.getContext());
                return (
                  <Table.Th key={header.id} scope="col" {...sortState(sortBy, sorting)}>
                    {sortBy !== undefined && onSort ? (
                      <SortButton field={sortBy} sorting={sorting} onSort={onSort}>
                        {content}
                      </SortButton>
                    ) : (
                      content
                    )}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {before > 0 && <Spacer height={before} width={width} />}
          {items.map((item) => {
            const row = models[item.index];
            return row && <BodyRow key={row.id} row={row} index={item.index} />;
          })}
          {after > 0 && <Spacer height={after} width={width} />}
        </Table.Tbody>
      </Table>
      {footer}
    </Box>
  );
}

function BodyRow<Item>({ row, index }: { readonly row: Row<Item>; readonly index: number }): ReactElement {
  return (
    <Table.Tr h={ROW_HEIGHT} aria-rowindex={index + 2}>
      {row.getVisibleCells().map((cell) => (
        <Table.Td
          key={cell.id}
          className={
            cell.column.columnDef.meta?.wide ? undefined : cell.column.columnDef.meta?.grow ? styles.grow : styles.cell
          }
          ta={cell.column.columnDef.meta?.align}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, width }: { readonly height: number; readonly width: number }): ReactElement {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={width} style={{ padding: 0 }} />
    </tr>
  );
}

function SortButton<Field extends string>({
  field,
  sorting,
  onSort,
  children,
}: {
  readonly field: Field;
  readonly sorting: Sorting<Field> | undefined;
  readonly onSort: (sorting: Sorting<Field>) => void;
  readonly children: ReactNode;
}): ReactElement {
  const isCurrent = sorting?.field === field;
  const isDown = sorting?.direction === 'DESC';
  const Icon = isCurrent ? (isDown ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <UnstyledButton
      className={styles.sort}
      onClick={() => onSort({ field, direction: isCurrent && isDown ? 'ASC' : 'DESC' })}
    >
      {children} <Icon size={13} opacity={isCurrent ? 1 : 0.4} aria-hidden />
    </UnstyledButton>
  );
}

function sortState<Field extends string>(
  field: Field | undefined,
  sorting: Sorting<Field> | undefined,
): { readonly 'aria-sort'?: 'ascending' | 'descending' | 'none' } {
  if (field === undefined) return {};
  if (field !== sorting?.field) return { 'aria-sort': 'none' };
  return { 'aria-sort': sorting.direction === 'ASC' ? 'ascending' : 'descending' };
}
