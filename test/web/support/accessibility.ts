import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** How long colours and places may take to get from one state to another, in milliseconds. */
const TRANSITION_MS = 1_500;

/**
 * What axe holds to be a serious or critical hindrance on the page: the rule, and the first element of each. What is gone
 * after a transition is none.
 */
export async function hindrancesOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  if ((await found(page)).length === 0) return [];
  await page.waitForTimeout(TRANSITION_MS);
  return found(page);
}

async function found(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html}`);
}

/** By how many pixels the page as a whole is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth');
}
