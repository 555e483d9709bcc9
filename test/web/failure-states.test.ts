import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { serve, temporaryFolder } from '../cli/support/command.js';
import { hindrancesOf } from './support/accessibility.js';
import { describeInBrowser, settled } from './support/browser.js';
import { NOT_THERE, serveNowAndThen } from './support/coming-and-going.js';
import { REFUSAL, refuse } from './support/refusing.js';
import { copyOf, serveFixtures } from './support/served.js';

const run = promisify(execFile);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

// Nobody has to do anything: what is away is asked again every few seconds.
describeInBrowser('with the server stopped underneath', (open) => {
  it('a list keeps its rows, says what is wrong, and goes on when the server is back', async () => {
    const server = await serveNowAndThen('tfx');
    const page = await open(`${server.url}/artifacts`, { expected: NOT_THERE });
    const search = page.getByRole('main').getByRole('textbox', { name: 'Search' }).first();

    await server.leave();
    await search.fill('Trainer');
    await page.getByRole('alert').getByText('No answer from the server').waitFor();
    const rowsWithout = await page.getByRole('table').getByRole('link', { name: 'Pusher/pushed_model' }).count();
    await server.comeBack();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page
      .getByRole('table')
      .getByRole('link', { name: 'Pusher/pushed_model' })
      .first()
      .waitFor({ state: 'detached' });

    expect(rowsWithout).toBeGreaterThan(0);
    expect(await search.inputValue()).toBe('Trainer');
    expect(await page.getByRole('table').getByRole('link', { name: 'Trainer/model' }).count()).toBeGreaterThan(0);
  });

  it('a page that cannot be loaded says so, and is there when the server is back', async () => {
    const server = await serveNowAndThen('kubeflow');
    const page = await open(`${server.url}/artifacts`, { expected: NOT_THERE });

    await server.leave();
    await page.getByRole('table').getByRole('link', { name: 'mytable-dump', exact: true }).click();
    await page.getByRole('alert').getByText('No answer from the server').waitFor();
    await page.evaluate(`
      window.alerts = [];
      new MutationObserver(() => window.alerts.push(document.querySelectorAll('main [role=alert]').length))
        .observe(document.querySelector('main'), { childList: true, subtree: true });`);
    await page.waitForRequest(`${server.url}/graphql`);
    // The question has failed once more when the next one is sent.
    await page.waitForRequest(`${server.url}/graphql`);
    const alerts = await page.evaluate<readonly number[]>('window.alerts');
    await server.comeBack();

    await page.getByRole('heading', { name: 'mytable-dump', level: 1 }).waitFor();
    expect(alerts.filter((count) => count === 0)).toEqual([]);
  });
});

describeInBrowser('where something is not there', (open) => {
  const url = serveFixtures(['kubeflow']);

  it.each([
    ['artifact', '/artifacts/999', 'artifact:999'],
    ['execution', '/executions/999', 'execution:999'],
    ['run', '/runs/1%2Fnever', 'run:1/never'],
    ['workspace', '/workspaces/999', 'workspace:999'],
    ['artifact of no number', '/artifacts/drinks', 'artifact:drinks'],
    ['starting point of a list', '/impact?of=artifact:999&direction=DOWNSTREAM', 'artifact:999'],
    ['starting point of a graph', '/lineage?of=artifact:999', 'artifact:999'],
  ])('the page of an %s names it', async (_, path, id) => {
    const page = await open(url('kubeflow') + path);

    expect(await page.getByRole('main').innerText()).toContain(id);
  });

  it('an address that is none says so', async () => {
    const page = await open(`${url('kubeflow')}/nowhere/at/all`);

    await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  });
});

describeInBrowser('over an empty store', (open) => {
  it('every list has a command to copy', async () => {
    const { url } = await serve(['--store', `sqlite:${await temporaryFolder()}/mlmd.db`]);
    const page = await open(`${url}/artifacts`);
    const copy = page.getByRole('main').getByRole('button', { name: 'Copy command' }).first();

    await copy.waitFor();
    for (const place of ['Executions', 'Runs', 'Workspaces']) {
      await page.getByRole('navigation').getByRole('link', { name: place }).click();
      await page.getByRole('heading', { level: 1, name: place }).waitFor();
      await copy.waitFor();
    }
  });

  it.skipIf(!hasCurl)('the command that is copied logs a first step', async () => {
    const { url } = await serve(['--store', `sqlite:${await temporaryFolder()}/mlmd.db`]);
    const page = await open(`${url}/artifacts`);

    await page.getByRole('button', { name: 'Copy command' }).click();
    await run('sh', ['-c', await page.evaluate<string>('navigator.clipboard.readText()')]);
    await page.reload();

    await page.getByRole('table').getByRole('link', { name: 'model', exact: true }).waitFor();
  });
});

