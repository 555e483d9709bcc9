import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { passesTest } from '../filter/evaluate.js';
import type { Column, Filter, Test } from '../filter/filter.js';
import { ARTIFACT_STATES, EXECUTION_STATES, type NodeKind, type Value } from '../model.js';
import { STRUCT_PREFIX } from '../struct.js';
import type { SqlDialect } from './dialect.js';
import { queryCondition } from './query-condition.js';
import { isScopeMember, scopeMembers } from './scopes.js';
import { joined, NEVER } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { doubleTest, flagTest, numberTest, textTest } from './test-conditions.js';
import { usedTypes } from './used-types.js';

type Condition = RawBuilder<SqlBool>;

/**
 * How a condition gets at what is not in the node's own row: `LOOKUP` makes the set of nodes that have it, by an index on
 * the value, and asks whether the node is in it; `PROBE` looks at the one node, which is less for few nodes.
 */
export type Access = 'LOOKUP' | 'PROBE';

/** A filter as a condition on the node table of its kind, which the query calls `n`. True or not true; never unknown. */
export function filterCondition(
  dialect: SqlDialect,
  kind: NodeKind,
  filter: Filter,
  access: Access = 'LOOKUP',
): Condition {
  return compile({ dialect, kind, access }, filter, false);
}

/** Whether a probe costs about the same for every node. What an artifact is touched by can be very much, so it is looked up. */
export function canProbe(filter: Filter): boolean {
  switch (filter.op) {
    case 'AND':
    case 'OR':
      return filter.of.every(canProbe);
    case 'NOT':
      return canProbe(filter.of);
    default:
      return filter.op !== 'IN_SCOPE' || filter.scope.touched !== true;
  }
}

interface Target {
  readonly dialect: SqlDialect;
  readonly kind: NodeKind;
  readonly access: Access;
}

/** Columns that are equal for few nodes each, and have an index. */
const NARROW_COLUMNS: ReadonlySet<Column> = new Set<Column>(['id', 'name', 'uri', 'externalId']);

/** Pushes NOT down to the leaves, where `is not true` makes the unknown of a missing value plain. */
function compile(target: Target, filter: Filter, negated: boolean): Condition {
  switch (filter.op) {
    case 'AND':
    case 'OR': {
      const accessTo = filter.op === 'AND' && !negated ? accessInAnd(target.access, filter.of) : () => target.access;
      const parts = filter.of.map((part) => compile({ ...target, access: accessTo(part) }, part, negated));
      return joined(parts, (filter.op === 'AND') === negated ? 'or' : 'and');
    }
    case 'NOT':
      return compile(target, filter.of, !negated);
    default: {
      const condition = leaf(target, filter);
      return negated ? sql`(${condition}) is not true` : condition;
    }
  }
}

/**
 * How the parts of an AND are accessed. Where one of them narrows, the rest is probed. A search through texts goes through
 * all that there are, so it is for the first word only, and only where no scope says whose texts they can be.
 */
function accessInAnd(access: Access, parts: readonly Filter[]): (part: Filter) => Access {
  if (parts.some(narrows)) return () => 'PROBE';
  const searches = parts.filter(searchesTexts);
  const probed = new Set(parts.some(({ op }) => op === 'IN_SCOPE') ? searches : searches.slice(1));
  return (part) => (probed.has(part) ? 'PROBE' : access);
}

function searchesTexts(filter: Filter): boolean {
  if (filter.op === 'AND' || filter.op === 'OR') return filter.of.some(searchesTexts);
  return filter.op === 'NOT' ? searchesTexts(filter.of) : filter.op === 'ANY_STRING_PROPERTY';
}

/** Whether an index answers the filter, or a part of it that must hold, with few nodes: a column's equality. */
export function narrows(filter: Filter): boolean {
  if (filter.op === 'AND') return filter.of.some(narrows);
  if (filter.op !== 'COLUMN' || !NARROW_COLUMNS.has(filter.column)) return false;
  return filter.test.op === 'IN' || (filter.test.op === 'COMPARE' && filter.test.comparison === '=');
}

