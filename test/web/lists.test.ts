import { expect, it } from 'vitest';
import { describeInBrowser, SIZES } from './support/browser.js';
import { serveFixtures } from './support/served.js';

describeInBrowser('a list', (open) => {
  const url = serveFixtures(['cmf']);

  // Names of CMF hold whole paths, and versions are hashes.
  it('shows where things lie and when they came beside names however long', async () => {
    const page = await open(`${url('cmf')}/artifacts`);

    const created = await page.getByRole('columnheader', { name: 'Created' }).boundingBox();
    const lineage = await page.getByRole('columnheader', { name: 'Lineage' }).boundingBox();

    if (created === null || lineage === null) throw new Error('Both columns are there.');
    expect(created.x + created.width).toBeLessThanOrEqual(lineage.x);
    expect(lineage.x + lineage.width).toBeLessThanOrEqual(SIZES.laptop.width);
  });
});
