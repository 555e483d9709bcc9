import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import { parseLike } from '../filter/like.js';
import type { Expression, FilterQuery, Join } from '../filter/query.js';
import type { NodeKind } from '../model.js';
import type { RowColumn, SqlDialect } from './dialect.js';
import { type JoinedTable, joinedTables, MAX_TABLES } from './query-joins.js';
import { joined } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { usedTypes } from './used-types.js';

type Term = RawBuilder<unknown>;

/**
 * MLMD's filter query as a condition on the node table of its kind, which the statement calls `n`: true, false or unknown.
 *
 * @param access - how it gets at what is joined: `LOOKUP` makes the set of nodes that match, `PROBE` looks at the one.
 */
export function queryCondition(
  dialect: SqlDialect,
  { kind, condition, joins }: FilterQuery,
  access: 'LOOKUP' | 'PROBE',
): RawBuilder<SqlBool> {
  if (joins.length === 0) return boolean(compile({ dialect, kind, node: 'n', joins: [], access }, condition));
  const node = access === 'PROBE' ? 'n' : 'q';
  const tables = joins.map((join, place) => joinedTables(dialect, kind, join, node, `q${place}`));
  const count = tables.reduce((sum, { from }) => sum + from.length, 0);
  if (count > MAX_TABLES) {
    throw new MetadataError(
      'RESOURCE_EXHAUSTED',
      `The filter query asks of ${joins.length} types, properties and neighbours, which take ${count} tables; the most is ${MAX_TABLES}.`,
    );
  }
  const holds = boolean(compile({ dialect, kind, node, joins: tables, access }, condition));
  const all = joined([...tables.flatMap(({ on }) => on), ...counted(dialect, joins, tables), holds], 'and');
  const from = sql.join(tables.flatMap((table) => table.from));
  if (access === 'PROBE') return sql`exists (select 1 from ${from} where ${all})`;
  return sql`n.id in (select q.id from ${sql.table(NODE_LAYOUT[kind].table)} as q, ${from} where ${all})`;
}

/** Neighbours multiply: three times the events of a node with a thousand are 10^9 rows. One alone, and properties, do not. */
function counted(dialect: SqlDialect, joins: readonly Join[], tables: readonly JoinedTable[]): RawBuilder<SqlBool>[] {
  const neighbors = tables.filter((_, place) => joins[place]?.to === 'NEIGHBOR');
  return neighbors.length < 2 ? [] : neighbors.map(({ alias }) => dialect.joinedRow(sql.ref(`${alias}.id`)));
}

interface Target {
  readonly dialect: SqlDialect;
  readonly kind: NodeKind;
  /** What the node's table is called. */
  readonly node: string;
  readonly joins: readonly JoinedTable[];
  readonly access: 'LOOKUP' | 'PROBE';
}

function compile(target: Target, expression: Expression): Term {
  const { dialect } = target;
  const term = (part: Expression) => compile(target, part);
  const value = (part: Expression) => comparable(target, part);
  switch (expression.op) {
    case 'LITERAL':
      return literal(dialect, expression);
    case 'COLUMN':
      return column(target, expression);
    case 'COMPARE':
      return comparison(target, expression);
    case 'IN':
      return membership(target, expression);
    case 'BETWEEN':
      return sql`(${value(expression.value)} between ${value(expression.low)} and ${value(expression.high)})`;
    case 'LIKE':
      return like(target, expression);
    case 'IS':
      return sql`(${term(expression.value)} is ${sql.raw(expression.what.toLowerCase())})`;
    case 'NOT':
      return sql`(not ${term(expression.of)})`;
    case 'AND':
    case 'OR':
      return joined(
        expression.of.map((part) => boolean(term(part))),
        expression.op === 'AND' ? 'and' : 'or',
      );
    case 'ARITHMETIC':
      return dialect.arithmetic(expression.operator, term(expression.left), term(expression.right));
    case 'UNARY':
      // The same as ~, which makes of a signed integer one without a sign in some databases.
      if (expression.operator === '~') return sql`(-1 - ${term(expression.of)})`;
      return sql`(- ${term(expression.of)})`;
    case 'CALL':
      return dialect.call(expression.function, expression.arguments.map(value));
    case 'CASE': {
      const branches = expression.branches.map((branch) => sql`when ${term(branch.when)} then ${value(branch.value)}`);
      return sql`(case ${sql.join(branches, sql` `)} else ${value(expression.otherwise)} end)`;
    }
    case 'CAST':
      return dialect.cast(value(expression.of), expression.type, expression.of.type);
    default:
      return expression satisfies never;
  }
}

/** A value that others are compared with or made of: text by its bytes. An index on it is out of reach. */
function comparable(target: Target, expression: Expression): Term {
  const term = compile(target, expression);
  return expression.type === 'STRING' ? target.dialect.bytes(term as RawBuilder<string | null>) : term;
}

