import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Scope, ScopeLabel } from '../filter/filter.js';
import { EVENT_TYPES, INPUT_EVENT_TYPES, type NodeKind, OUTPUT_EVENT_TYPES } from '../model.js';
import type { SqlDialect } from './dialect.js';
import { joined } from './session.js';
import { NODE_LAYOUT } from './tables.js';

/** A node of a scope; the slot is the scope's place in the list. */
export interface ScopeMember {
  readonly slot: bigint;
  readonly id: bigint;
}

/** A subquery of the members of each scope, each once per scope. */
export function scopeMembers(dialect: SqlDialect, kind: NodeKind, scopes: readonly Scope[]): RawBuilder<ScopeMember> {
  const slots = scopes.map((scope, slot) => ({ scope, slot: BigInt(slot) }));
  return sql`(${sql.join(memberQueries(dialect, kind, slots), sql` union `)})`;
}

/** Whether node `n` is in a scope in which `touched` is not set, looking at that one node. */
export function isScopeMember(dialect: SqlDialect, kind: NodeKind, scope: Scope): RawBuilder<SqlBool> {
  const { membership, propertyTable, owner } = NODE_LAYOUT[kind];
  const labels = (scope.labels ?? []).map(
    ({ name, value }) => sql<SqlBool>`exists (select 1 from ${sql.table(propertyTable)} as p
      where p.${sql.ref(owner)} = n.id and ${dialect.sameText(sql`p.name`, sql`${name}`)}
        and p.is_custom_property = ${dialect.flag(true)} and ${isSame(dialect, columnOf(value), 'p', sql`${value}`)})`,
  );
  const attributed = sql<SqlBool>`exists (select 1 from ${sql.table(membership.table)} as m
    where m.${sql.ref(membership.member)} = n.id and m.${sql.ref(membership.context)} in ${dialect.ids(scope.contextIds)})`;
  return joined([attributed, ...(labels.length > 0 ? [joined(labels, 'and')] : [])], 'or');
}

/** A scope and its place in the list that was asked for. */
interface Slot {
  readonly slot: bigint;
  readonly scope: Scope;
}

function memberQueries(
  dialect: SqlDialect,
  kind: NodeKind,
  slots: readonly Slot[],
): readonly RawBuilder<ScopeMember>[] {
  const touching = kind === 'ARTIFACT' ? slots.filter(({ scope }) => scope.touched === true) : [];
  return [
    inContexts(dialect, kind, slots),
    ...labelShapes(slots).map((shape) => labelled(dialect, kind, shape, slots)),
    ...(touching.length > 0 ? [touched(memberQueries(dialect, 'EXECUTION', touching))] : []),
  ];
}

function inContexts(dialect: SqlDialect, kind: NodeKind, slots: readonly Slot[]): RawBuilder<ScopeMember> {
  const { membership } = NODE_LAYOUT[kind];
  const rows = slots.flatMap(({ slot, scope }) => scope.contextIds.map((contextId) => ({ slot, contextId })));
  const contexts = dialect.rows<{ slot: bigint; contextId: bigint }>({ slot: 'integer', contextId: 'integer' }, rows);
  return sql`select s.slot as slot, m.${sql.ref(membership.member)} as id from ${contexts} as s
    inner join ${sql.table(membership.table)} as m on m.${sql.ref(membership.context)} = s.${sql.ref('contextId')}`;
}

/** The columns that a label's value can stand in. */
type ValueColumn = 'string_value' | 'int_value';

/** Whether the property row `p` has the value in the column. */
function isSame(dialect: SqlDialect, column: ValueColumn, p: string, value: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const held = sql.ref<string>(`${p}.${column}`);
  return column === 'string_value' ? dialect.sameText(held, value as RawBuilder<string>) : sql`${held} = ${value}`;
}

/** The columns that the values of a scope's labels stand in, such as `string_value string_value`. */
type LabelShape = string;

function columnOf(value: ScopeLabel['value']): ValueColumn {
  return typeof value === 'string' ? 'string_value' : 'int_value';
}

function shapeOf({ labels = [] }: Scope): LabelShape {
  return labels.map(({ value }) => columnOf(value)).join(' ');
}

/** The shapes of the scopes that have labels; each is a query of its own, as each label is a join with one column. */
function labelShapes(slots: readonly Slot[]): readonly LabelShape[] {
  const shapes = slots.map(({ scope }) => shapeOf(scope)).filter((shape) => shape !== '');
  return [...new Set(shapes)].sort();
}

/** Nodes that bear all labels. The last label is looked up, then the others are checked: they run from wide to narrow. */
function labelled(
  dialect: SqlDialect,
  kind: NodeKind,
  shape: LabelShape,
  slots: readonly Slot[],
): RawBuilder<ScopeMember> {
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const valueColumns = shape.split(' ');
  const places = valueColumns.map((_, place) => valueColumns.length - 1 - place);
  const columns = Object.fromEntries([
    ['slot', 'integer'] as const,
    ...places.flatMap((place) => [
      [`name${place}`, 'text'] as const,
      [`value${place}`, valueColumns[place] === 'int_value' ? 'integer' : 'text'] as const,
    ]),
  ]);
  const rows = slots.flatMap(({ slot, scope }) => {
    if (shapeOf(scope) !== shape) return [];
    const cells = (scope.labels ?? []).flatMap(({ name, value }, place) => [
      [`name${place}`, name] as const,
      [`value${place}`, value] as const,
    ]);
    return [Object.fromEntries<bigint | string>([['slot', slot], ...cells])];
  });
  // CROSS JOIN is a join like any other, but SQLite keeps to its order.
  const tables = places.map((place) => sql`cross join ${sql.table(propertyTable)} as ${sql.ref(`p${place}`)}`);
  const first = sql.ref(`p${valueColumns.length - 1}.${owner}`);
  const conditions = places.map((place, order) => {
    const label = (column: string) => sql.ref<string>(`p${place}.${column}`);
    const same = order === 0 ? sql`` : sql`${label(owner)} = ${first} and`;
    const name = dialect.sameText(label('name'), sql.ref(`s.name${place}`));
    const value = isSame(dialect, valueColumns[place] as ValueColumn, `p${place}`, sql.ref(`s.value${place}`));
    return sql`${same} ${name} and ${label('is_custom_property')} = ${dialect.flag(true)} and ${value}`;
  });
  return sql`select s.slot as slot, ${first} as id from ${dialect.rows(columns, rows)} as s ${sql.join(tables, sql` `)}
    where ${sql.join(conditions, sql` and `)}`;
}

/** Artifacts that the executions read or write. */
function touched(executions: readonly RawBuilder<ScopeMember>[]): RawBuilder<ScopeMember> {
  const types = [...INPUT_EVENT_TYPES, ...OUTPUT_EVENT_TYPES].map((type) => BigInt(EVENT_TYPES.indexOf(type)));
  return sql`select x.slot as slot, e.artifact_id as id from (${sql.join(executions, sql` union `)}) as x
    inner join ${sql.table('Event')} as e on e.execution_id = x.id where e.type in (${sql.join(types)})`;
}
