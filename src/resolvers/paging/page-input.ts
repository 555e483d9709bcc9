import { limitExceeded } from '../../errors.js';
import type { Limits } from '../../limits.js';
import type { PageArgs } from '../../mlmd/store.js';
import { invalid } from '../invalid.js';
import { type CursorOrder, fromCursor } from './cursor.js';

/** The arguments that every connection takes. */
export interface PageInput {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Items of a page where neither `first` nor `last` is given; `schema.graphql` promises it. */
const DEFAULT_PAGE_SIZE = 25;

/**
 * Reads which page is wanted.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for a negative size, for arguments of both directions and for a cursor of another
 *   order; `RESOURCE_EXHAUSTED` for a size over `maxPageSize`. Each names the argument.
 */
export function toPageArgs(
  input: PageInput,
  order: CursorOrder,
  { maxPageSize }: Pick<Limits, 'maxPageSize'>,
): PageArgs {
  const { first, after, last, before } = input;
  if (isGiven(first) && isGiven(last))
    throw invalid('last', '`first` and `last` do not go together: give one of them.');
  if (isGiven(after) && isGiven(before)) {
    throw invalid('before', '`after` and `before` do not go together: give one of them.');
  }
  if (isGiven(first) && isGiven(before)) throw invalid('before', '`before` goes with `last`, not with `first`.');
  if (isGiven(last) && isGiven(after)) throw invalid('after', '`after` goes with `first`, not with `last`.');
  const backward = isGiven(last) || isGiven(before);
  const from = backward ? position(order, before, 'before') : position(order, after, 'after');
  return { limit: size(backward ? last : first, backward ? 'last' : 'first', maxPageSize), from, backward };
}

function size(value: number | null | undefined, argument: string, max: number): number {
  if (!isGiven(value)) return Math.min(DEFAULT_PAGE_SIZE, max);
  if (value < 0) throw invalid(argument, `\`${argument}\` is ${value}, and must be 0 or more.`);
  if (value > max) throw limitExceeded('Page size', value, { name: 'maxPageSize', max }, { argument });
  return value;
}

function position(order: CursorOrder, cursor: string | null | undefined, argument: string): PageArgs['from'] {
  return isGiven(cursor) ? fromCursor(order, cursor, argument) : undefined;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
