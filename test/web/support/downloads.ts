import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** A file that a page has handed out. */
export interface Downloaded {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Clicks what downloads, and waits for the file. */
export async function downloadBy(page: Page, button: Locator): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
