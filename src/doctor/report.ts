import type { Inspection } from '../mlmd/inspection.js';
import type { MetadataStore, StoreDescription } from '../mlmd/store.js';
import { MEANINGS } from './meanings.js';
import { readInspection } from './read-inspection.js';
import { type Writer, writersOf } from './writers.js';

/** How a store can be served. */
export type Served =
  | { readonly as: 'READ_WRITE' }
  | { readonly as: 'READ_ONLY'; readonly because: string }
  | { readonly as: 'NOT'; readonly because: string };

/** What a store is, what it holds and what is amiss in it. */
export interface Report {
  /** Its URL, fit to show. */
  readonly store: string;
  readonly served: Served;
  /** Undefined where the store could not be opened. */
  readonly found: Found | undefined;
}

/** What was found in a store that could be opened. */
export interface Found extends Pick<StoreDescription, 'backend' | 'schemaVersion'> {
  readonly writers: readonly Writer[];
  readonly inspection: Inspection;
}

/** Examines an open store. Reads only. */
export async function examine(store: MetadataStore): Promise<Found> {
  const { backend, schemaVersion } = await store.describe();
  const inspection = store.inspect === undefined ? await readInspection(store) : await store.inspect();
  return { backend, schemaVersion, writers: writersOf(inspection.types), inspection };
}

/** Whether something that was recorded is not seen. */
export function losesSomething({ found }: Report): boolean {
  return found?.inspection.findings.some(({ kind }) => MEANINGS[kind].weight === 'LOSS') ?? false;
}
