import { execFile, spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../src/mlmd/open.js';
import { openChannel } from '../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../src/mlmd/wire/client/settings.js';
import { ask, serve, temporaryFolder } from './cli/support/command.js';
import { pythonWith } from './engine/support/python.js';
import { compactJson } from './support/compact-json.js';
import { tellKfpStory } from './support/kfp/story.js';
import { serveStore } from './support/served-store.js';

const README = new URL('../README.md', import.meta.url);
const CMF_STORE = new URL('fixtures/cmf.mlmd', import.meta.url);
const TFX_STORE = new URL('fixtures/tfx.mlmd', import.meta.url);
const ADDRESS = 'http://127.0.0.1:4000';
const run = promisify(execFile);
const python = pythonWith('json');
const hasCurl = spawnSync('curl', ['--version']).status === 0;

if (!hasCurl) console.warn('skipped: the steps from a shell, as there is no curl');

/** A fenced block of the page: its info string and what it holds. */
interface Block {
  readonly info: string;
  readonly text: string;
}

function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```([^\n]+)\n(.*?)^```$/gms)].map(([, info = '', text = '']) => ({ info, text }));
}

/** Runs what a block shows; what it answers as the page would have it, or undefined for a block that runs nothing. */
async function answerTo(block: Block, next: Block | undefined, url: string): Promise<unknown> {
  const text = block.text.replaceAll(ADDRESS, url);
  switch (block.info) {
    case 'graphql':
      return ask(url, text, next?.info === 'json variables' ? JSON.parse(next.text) : undefined);
    case 'sh':
      return hasCurl && (await run('sh', ['-c', text])).stdout;
    case 'python':
      return python && (await run(python, ['-c', text])).stdout;
    default:
      return undefined;
  }
}

it('answers the first query of README.md as it says', async () => {
  if (!hasCurl) return;
  const blocks = blocksOf(await readFile(README, 'utf8'));
  const place = blocks.findIndex(({ text }) => text.startsWith('curl'));
  const { url } = await serve(['--store', `sqlite:${await temporaryFolder()}/mlmd.db`, '--demo']);

  const { stdout } = await run('sh', ['-c', blocks[place]?.text.replaceAll(ADDRESS, url) ?? '']);

  expect(JSON.parse(stdout)).toEqual(JSON.parse(blocks[place + 1]?.text ?? ''));
});

/** The pages with operations, and how the file is filled that those are about: it is an empty store where none is given. */
const PAGES: readonly { readonly page: string; readonly fill?: (file: string) => Promise<void> }[] = [
  { page: 'docs/api.md' },
  { page: 'docs/cmf.md', fill: (file) => copyFile(CMF_STORE, file) },
  { page: 'docs/kfp.md', fill: fillByPipelines },
  { page: 'docs/tfx.md', fill: (file) => copyFile(TFX_STORE, file) },
];

/** Has Kubeflow Pipelines 2 tell its story, by the calls that it makes. */
async function fillByPipelines(file: string): Promise<void> {
  const store = await openStore(`sqlite:${file}`, { readOnly: false });
  onTestFinished(() => store.close());
  const channel = openChannel(readGrpcSettings(await serveStore(store)));
  onTestFinished(() => channel.close());
  await tellKfpStory(channel);
}

// UPDATE_ANSWERS=1 writes the answers into the page instead of comparing them.
it.each(PAGES)('answers every operation of $page as the page says', async ({ page: path, fill }) => {
  const file = new URL(`../${path}`, import.meta.url);
  const page = await readFile(file, 'utf8');
  const blocks = blocksOf(page);
  const mlmd = `${await temporaryFolder()}/mlmd.db`;
  await fill?.(mlmd);
  const { url } = await serve(['--store', `sqlite:${mlmd}`]);
  const answers: string[] = [];

  for (const [index, block] of blocks.entries()) {
    const answer = await answerTo(block, blocks[index + 1], url);
    if (block.info === 'sh' && hasCurl) expect(answer).toContain('"created":true');
    if (block.info === 'python' && python !== undefined) expect(answer).toMatch(/^execution:\d+\n$/);
    if (block.info === 'graphql') answers.push(compactJson(answer));
  }

  const said = blocks.filter(({ info }) => info === 'json answer');
  expect(said).toHaveLength(answers.length);
  if (process.env.UPDATE_ANSWERS === undefined) {
    expect(answers.map((answer) => JSON.parse(answer))).toEqual(said.map(({ text }) => JSON.parse(text)));
  } else {
    let next = 0;
    const updated = page.replace(
      /(^```json answer\n).*?(^```$)/gms,
      (_all, open, close) => `${open}${answers[next++]}\n${close}`,
    );
    await writeFile(file, updated);
  }
});
