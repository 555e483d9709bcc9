import { type Dialect, Kysely, type LogEvent } from 'kysely';
import type { OpenOptions } from '../open-options.js';
import type { MetadataStore } from '../store.js';
import type { CommitQueue } from './commit-queue.js';
import { SAVEPOINT, type WriteConnection } from './connection.js';
import type { SqlDialect } from './dialect.js';
import { type Layout, layoutPlugins, NEWEST_LAYOUT } from './older-layout.js';
import type { WriteSession } from './session.js';
import type { Transact } from './sql-store.js';
import type { Tables } from './tables.js';

/** Kysely over a store of a layout. It tells `onStatement` of every statement. */
export function openKysely(over: Dialect, { onStatement }: OpenOptions, layout: Layout): Kysely<Tables> {
  const log = onStatement && ((event: LogEvent) => onStatement(event.query.sql));
  return new Kysely<Tables>({ dialect: over, plugins: layoutPlugins(layout), ...(log && { log }) });
}

/**
 * Transactions on the connection of a queue.
 *
 * @param over - Kysely's way to that connection.
 */
export function transactOver<C extends WriteConnection>(
  queue: CommitQueue<C>,
  { over, dialect }: { readonly over: Dialect; readonly dialect: SqlDialect },
  options: OpenOptions,
): Transact {
  const session: WriteSession = {
    db: openKysely(over, options, NEWEST_LAYOUT),
    dialect,
    isTransaction: true,
    now: options.now ?? Date.now,
    savepoint: SAVEPOINT,
  };
  return (work) => queue.run(() => work(session));
}

/** Fills a store that was made just now; it is closed where that fails. */
export async function fillNew(store: MetadataStore, { onCreate }: OpenOptions): Promise<void> {
  try {
    await onCreate?.(store);
  } catch (error) {
    await store.close();
    throw error;
  }
}
