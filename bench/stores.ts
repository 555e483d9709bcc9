import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../src/mlmd/open.js';
import { registerKubeflowTypes } from '../src/recording/index.js';
import { startMariadb } from '../test/support/mariadb.js';
import { startPostgres } from '../test/support/postgres.js';
import { type Ask, openApi } from './api.js';
import { copyInto, createDatabase } from './databases.js';
import { runEngine } from './engine.js';
import { inMs, median, printTable } from './figures.js';
import { openLayeredStore } from './layered-store.js';
import { stepsPerSecond } from './steps.js';

/**
 * `npm run bench:stores [-- --events 100000 --repeats 15 --steps 500]`: the same questions over the same rows in SQLite,
 * PostgreSQL and MariaDB, with how many statements each takes; then steps logged. The servers are started here, with
 * their own promises about what is on disk, and end with the run.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    repeats: { type: 'string', default: '15' },
    steps: { type: 'string', default: '500' },
  },
});
const repeats = Number(values.repeats);
const steps = Number(values.steps);
const HOPS = [6, 20] as const;
const WARM_UP = 5;

const QUESTIONS: Readonly<Record<string, string>> = {
  'one artifact, its properties, contexts and producers': `query ($id: ID!) { node(id: $id) { ... on Artifact {
    displayName properties { name value } contexts(first: 3) { nodes { id } } producedBy(first: 3) { nodes { id } } } } }`,
  'a page of 25 artifacts, newest first':
    '{ artifacts(first: 25) { nodes { id displayName } pageInfo { endCursor } } }',
  'artifacts whose property is one text': `{ artifacts(filter: { property: { name: "label", eq: { string: "node 77" } } }) {
    nodes { id } } }`,
  'how many artifacts there are': '{ artifacts(first: 1) { totalCount } }',
  ...Object.fromEntries(
    HOPS.map((hops) => [
      `lineage, ${hops} hops upstream, with properties`,
      `query ($id: ID!) { lineage(of: [$id], input: { direction: UPSTREAM, maxHops: ${hops}, maxNodes: 10000 }) {
        entries { distance node { id typeName properties { name value } } } edges { source target type }
        completeness { complete } } }`,
    ]),
  ),
};

/** What one question took over one store. */
interface Figures {
  readonly statements: number;
  readonly ms: number;
}

const { path, newestArtifact } = await openLayeredStore(Number(values.events));
const folder = mkdtempSync(join(tmpdir(), 'mlmd-graphql-bench-'));
const postgres = await startPostgres({
  settings: ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'shared_buffers=256MB'],
});
const mariadb = await startMariadb();
try {
  const urls: readonly (readonly [name: string, read: string, write: string])[] = [
    ['SQLite', `sqlite:${path}`, `sqlite:${join(folder, 'steps.db')}`],
    ...(postgres === undefined ? [] : [await copied('PostgreSQL', postgres.url)]),
    ...(mariadb === undefined ? [] : [await copied('MariaDB', mariadb.url)]),
  ];
  const figures = new Map<string, readonly Figures[]>();
  for (const [name, url] of urls) figures.set(name, await measure(url));
  printTable(
    ['question', ...urls.map(([name]) => name)],
    Object.keys(QUESTIONS).map((question, place) => [
      question,
      ...urls.map(([name]) => shown(figures.get(name)?.[place], figures.get('SQLite')?.[place])),
    ]),
  );
  printTable(['the same walks', "the engine's time over ours", 'ours', "the engine's"], urls.flatMap(engineRows));
  const rates = [];
  for (const [name, , url] of urls) rates.push([name, ...(await rateOf(url))]);
  printTable(['a step logged', 'one client', '16 clients'], rates);

  function engineRows([name, url]: readonly [string, string, string]): readonly (readonly string[])[] {
    const store = name === 'SQLite' ? path : url;
    const theirs = runEngine('lineage', store, newestArtifact, repeats, ...HOPS) as
      | readonly EngineFigures[]
      | undefined;
    return HOPS.flatMap((hops, place) => {
      const found = theirs?.[place];
      const ours = figures.get(name)?.at(place - HOPS.length);
      if (found === undefined || ours === undefined) return [];
      const theirMs = median(found.times.properties);
      return [[`${name}, ${hops} hops`, (theirMs / ours.ms).toPrecision(2), inMs(ours.ms), inMs(theirMs)]];
    });
  }
} finally {
  await postgres?.stop();
  await mariadb?.stop();
  rmSync(folder, { recursive: true });
}

interface EngineFigures {
  readonly times: { readonly properties: readonly number[] };
}

async function copied(name: string, server: string): Promise<readonly [string, string, string]> {
  const url = await createDatabase(server, 'events');
  await copyInto(url, path);
  return [name, url, await createDatabase(server, 'steps')];
}

async function measure(url: string): Promise<readonly Figures[]> {
  let statements = 0;
  const store = await openStore(url, {
    readOnly: true,
    onStatement: () => {
      statements += 1;
    },
  });
  try {
    const ask = await openApi(store);
    const figures: Figures[] = [];
    for (const question of Object.values(QUESTIONS)) {
      for (let count = 0; count < WARM_UP; count += 1) await put(ask, question);
      statements = 0;
      await put(ask, question);
      const needed = statements;
      const times: number[] = [];
      for (let count = 0; count < repeats; count += 1) {
        const start = performance.now();
        await put(ask, question);
        times.push(performance.now() - start);
      }
      figures.push({ statements: needed, ms: median(times) });
    }
    return figures;
  } finally {
    await store.close();
  }
}

function put(ask: Ask, question: string): Promise<string> {
  return ask(question, question.includes('$id') ? { id: `artifact:${newestArtifact}` } : {});
}

function shown(figures: Figures | undefined, inSqlite: Figures | undefined): string {
  if (figures === undefined || inSqlite === undefined) return '';
  const ratio = figures === inSqlite ? '' : `, ${(figures.ms / inSqlite.ms).toPrecision(2)} times SQLite's`;
  return `${inMs(figures.ms)} in ${figures.statements} statements${ratio}`;
}

async function rateOf(url: string): Promise<readonly string[]> {
  const rates = [];
  for (const clients of [1, 16]) {
    const store = await openStore(url, { readOnly: false, onCreate: registerKubeflowTypes });
    try {
      rates.push(`${Math.round(await stepsPerSecond(store, { steps, clients, from: clients }))} a second`);
    } finally {
      await store.close();
    }
  }
  return rates;
}
