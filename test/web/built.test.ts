import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const ROOT = new URL('../../dist/web/', import.meta.url);

/**
 * Bytes, gzipped, that a first visit loads before it can show anything, some 15% above what it was when this was set.
 * Whoever needs more says why here; what only one page needs is to be loaded by that page.
 */
const BUDGET = 355_000;

it('loads no more than its budget before the first page shows', () => {
  const page = gunzipSync(readFileSync(new URL('index.html.gz', ROOT))).toString('utf8');
  const assets = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, asset]) => asset ?? '');

  const bytes = assets.reduce((sum, asset) => sum + statSync(new URL(`${asset}.gz`, ROOT)).size, 0);

  expect(assets).toEqual(expect.arrayContaining([expect.stringMatching(/\.js$/), expect.stringMatching(/\.css$/)]));
  expect(bytes).toBeLessThan(BUDGET);
});

it('brings the licences of what the pages are made with', () => {
  const licences = readFileSync(new URL('LICENSES.md', ROOT), 'utf8');

  for (const name of ['react', '@mantine/core', '@xyflow/react', 'elkjs', 'echarts']) {
    expect(licences).toContain(`\n## ${name} - `);
  }
});
