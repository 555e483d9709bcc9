import { createHash } from 'node:crypto';
import { MetadataError } from '../errors.js';
import type { Row } from '../mlmd/rows.js';
import { type KeyRange, ROW_TABLES } from '../mlmd/sql/rows.js';
import { SCHEMA } from '../mlmd/sql/schema.js';
import { ahead } from './ahead.js';
import { firstDifference, textOf } from './cells.js';
import type { Pair } from './copy.js';

/** How often what differs is copied again before it is given up. */
const MAX_REPAIRS = 3;

/** A table that is the same in the store and in the file. */
export interface VerifiedTable {
  readonly table: string;
  readonly rows: number;
  /** Of all values of all rows in their order, in hexadecimal: equal tables have equal ones, wherever they are kept. */
  readonly sha256: string;
}

/**
 * Reads the store and the file again and compares every value of every row. What differs, as somebody wrote meanwhile or
 * the file was damaged, is noted and copied again, and its table is compared once more.
 *
 * @returns one row per table. Throws `ABORTED`, naming the row, where a table still differs after three times.
 */
export async function verifyRows(pair: Pair): Promise<readonly VerifiedTable[]> {
  const verified: VerifiedTable[] = [];
  for (const table of ROW_TABLES) verified.push(await verifyTable(pair, table));
  return verified;
}

async function verifyTable(pair: Pair, table: string): Promise<VerifiedTable> {
  for (let repairs = 0; ; repairs += 1) {
    const compared = await compareTable(pair, table);
    const [first] = compared.differences;
    if (first === undefined) return { table, rows: compared.rows, sha256: compared.sha256 };
    if (repairs === MAX_REPAIRS) {
      throw new MetadataError('ABORTED', `${first}, and again after it was copied ${MAX_REPAIRS} times; try it later.`);
    }
    const more = compared.differences.length - 1;
    pair.progress.note(`${first}${more > 0 ? `, and there is more of that (${more})` : ''}; copied again.`);
  }
}

/** Compares one table and copies the chunks that differ. @returns for each of these its first difference, in words. */
async function compareTable(pair: Pair, table: string) {
  const { source, extents, progress, signal } = pair;
  const hash = createHash('sha256');
  const differences: string[] = [];
  let rows = 0;
  let after: bigint | undefined;
  for await (const chunk of ahead(source.chunks(table, extents, undefined))) {
    signal.throwIfAborted();
    differences.push(...(await compareChunk(pair, table, { after, upTo: chunk.upTo }, chunk.rows)));
    hash.update(chunk.rows.map(textOf).join(''));
    rows += chunk.rows.length;
    after = chunk.upTo;
    progress.advance(table, chunk.rows.length);
  }
  // Beyond the last row there must be none.
  differences.push(...(await compareChunk(pair, table, { after, upTo: undefined }, [])));
  return { differences, rows, sha256: hash.digest('hex') };
}

async function compareChunk(
  { file }: Pair,
  table: string,
  range: KeyRange,
  wanted: readonly Row[],
): Promise<readonly string[]> {
  const difference = differenceIn(table, wanted, await file.rows(table, range));
  if (difference === undefined) return [];
  await file.replace(table, range, wanted);
  return [difference];
}

/** The first difference between what the store and the file hold, in words that name table, id and column. */
function differenceIn(table: string, wanted: readonly Row[], found: readonly Row[]): string | undefined {
  for (let place = 0; place < Math.max(wanted.length, found.length); place += 1) {
    const difference = differenceBetween(table, wanted[place], found[place]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function differenceBetween(table: string, wanted: Row | undefined, found: Row | undefined): string | undefined {
  const [key, foundKey] = [wanted?.[0] ?? null, found?.[0] ?? null];
  if (found === undefined || (wanted !== undefined && key !== null && foundKey !== null && key < foundKey)) {
    return `${table} ${key} is not in the archive`;
  }
  if (wanted === undefined || key !== foundKey) return `${table} ${foundKey} is in the archive and not in the store`;
  const place = firstDifference(wanted, found);
  if (place === undefined) return undefined;
  return `${table} ${key} differs from the archive in ${Object.keys(SCHEMA[table]?.columns ?? {})[place]}`;
}
