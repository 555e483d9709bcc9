import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../src/log.js';
import { openStore } from '../../../src/mlmd/open.js';
import { startService } from '../../support/served-store.js';
import type { LineProcess } from '../support/line-process.js';
import type { Pair } from './sequence.js';
import { Service } from './service.js';
import { Side } from './side.js';

/**
 * The engine and our service, each over a new store of its own and behind a port of its own.
 *
 * @param engines - where a line gives the port of another engine.
 */
export async function openPair(engines: LineProcess): Promise<Pair> {
  const engine = new Service(`127.0.0.1:${await engines.echo('one more')}`);
  const { service: ours, close } = await openOurs();
  return {
    engine: new Side(engine),
    ours: new Side(ours),
    async close() {
      engine.close();
      ours.close();
      await close();
    },
  };
}

async function openOurs() {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-differential-'));
  const store = await openStore(`sqlite:${join(folder, 'mlmd.db')}`, { readOnly: false });
  // What is unforeseen says so on stderr, with its stack.
  const server = await startService(store, createLogger('error'));
  const close = async () => {
    await server.stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { service: new Service(server.address), close };
}
