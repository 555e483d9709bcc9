import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A private copy of a database. */
export interface DatabaseCopy {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Copies a database with what SQLite keeps beside it: the write-ahead log, or the journal of a write that was broken off.
 * Both must be worked into the file before it can be read, which a read-only disk does not let happen in place.
 */
export async function copyDatabase(path: string): Promise<DatabaseCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-graphql-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const copy = join(folder, basename(path));
  try {
    await copyFile(path, copy);
    for (const suffix of ['-wal', '-journal']) await copyIfThere(path + suffix, copy + suffix);
    return { path: copy, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
