import type { NodeKind } from '../model.js';
import { check } from './query/checker.js';
import { readEnumNames } from './query/enum-names.js';
import { tokenize } from './query/lexer.js';
import { parse } from './query/parser.js';
import { tooMuch } from './query/refusal.js';
import type { Expression, Join } from './query/tree.js';

export type { Expression, Join, ValueType } from './query/tree.js';

/** A `filter_query` that was read and checked. */
export interface FilterQuery {
  readonly kind: NodeKind;
  /** As it was given. */
  readonly text: string;
  /** Of type BOOL; a node matches where it is true. */
  readonly condition: Expression;
  /** Each once, in the order in which they are first mentioned. Its columns refer to them by place. */
  readonly joins: readonly Join[];
}

/** Room for an IN list of some 50,000 ids; gRPC itself takes messages of 4 MB. */
const MAX_LENGTH = 2 ** 20;

/**
 * Reads MLMD's `filter_query` for nodes of one kind. The empty text, which stands for no filter where MLMD takes one, is
 * refused here like any other that is no condition.
 *
 * @throws MetadataError `INVALID_ARGUMENT` where the engine refuses the text, naming the place, and for functions that
 *   are not supported; `RESOURCE_EXHAUSTED` where it is too large.
 * @see docs/decisions/0008-filter-query.md for what differs from the engine.
 */
export function parseFilterQuery(kind: NodeKind, text: string): FilterQuery {
  if (text.length > MAX_LENGTH) throw tooMuch('Characters', text.length, MAX_LENGTH);
  return { kind, text, ...check(kind, parse(readEnumNames(tokenize(text)))) };
}
