import { MetadataError } from '../../errors.js';

/** A write met a unique key. Whoever wrote says of what, in words of its own. */
export class UniqueViolation extends MetadataError {
  /** The columns of the key. */
  readonly columns: readonly string[];

  constructor(columns: readonly string[], options?: ErrorOptions) {
    super('ALREADY_EXISTS', 'The store already holds such a row.', options);
    this.columns = columns;
  }
}