function literal(dialect: SqlDialect, { value, type }: Extract<Expression, { op: 'LITERAL' }>): Term {
  // Where the type of a NULL counts, it is that of the place it stands in.
  if (value === null) return dialect.cast(sql`null`, type, type);
  if (typeof value === 'boolean') return sql`${dialect.flag(value)}`;
  // Beyond 64 bits with a sign there is only the nearest double, which is on the right side of all that can be held.
  return sql`${type === 'UINT64' ? Number(value) : value}`;
}

function column({ node, joins }: Target, expression: Extract<Expression, { op: 'COLUMN' }>): Term {
  if (expression.join === undefined) return sql.ref(`${node}.${expression.column}`);
  const { alias, typeAlias } = joins[expression.join] as JoinedTable;
  return expression.column === 'type' && typeAlias !== undefined
    ? sql.ref(`${typeAlias}.name`)
    : sql.ref(`${alias}.${expression.column}`);
}

function comparison(target: Target, expression: Extract<Expression, { op: 'COMPARE' }>): Term {
  const { left, right } = expression;
  const isLookup = expression.comparison === '=' && isTextColumn(left) && right.op === 'LITERAL';
  if (!isLookup) {
    return sql`(${comparable(target, left)} ${sql.raw(expression.comparison)} ${comparable(target, right)})`;
  }
  const holds = target.dialect.sameText(text(target, left), text(target, right));
  return isOwnName(left) ? withTypes(target, holds) : holds;
}

function membership(target: Target, { value, among }: Extract<Expression, { op: 'IN' }>): Term {
  const literals = among.filter((item) => item.op === 'LITERAL');
  if (literals.length < among.length) {
    return sql`(${comparable(target, value)} in (${sql.join(among.map((item) => comparable(target, item)))}))`;
  }
  const values = [...new Set(literals.map((item) => item.value))];
  if (values.every((item) => item === null)) return sql`(${comparable(target, value)} in (null))`;
  const found = isAmong(target, value, values);
  // With a NULL in the list, what is not found is unknown.
  const holds = values.includes(null) ? sql`(${found} or null)` : sql`(${found})`;
  return isOwnName(value) ? withTypes(target, holds) : holds;
}

/** Whether a value is one of the literals, which are of one type, leaving out the NULLs among them. */
function isAmong(target: Target, value: Expression, literals: readonly Literal[]): Term {
  const { dialect } = target;
  const texts = literals.filter((item) => typeof item === 'string');
  if (texts.length > 0 && isTextColumn(value)) return dialect.oneOf(text(target, value), texts);
  const term = comparable(target, value);
  if (texts.length > 0) return sql`${term} in ${listOf(dialect, 'text', texts)}`;
  const numbers = literals.filter((item) => typeof item === 'number');
  if (numbers.length > 0) return sql`${term} in ${listOf(dialect, 'real', numbers)}`;
  const flags = literals.filter((item) => typeof item === 'boolean');
  if (flags.length > 0) return sql`${term} in (${sql.join(flags.map((item) => dialect.flag(item)))})`;
  return sql`${term} in ${dialect.ids(literals.filter((item) => typeof item === 'bigint'))}`;
}

type Literal = Extract<Expression, { op: 'LITERAL' }>['value'];

function listOf(dialect: SqlDialect, column: RowColumn, values: readonly (string | number)[]): Term {
  const rows = values.map((value) => ({ value }));
  return sql`(select value from ${dialect.rows<{ value: string | number }>({ value: column }, rows)} as list)`;
}

function like(target: Target, { value, pattern }: Extract<Expression, { op: 'LIKE' }>): Term {
  const { dialect } = target;
  if (pattern.op === 'LITERAL' && typeof pattern.value === 'string') {
    return sql`(${dialect.like(text(target, value), parseLike(pattern.value), true)})`;
  }
  return sql`(${dialect.likeTerm(text(target, value), text(target, pattern))})`;
}

function text(target: Target, expression: Expression): RawBuilder<string | null> {
  return compile(target, expression) as RawBuilder<string | null>;
}

/** What may have an index. It is said once more where a dialect needs that, which must not be done to a term of any size. */
function isTextColumn(expression: Expression): boolean {
  return expression.op === 'COLUMN' && expression.type === 'STRING';
}

function isOwnName(expression: Expression): boolean {
  return expression.op === 'COLUMN' && expression.join === undefined && expression.column === 'name';
}

/** Names have an index only behind the type, so where nothing else says the type, those that there are are named too. */
function withTypes({ dialect, kind, node, joins, access }: Target, holds: Term): Term {
  if (access === 'PROBE' || joins.some(({ alias, typeAlias }) => alias === typeAlias)) return holds;
  return sql`(${holds} and ${sql.ref(`${node}.type_id`)} in ${usedTypes(dialect, kind)})`;
}

function boolean(term: Term): RawBuilder<SqlBool> {
  return term as RawBuilder<SqlBool>;
}
