import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenOptions, openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';

/** A kind of store to run the contract over. */
export interface Backend {
  readonly name: string;
  /** Opens a fresh store, which is closed and deleted when the test is over. */
  open(options?: Partial<OpenOptions>): Promise<MetadataStore>;
}

/** Every store there is; the contract says the same of all of them. */
export const backends: readonly Backend[] = [
  {
    name: 'sqlite',
    open: async (options = {}) => {
      const store = await openStore(`sqlite:${join(await temporaryFolder(), 'mlmd.db')}`, {
        readOnly: false,
        ...options,
      });
      onTestFinished(() => store.close());
      return store;
    },
  },
];

/** A folder that is gone when the test is over; made first, it goes last. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
