import type { Extents, RowReader } from '../mlmd/rows.js';
import { ROW_TABLES } from '../mlmd/sql/rows.js';
import type { ArchiveFile } from '../mlmd/sql/sqlite/archive-file.js';
import { ahead } from './ahead.js';
import type { Progress } from './progress.js';

/** What an archive is made from and into. */
export interface Pair {
  readonly source: RowReader;
  readonly file: ArchiveFile;
  /** What is copied: rows that came later are left out. */
  readonly extents: Extents;
  readonly progress: Progress;
  /** Looked at between chunks. */
  readonly signal: AbortSignal;
}

/**
 * Copies what the file does not have yet. A chunk is written as a whole or not at all, so wherever this ends, the highest
 * key in the file says where to go on.
 */
export async function copyRows({ source, file, extents, progress, signal }: Pair): Promise<void> {
  for (const table of ROW_TABLES) {
    const { highestKey: after, rows: before } = await file.extent(table);
    if (before > 0) progress.resume(table, before);
    for await (const { rows } of ahead(source.chunks(table, extents, after))) {
      signal.throwIfAborted();
      if (rows.length > 0) await file.append(table, rows);
      progress.advance(table, rows.length);
    }
  }
}
