import { Box, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type Column, flexRender, type Header, type Row } from '@tanstack/react-table';
import { type CSSProperties, type ReactElement, type ReactNode, useMemo, useRef } from 'react';
import styles from './data-table.module.css';
import type { Sorting, TableView } from './table-view.js';
import { useVirtualRows } from './use-virtual-rows.js';

const ROW_HEIGHT = 42;
/** What a column that grows has at least, in pixels. */
const LEAST_GROWN = 270;
const WIDE = 520;

/** A table as a table, for windows that are wide enough. */
export function TableRows<Item, Field extends string>(props: TableView<Item, Field>): ReactElement {
  const { table, label, total, onEnd, onTop, header, footer, height, isStale } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table.getRowModel();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const virtual = useVirtualRows(ids, scroller, { estimate: ROW_HEIGHT, onEnd, onTop });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const columns = table.getVisibleLeafColumns();
  return (
    <Box
      ref={scroller}
      className={`${styles.scroller} ${height === 'fill' ? styles.fill : ''}`}
      mah={height === 'fill' ? undefined : height}
      tabIndex={0}
      role="region"
      aria-label={label}
      aria-busy={isStale}
    >
      {header}
      <Table
        stickyHeader
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        className={`${styles.table} ${isStale ? styles.stale : ''}`}
        miw={columns.reduce((sum, column) => sum + (widthOf(column) ?? LEAST_GROWN), 0)}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: widthOf(column) }} />
          ))}
        </colgroup>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((head) => (
                <Head key={head.id} head={head} {...props} />
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {before > 0 && <Spacer height={before} width={columns.length} />}
          {items.map((item) => {
            const row = rows[item.index];
            return row && <BodyRow key={row.id} row={row} index={item.index} />;
          })}
          {after > 0 && <Spacer height={after} width={columns.length} />}
        </Table.Tbody>
      </Table>
      {footer}
    </Box>
  );
}

function widthOf<Item>(column: Column<Item>): number | undefined {
  const { meta } = column.columnDef;
  if (meta?.grow) return undefined;
  return meta?.wide ? WIDE : column.getSize();
}

function Head<Item, Field extends string>({
  head,
  sorting,
  onSort,
}: { readonly head: Header<Item, unknown> } & TableView<Item, Field>): ReactElement {
  const { meta, header } = head.column.columnDef;
  const sortBy = meta?.sortBy as Field | undefined;
  const content = flexRender(header, head.getContext());
  return (
    <Table.Th scope="col" ta={meta?.align} className={edgeOf(meta)} {...sortState(sortBy, sorting)}>
      {sortBy !== undefined && onSort ? (
        <SortButton field={sortBy} sorting={sorting} onSort={onSort}>
          {content}
        </SortButton>
      ) : (
        content
      )}
    </Table.Th>
  );
}

function BodyRow<Item>({ row, index }: { readonly row: Row<Item>; readonly index: number }): ReactElement {
  return (
    <Table.Tr h={ROW_HEIGHT} aria-rowindex={index + 2} data-selected={row.getIsSelected() || undefined}>
      {row.getVisibleCells().map((cell) => {
        const { meta, cell: content } = cell.column.columnDef;
        const style: CSSProperties | undefined = meta?.align === 'right' ? { textAlign: 'right' } : undefined;
        return (
          <Table.Td key={cell.id} className={edgeOf(meta) ?? (meta?.wide ? styles.wide : undefined)} style={style}>
            {flexRender(content, cell.getContext())}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

/** How a column is kept in view at an edge. */
function edgeOf(meta: { readonly start?: boolean; readonly end?: boolean } | undefined): string | undefined {
  return meta?.start ? styles.start : meta?.end ? styles.end : undefined;
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
      fz="inherit"
      fw="inherit"
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
