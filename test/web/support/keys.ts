import type { Page } from 'playwright-core';

/** So many presses of Tab lead through any page here; more mean that there is no way. */
const FAR = 150;

/** Presses Tab until what has the focus is called so, by its label or by its words. Fails where nothing is. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < FAR; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      "document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText ?? ''",
    );
    if (focused.trim() === name) return;
    seen.push(focused.trim());
  }
  throw new Error(`Tab leads to no "${name}", but to ${seen.join(' | ')}.`);
}
