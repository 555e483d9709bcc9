import { parseArgs } from 'node:util';
import { openStore } from '../src/mlmd/open.js';
import { type Ask, openApi } from './api.js';
import { runEngine } from './engine.js';
import { inMs, median, printTable } from './figures.js';
import { openLayeredStore } from './layered-store.js';

/**
 * `npm run bench:lineage [-- --events 1000000 --repeats 15]`: upstream from the newest artifact, by our API and by the
 * engine, over the same files in one run. `--events` may be repeated.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', multiple: true, default: ['10000', '100000'] },
    repeats: { type: 'string', default: '15' },
  },
});
const repeats = Number(values.repeats);
const HOPS = [3, 20, 100];
const WARM_UP = 10;

/** What is asked of each node, in growing detail. */
const DETAILS = {
  ids: 'id',
  properties: 'id typeName properties { name value }',
  contexts: 'id typeName properties { name value } contexts(first: 3) { nodes { id name } }',
};
type Detail = keyof typeof DETAILS;

interface Figures {
  readonly nodes: number;
  /** In milliseconds, one per repeat. */
  readonly times: Readonly<Record<Detail, readonly number[]>>;
}

const rows: (readonly string[])[] = [];
for (const events of values.events.map(Number)) {
  const { path, newestArtifact } = await openLayeredStore(events);
  const theirs = runEngine('lineage', path, newestArtifact, repeats, ...HOPS) as readonly Figures[] | undefined;
  const ours = await measure(path, newestArtifact);
  for (const [index, figures] of ours.entries()) {
    const question = `${events.toLocaleString('en')} events, ${HOPS[index]} hops, ${figures.nodes} nodes`;
    rows.push(...compare(question, figures, theirs?.[index]));
  }
}
printTable(['question', 'with', "the engine's time over ours", 'ours', "the engine's"], rows);

async function measure(path: string, artifact: number): Promise<readonly Figures[]> {
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  try {
    const ask = await openApi(store);
    // A server is not measured while its code is still being compiled.
    for (let count = 0; count < WARM_UP; count += 1) await askLineage(ask, artifact, Math.max(...HOPS), 'contexts');
    const figures: Figures[] = [];
    for (const hops of HOPS) {
      const { data } = JSON.parse(await askLineage(ask, artifact, hops, 'contexts'));
      const ids = await timed(() => askLineage(ask, artifact, hops, 'ids'));
      const properties = await timed(() => askLineage(ask, artifact, hops, 'properties'));
      const contexts = await timed(() => askLineage(ask, artifact, hops, 'contexts'));
      figures.push({ nodes: data.lineage.entries.length, times: { ids, properties, contexts } });
    }
    return figures;
  } finally {
    await store.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

function askLineage(ask: Ask, artifact: number, hops: number, detail: Detail): Promise<string> {
  const query = `query ($of: [ID!]!, $input: LineageInput!) {
    lineage(of: $of, input: $input) {
      entries { distance node { ${DETAILS[detail]} } }
      edges { source target type }
      completeness { complete reasons }
    }
  }`;
  const input = { direction: 'UPSTREAM', maxHops: hops, maxNodes: 10_000 };
  return ask(query, { of: [`artifact:${artifact}`], input });
}

function compare(question: string, ours: Figures, theirs: Figures | undefined): readonly (readonly string[])[] {
  if (theirs !== undefined && theirs.nodes !== ours.nodes) {
    throw new Error(`${question}: the engine finds ${theirs.nodes} nodes`);
  }
  return (Object.keys(DETAILS) as Detail[]).map((detail) => {
    const ourMs = median(ours.times[detail]);
    if (theirs === undefined) return [question, detail, '', inMs(ourMs), ''];
    const theirMs = median(theirs.times[detail]);
    return [question, detail, (theirMs / ourMs).toPrecision(2), inMs(ourMs), inMs(theirMs)];
  });
}
