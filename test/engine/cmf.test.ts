import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isJsonMap, JsonNumber, type JsonTree, parseJson, printJson } from '../../src/conventions/index.js';
import { exportCmf, importCmf, readDocument } from '../../src/exchange/cmf/index.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { startTestApi } from '../support/api.js';
import { temporaryFolder } from '../support/backends.js';
import { serveStore } from '../support/served-store.js';
import { answersOf, type CmfAnswers } from './support/cmf-answers.js';
import { pythonWithCmf } from './support/python.js';

const FIXTURE = fileURLToPath(new URL('../fixtures/cmf.mlmd', import.meta.url));
const SCRIPT = fileURLToPath(new URL('cmf.py', import.meta.url));
const PIPELINES = ['Test-env', 'Reuse-env'];
/** Its imports alone take seconds, and what it logs goes through git, DVC and pip. */
const TIMEOUT_MS = 240_000;

const python = pythonWithCmf();
const run = promisify(execFile);

/** What cmflib answers; see cmf.py. */
async function cmf(folder: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(python ?? '', ['-W', 'ignore', SCRIPT, ...args], { cwd: folder, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}

async function open(path: string): Promise<MetadataStore> {
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  onTestFinished(() => store.close());
  return store;
}

async function exported(store: MetadataStore, pipeline: string): Promise<string> {
  let text = '';
  for await (const piece of (await exportCmf(store, pipeline)) ?? []) text += piece;
  return text;
}

function tree(text: string): JsonTree {
  const parsed = parseJson(text);
  if (parsed === undefined) throw new Error('it is not JSON');
  return parsed;
}

const IDS: ReadonlySet<string> = new Set(['id', 'type_id', 'create_time_since_epoch', 'last_update_time_since_epoch']);

/** JSON with the members of objects, and executions by id, in one order; numbers stay as they are written. */
function ordered(value: JsonTree, without: ReadonlySet<string> = new Set()): JsonTree {
  if (isJsonMap(value)) {
    const kept = [...value].filter(([key]) => !without.has(key)).sort(([one], [other]) => (one < other ? -1 : 1));
    return new Map(
      kept.map(([key, part]) => [
        key,
        ordered(key === 'executions' && Array.isArray(part) ? byId(part) : part, without),
      ]),
    );
  }
  return Array.isArray(value) ? value.map((part: JsonTree) => ordered(part, without)) : value;
}

function byId(nodes: readonly JsonTree[]): readonly JsonTree[] {
  const idOf = (node: JsonTree) => {
    const id = isJsonMap(node) ? node.get('id') : undefined;
    return id instanceof JsonNumber ? Number(id.text) : 0;
  };
  return nodes.toSorted((one, other) => idOf(one) - idOf(other));
}

/**
 * What a copy is to have of a pipeline: all but ids and times, and what cmflib leaves behind of the pipeline itself. Several
 * UUIDs of an execution come in any order, as cmflib keeps them in a set.
 */
async function copied(store: MetadataStore, pipeline: string) {
  const document = ordered(tree(await exported(store, pipeline)), IDS);
  const [only] =
    isJsonMap(document) && Array.isArray(document.get('Pipeline')) ? (document.get('Pipeline') as JsonTree[]) : [];
  if (!isJsonMap(only)) throw new Error('it holds no pipeline');
  const kept = new Map([...only].filter(([key]) => key !== 'custom_properties'));
  return JSON.parse(printJson(kept), (key, value) => (key === 'Execution_uuid' ? value.split(',').sort() : value));
}

/** Which artifacts each stage was the first to log. */
async function attributions(store: MetadataStore, pipeline: string) {
  const api = await startTestApi(store);
  const query = `query($name: String!) { workspace(by: { name: $name }) {
    stages(first: 100) { nodes { name artifacts(first: 100) { nodes { typeName uri } } } }
  } }`;
  const { workspace } = await api.read(query, { name: pipeline });
  return workspace.stages.nodes;
}

/** Where a pipeline may be logged to, and what is read of it then. */
const LOGGED_TO: readonly { readonly name: string; readonly log: (folder: string) => Promise<MetadataStore> }[] = [
  {
    name: 'a file',
    log: async (folder) => {
      await cmf(folder, 'log', join(folder, 'mlmd'));
      return open(join(folder, 'mlmd'));
    },
  },
  {
    name: 'our service',
    log: async (folder) => {
      const store = await open(join(folder, 'ours.db'));
      const port = new URL(await serveStore(store)).port;
      await cmf(folder, 'log', port);
      return store;
    },
  },
];

describe.skipIf(python === undefined)('cmflib', () => {
  it('exports the same documents from a file', { timeout: TIMEOUT_MS }, async () => {
    const folder = await temporaryFolder();
    await copyFile(FIXTURE, join(folder, 'mlmd'));
    const store = await open(join(folder, 'mlmd'));

    const { documents } = (await cmf(folder, 'ask', 'mlmd')) as CmfAnswers;

    expect(Object.keys(documents)).toEqual(PIPELINES);
    for (const name of PIPELINES) {
      const theirs = ordered(tree(documents[name] ?? ''));
      const ours = ordered(tree(await exported(store, name)));
      expect(printJson(ours)).toBe(printJson(theirs));
    }
  });

  it('makes an equal store of what is exported from here', { timeout: TIMEOUT_MS }, async () => {
    const folder = await temporaryFolder();
    await copyFile(FIXTURE, join(folder, 'mlmd'));
    const fixture = await open(join(folder, 'mlmd'));
    const ours = await open(join(folder, 'ours.db'));
    for (const name of PIPELINES) await importCmf(ours, readDocument(tree(await exported(fixture, name))));
    const work = join(folder, 'work');
    await mkdir(work);

    for (const name of PIPELINES) {
      await writeFile(join(folder, `${name}.json`), await exported(ours, name));
      expect(await cmf(work, 'pull', join(work, 'pulled'), join(folder, `${name}.json`), name)).toBe('success');
    }

    const pulled = await open(join(work, 'pulled'));
    for (const name of PIPELINES) {
      expect(await copied(pulled, name)).toEqual(await copied(ours, name));
      expect(await attributions(pulled, name)).toEqual(await attributions(ours, name));
      const again = await importCmf(pulled, readDocument(tree(await exported(ours, name))));
      expect(again.status).toBe('UNCHANGED');
    }
  });

  it('answers its questions as they are answered here', { timeout: TIMEOUT_MS }, async () => {
    const folder = await temporaryFolder();
    await copyFile(FIXTURE, join(folder, 'mlmd'));
    const api = await startTestApi(await open(join(folder, 'mlmd')));

    const { documents, ...theirs } = (await cmf(folder, 'ask', 'mlmd')) as CmfAnswers;

    expect(Object.keys(theirs.artifacts)).toHaveLength(21);
    expect(await answersOf(api, { documents, ...theirs })).toEqual(theirs);
  });

  it.each(LOGGED_TO)(
    'logs a pipeline to $name whose lineage is told here',
    { timeout: TIMEOUT_MS },
    async ({ log }) => {
      const folder = await temporaryFolder();
      const store = await log(folder);

      const api = await startTestApi(store);
      const { workspace, artifacts } = await api.read(LOGGED);
      const document = await exported(store, 'logged');

      expect(workspace.stages.nodes).toEqual([
        {
          displayName: 'Prepare',
          executions: { nodes: [{ displayName: 'Prepare', parameters: [{ name: 'seed', text: '7' }] }] },
        },
        {
          displayName: 'Train',
          executions: { nodes: [{ displayName: 'Train', parameters: [{ name: 'lr', text: '0.5' }] }] },
        },
        { displayName: 'Evaluate', executions: { nodes: [{ displayName: 'Evaluate', parameters: [] }] } },
      ]);
      const [model] = artifacts.nodes;
      expect(model.displayName).toBe('model.bin');
      expect(model.lineage.entries.map(nameOf)).toEqual(['model.bin', 'Train', 'clean.csv', 'Prepare', 'raw.csv']);
      expect(document).toContain('"steps": 9007199254740993');
    },
  );
});

const LOGGED = `{
  workspace(by: { name: "logged" }) {
    stages(first: 10) { nodes { displayName executions { nodes { displayName parameters { name text } } } } }
  }
  artifacts(filter: { kind: [MODEL] }) {
    nodes { displayName lineage(input: { direction: UPSTREAM, preset: DATA_FLOW }) { entries { node { displayName } } } }
  }
}`;

function nameOf({ node }: { readonly node: { readonly displayName: string } }): string {
  return node.displayName;
}
