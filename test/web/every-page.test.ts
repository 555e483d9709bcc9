import { expect, it } from 'vitest';
import { hindrancesOf, overflowOf } from './support/accessibility.js';
import { describeInBrowser, SIZES, settled } from './support/browser.js';
import { PLACES } from './support/places.js';
import { FIXTURES, serveFixtures } from './support/served.js';

describeInBrowser('every page', (open) => {
  const url = serveFixtures();
  const pages = FIXTURES.flatMap((fixture) => PLACES[fixture].map((path) => ({ fixture, path })));

  // Twice, and not four times: light and wide, then dark and narrow, between them have each of the four.
  it.each(pages)('of $fixture is for everyone, light and dark, wide and narrow: $path', async ({ fixture, path }) => {
    const page = await open(url(fixture) + path, { size: 'laptop', scheme: 'light' });
    await expect.poll(() => overflowOf(page)).toBe(0);
    expect(await hindrancesOf(page)).toEqual([]);

    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(SIZES.phone);
    await settled(page);
    await expect.poll(() => overflowOf(page)).toBe(0);
    expect(await hindrancesOf(page)).toEqual([]);
  });
});
