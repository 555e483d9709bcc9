import type { Extents, RowReader } from '../mlmd/rows.js';
import { ArchiveFile } from '../mlmd/sql/sqlite/archive-file.js';
import type { MetadataStore } from '../mlmd/store.js';
import { copyRows } from './copy.js';
import { Place } from './place.js';
import type { Progress } from './progress.js';
import { StoreRows } from './store-rows.js';
import { type VerifiedTable, verifyRows } from './verify.js';

/** What is to be archived, and where. */
export interface ArchiveOptions {
  readonly store: MetadataStore;
  /** Names the store: an archive that was broken off goes on from a store of this name only. */
  readonly source: string;
  /** The path of the archive. */
  readonly file: string;
  readonly progress: Progress;
  /** Breaks it off. */
  readonly signal: AbortSignal;
}

/** What an archive holds. */
export interface ArchiveReport {
  readonly tables: readonly VerifiedTable[];
  /** The tables to which rows were added since the beginning; these are not in the archive. */
  readonly grown: readonly { readonly table: string; readonly beyond: bigint }[];
}

/**
 * Copies a store into a new SQLite file of MLMD's layout, and has it under its name only once every value was compared.
 * Whatever breaks it off, the same call goes on from there.
 *
 * Throws `ALREADY_EXISTS` where the file exists, `FAILED_PRECONDITION` where the beginning of another archive is in the
 * way, `ABORTED` where the store changes faster than it can be copied, the signal's reason, and what the store throws.
 */
export async function archive({ store, source: name, file, progress, signal }: ArchiveOptions): Promise<ArchiveReport> {
  const place = new Place(file);
  await place.check();
  const source = store.rows ?? new StoreRows(store);
  const { extents, mode } = await begin(place, name, source);
  const partial = await ArchiveFile.open(place.partial, mode);
  let tables: readonly VerifiedTable[];
  try {
    tables = await fill(partial, { source, extents, progress, signal });
  } finally {
    progress.end();
    await partial.close();
  }
  await place.finish();
  return { tables, grown: await grownBeyond(extents, source) };
}

async function begin(place: Place, name: string, source: RowReader) {
  const plan = await place.resume(name);
  if (plan !== undefined) return { extents: plan.extents, mode: 'WRITE' } as const;
  const extents = await source.extents();
  await place.begin({ source: name, extents });
  return { extents, mode: 'CREATE' } as const;
}

interface Filling {
  readonly source: RowReader;
  readonly extents: Extents;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function fill(file: ArchiveFile, { extents, progress, ...rest }: Filling): Promise<readonly VerifiedTable[]> {
  const pair = { ...rest, file, extents, progress };
  const rows = totalOf(extents);
  progress.begin('COPY', rows);
  await copyRows(pair);
  progress.begin('INDEX', undefined);
  await file.index();
  progress.begin('VERIFY', rows);
  const tables = await verifyRows(pair);
  progress.begin('CHECK', undefined);
  await file.check();
  return tables;
}

/** How many rows there are in all, if that is known of every table. */
function totalOf(extents: Extents): number | undefined {
  const counts = [...extents.values()].flatMap(({ rows }) => rows ?? []);
  return counts.length < extents.size ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

async function grownBeyond(before: Extents, source: RowReader): Promise<ArchiveReport['grown']> {
  const now = await source.extents();
  return [...now].flatMap(([table, { highestKey }]) => {
    const beyond = before.get(table)?.highestKey ?? 0n;
    return highestKey > beyond ? [{ table, beyond }] : [];
  });
}
