import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MetadataError } from '../errors.js';
import type { Extents } from '../mlmd/rows.js';

/** What is remembered of an archive that is under way. */
export interface Plan {
  /** Names the store that it is made from. */
  readonly source: string;
  readonly extents: Extents;
}

/** The files of an archive: `FILE.partial` grows beside `FILE.partial.json`, which says of what, and becomes `FILE` at the end. */
export class Place {
  readonly file: string;
  readonly partial: string;
  readonly #note: string;

  constructor(file: string) {
    this.file = file;
    this.partial = `${file}.partial`;
    this.#note = `${file}.partial.json`;
  }

  /** Throws where the file exists, as no archive takes the place of anything, or where it cannot be. */
  async check(): Promise<void> {
    if (await exists(this.file)) throw taken(this.file);
    const folder = dirname(this.file);
    if (await exists(folder)) return;
    throw new MetadataError('NOT_FOUND', `The folder ${folder} does not exist; create it, or name another file.`);
  }

  /**
   * The plan of the archive that is under way here; undefined where none is. Throws `FAILED_PRECONDITION` where it is of
   * another source, or where somebody else's file is in the way.
   */
  async resume(source: string): Promise<Plan | undefined> {
    if (!(await exists(this.partial))) return undefined;
    const plan = await this.#plan();
    if (plan === undefined) {
      const way = `Remove ${this.partial}, or name another file.`;
      throw new MetadataError(
        'FAILED_PRECONDITION',
        `${this.partial} is in the way: ${this.#note} does not tell of what it is. ${way}`,
      );
    }
    if (plan.source === source) return plan;
    throw new MetadataError(
      'FAILED_PRECONDITION',
      `${this.partial} is the beginning of an archive of ${plan.source}, not of ${source}. Remove it, or name another file.`,
    );
  }

  /** Remembers the plan. It is on disk before there is a partial file. */
  async begin({ source, extents }: Plan): Promise<void> {
    const tables = [...extents].map(([table, { rows, highestKey }]) => ({ table, rows, highestKey: `${highestKey}` }));
    const unfinished = `${this.#note}.new`;
    await named(this.#note, async () => {
      await writeFile(unfinished, `${JSON.stringify({ source, tables }, undefined, 2)}\n`);
      await sync(unfinished);
      await rename(unfinished, this.#note);
      await sync(dirname(this.file));
    });
  }

  /** Gives the partial file, which nobody has open, its name, and sees to it that both are on disk. */
  async finish(): Promise<void> {
    await named(this.file, async () => {
      await sync(this.partial);
      // Unlike a rename, this fails where the name was taken meanwhile.
      await link(this.partial, this.file);
      await sync(dirname(this.file));
      await rm(this.partial);
      await rm(this.#note);
      await sync(dirname(this.file));
    });
  }

  async #plan(): Promise<Plan | undefined> {
    try {
      const { source, tables } = JSON.parse(await readFile(this.#note, 'utf8')) as Noted;
      const extents = tables.map(
        ({ table, rows, highestKey }) => [table, { rows, highestKey: BigInt(highestKey) }] as const,
      );
      return { source, extents: new Map(extents) };
    } catch {
      return undefined;
    }
  }
}

/** The plan as JSON has it. */
interface Noted {
  readonly source: string;
  readonly tables: readonly {
    readonly table: string;
    readonly rows?: number | undefined;
    readonly highestKey: string;
  }[];
}

function taken(path: string): MetadataError {
  return new MetadataError('ALREADY_EXISTS', `${path} exists already, and is never written over; name another file.`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw new MetadataError('UNAVAILABLE', `${path} cannot be looked at (${error.code}).`, { cause: error });
    },
  );
}

/** Has the disk hold what was written to a file, or the names in a folder. */
async function sync(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function named(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw taken(path);
    if (code === undefined) throw error;
    const isForbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new MetadataError(isForbidden ? 'PERMISSION_DENIED' : 'UNAVAILABLE', `${path} cannot be written (${code}).`, {
      cause: error,
    });
  }
}
