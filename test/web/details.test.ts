import { expect, it } from 'vitest';
import { describeInBrowser, settled } from './support/browser.js';
import { REFUSAL, refuse } from './support/refusing.js';
import { serveFixtures } from './support/served.js';

describeInBrowser('the page of a thing', (open) => {
  const url = serveFixtures();

  it('answers both questions of an incident, and shows the picture, with one click each', async () => {
    const page = await open(`${url('tfx')}/artifacts/14`);

    const links = page.getByRole('main').getByRole('link');

    expect(await links.filter({ hasText: 'What did this touch?' }).getAttribute('href')).toBe(
      '/impact?of=artifact%3A14&direction=DOWNSTREAM',
    );
    expect(await links.filter({ hasText: 'Where did this come from?' }).getAttribute('href')).toBe(
      '/impact?of=artifact%3A14&direction=UPSTREAM',
    );
    expect(await links.filter({ hasText: 'Open lineage' }).getAttribute('href')).toBe(
      '/lineage?of=artifact%3A14&direction=BOTH',
    );
  });

  it('says of a model what data is behind it, how it was measured, and what it was trained with', async () => {
    const page = await open(`${url('kubeflow')}/artifacts/4`);
    const part = (name: string) => page.getByRole('region', { name });

    const data = await part('Data behind this model').getByRole('link').allTextContents();
    const metrics = await part('Metrics of this model').textContent();
    const parameters = await part('Hyperparameters').getByRole('row').allTextContents();

    expect(data).toContain('mytable-dump');
    expect(metrics).toContain('accuracy 0.97');
    expect(parameters).toContain('layers[10,3,1]');
  });

  it('lists contexts page by page, and says how many there are', async () => {
    const page = await open(`${url('tfx')}/artifacts/14`);
    const contexts = page.getByRole('region', { name: 'Contexts' });
    const before = await contexts.getByRole('listitem').count();

    await contexts.getByRole('button', { name: 'Show more' }).click();
    await contexts.getByRole('listitem').nth(before).waitFor();

    expect(await contexts.getByRole('listitem').count()).toBe(10);
    expect(await contexts.getByRole('button').count()).toBe(0);
  });

  it('finds a property by a part of its name, and copies its value', async () => {
    const page = await open(`${url('kubeflow')}/artifacts/1`);
    const properties = page.getByRole('region', { name: 'Properties' });

    await properties.getByRole('textbox').fill('QUER');
    await properties.getByRole('button', { name: 'Copy query' }).click();

    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('SELECT * FROM mytable');
    // One row is that of the headings; the tool's own summary holds the word as well.
    expect(await properties.getByRole('row').count()).toBe(3);
  });

  it('copies where browsers have no clipboard for pages, as over plain http', async () => {
    const page = await open(`${url('kubeflow')}/artifacts/1`);
    await page.evaluate("Object.defineProperty(globalThis, 'isSecureContext', { value: false })");

    await page.getByRole('button', { name: 'Copy id' }).first().click();
    await page.getByRole('button', { name: 'id copied' }).waitFor();

    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('artifact:1');
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('id copied');
  });

  it.each([
    ['https://bucket.example/rows.csv', 1],
    ['javascript:alert(1)//https://', 0],
    ['s3://bucket/rows.csv', 0],
  ])('makes a link of a uri that a browser opens, and of no other: %s', async (uri, links) => {
    const page = await open(`${url('kubeflow')}/artifacts`);
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('query ArtifactDetails')) return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/"uri":"[^"]*"/g, `"uri":"${uri}"`) });
    });

    await page.goto(`${url('kubeflow')}/artifacts/1`);
    await settled(page);

    expect(await page.getByText(uri, { exact: true }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Open in a new tab' }).count()).toBe(links);
  });

  it('stands where a part of it fails, and says so in the place of the part', async () => {
    const page = await open(`${url('tfx')}/executions`, { expected: [/Failed to load resource/] });
    await refuse(page, 'ExecutionInputs');

    await page.goto(`${url('tfx')}/executions/8`);
    await settled(page);

    const inputs = page.getByRole('region', { name: 'Inputs' });
    expect(await inputs.getByRole('alert').textContent()).toContain(REFUSAL);
    expect(await page.getByRole('region', { name: 'Outputs' }).getByRole('link').allTextContents()).toContain(
      'Trainer/model',
    );
  });

  it.each([
    ['/artifacts/999', 'There is no such artifact in this store', 'All artifacts'],
    ['/executions/x9', 'This is not the id of any execution', 'All executions'],
    ['/runs/1%2Fnone', 'There is no such run in this store', 'All runs'],
  ])('that is not there is told from a failure, with a way back: %s', async (path, title, back) => {
    const page = await open(url('tfx') + path);
    const said = await page.getByRole('main').getByRole('heading').textContent();

    await page.getByRole('link', { name: back }).click();
    await page.waitForURL((at) => at.pathname === path.slice(0, path.indexOf('/', 1)));

    expect(said).toBe(title);
  });
});

describeInBrowser('the page of a run', (open) => {
  const url = serveFixtures(['tfx']);

  it('begins with the steps that failed', async () => {
    const page = await open(`${url('tfx')}/runs/26`);

    const [first] = await page.getByRole('table').all();

    expect(await first?.getByRole('link').allTextContents()).toEqual(['Score']);
  });

  it('leads to its own graph', async () => {
    const page = await open(`${url('tfx')}/runs/23`);

    await page.getByRole('link', { name: "Open this run's graph" }).click();
    await page.locator('[data-box]').first().waitFor();

    expect(await page.getByRole('main').innerText()).toContain('All of the run');
  });

  it('leads to it beside another run of its workspace', async () => {
    const page = await open(`${url('tfx')}/runs/26`);

    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('link', { name: '2026-11-22T00:27:22.803054' }).click();

    expect(new URL(page.url()).searchParams.get('of')).toBe('run:26,run:2');
  });
});

describeInBrowser('the page of a workspace', (open) => {
  const url = serveFixtures(['tfx']);

  it('compares the runs that are chosen', async () => {
    const page = await open(`${url('tfx')}/workspaces/1`);

    for (const run of await page.getByRole('checkbox').all()) await run.check();
    await page.getByRole('link', { name: 'Compare 3 runs' }).click();

    expect(new URL(page.url()).searchParams.get('of')).toBe('run:26,run:23,run:2');
  });

  it('counts what it holds by kind, each number leading to the list', async () => {
    const page = await open(`${url('tfx')}/workspaces/1`);
    const models = page.getByRole('main').getByRole('link', { name: /Models/ });
    await models.getByText('3').waitFor();

    await models.click();

    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ workspace: 'workspace:1', kind: 'MODEL' });
  });
});
