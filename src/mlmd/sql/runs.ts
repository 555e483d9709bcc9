import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ContextId, NodeKind } from '../model.js';
import type { DescribedRuns, Page, PageArgs, Position, RunQuery, RunRecord } from '../store.js';
import { groupBy, readingDirection, toPage } from './pages.js';
import { namesWithin, stretchOfTime } from './runs-nearby.js';
import { comesAfter, inSnapshot, joined, NEVER, type OrderKey, orderTerms, type Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { numberTest, textTest } from './test-conditions.js';

/** How runs are ordered. */
export interface RunOrder {
  readonly field: 'CREATE_TIME' | 'NAME';
  readonly descending: boolean;
}

/** A run as the statements below select it; ids that a run does not have are 0, which no row has. */
interface RunRow {
  readonly slot: bigint;
  readonly context_id: bigint;
  readonly workspace_id: bigint;
  readonly name: string;
  readonly time: bigint;
}

/** Pages of runs: see `MetadataReader.runPages`. One statement, or some for a page of the whole store by time. */
export async function runPages(
  session: Session,
  query: RunQuery,
  order: RunOrder,
  page: PageArgs,
  workspaces?: readonly ContextId[],
): Promise<readonly Page<RunRecord>[]> {
  if (workspaces?.length === 0) return [];
  const isByTime = workspaces === undefined && order.field === 'CREATE_TIME' && query.name === undefined;
  const rows =
    (isByTime && session.dialect.keepsJoinOrder
      ? await inSnapshot(session, (snapshot) => rowsNearby(snapshot, query, order, page))
      : undefined) ?? (await pageRows(session, query, order, page, { workspaces }));
  const bySlot = groupBy(rows, (row) => Number(row.slot));
  return (workspaces ?? [undefined]).map((_, slot) =>
    toPage(bySlot.get(slot) ?? [], page, toRecord, (row) => positionOf(order, row)),
  );
}

/** Where runs are looked for: in these workspaces, and where names are given, those that are only a name among them. */
interface Within {
  readonly workspaces?: readonly ContextId[] | undefined;
  readonly names?: readonly string[];
}

/** The rows on the page of each slot in the direction of reading, and one more where there are more. */
async function pageRows(
  session: Session,
  query: RunQuery,
  order: RunOrder,
  page: PageArgs,
  within: Within,
): Promise<readonly RunRow[]> {
  const { db, dialect } = session;
  const keys = ORDER_KEYS[order.field];
  const direction = readingDirection(order.descending, page);
  const terms = sql.join(orderTerms(dialect, keys, direction));
  const { rows } = await sql<RunRow>`
    select * from (
      select r.*, row_number() over (partition by slot order by ${terms}) as place
      from (${runs(session, query, within)}) as r where ${comesAfter(dialect, keys, direction, page.from)}
    ) as ranked where place <= ${BigInt(page.limit) + 1n} order by slot, place`.execute(db);
  return rows;
}

/**
 * A page of the whole store by time, of which the nodes of that time tell, without a look at all that bear a run's name:
 * 0.5 s instead of 2 s where a million do. Undefined where they do not fill it.
 */
async function rowsNearby(
  session: Session,
  query: RunQuery,
  order: RunOrder,
  page: PageArgs,
): Promise<readonly RunRow[] | undefined> {
  if (query.named === undefined) return undefined;
  const direction = readingDirection(order.descending, page);
  for (const nodes of NODES_NEARBY) {
    const stretch = await stretchOfTime(session, { query, direction, from: page.from?.[0], nodes });
    const names = stretch && (await namesWithin(session, query.named.runKey, stretch));
    if (names === undefined || names.length > MOST_NAMES) return undefined;
    const rows = await pageRows(session, query, order, page, { names });
    // A run that no node of the stretch is of begins at its end or beyond it.
    const last = rows[page.limit];
    if (last !== undefined && stretch?.holds(last.time)) return rows;
  }
  return undefined;
}

/** How many nodes of a kind are looked at for the runs of a page, one after the other. */
const NODES_NEARBY = [2_000n, 16_000n, 128_000n];

/** More names than that are no page's, and more than a statement takes. */
const MOST_NAMES = 10_000;

/** How many runs match: see `MetadataReader.runCounts`. One statement. */
export async function runCounts(
  session: Session,
  query: RunQuery,
  workspaces?: readonly ContextId[],
): Promise<readonly number[]> {
  if (workspaces?.length === 0) return [];
  const { rows } = await sql<{ readonly slot: bigint; readonly count: bigint }>`
    select slot, count(*) as count from (${runs(session, query, { workspaces })}) as r group by slot`.execute(
    session.db,
  );
  const counts = new Map(rows.map((row) => [Number(row.slot), Number(row.count)]));
  return (workspaces ?? [undefined]).map((_, slot) => counts.get(slot) ?? 0);
}

const UNIQUE: readonly OrderKey[] = [
  { term: sql`context_id`, type: 'integer' },
  { term: sql`workspace_id`, type: 'integer' },
];
const TIME: OrderKey = { term: sql`time`, type: 'integer' };
const NAME: OrderKey = { term: sql`name`, type: 'text' };

const ORDER_KEYS: Readonly<Record<RunOrder['field'], readonly OrderKey[]>> = {
  CREATE_TIME: [TIME, NAME, ...UNIQUE],
  NAME: [NAME, TIME, ...UNIQUE],
};

function positionOf({ field }: RunOrder, { time, name, context_id, workspace_id }: RunRow): Position {
  return field === 'NAME' ? [name, time, context_id, workspace_id] : [time, name, context_id, workspace_id];
}

function toRecord({ context_id, workspace_id, name, time }: RunRow): RunRecord {
  return {
    contextId: context_id === 0n ? undefined : (context_id as ContextId),
    workspaceId: workspace_id === 0n ? undefined : (workspace_id as ContextId),
    name,
    createTimeMs: Number(time),
  };
}

/** Selects the runs of each workspace, or of the store as slot 0. */
function runs(session: Session, query: RunQuery, { workspaces, names }: Within): RawBuilder<RunRow> {
  const slots = workspaces?.map((id, slot) => ({ slot: BigInt(slot), id }));
  const wanted = slots && session.dialect.rows<{ slot: bigint; id: bigint }>({ slot: 'integer', id: 'integer' }, slots);
  const { described, named } = query;
  const all = [
    contextRuns(session, query, wanted),
    ...(described === undefined ? [] : [describedRuns(session, query, described, wanted)]),
    ...(named === undefined ? [] : [namedRuns(session, query, named, wanted, names)]),
  ];
  return sql`${sql.join(all, sql` union all `)}`;
}

type Wanted = RawBuilder<{ slot: bigint; id: bigint }> | undefined;

/** Runs that are contexts; a workspace's are those that have it among their parents. */
function contextRuns(session: Session, query: RunQuery, wanted: Wanted): RawBuilder<RunRow> {
  const within =
    wanted === undefined
      ? sql``
      : sql`inner join ${sql.table('ParentContext')} as l on l.context_id = c.id inner join ${wanted} as w on w.id = l.parent_context_id`;
  const { name, joinName } = contextName(session, query);
  const conditions = [
    isRunType(session, query),
    ...created(query, sql`c.create_time_since_epoch`),
    ...nameTests(session, query, name),
  ];
  return sql`select ${wanted === undefined ? sql`0` : sql`w.slot`} as slot, c.id as context_id,
      coalesce((select min(p.id) from ${sql.table('ParentContext')} as q
        inner join ${sql.table('Context')} as p on p.id = q.parent_context_id where q.context_id = c.id), 0) as workspace_id,
      ${session.dialect.bytes(name)} as name, c.create_time_since_epoch as time
    from ${sql.table('Context')} as c ${within} ${joinName} where ${joined(conditions, 'and')}`;
}

/** The name of the run that context `c` is: out of its property where it has one, else the context's own. */
function contextName({ dialect }: Session, { contextNameProperty }: RunQuery) {
  if (contextNameProperty === undefined) return { name: sql<string>`c.name`, joinName: sql`` };
  return {
    name: sql<string>`coalesce(a.string_value, c.name)`,
    joinName: sql`left join ${sql.table('ContextProperty')} as a on a.context_id = c.id
      and ${dialect.sameText(sql`a.name`, sql`${contextNameProperty}`)} and a.is_custom_property = ${dialect.flag(false)}`,
  };
}

/** Runs that tell of themselves: the workspaces that are wanted are found by the name that their runs bear. */
function describedRuns(
  session: Session,
  query: RunQuery,
  { typeName, nameProperty, workspaceType, workspaceProperty }: DescribedRuns,
  wanted: Wanted,
): RawBuilder<RunRow> {
  const { dialect } = session;
  const declares = (table: 'a' | 'b', name: string) =>
    sql<SqlBool>`${dialect.sameText(sql.ref(`${table}.name`), sql`${name}`)}
      and ${sql.ref(`${table}.is_custom_property`)} = ${dialect.flag(false)}
      and ${sql.ref(`${table}.string_value`)} is not null`;
  const names = (table: 'w' | 'p') => dialect.sameText(sql`b.string_value`, sql.ref(`${table}.name`));
  const within =
    wanted === undefined
      ? sql``
      : sql`inner join (${workspacesOfType(session, workspaceType, wanted)}) as w on ${names('w')}`;
  const conditions = [
    isOfType(session, [typeName]),
    declares('a', nameProperty),
    declares('b', workspaceProperty),
    ...created(query, sql`c.create_time_since_epoch`),
    ...nameTests(session, query, sql`a.string_value`),
  ];
  return sql`select ${wanted === undefined ? sql`0` : sql`w.slot`} as slot, c.id as context_id,
      coalesce((select min(p.id) from (${workspacesOfType(session, workspaceType, undefined)}) as p
        where ${names('p')}), 0) as workspace_id,
      ${dialect.bytes(sql`a.string_value`)} as name, c.create_time_since_epoch as time
    from ${sql.table('Context')} as c
    inner join ${sql.table('ContextProperty')} as a on a.context_id = c.id
    inner join ${sql.table('ContextProperty')} as b on b.context_id = c.id ${within}
    where ${joined(conditions, 'and')}`;
}

/** Workspaces of a type by id and name: those that are wanted, each with its slot, or all in slot 0. */
function workspacesOfType({ dialect }: Session, workspaceType: string, wanted: Wanted): RawBuilder<unknown> {
  return sql`select w.id as id, w.name as name, ${wanted === undefined ? sql`0` : sql`v.slot`} as slot
    from ${sql.table('Context')} as w inner join ${sql.table('Type')} as t on t.id = w.type_id
    ${wanted === undefined ? sql`` : sql`inner join ${wanted} as v on v.id = w.id`}
    where ${dialect.sameText(sql`t.name`, sql`${workspaceType}`)} and t.type_kind = ${NODE_LAYOUT.CONTEXT.typeKind}`;
}

/** Runs that only the properties of executions and artifacts tell of, unless a context tells of the same. */
function namedRuns(
  session: Session,
  query: RunQuery,
  named: NonNullable<RunQuery['named']>,
  wanted: Wanted,
  among: readonly string[] | undefined,
): RawBuilder<RunRow> {
  const { dialect } = session;
  const { name, joinName } = contextName(session, query);
  const bearers = [
    firstBearers(session, 'EXECUTION', query, named, wanted, among),
    firstBearers(session, 'ARTIFACT', query, named, wanted, among),
  ];
  const within = wanted === undefined ? sql`` : sql`and l.parent_context_id in (select id from ${wanted} as u)`;
  return sql`select slot, 0 as context_id, workspace_id, name, time from (
      select slot, workspace_id, name, min(time) as time from (${sql.join(bearers, sql` union all `)}) as bearers
      group by slot, workspace_id, name
    ) as names where ${joined(created(query, sql`time`), 'and')} and (workspace_id, name) not in (
      select l.parent_context_id, ${dialect.bytes(name)} from ${sql.table('ParentContext')} as l
      inner join ${sql.table('Context')} as c on c.id = l.context_id ${joinName}
      where ${isRunType(session, query)} ${within})`;
}

/**
 * The first node of a kind that bears each name, which is the one with the lowest id.
 *
 * Names are grouped before nodes are looked at, as one can be borne by very many. CROSS JOIN is a join like any other, but
 * SQLite keeps to its order: workspace, then who is in it, then the run; left to itself it begins with all runs. A run that
 * is looked for by name comes first, as it has few nodes beside those of its workspace.
 */
function firstBearers(
  session: Session,
  kind: NodeKind,
  query: RunQuery,
  { workspaceType, workspaceKey, runKey }: NonNullable<RunQuery['named']>,
  wanted: Wanted,
  among: readonly string[] | undefined,
): RawBuilder<RunRow> {
  const { table, propertyTable, owner } = NODE_LAYOUT[kind];
  const { dialect } = session;
  const custom = dialect.flag(true);
  const isNamed = (table: string, name: string) => dialect.sameText(sql.ref(`${table}.name`), sql`${name}`);
  const runName = dialect.bytes(sql`r.string_value`);
  const ofType = workspacesOfType(session, workspaceType, wanted);
  const [b, r] = [sql`${sql.table(propertyTable)} as b`, sql`${sql.table(propertyTable)} as r`];
  const isAmong = among === undefined ? [] : [among.length === 0 ? NEVER : dialect.oneOf(sql`r.string_value`, among)];
  const tests = [...isAmong, ...nameTests(session, query, sql`r.string_value`)];
  const inOrder =
    among !== undefined || looksForName(query) ? [r, b, sql`(${ofType}) as w`] : [sql`(${ofType}) as w`, b, r];
  return sql`select g.slot as slot, g.workspace_id as workspace_id, g.name as name, n.create_time_since_epoch as time from (
      select w.slot as slot, w.id as workspace_id, ${runName} as name, min(r.${sql.ref(owner)}) as first_id
      from ${sql.join(inOrder, sql` cross join `)}
      where ${isNamed('b', workspaceKey)} and b.is_custom_property = ${custom}
        and ${dialect.sameText(sql`b.string_value`, sql`w.name`)}
        and r.${sql.ref(owner)} = b.${sql.ref(owner)} and ${isNamed('r', runKey)} and r.is_custom_property = ${custom}
        and ${runName} <> '' and ${joined(tests, 'and')}
      group by w.slot, w.id, ${runName}
    ) as g inner join ${sql.table(table)} as n on n.id = g.first_id`;
}

/** Only runs of certain names are wanted. */
function looksForName({ name = [] }: RunQuery): boolean {
  return name.some(
    ({ test, negated }) => !negated && (test.op === 'IN' || (test.op === 'COMPARE' && test.comparison === '=')),
  );
}

/** Context `c` is a run by its type. */
function isRunType(session: Session, { contextTypes }: RunQuery): RawBuilder<SqlBool> {
  return isOfType(session, contextTypes);
}

/** Context `c` is of one of these types. */
function isOfType({ dialect }: Session, typeNames: readonly string[]): RawBuilder<SqlBool> {
  if (typeNames.length === 0) return NEVER;
  return sql`c.type_id in (select t.id from ${sql.table('Type')} as t where t.type_kind = ${NODE_LAYOUT.CONTEXT.typeKind}
    and ${dialect.oneOf(sql`t.name`, typeNames)})`;
}

function nameTests({ dialect }: Session, query: RunQuery, name: RawBuilder<string | null>): RawBuilder<SqlBool>[] {
  return (query.name ?? []).map(({ test, negated }) => {
    const condition = textTest(dialect, name, test);
    return negated ? sql`(${condition}) is not true` : condition;
  });
}

function created({ createdFromMs, createdToMs }: RunQuery, time: RawBuilder<unknown>): RawBuilder<SqlBool>[] {
  const bound = (comparison: '>=' | '<=', value: bigint | undefined) =>
    value === undefined ? [] : [numberTest(time, { op: 'COMPARE', comparison, value: { type: 'INT', value } })];
  return [...bound('>=', createdFromMs), ...bound('<=', createdToMs)];
}
