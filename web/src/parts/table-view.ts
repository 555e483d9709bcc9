import type { ColumnDef, Table } from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** Which column rows come in the order of. */
export interface Sorting<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
}

/** Rows that the reader has picked, by id. */
export interface Selection<Item> {
  readonly selected: Readonly<Record<string, boolean>>;
  readonly onChange: (selected: Readonly<Record<string, boolean>>) => void;
  /** What a row's box is called: the name of the row. */
  readonly nameOf: (row: Item) => string;
}

/** What a table shows. */
export interface DataTableProps<Item, Field extends string> {
  /** What the table holds, for those who do not see it. */
  readonly label: string;
  /** Rows that are there, in order; more may follow. */
  readonly rows: readonly Item[];
  /**
   * `size` is a column's width in pixels, 160 where absent. `meta.sortBy` names the field of the API that its header sorts
   * by, `meta.grow` says that it takes what room is left, `meta.wide` that it is wide and scrolls where that is not enough,
   * `meta.start` and `meta.end` that it stays at the left or right edge. In narrow windows each row is a card, headed by its
   * first column that grows; its other values stand below, each by `meta.heading` or its header, but for empty ones.
   */
  readonly columns: readonly ColumnDef<Item>[];
  readonly rowId: (row: Item) => string;
  /** Rows in the whole list, where known. */
  readonly total?: number | undefined;
  readonly sorting?: Sorting<Field>;
  readonly onSort?: (sorting: Sorting<Field>) => void;
  /** Called when the last rows come into view and more can be had. */
  readonly onEnd?: (() => void) | undefined;
  /** Called with the index of the first row in view, whenever that changes. */
  readonly onTop?: ((row: number) => void) | undefined;
  /** Shown above the rows, and scrolled with them. */
  readonly header?: ReactNode;
  /** Shown below the rows: that more is on its way, or that this is all. */
  readonly footer?: ReactNode;
  /** Height of the part that scrolls; `fill` takes what a column of its parent leaves. */
  readonly height?: string | number;
  /** Columns that are not shown, by id. */
  readonly hidden?: readonly string[];
  readonly selection?: Selection<Item> | undefined;
  /** True while rows are still those of another question: they are dimmed. */
  readonly isStale?: boolean;
}

declare module '@tanstack/react-table' {
  interface ColumnMeta<TData, TValue> {
    readonly sortBy?: string;
    readonly grow?: boolean;
    readonly wide?: boolean;
    readonly start?: boolean;
    readonly end?: boolean;
    readonly heading?: string;
    readonly align?: 'left' | 'right';
  }
}

/** What the two forms of a table are given. */
export interface TableView<Item, Field extends string> extends DataTableProps<Item, Field> {
  readonly table: Table<Item>;
  readonly height: string | number;
}