function leaf(target: Target, filter: Exclude<Filter, { op: 'AND' | 'OR' | 'NOT' }>): Condition {
  const { dialect, kind } = target;
  switch (filter.op) {
    case 'COLUMN':
      return columnTest(target, filter.column, filter.test);
    case 'PROPERTY':
      return propertyTest(target, filter);
    case 'ANY_STRING_PROPERTY':
      return anyStringTest(target, filter.except, filter.test);
    case 'TYPE_ID':
      return sql`n.type_id in ${dialect.ids(filter.in)}`;
    case 'IN_SCOPE':
      if (target.access === 'PROBE' && canProbe(filter)) return isScopeMember(dialect, kind, filter.scope);
      return sql`n.id in (select id from ${scopeMembers(dialect, kind, [filter.scope])} as members)`;
    case 'QUERY':
      return queryCondition(dialect, filter.query, target.access);
    default:
      return filter satisfies never;
  }
}

function columnTest({ dialect, kind }: Target, column: Column, test: Test): Condition {
  const { typeKind, hasUri, stateColumn } = NODE_LAYOUT[kind];
  switch (column) {
    case 'id':
      return numberTest(sql`n.id`, test);
    case 'createTimeMs':
      return numberTest(sql`n.create_time_since_epoch`, test);
    case 'updateTimeMs':
      return numberTest(sql`n.last_update_time_since_epoch`, test);
    case 'name':
      return nameTest(dialect, kind, test);
    case 'externalId':
      return textTest(dialect, sql`n.external_id`, test);
    case 'uri':
      // The engine stores an unset uri as an empty string.
      return hasUri ? sql`(${textTest(dialect, sql`n.uri`, test)} and length(n.uri) > 0)` : NEVER;
    case 'typeName':
      return sql`n.type_id in (select id from ${sql.table('Type')} as t
        where t.type_kind = ${typeKind} and ${textTest(dialect, sql`t.name`, test)})`;
    case 'state':
      if (stateColumn === undefined) return NEVER;
      return stateTest(dialect, sql`n.${sql.ref(stateColumn)}`, kind, test);
    default:
      return column satisfies never;
  }
}

/** Names have an index only behind the type, so the types are named too. */
function nameTest(dialect: SqlDialect, kind: NodeKind, test: Test): Condition {
  const condition = textTest(dialect, sql`n.name`, test);
  return test.op === 'EXISTS' ? condition : sql`(${condition} and n.type_id in ${usedTypes(dialect, kind)})`;
}

/** States are numbers in the store and names in a filter. A number that is no state is UNKNOWN, as it is shown. */
function stateTest(dialect: SqlDialect, term: RawBuilder<unknown>, kind: NodeKind, test: Test): Condition {
  const states: readonly string[] = kind === 'ARTIFACT' ? ARTIFACT_STATES : EXECUTION_STATES;
  const passes = (state: string) => passesTest({ type: 'STRING', value: state }, test);
  const numbers = (pass: boolean) =>
    dialect.ids([...states.entries()].flatMap(([number, state]) => (passes(state) === pass ? [BigInt(number)] : [])));
  if (!passes('UNKNOWN')) return sql`${term} in ${numbers(true)}`;
  return sql`(${term} is not null and ${term} not in ${numbers(false)})`;
}

function propertyTest({ dialect, kind, access }: Target, filter: Extract<Filter, { op: 'PROPERTY' }>): Condition {
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const flags = (filter.custom === undefined ? [false, true] : [filter.custom]).map((custom) => dialect.flag(custom));
  const tests = valueTests(dialect, filter.test);
  const rows = (test: Condition) => sql`from ${sql.table(propertyTable)} as p
    where ${dialect.sameText(sql`p.name`, sql`${filter.name}`)} and p.is_custom_property in (${sql.join(flags)}) and ${test}`;
  if (tests.length === 0) return NEVER;
  if (access === 'PROBE') return sql`exists (select 1 ${rows(joined(tests, 'or'))} and p.${sql.ref(owner)} = n.id)`;
  // One select per value column, as each column has an index of its own, by name, flag and value.
  const selects = tests.map((test) => sql`select p.${sql.ref(owner)} ${rows(test)}`);
  return sql`n.id in (${sql.join(selects, sql` union all `)})`;
}

