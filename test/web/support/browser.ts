import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.js';

/** The widths that pages are made for: a small laptop's, and a phone's. */
export const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;

/** How a page is opened. */
export interface Opening {
  readonly size?: keyof typeof SIZES;
  readonly scheme?: 'light' | 'dark';
  /** Complaints of the browser that the test means to bring about; any other fails it. */
  readonly expected?: readonly RegExp[];
}

/**
 * Opens a page in a context of its own, with nothing kept from before, and waits until it is there. It is closed when the
 * test ends; which fails where the browser has complained of an error, of the page's own policy, or has asked another host.
 */
export type OpenPage = (url: string, opening?: Opening) => Promise<Page>;

const chromiumPath = findChromium();

/** Tests that need a browser: all of them share one, and they are skipped where there is none. */
export function describeInBrowser(title: string, tests: (open: OpenPage) => void): void {
  describe.skipIf(chromiumPath === undefined)(title, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...CHROMIUM_FLAGS] });
    });
    afterAll(() => browser?.close());
    tests((url, opening) => {
      if (browser === undefined) throw new Error('Pages are opened within tests.');
      return openPage(browser, url, opening);
    });
  });
}

async function openPage(browser: Browser, url: string, opening: Opening = {}): Promise<Page> {
  const { size = 'laptop', scheme = 'light', expected = [] } = opening;
  const context = await browser.newContext({ ...SETTINGS, viewport: SIZES[size], colorScheme: scheme });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = complaintsOf(page, new URL(url).host);
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))).toEqual([]);
  });
  await page.goto(url);
  await settled(page);
  return page;
}

/** Below the time that a test has, so that what was waited for is named. */
const PATIENCE_MS = 20_000;

/** Dates and numbers read alike wherever the tests run. */
const SETTINGS: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  reducedMotion: 'reduce',
  permissions: ['clipboard-read', 'clipboard-write'],
};

/** What the browser finds wrong with a page, as it comes. */
function complaintsOf(page: Page, host: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== host)
      complaints.push(`asks another host: ${request.url()}`);
  });
  return complaints;
}

/** Waits until the page has a heading and nothing in it is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}
