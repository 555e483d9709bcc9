import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { serve } from '../../cli/support/command.js';
import type { FixtureName } from '../../support/fixtures.js';

/** The stores that the tools wrote. */
export const FIXTURES: readonly FixtureName[] = ['kubeflow', 'tfx', 'cmf'];

/**
 * Serves copies of fixtures by the command for as long as the tests of this block run.
 *
 * @returns what gives the address of each, within a test.
 */
export function serveFixtures(fixtures: readonly FixtureName[] = FIXTURES): (fixture: FixtureName) => string {
  const urls = new Map<FixtureName, string>();
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mlmd-graphql-web-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const served = fixtures.map(async (fixture) => {
      const store = await copyOf(fixture, folder);
      const { url } = await serve(['--store', store, '--read-only'], { onEnd: (end) => ends.unshift(end) });
      urls.set(fixture, url);
    });
    await Promise.all(served);
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
  return (fixture) => {
    const url = urls.get(fixture);
    if (url === undefined) throw new Error(`The store of ${fixture} is not served.`);
    return url;
  };
}

/** Copies a fixture into a folder, and says what to open it by. */
export async function copyOf(fixture: FixtureName, folder: string): Promise<string> {
  const path = join(folder, `${fixture}.db`);
  await copyFile(fileURLToPath(new URL(`../../fixtures/${fixture}.mlmd`, import.meta.url)), path);
  return `sqlite:${path}`;
}
