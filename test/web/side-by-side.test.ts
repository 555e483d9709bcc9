import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, serve } from '../cli/support/command.js';
import { describeInBrowser, settled } from './support/browser.js';
import { downloadBy } from './support/downloads.js';
import { copyOf } from './support/served.js';

const RUNS = [
  { name: 'first', depth: '2', accuracy: 0.8 },
  { name: 'second', depth: '4', accuracy: 0.9 },
  { name: 'third', depth: '4', accuracy: 0.85 },
] as const;

describeInBrowser('runs side by side', (open) => {
  let url = '';
  let of = '';
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mlmd-graphql-compare-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    ({ url } = await serve(['--store', await copyOf('kubeflow', folder)], { onEnd: (end) => ends.unshift(end) }));
    const ids = [];
    for (const run of RUNS) ids.push(await logRun(url, run));
    of = ids.join(',');
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  it('say what differs, and by how much from the baseline that one chooses', async () => {
    const page = await open(`${url}/compare?of=${of}`);
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });

    const before = await row('accuracy').innerText();
    await page.getByRole('button', { name: 'second as baseline' }).click();
    await page.getByRole('switch', { name: 'Only differences' }).check();
    await row('seed').waitFor({ state: 'detached' });

    expect(before).toMatch(/0\.8\s+0\.9\s+\+0\.1\s+0\.85\s+\+0\.05/);
    expect(await row('accuracy').innerText()).toMatch(/0\.8\s+−0\.1\s+0\.9\s+0\.85\s+−0\.05/);
    expect(await row('depth').getByRole('img', { name: 'differs' }).count()).toBe(1);
    expect(page.url()).toContain('only=true');
  });

  it.each([
    ['parallel', ['first', '2', '0.8']],
    ['scatter', ['third', '4', '0.85']],
    ['time', ['second', '0.9']],
    ['steps', ['third', '100', '0.25']],
  ] as const)('are drawn as %s, and what is drawn can be read as a table', async (view, cells) => {
    const page = await open(`${url}/compare?of=${of}&view=${view}`);
    const main = page.getByRole('main');

    await main.locator('canvas').first().waitFor();
    await main.getByText('Table', { exact: true }).last().click();
    const text = await main.getByRole('table').getByRole('row').filter({ hasText: cells[0] }).last().innerText();

    for (const cell of cells) expect(text).toContain(cell);
  });

  it('are taken away as a picture and as numbers', async () => {
    const page = await open(`${url}/compare?of=${of}&view=scatter`);
    await page.getByRole('main').locator('canvas').first().waitFor();
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      return (await downloadBy(page, page.getByRole('menuitem', { name }))).bytes;
    };

    const svg = await choose('Picture as SVG');
    const png = await choose('Picture as PNG');
    const csv = await choose('Data as CSV');

    expect(svg.toString('utf8')).toMatch(/^<svg [\s\S]*accuracy[\s\S]*<\/svg>$/);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(csv.toString('utf8')).toMatch(/\r\nfirst,run:[^,]+,2,0\.8\r\n/);
  });

  it('are chosen by ticking them, wherever they lie', async () => {
    const page = await open(`${url}/compare`);

    for (const { name } of RUNS) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await page.getByRole('button', { name: 'Compare 3 runs' }).click();
    await page.getByRole('heading', { name: '3 runs side by side' }).waitFor();
    await settled(page);

    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Name', 'first', 'second', 'third']);
  });
});

/** Logs a run with a step that has parameters, a metric, and a loss at two steps; says the run's id. */
async function logRun(url: string, { name, depth, accuracy }: (typeof RUNS)[number]): Promise<string> {
  const workspace = { name: 'trials' };
  await write(
    url,
    'mutation ($input: CreateWorkspaceInput!) { createWorkspace(input: $input) { created } }',
    workspace,
  );
  const { createRun } = await write(
    url,
    'mutation ($input: CreateRunInput!) { createRun(input: $input) { run { id } } }',
    { workspace, name },
  );
  const metrics = [
    { name: 'evaluation', values: [{ name: 'accuracy', value: accuracy }] },
    ...[0, 100].map((step) => ({
      name: `step ${step}`,
      values: [
        { name: 'step', value: step },
        { name: 'train_loss', value: step === 0 ? 1 : 0.25 },
      ],
    })),
  ];
  await write(url, 'mutation ($input: LogExecutionInput!) { logExecution(input: $input) { created } }', {
    execution: {
      workspace,
      run: { name },
      name: 'train',
      properties: [
        { name: 'depth', custom: true, value: { int: depth } },
        { name: 'seed', custom: true, value: { int: '9007199254740993' } },
      ],
    },
    outputs: metrics.map((one) => ({ artifact: { metrics: { ...one, uri: `s3://${name}/${one.name}` } } })),
  });
  if (createRun === undefined) throw new TypeError('A run has an id.');
  return createRun.run.id;
}

async function write(url: string, query: string, input: object) {
  const { data, errors } = await ask(url, query, { input });
  expect(errors).toBeUndefined();
  return data as { readonly createRun?: { readonly run: { readonly id: string } } };
}
