import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../src/mlmd/store.js';
import { registerKubeflowTypes } from '../../../src/recording/index.js';
import { temporaryFolder } from '../../support/backends.js';

/** The clock of recording tests: half past noon and a bit. */
export const OPTIONS = { now: () => new Date('2026-11-22T12:30:00.045Z') };

/** A new store of ours, and the path of its file. */
export async function newStore(): Promise<{ readonly store: MetadataStore; readonly path: string }> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  onTestFinished(() => store.close());
  await registerKubeflowTypes(store);
  return { store, path };
}
