import { MetadataError } from '../../errors.js';
import type { NodeKind } from '../model.js';

/** A `filter_query` that was read and checked. */
export interface FilterQuery {
  readonly kind: NodeKind;
  /** As it was given. */
  readonly text: string;
}

/**
 * Reads MLMD's `filter_query` for nodes of one kind.
 *
 * @throws MetadataError `INVALID_ARGUMENT` where the engine refuses the text, naming the place.
 */
export function parseFilterQuery(kind: NodeKind, text: string): FilterQuery {
  throw new MetadataError('UNIMPLEMENTED', `The filter query '${text}' of ${kind} cannot be read yet.`);
}
