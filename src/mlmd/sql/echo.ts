import { MetadataError } from '../../errors.js';

/**
 * A statement that was not looked at, because one before it in the same transaction had failed: PostgreSQL takes none until
 * it is rolled back. Says what the first said; code that puts a failure into words of its own leaves this one alone.
 */
export class Echo extends MetadataError {
  constructor(first: MetadataError | undefined, options?: ErrorOptions) {
    super(first?.code ?? 'ABORTED', first?.message ?? 'An earlier statement of the transaction failed.', options);
  }
}
