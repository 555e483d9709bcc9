import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MetadataError } from '../../../errors.js';

/** What is found at a path: no file, an empty one, or an SQLite database. */
export type FileState = 'MISSING' | 'EMPTY' | 'DATABASE';

/** Every SQLite file starts with this. https://www.sqlite.org/fileformat.html, section 1.3 */
const MAGIC = Buffer.from('SQLite format 3\0');

/**
 * Looks at a path without opening it as a database, and explains in one line what stands in the way of a store there:
 * no folder, no file to read, no permission, a read-only disk, a file of another kind.
 */
export async function inspectFile(path: string, readOnly: boolean): Promise<FileState> {
  const state = await fileState(path);
  if (readOnly) {
    if (state === 'MISSING')
      throw new MetadataError('NOT_FOUND', `${path} does not exist; read-only, it is not created.`);
    if (state === 'EMPTY') {
      throw new MetadataError('FAILED_PRECONDITION', `${path} is empty; read-only, no store is created in it.`);
    }
    return state;
  }
  if (state !== 'MISSING') await checkWritable(path, `${path} cannot be written`);
  // SQLite keeps its journal beside the file, so the folder must be writable as well.
  await checkWritable(dirname(path), `The folder ${dirname(path)} cannot be written`);
  return state;
}

async function fileState(path: string): Promise<FileState> {
  const found = await attempt(path, () => stat(path));
  if (found === undefined) {
    await checkFolder(dirname(path));
    return 'MISSING';
  }
  if (found.isDirectory()) {
    throw new MetadataError('FAILED_PRECONDITION', `${path} is a folder; name a file in it.`);
  }
  if (!found.isFile()) throw new MetadataError('FAILED_PRECONDITION', `${path} is not an ordinary file; name another.`);
  if (found.size === 0) return 'EMPTY';
  if (!(await startsWithMagic(path))) {
    throw new MetadataError('FAILED_PRECONDITION', `${path} is not an SQLite database; name another file.`);
  }
  return 'DATABASE';
}

async function checkFolder(folder: string): Promise<void> {
  const found = await attempt(folder, () => stat(folder));
  if (found === undefined) {
    throw new MetadataError('NOT_FOUND', `The folder ${folder} does not exist; create it, or name another file.`);
  }
  if (!found.isDirectory()) {
    throw new MetadataError('FAILED_PRECONDITION', `${folder} is not a folder, so no file can be in it.`);
  }
}

async function startsWithMagic(path: string): Promise<boolean> {
  const file = await attempt(path, () => open(path));
  if (file === undefined) return false;
  try {
    const { buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.equals(MAGIC);
  } finally {
    await file.close();
  }
}

async function checkWritable(path: string, problem: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (cause) {
    const reason = codeOf(cause) === 'EROFS' ? 'its file system is read-only' : 'permission denied';
    throw new MetadataError('PERMISSION_DENIED', `${problem}: ${reason}. Mend that, or open it with --read-only.`, {
      cause,
    });
  }
}

/** Undefined where there is nothing at the path. */
async function attempt<T>(path: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR') {
      throw new MetadataError('FAILED_PRECONDITION', `${path} leads through something that is not a folder.`, {
        cause,
      });
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new MetadataError(
        'PERMISSION_DENIED',
        `${path} cannot be read: permission denied. Allow it, or name another file.`,
        { cause },
      );
    }
    throw new MetadataError('UNAVAILABLE', `${path} cannot be read (${code ?? 'unknown reason'}).`, { cause });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
