import { Box, Group } from '@mantine/core';
import { type Column, flexRender, type Row } from '@tanstack/react-table';
import { type ReactElement, useMemo, useRef } from 'react';
import styles from './data-table.module.css';
import { CHECKBOX_COLUMN } from './table-selection.js';
import type { TableView } from './table-view.js';
import { useVirtualRows } from './use-virtual-rows.js';

const CARD_HEIGHT = 160;

/** A table as a list of cards, for windows that are too narrow for columns. */
export function TableCards<Item, Field extends string>(props: TableView<Item, Field>): ReactElement {
  const { table, label, total, onEnd, onTop, header, footer, height, isStale } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table.getRowModel();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const virtual = useVirtualRows(ids, scroller, { estimate: CARD_HEIGHT, onEnd, onTop });
  return (
    <Box
      ref={scroller}
      className={`${styles.scroller} ${height === 'fill' ? styles.fill : ''}`}
      mah={height === 'fill' ? undefined : height}
      mih={height === 'fill' ? '70dvh' : undefined}
      tabIndex={0}
      role="region"
      aria-label={label}
      aria-busy={isStale}
    >
      {header}
      <ul
        className={`${styles.cards} ${isStale ? styles.stale : ''}`}
        style={{ height: virtual.getTotalSize() }}
        aria-label={label}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <li
                key={row.id}
                ref={virtual.measureElement}
                data-index={item.index}
                data-selected={row.getIsSelected() || undefined}
                className={styles.card}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={total ?? -1}
                aria-posinset={item.index + 1}
              >
                <Card row={row} />
              </li>
            )
          );
        })}
      </ul>
      {footer}
    </Box>
  );
}

function Card<Item>({ row }: { readonly row: Row<Item> }): ReactElement {
  const cells = row.getVisibleCells();
  const box = cells.find(({ column }) => column.id === CHECKBOX_COLUMN);
  const end = cells.find(({ column }) => column.columnDef.meta?.end);
  const others = cells.filter((cell) => cell !== box && cell !== end);
  const title = others.find(({ column }) => column.columnDef.meta?.grow) ?? others[0];
  const shown = ({ column, getContext }: (typeof cells)[number]) => flexRender(column.columnDef.cell, getContext());
  return (
    <>
      <Group wrap="nowrap" gap="xs" justify="space-between">
        <Group wrap="nowrap" gap="xs" miw={0}>
          {box && shown(box)}
          {title && shown(title)}
        </Group>
        {end && shown(end)}
      </Group>
      <dl className={styles.values}>
        {others
          .filter((cell) => cell !== title)
          .map((cell) => (
            <div key={cell.id} className={styles.value}>
              <dt>{headingOf(cell.column)}</dt>
              <dd>{shown(cell)}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function headingOf<Item>({ columnDef, id }: Column<Item>): string {
  return columnDef.meta?.heading ?? (typeof columnDef.header === 'string' ? columnDef.header : id);
}