describeInBrowser('where an answer is cut off', (open) => {
  it('the list and the graph say so', async () => {
    const store = await copyOf('tfx', await temporaryFolder());
    const { url } = await serve(['--store', store, '--read-only', '--max-nodes', '5']);

    const list = await open(`${url}/impact?of=artifact:1&direction=DOWNSTREAM`);
    const graph = await open(`${url}/lineage?of=artifact:1&direction=DOWNSTREAM`);

    await list
      .getByRole('main')
      .getByText(/not all|more lies|left out|cut off/i)
      .first()
      .waitFor();
    await graph
      .getByRole('main')
      .getByText(/not all|more lies|left out|cut off|beyond/i)
      .first()
      .waitFor();
    // What the server allows, not the thousand that the page would like.
    expect(await graph.getByRole('main').innerText()).toContain('beyond the 5 nodes');
  });

  it('the graph goes on from where the server stopped, until it is whole', async () => {
    const store = await copyOf('kubeflow', await temporaryFolder());
    const { url } = await serve(['--store', store, '--read-only', '--max-hops', '2']);
    const page = await open(`${url}/lineage?of=artifact:1&direction=DOWNSTREAM`);
    await page.getByText('more than 2 hops away').waitFor();
    await page.getByText('Table', { exact: true }).click();
    const drinks = page.getByRole('table').getByRole('button', { name: 'drinks' });
    expect(await drinks.count()).toBe(0);

    await page.getByRole('button', { name: 'Go on from there' }).click();
    await page.getByText('All that came from it').waitFor();

    await drinks.first().waitFor();
  });

  it('the page of a data set neither counts its models nor says that there are none', async () => {
    const store = await copyOf('tfx', await temporaryFolder());
    const { url } = await serve(['--store', store, '--read-only', '--max-nodes', '2']);

    const page = await open(`${url}/artifacts/1`);
    const models = page.getByRole('region', { name: 'Models trained on this data' });
    await models.getByText('This list is not whole').waitFor();

    expect(await models.innerText()).toContain('None within what was looked at.');
    expect(await models.getByText('No model was made from it').count()).toBe(0);
    expect(await hindrancesOf(page)).toEqual([]);
  });
});

describeInBrowser('what cannot be loaded', (open) => {
  const url = serveFixtures(['kubeflow']);

  it('is named where it is the layout of a graph, which can be read as a table still', async () => {
    const page = await open(`${url('kubeflow')}/artifacts/1`, { expected: [/Failed to load resource/] });
    await page.route('**/elk-worker*', (route) => route.fulfill({ status: 404 }));

    await page.getByRole('link', { name: 'Open lineage' }).click();
    await page.getByRole('alert').getByText('did not load').waitFor();
    await page.getByRole('toolbar').getByText('Table', { exact: true }).click();

    await page.getByRole('table').getByRole('button', { name: 'mytable-dump' }).first().waitFor();
  });

  it('leaves the picture of before in the explorer, and says that it is', async () => {
    const page = await open(`${url('kubeflow')}/lineage?of=artifact:1&direction=UPSTREAM`, {
      expected: [/Failed to load resource/],
    });
    await page.getByText('All that it came from').waitFor();
    await refuse(page, 'WalkLineage');

    await page.getByText('Downstream', { exact: true }).click();
    await page.getByText('Still the picture of before').waitFor();

    expect(await page.getByText(REFUSAL).count()).toBeGreaterThan(0);
    expect(await page.getByText('All that came from it').count()).toBe(0);
    expect(await page.locator('[data-box="artifact:1"]').count()).toBe(1);
  });

  it('is told from an empty store on the overview', async () => {
    const page = await open(`${url('kubeflow')}/runs`, { expected: [/Failed to load resource/] });
    await refuse(page, 'LatestArtifacts');

    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await settled(page);

    const models = page.getByRole('region', { name: 'Latest models' });
    expect(await models.getByRole('alert').textContent()).toContain(REFUSAL);
    expect(await models.getByText('None yet').count()).toBe(0);
  });
});

describeInBrowser('what the server refuses', (open) => {
  const url = serveFixtures(['kubeflow']);

  it('stands in its own words at the filter, which loses nothing', async () => {
    const page = await open(`${url('kubeflow')}/artifacts?mlmd=${encodeURIComponent('type = ')}`, {
      expected: [/400/],
    });

    await settled(page);

    expect(page.url()).toContain('mlmd=');
    expect(await page.getByRole('main').innerText()).toMatch(/filter/i);
  });
});