/** The conditions on a property row of which one must hold. */
function valueTests(dialect: SqlDialect, test: Test): readonly Condition[] {
  const isNumber = (value: Value) => value.type === 'INT' || value.type === 'DOUBLE';
  const numbers = () => [numberTest(sql`p.int_value`, test), doubleTest(sql`p.double_value`, test)];
  const texts = () => [textTest(dialect, sql`p.string_value`, test), isPlainText(dialect)];
  const tested = test.op === 'COMPARE' ? [test.value] : test.op === 'IN' ? test.values : [];
  if (test.op === 'LIKE') return [joined(texts(), 'and')];
  if (test.op === 'EXISTS')
    return [
      joined(
        VALUE_COLUMNS.map((column) => sql`p.${sql.ref(column)} is not null`),
        'or',
      ),
    ];
  return [
    ...(tested.some(isNumber) ? numbers() : []),
    ...(tested.some(({ type }) => type === 'STRING') ? [joined(texts(), 'and')] : []),
    ...(tested.some(({ type }) => type === 'BOOLEAN') ? [flagTest(dialect, sql`p.bool_value`, test)] : []),
  ];
}

const VALUE_COLUMNS = ['int_value', 'double_value', 'string_value', 'proto_value', 'bool_value'];

/** Structs are kept in the string column, but are no strings. */
function isPlainText(dialect: SqlDialect): Condition {
  const beginning = sql<string>`substr(p.string_value, 1, ${sql.lit(STRUCT_PREFIX.length)})`;
  return sql`${dialect.bytes(beginning)} <> ${sql.lit(STRUCT_PREFIX)}`;
}

/**
 * No index is by value alone. One by name holds the values too, in a third of the room that the rows take: to search all
 * nodes, it is gone through from name to name, and rows are read of what it finds. Over a million artifacts with six
 * million texts that takes 0.6 s; the properties of each took 2.3 s.
 */
function anyStringTest({ dialect, kind, access }: Target, except: readonly string[], test: Test): Condition {
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const { rowId } = dialect;
  const table = sql.table(propertyTable);
  const name = dialect.bytes(sql`p.name`);
  const matches = joined([textTest(dialect, sql`p.string_value`, test), isPlainText(dialect)], 'and');
  if (access === 'PROBE' || rowId === undefined) {
    const named = except.map((excluded) => sql<SqlBool>`${name} <> ${excluded}`);
    return sql`exists (select 1 from ${table} as p where p.${sql.ref(owner)} = n.id and ${joined([matches, ...named], 'and')})`;
  }
  const found = betweenNames(name, except).map(
    (stretch) =>
      sql`select p.${rowId} from ${table} as p where p.string_value is not null and ${stretch} and ${matches}`,
  );
  return sql`n.id in (select r.${sql.ref(owner)} from ${table} as r where r.${rowId} in (${sql.join(found, sql` union all `)}))`;
}

/** All names but some, as stretches of an index by name: what is left out may be most of it, as the SDK's copies are. */
function betweenNames(name: RawBuilder<string | null>, except: readonly string[]): readonly Condition[] {
  const sorted = [...except].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  return [undefined, ...sorted].map((from, place) => {
    const to = sorted[place];
    const bounds = [
      ...(from === undefined ? [] : [sql<SqlBool>`${name} > ${from}`]),
      ...(to === undefined ? [] : [sql<SqlBool>`${name} < ${to}`]),
    ];
    return joined(bounds, 'and');
  });
}
