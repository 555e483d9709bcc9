import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { temporaryFolder } from './backends.js';
import { openService, serveStore } from './served-store.js';

/** A store that one of the tools wrote; `test/fixtures/ORIGIN.md` says how. */
export type FixtureName = 'kubeflow' | 'tfx' | 'cmf';

/** A way to reach a store that lies in a file. */
export interface FixtureReach {
  readonly name: string;
  open(fixture: FixtureName): Promise<MetadataStore>;
}

/** The ways that such a store is reached, each as a copy that is gone when the test is over. */
export const FIXTURE_REACHES: readonly FixtureReach[] = [
  { name: 'sqlite', open: openFixture },
  { name: 'grpc', open: async (fixture) => openService(await serveStore(await openFixture(fixture))) },
];

/** Opens a copy of a fixture for reading. */
export async function openFixture(name: FixtureName): Promise<MetadataStore> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await copyFile(pathOf(name), path);
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  return store;
}

/** Asks the tables of a fixture themselves, for what an answer is to be held against: the first column of each row. */
export function columnOf(name: FixtureName, sql: string): readonly unknown[] {
  const database = new BetterSqlite3(pathOf(name), { readonly: true });
  try {
    return database.prepare(sql).pluck().all();
  } finally {
    database.close();
  }
}

function pathOf(name: FixtureName): string {
  return fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url));
}
