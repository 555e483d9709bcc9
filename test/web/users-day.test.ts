import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { FixtureName } from '../support/fixtures.js';
import { describeInBrowser, settled } from './support/browser.js';
import { downloadBy } from './support/downloads.js';
import { tabTo } from './support/keys.js';
import { serveFixtures } from './support/served.js';

/** Of each store, a data set and a model that came of it, by the names that a reader sees. */
const STORIES: readonly { readonly fixture: FixtureName; readonly data: string; readonly model: string }[] = [
  { fixture: 'kubeflow', data: 'mytable-dump', model: 'MNIST' },
  { fixture: 'tfx', data: 'CsvExampleGen/examples', model: 'Trainer/model' },
  { fixture: 'cmf', data: 'artifacts/data.csv', model: 'artifacts/model/model.pkl' },
];

/** The links of the page's table, in order. */
function linksOf(page: Page): Promise<readonly string[]> {
  return page.getByRole('table').first().getByRole('link').allInnerTexts();
}

describeInBrowser("a user's day", (open) => {
  const url = serveFixtures();

  it.each(STORIES)('in $fixture: three clicks tell what $data has touched', async ({ fixture, data, model }) => {
    const page = await open(url(fixture));

    await page.getByRole('navigation').getByRole('link', { name: 'Artifacts' }).click();
    await page.getByRole('table').getByRole('link', { name: data, exact: true }).last().click();
    await page.getByRole('main').getByRole('link', { name: 'What did this touch?' }).first().click();

    await page.getByRole('heading', { level: 1, name: `What ${data} has touched` }).waitFor();
    await page.getByRole('table').getByRole('link', { name: model, exact: true }).first().waitFor();
  });

  it.each(STORIES)('in $fixture: the model is found, and its data behind it', async ({ fixture, data, model }) => {
    const page = await open(`${url(fixture)}/artifacts`);

    await page.getByRole('main').getByText('Models', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Search names' }).fill(model);
    await page.waitForURL(/q=/);
    await settled(page);
    await page.getByRole('table').getByRole('link', { name: model, exact: true }).last().click();
    await page.getByRole('main').getByRole('link', { name: 'Where did this come from?' }).first().click();

    await page.getByRole('heading', { level: 1, name: `Where ${model} came from` }).waitFor();
    await page.getByRole('table').getByRole('link', { name: data, exact: true }).first().waitFor();
  });

  it('the way to "what did this touch?" goes by keyboard alone', async () => {
    const page = await open(url('kubeflow'));

    await tabTo(page, 'Artifacts');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Artifacts' }).waitFor();
    await settled(page);
    await tabTo(page, 'mytable-dump');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'mytable-dump' }).waitFor();
    await tabTo(page, 'What did this touch?');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'What mytable-dump has touched' }).waitFor();
  });

  it('a list is the same after a reload, and for whoever is sent its address', async () => {
    const page = await open(`${url('tfx')}/artifacts`);
    await page.getByRole('main').getByText('Models', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Search names' }).fill('Trainer');
    await page.waitForURL(/kind=MODEL.*q=Trainer|q=Trainer.*kind=MODEL/);
    await settled(page);
    const links = await linksOf(page);

    await page.reload();
    await settled(page);
    const other = await open(page.url());

    expect(links).toContain('Trainer/model');
    expect(links).not.toContain('Pusher/pushed_model');
    expect(await linksOf(page)).toEqual(links);
    expect(await linksOf(other)).toEqual(links);
    expect(await other.getByRole('textbox', { name: 'Search names' }).inputValue()).toBe('Trainer');
  });

  it('what was touched is taken away as CSV and as JSON, all rows of it', async () => {
    const page = await open(`${url('cmf')}/impact?of=artifact:2&direction=DOWNSTREAM`);
    const choose = async (name: RegExp) => {
      await page.getByRole('button', { name: 'Export' }).click();
      return downloadBy(page, page.getByRole('menuitem', { name }));
    };

    const csv = await choose(/CSV/);
    const json = await choose(/JSON/);

    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    const { rows, completeness, question } = JSON.parse(json.bytes.toString('utf8'));
    expect(csv.name).toMatch(/\.csv$/);
    expect(json.name).toMatch(/\.json$/);
    expect(completeness).toMatchObject({ complete: true });
    expect(question).toMatchObject({ of: ['artifact:2'], direction: 'DOWNSTREAM' });
    expect(rows.length).toBeGreaterThan(10);
    expect(lines).toHaveLength(rows.length + 1);
  });

  it('an id is copied by a click', async () => {
    const page = await open(`${url('kubeflow')}/artifacts/1`);

    await page.getByRole('main').getByRole('button', { name: 'Copy id' }).first().click();

    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('artifact:1');
  });

  it('two runs are picked from the list and stand side by side', async () => {
    const page = await open(`${url('tfx')}/runs`);

    for (const run of ['2026-11-22T00:27:22.803054', '2026-11-22T00:27:50.660459']) {
      await page.getByRole('checkbox', { name: `Select ${run}` }).check();
    }
    await page.getByRole('group', { name: 'With what is selected' }).getByRole('link', { name: 'Compare' }).click();
    await page.waitForURL(/\/compare\?of=/);
    await settled(page);

    const heads = page.getByRole('columnheader').getByRole('link');
    const names = () => heads.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')).sort());
    await expect.poll(names).toEqual(['2026-11-22T00:27:22.803054', '2026-11-22T00:27:50.660459']);
  });
});
