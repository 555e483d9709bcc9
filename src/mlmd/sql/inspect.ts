import { type RawBuilder, sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import {
  type Example,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type Inspection,
  MAX_EXAMPLES,
  type TypeCount,
} from '../inspection.js';
import type { NodeKind } from '../model.js';
import { CHECKS, type Check } from './checks.js';
import type { Use } from './sql-reader.js';
import { NODE_LAYOUT } from './tables.js';
import { toOptionalText, toText } from './values.js';

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];

/**
 * Counts what a store holds and what is amiss in it, one statement after the other: each is a pass over a table or an
 * index, whatever the size, and none holds up writers for longer than that. The database does the counting.
 */
export async function inspect(use: Use): Promise<Inspection> {
  const types: TypeCount[] = [];
  for (const kind of KINDS) types.push(...(await typeCounts(use, kind)));
  const [artifacts, executions, contexts] = [
    await countRows(use, NODE_LAYOUT.ARTIFACT.table),
    await countRows(use, NODE_LAYOUT.EXECUTION.table),
    await countRows(use, NODE_LAYOUT.CONTEXT.table),
  ];
  return {
    nodes: { ARTIFACT: artifacts, EXECUTION: executions, CONTEXT: contexts },
    edges: {
      events: await countRows(use, 'Event'),
      attributions: await countRows(use, 'Attribution'),
      associations: await countRows(use, 'Association'),
      parentLinks: await countRows(use, 'ParentContext'),
    },
    types,
    firstCreateTimeMs: await extremeTime(use, 'min', 'create_time_since_epoch'),
    lastUpdateTimeMs: await extremeTime(use, 'max', 'last_update_time_since_epoch'),
    ...(await findings(use)),
  };
}

async function countRows(use: Use, table: string): Promise<number> {
  return count(use, sql`${sql.table(table)} as n`);
}

async function count(use: Use, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await use(({ db }) =>
    sql<{ readonly number: bigint }>`select count(*) as number from ${from}`.execute(db),
  );
  return Number(rows[0]?.number ?? 0);
}

async function typeCounts(use: Use, kind: NodeKind): Promise<readonly TypeCount[]> {
  const { table, typeKind } = NODE_LAYOUT[kind];
  const { rows } = await use(({ db }) =>
    sql<{ readonly name: unknown; readonly version: unknown; readonly nodes: bigint }>`
      select t.name as name, t.version as version, g.nodes as nodes
      from (select n.type_id, count(*) as nodes from ${sql.table(table)} as n group by n.type_id) as g
      inner join ${sql.table('Type')} as t on t.id = g.type_id and t.type_kind = ${typeKind}
      order by g.nodes desc, t.id`.execute(db),
  );
  return rows.map(({ name, version, nodes }) => ({
    kind,
    name: toText(name),
    version: toOptionalText(version) || undefined,
    nodes: Number(nodes),
  }));
}

/** The least or greatest time of a node. Rows of before schema version 5 have 0 for want of one. */
async function extremeTime(use: Use, which: 'min' | 'max', column: string): Promise<number | undefined> {
  const times: number[] = [];
  for (const kind of KINDS) {
    const time = sql.ref(`n.${column}`);
    const { rows } = await use(({ db }) =>
      sql<{ readonly time: unknown }>`select ${sql.raw(which)}(${time}) as time
        from ${sql.table(NODE_LAYOUT[kind].table)} as n where ${time} > 0`.execute(db),
    );
    const found = rows[0]?.time;
    if (typeof found === 'bigint') times.push(Number(found));
  }
  return times.length === 0 ? undefined : Math[which](...times);
}

/** A server ends a statement after its time; what that was about is then untold, and the others are not. */
async function findings(use: Use): Promise<Pick<Inspection, 'findings' | 'untold'>> {
  const found = new Map<FindingKind, Finding>();
  const untold = new Set<FindingKind>();
  for (const check of CHECKS) {
    const number = await inTime(count(use, check.from));
    if (number === undefined) {
      untold.add(check.kind);
      continue;
    }
    if (number === 0) continue;
    const before = found.get(check.kind);
    const some = (await inTime(examples(use, check, MAX_EXAMPLES - (before?.examples.length ?? 0)))) ?? [];
    found.set(check.kind, {
      kind: check.kind,
      count: number + (before?.count ?? 0),
      examples: [...(before?.examples ?? []), ...some],
    });
  }
  return { findings: FINDING_KINDS.flatMap((kind) => found.get(kind) ?? []), untold: [...untold] };
}

async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MetadataError && error.code === 'DEADLINE_EXCEEDED') return undefined;
    throw error;
  }
}

async function examples(use: Use, { from, example, order }: Check, limit: number): Promise<readonly Example[]> {
  if (limit === 0) return [];
  const columns = Object.entries(example).map(([name, column]) => sql`${sql.ref(column)} as ${sql.ref(name)}`);
  const { rows } = await use(({ db }) =>
    sql<Readonly<Record<string, unknown>>>`select ${sql.join(columns)} from ${from}
      order by ${sql.ref(order)} limit ${BigInt(limit)}`.execute(db),
  );
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, held]) => [name, typeof held === 'bigint' ? held : toText(held)]),
    ),
  );
}
