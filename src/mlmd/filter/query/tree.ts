/** The types that values have in a filter query. UINT64 are only literals beyond INT64, which compare and do no more. */
export type ValueType = 'INT64' | 'UINT64' | 'FLOAT64' | 'STRING' | 'BOOL';

/** What a node can be joined with, as the prefix of an alias says it: `contexts_run` is a context by the alias `run`. */
export const RELATIONS = [
  'parent_contexts',
  'child_contexts',
  'contexts',
  'artifacts',
  'executions',
  'events',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The columns of a property's row that can be asked for. */
export const VALUE_COLUMNS = ['int_value', 'double_value', 'string_value', 'bool_value'] as const;
export type ValueColumn = (typeof VALUE_COLUMNS)[number];

/** The columns that a node, a neighbour or an event can have, by MLMD's names. */
export type NodeColumn =
  | 'id'
  | 'type_id'
  | 'type'
  | 'name'
  | 'external_id'
  | 'uri'
  | 'state'
  | 'last_known_state'
  | 'create_time_since_epoch'
  | 'last_update_time_since_epoch'
  | 'artifact_id'
  | 'execution_id'
  | 'milliseconds_since_epoch';

/**
 * What is joined to the node: an INNER JOIN, wherever in the query it is mentioned. A node without such a row never
 * matches; one with several matches where the condition is true of some combination of rows.
 */
export type Join =
  /** The row of the node's type. */
  | { readonly to: 'TYPE' }
  /** The row of one property, whatever its value's type. */
  | { readonly to: 'PROPERTY'; readonly name: string; readonly custom: boolean }
  /** One neighbour, or for `events` one event; other aliases are independent. */
  | { readonly to: 'NEIGHBOR'; readonly relation: Relation; readonly alias: string };

/** How two values compare. */
export type QueryComparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Operators on numbers. `/` is always of FLOAT64, and by zero NULL; the others of two operands of one type. */
export type Arithmetic = '+' | '-' | '*' | '/' | '&' | '|' | '<<' | '>>';

/** The functions that can be called. */
export type FunctionName =
  | 'ABS'
  | 'COALESCE'
  | 'IFNULL'
  | 'LENGTH'
  | 'LOWER'
  | 'LTRIM'
  | 'NULLIF'
  | 'REPLACE'
  | 'ROUND'
  | 'RTRIM'
  | 'SIGN'
  | 'SUBSTR'
  | 'TRIM'
  | 'UNICODE'
  | 'UPPER';

/**
 * A checked expression. Three-valued as SQL is: what meets NULL is NULL, unless said otherwise, and only true matches.
 * All conversions are written out as CAST.
 */
export type Expression = { readonly type: ValueType } & (
  | { readonly op: 'LITERAL'; readonly value: bigint | number | string | boolean | null }
  /** Of the node itself, or of one of the query's joins by its place in the list. */
  | { readonly op: 'COLUMN'; readonly join: number | undefined; readonly column: NodeColumn | ValueColumn }
  | {
      readonly op: 'COMPARE';
      readonly comparison: QueryComparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: 'IN'; readonly value: Expression; readonly among: readonly Expression[] }
  | { readonly op: 'BETWEEN'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
  /** `%` any text, `_` one character, `\` escapes; ASCII letters match in either case. */
  | { readonly op: 'LIKE'; readonly value: Expression; readonly pattern: Expression }
  /** Never NULL. */
  | { readonly op: 'IS'; readonly value: Expression; readonly what: 'NULL' | 'TRUE' | 'FALSE' }
  | { readonly op: 'NOT'; readonly of: Expression }
  | { readonly op: 'AND' | 'OR'; readonly of: readonly Expression[] }
  | {
      readonly op: 'ARITHMETIC';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: 'UNARY'; readonly operator: '-' | '~'; readonly of: Expression }
  | { readonly op: 'CALL'; readonly function: FunctionName; readonly arguments: readonly Expression[] }
  /** The first branch whose condition is true; `otherwise`, where there is none. */
  | {
      readonly op: 'CASE';
      readonly branches: readonly { readonly when: Expression; readonly value: Expression }[];
      readonly otherwise: Expression;
    }
  | { readonly op: 'CAST'; readonly of: Expression }
);
