import { parseArgs } from 'node:util';
import { openStore } from '../src/mlmd/open.js';
import { type Ask, openApi } from './api.js';
import { runEngine } from './engine.js';
import { inMs, median, printTable } from './figures.js';
import { openLayeredStore } from './layered-store.js';

/**
 * `npm run bench:lineage [-- --events 1000000] [-- --repeats 15]`: upstream from the newest artifact, ours and the
 * engine's, over the same files in one run.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', multiple: true, default: ['10000', '100000'] },
    repeats: { type: 'string', default: '15' },
  },
});
const repeats = Number(values.repeats);
const HOPS = [3, 20, 100];

const NODE = { withoutProperties: 'id', withProperties: 'id typeName properties { name value }' };
type Detail = keyof typeof NODE;

interface Figures extends Readonly<Record<Detail, readonly number[]>> {
  readonly nodes: number;
}

const rows: (readonly string[])[] = [];
for (const events of values.events.map(Number)) {
  const { path, newestArtifact } = await openLayeredStore(events);
  const theirs = runEngine('lineage', path, newestArtifact, repeats, ...HOPS) as readonly Figures[] | undefined;
  const ours = await measure(path, newestArtifact);
  for (const [index, hops] of HOPS.entries()) {
    for (const detail of ['withoutProperties', 'withProperties'] as const) {
      const [our, their] = [ours[index], theirs?.[index]];
      if (our === undefined) continue;
      if (their !== undefined && our.nodes !== their.nodes) throw new Error(`${our.nodes} nodes, not ${their.nodes}`);
      const [ourMs, theirMs] = [median(our[detail]), median(their?.[detail] ?? [])];
      rows.push([
        `${events.toLocaleString('en')} events, ${hops} hops, ${our.nodes} nodes`,
        detail === 'withProperties' ? 'with properties' : 'ids',
        `${(theirMs / ourMs).toPrecision(2)} ×`,
        inMs(ourMs),
        inMs(theirMs),
      ]);
    }
  }
}
printTable(['question', 'nodes come', 'faster', 'ours', "the engine's"], rows);

async function measure(path: string, artifact: number): Promise<readonly Figures[]> {
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  try {
    const ask = await openApi(store);
    const figures: Figures[] = [];
    for (const hops of HOPS) {
      figures.push({
        nodes: await countNodes(ask, artifact, hops),
        withoutProperties: await time(ask, artifact, hops, 'withoutProperties'),
        withProperties: await time(ask, artifact, hops, 'withProperties'),
      });
    }
    return figures;
  } finally {
    await store.close();
  }
}

async function countNodes(ask: Ask, artifact: number, hops: number): Promise<number> {
  const answer = JSON.parse(await askLineage(ask, artifact, hops, 'withoutProperties'));
  return answer.data.lineage.entries.length;
}

async function time(ask: Ask, artifact: number, hops: number, detail: Detail): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    const start = performance.now();
    await askLineage(ask, artifact, hops, detail);
    times.push(performance.now() - start);
  }
  return times;
}

function askLineage(ask: Ask, artifact: number, hops: number, detail: Detail): Promise<string> {
  const query = `query ($of: [ID!]!, $input: LineageInput!) {
    lineage(of: $of, input: $input) {
      entries { distance node { ${NODE[detail]} } }
      edges { source target type }
      completeness { complete reasons }
    }
  }`;
  const input = { direction: 'UPSTREAM', maxHops: hops, maxNodes: 10_000 };
  return ask(query, { of: [`artifact:${artifact}`], input });
}
