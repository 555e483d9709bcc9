import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../src/log.js';
import { openStore } from '../../../src/mlmd/open.js';
import { startService } from '../../support/served-store.js';
import type { LineProcess } from '../support/line-process.js';
import { DIFFERENCES } from './differences.js';
import type { Place } from './place.js';
import type { Pair } from './sequence.js';
import { Service } from './service.js';
import { Side } from './side.js';

/**
 * The engine and our service, each over a new store of its own and behind a port of its own.
 *
 * @param engines - where a line gives the port of another engine: over memory or, with a place, over the store in the line.
 */
export async function openPair(engines: LineProcess, place?: Place): Promise<Pair> {
  const [theirUrl, ourUrl] = [await place?.fresh(), await place?.fresh()];
  const engine = new Service(`127.0.0.1:${await engines.echo(theirUrl ?? 'one more')}`);
  const { service: ours, close } = await openOurs(ourUrl);
  return {
    engine: new Side(engine),
    ours: new Side(ours),
    differences: place?.differences ?? DIFFERENCES,
    afterWrite: async () => {
      for (const url of [theirUrl, ourUrl]) if (url !== undefined) await place?.level(url);
    },
    async close() {
      engine.close();
      ours.close();
      await close();
    },
  };
}

async function openOurs(url?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-differential-'));
  const store = await openStore(url ?? `sqlite:${join(folder, 'mlmd.db')}`, { readOnly: false });
  // What is unforeseen says so on stderr, with its stack.
  const server = await startService(store, createLogger('error'));
  const close = async () => {
    await server.stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { service: new Service(server.address), close };
}
