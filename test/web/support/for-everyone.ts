import { expect, it } from 'vitest';
import type { FixtureName } from '../../support/fixtures.js';
import { hindrancesOf, overflowOf } from './accessibility.js';
import { describeInBrowser, SIZES, settled } from './browser.js';
import { PLACES } from './places.js';
import { serveFixtures } from './served.js';

/** Opens every page over a store: a file of its own for each, so that they are tried side by side. */
export function describePages(fixture: FixtureName): void {
  describeInBrowser(`every page over what ${fixture} wrote`, (open) => {
    const url = serveFixtures([fixture]);

    // Twice, and not four times: light and wide, then dark and narrow, between them have each of the four.
    it.each(PLACES[fixture])('is for everyone, light and dark, wide and narrow: %s', async (path) => {
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
}
