import { Table } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './details.module.css';

/** A column of {@link RowsTable}. */
export interface Column<Row> {
  readonly header: string;
  /** Nothing (null, undefined, false or an empty text) where the row has no value. */
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right';
  readonly width?: number | string;
}

/** What {@link RowsTable} shows. */
export interface RowsTableProps<Row> {
  /** What the table holds, for those who do not see it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row, index: number) => string;
}

/**
 * A short table within a page, all of whose rows are drawn; a column is left out where no row has a value. On a narrow screen each row becomes a card; the roles are
 * written out because browsers forget those of a table that is laid out otherwise.
 */
export function RowsTable<Row>({ label, rows, columns, rowKey }: RowsTableProps<Row>): ReactElement {
  const cells = columns.map(({ cell }) => rows.map(cell));
  const shown = columns
    .map((column, at) => ({ ...column, cells: cells[at] ?? [] }))
    .filter((it) => it.cells.some(isThere));
  return (
    <Table
      role="table"
      aria-label={label}
      className={styles.table}
      layout="fixed"
      verticalSpacing={6}
      horizontalSpacing="xs"
    >
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {shown.map(({ header, align, width }) => (
            <Table.Th key={header} role="columnheader" scope="col" data-align={align} w={width}>
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row, index) => (
          <Table.Tr role="row" key={rowKey(row, index)}>
            {shown.map(({ header, align, cells }) => (
              <Table.Td role="cell" key={header} data-label={header} data-align={align}>
                {cells[index]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function isThere(cell: ReactNode): boolean {
  return cell !== null && cell !== undefined && cell !== false && cell !== '';
}
