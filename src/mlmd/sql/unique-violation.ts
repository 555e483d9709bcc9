import { MetadataError } from '../../errors.js';

/** A write met a unique key. Whoever wrote says of what, in words of its own. */
export class UniqueViolation extends MetadataError {
  /** The columns of the key. */
  readonly columns: readonly string[];

  /** Which of the rows that were inserted together met it; undefined for a statement of another kind. */
  readonly row: number | undefined;

  constructor(columns: readonly string[], row: number | undefined, options?: ErrorOptions) {
    super('ALREADY_EXISTS', 'The store already holds such a row.', options);
    this.columns = columns;
    this.row = row;
  }
}
