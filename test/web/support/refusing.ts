import type { Page } from 'playwright-core';

/** What {@link refuse} has the server say. */
export const REFUSAL = 'The store is in pieces.';

/** Has the server fail at one question of the page, by the name of its operation, from now on; all others it answers. */
export async function refuse(page: Page, operation: string): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const isIt = route.request().postData()?.includes(`query ${operation}`);
    const json = { errors: [{ message: REFUSAL, extensions: { code: 'INTERNAL' } }], data: null };
    await (isIt ? route.fulfill({ status: 500, json }) : route.continue());
  });
}
