import { sql } from 'kysely';
import type { Scope } from '../filter/filter.js';
import type { ContextId, ExecutionState, Membership, NodeRef, ParentContext } from '../model.js';
import { EXECUTION_STATES, nodeKey } from '../model.js';
import type { ExecutionSummary } from '../store.js';
import { groupBy } from './pages.js';
import { scopeMembers } from './scopes.js';
import type { Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';

/** The contexts that nodes are in: see `MetadataReader.membershipsOf`. One statement per kind. */
export async function membershipsOf(session: Session, nodes: readonly NodeRef[]): Promise<readonly Membership[]> {
  const distinct = [...new Map(nodes.map((node) => [nodeKey(node), node])).values()];
  const rows = await Promise.all([
    memberRows(session, 'ARTIFACT', distinct),
    memberRows(session, 'EXECUTION', distinct),
  ]);
  const byNode = groupBy(rows.flat(), ({ kind, member }) => nodeKey({ kind, id: member }));
  return distinct.flatMap((node) =>
    (byNode.get(nodeKey(node)) ?? []).map(({ context }) => ({ node, contextId: context as ContextId })),
  );
}

async function memberRows({ db, dialect }: Session, kind: NodeRef['kind'], nodes: readonly NodeRef[]) {
  const ids: readonly bigint[] = nodes.filter((node) => node.kind === kind).map((node) => node.id);
  if (ids.length === 0) return [];
  const { table, membership } = NODE_LAYOUT[kind];
  const member = sql.ref(`m.${membership.member}`);
  const { rows } = await sql<{ readonly member: bigint; readonly context: bigint }>`
    select ${member} as member, m.context_id as context
    from ${sql.table(membership.table)} as m inner join ${sql.table(table)} as n on n.id = ${member}
    inner join ${sql.table('Context')} as c on c.id = m.context_id
    where ${member} in ${dialect.ids(ids)} order by ${member}, m.context_id`.execute(db);
  return rows.map((row) => ({ ...row, kind }));
}

/** ParentContext links: see `MetadataReader.contextLinks`. */
export async function contextLinks(
  { db, dialect }: Session,
  ids: readonly ContextId[],
  towards: 'PARENTS' | 'CHILDREN',
): Promise<readonly ParentContext[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('ParentContext as l')
    .innerJoin('Context as child', 'child.id', 'l.context_id')
    .innerJoin('Context as parent', 'parent.id', 'l.parent_context_id')
    .select(['l.context_id', 'l.parent_context_id'])
    .where(towards === 'PARENTS' ? 'l.context_id' : 'l.parent_context_id', 'in', dialect.ids(ids))
    .orderBy('l.context_id')
    .orderBy('l.parent_context_id')
    .execute();
  return rows.map((row) => ({
    childId: row.context_id as ContextId,
    parentId: row.parent_context_id as ContextId,
  }));
}

/** What the executions of each scope are up to: see `MetadataReader.executionSummaries`. One statement. */
export async function executionSummaries(
  { db, dialect }: Session,
  scopes: readonly Scope[],
): Promise<readonly ExecutionSummary[]> {
  if (scopes.length === 0) return [];
  const rows = await db
    .selectFrom(scopeMembers(dialect, 'EXECUTION', scopes).as('m'))
    .innerJoin('Execution as n', 'n.id', 'm.id')
    .select((eb) => [
      'm.slot',
      'n.last_known_state as state',
      eb.fn.countAll<bigint>().as('count'),
      eb.fn.min('n.create_time_since_epoch').as('first'),
      eb.fn.max('n.last_update_time_since_epoch').as('last'),
    ])
    .groupBy(['m.slot', 'n.last_known_state'])
    .orderBy('m.slot')
    .orderBy('n.last_known_state')
    .execute();
  const bySlot = groupBy(rows, (row) => Number(row.slot));
  return scopes.map((_, slot) => {
    const of = bySlot.get(slot) ?? [];
    const states = new Map<ExecutionState | 'NONE', number>();
    for (const { state, count } of of) {
      const name = state === null ? 'NONE' : (EXECUTION_STATES[Number(state)] ?? 'UNKNOWN');
      states.set(name, (states.get(name) ?? 0) + Number(count));
    }
    return {
      states,
      firstCreateTimeMs: of.length === 0 ? undefined : Math.min(...of.map((row) => Number(row.first))),
      lastUpdateTimeMs: of.length === 0 ? undefined : Math.max(...of.map((row) => Number(row.last))),
    };
  });
}
