import type { ContextId, TypeId, Value } from '../model.js';
import type { FilterQuery } from './query.js';

/** The columns a filter can test. `state` is an execution's `last_known_state`; contexts have neither `uri` nor `state`. */
export type Column = 'id' | 'typeName' | 'name' | 'uri' | 'externalId' | 'state' | 'createTimeMs' | 'updateTimeMs';

/** How two values of one type compare. */
export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** What a column or a property value is held against. Strings compare by code point, case-sensitively. */
export type Test =
  | { readonly op: 'COMPARE'; readonly comparison: Comparison; readonly value: Value }
  | { readonly op: 'IN'; readonly values: readonly Value[] }
  /** SQL's LIKE: `%` any text, `_` one character, `\` escapes; ASCII letters match in either case only if `ignoreCase`. */
  | { readonly op: 'LIKE'; readonly pattern: string; readonly ignoreCase: boolean }
  /** There is a value. */
  | { readonly op: 'EXISTS' };

/**
 * A set of nodes that belong together, said so that many can be asked for in one statement: a node is in the scope when
 * it is in one of `contextIds` (Attribution, Association; for contexts, as a child of it), or when it bears every one
 * of the custom properties in `labels` (which must not be empty), or, for artifacts with `touched`, when an execution in
 * the scope reads or writes it.
 */
export interface Scope {
  readonly contextIds: readonly ContextId[];
  readonly labels?: readonly ScopeLabel[];
  readonly touched?: boolean;
}

/** A custom property that holds this text, or this whole number and no double that equals it. */
export interface ScopeLabel {
  readonly name: string;
  readonly value: string | bigint;
}

/**
 * A condition on nodes of one kind. Two-valued: a missing value passes no test, and NOT turns that round, so
 * `NOT(name = 'x')` holds for a node without a name. MLMD's own filter text is three-valued and stands as one leaf,
 * which holds where the text is true. An empty AND holds for every node, an empty OR for none.
 */
export type Filter =
  | { readonly op: 'AND'; readonly of: readonly Filter[] }
  | { readonly op: 'OR'; readonly of: readonly Filter[] }
  | { readonly op: 'NOT'; readonly of: Filter }
  /** A column against a test; `state` takes the enum's name as a STRING, times and ids an INT. */
  | { readonly op: 'COLUMN'; readonly column: Column; readonly test: Test }
  /**
   * A property value against a test. `custom` undefined looks among both. A value of another type passes no test but
   * EXISTS; INT and DOUBLE compare with each other.
   */
  | { readonly op: 'PROPERTY'; readonly name: string; readonly custom: boolean | undefined; readonly test: Test }
  /** Some string property, declared or custom, of any name but those in `except`, passes. */
  | { readonly op: 'ANY_STRING_PROPERTY'; readonly except: readonly string[]; readonly test: Test }
  | { readonly op: 'TYPE_ID'; readonly in: readonly TypeId[] }
  | { readonly op: 'IN_SCOPE'; readonly scope: Scope }
  /** MLMD's `filter_query`, of the kind of node that is filtered. */
  | { readonly op: 'QUERY'; readonly query: FilterQuery };

/** Holds for every node. */
export const EVERYTHING: Filter = { op: 'AND', of: [] };
