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
      return sql`(${term(expression.value)} between ${term(expression.low)} and ${term(expression.high)})`;
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
      return sql`(${term(expression.left)} ${sql.raw(expression.operator)} ${term(expression.right)})`;
    case 'UNARY':
      return sql`(${sql.raw(expression.operator)} ${term(expression.of)})`;
    case 'CALL':
      return call(target, expression);
    case 'CASE': {
      const branches = expression.branches.map(({ when, value }) => sql`when ${term(when)} then ${term(value)}`);
      return sql`(case ${sql.join(branches, sql` `)} else ${term(expression.otherwise)} end)`;
    }
    case 'CAST':
      return dialect.cast(term(expression.of), expression.type);
    default:
      return expression satisfies never;
  }
}

function literal(dialect: SqlDialect, { value, type }: Extract<Expression, { op: 'LITERAL' }>): Term {
  if (value === null) return sql`null`;
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
  const holds = sql`(${compile(target, left)} ${sql.raw(expression.comparison)} ${compile(target, right)})`;
  const isNamed = expression.comparison === '=' && isOwnName(left) && right.op === 'LITERAL';
  return isNamed ? withTypes(target, holds) : holds;
}

/** A list of literals is one parameter, however long it is. */
function membership(target: Target, { value, among }: Extract<Expression, { op: 'IN' }>): Term {
  const term = compile(target, value);
  const literals = among.filter((item) => item.op === 'LITERAL');
  if (literals.length < among.length) {
    return sql`(${term} in (${sql.join(among.map((item) => compile(target, item)))}))`;
  }
  const values = [...new Set(literals.map((item) => item.value))];
  const list = literalList(target.dialect, values);
  // With a NULL in the list, what is not found is unknown.
  const holds = values.includes(null) ? sql`(${term} in ${list} or null)` : sql`(${term} in ${list})`;
  return isOwnName(value) ? withTypes(target, holds) : holds;
}

/** A subquery of the literals, which are of one type, without the NULLs among them. */
function literalList(dialect: SqlDialect, values: readonly Literal[]): Term {
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length > 0) return listOf(dialect, 'text', texts);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0) return listOf(dialect, 'real', numbers);
  const flags = values.filter((value) => typeof value === 'boolean');
  if (flags.length > 0) return sql`(${sql.join(flags.map((value) => dialect.flag(value)))})`;
  return dialect.ids(values.filter((value) => typeof value === 'bigint'));
}

type Literal = Extract<Expression, { op: 'LITERAL' }>['value'];

function listOf(dialect: SqlDialect, column: RowColumn, values: readonly (string | number)[]): Term {
  const rows = values.map((value) => ({ value }));
  return sql`(select value from ${dialect.rows<{ value: string | number }>({ value: column }, rows)} as list)`;
}

function like(target: Target, { value, pattern }: Extract<Expression, { op: 'LIKE' }>): Term {
  const text = compile(target, value) as RawBuilder<string | null>;
  if (pattern.op === 'LITERAL' && typeof pattern.value === 'string') {
    return sql`(${target.dialect.like(text, parseLike(pattern.value), true)})`;
  }
  return sql`(${text} like ${compile(target, pattern)} escape '\\')`;
}

function call(target: Target, expression: Extract<Expression, { op: 'CALL' }>): Term {
  const terms = expression.arguments.map((argument) => compile(target, argument));
  // SQL's COALESCE wants two.
  const given = expression.function === 'COALESCE' && terms.length === 1 ? [...terms, sql`null`] : terms;
  return sql`${sql.raw(expression.function.toLowerCase())}(${sql.join(given)})`;
}

function isOwnName(expression: Expression): boolean {
  return expression.op === 'COLUMN' && expression.join === undefined && expression.column === 'name';
}

/** Names have an index only behind the type, so where nothing else says the type, those that there are are named too. */
function withTypes({ kind, node, joins, access }: Target, holds: Term): Term {
  if (access === 'PROBE' || joins.some(({ alias, typeAlias }) => alias === typeAlias)) return holds;
  return sql`(${holds} and ${sql.ref(`${node}.type_id`)} in ${usedTypes(kind)})`;
}

function boolean(term: Term): RawBuilder<SqlBool> {
  return term as RawBuilder<SqlBool>;
}
