import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MetadataError } from '../../../errors.js';

/** A private copy of a database. */
export interface DatabaseCopy {
  readonly path: string;
  remove(): Promise<void>;
}

/** The file, and what SQLite keeps beside it: the write-ahead log, or the journal of a write that was broken off. */
const PARTS = ['', '-wal', '-journal'];

/** How often a copy is begun again because somebody wrote meanwhile. */
const MAX_TRIES = 5;

/**
 * Copies a database with what belongs to it, which must be worked into it before it can be read. Throws `UNAVAILABLE` where
 * it is written to so often that no copy is of one moment.
 */
export async function copyDatabase(path: string): Promise<DatabaseCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-graphql-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const copy = join(folder, basename(path));
  try {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const before = await stampOf(path);
      for (const part of PARTS) await copyIfThere(path + part, copy + part);
      if ((await stampOf(path)) === before) return { path: copy, remove };
    }
    throw new MetadataError('UNAVAILABLE', `${path} is written to all the time, so it cannot be copied; try again.`);
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Differs where a part was written, appeared or went away. */
async function stampOf(path: string): Promise<string> {
  const stamps = PARTS.map(async (part) => {
    const found = await unlessMissing(() => stat(path + part, { bigint: true }));
    return found && `${found.size} ${found.mtimeNs} ${found.ino}`;
  });
  return (await Promise.all(stamps)).join();
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await unlessMissing(() => copyFile(from, to));
}

async function unlessMissing<T>(access: () => Promise<T>): Promise<T | undefined> {
  try {
    return await access();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
