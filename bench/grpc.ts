import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  GetArtifactsByIDRequest,
  GetLineageSubgraphRequest,
  PutExecutionRequest,
  PutTypesRequest,
} from '../src/mlmd/wire/generated/ml_metadata/proto/metadata_store_service.js';
import { inMs, median, printTable } from './figures.js';
import { openLayeredStore } from './layered-store.js';
import { type Disk, decode, type Service, startOurs, startTheirs } from './services.js';

/**
 * `npm run bench:grpc [-- --steps 500 --repeats 15 --events 100000 --fsync-ms 0]`: MLMD's own calls, answered by our built command and
 * by the real engine behind a small gRPC server, each in a process of its own, on files in the system's folder for
 * temporary files. Every write is on disk before it counts. Replies are counted as bytes; what a client does with them
 * is not measured. With `--fsync-ms` the writes are measured as on a disk that takes so much longer.
 */
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '500' },
    repeats: { type: 'string', default: '15' },
    events: { type: 'string', default: '100000' },
    'fsync-ms': { type: 'string', default: '0' },
  },
});
const steps = Number(values.steps);
const repeats = Number(values.repeats);
const disk: Disk = { fsyncMs: Number(values['fsync-ms']) };
const WARM_UP = 50;
const WARM_UP_READS = 3;
const PROPERTIES = ['label', 'owner', 'region', 'note', 'format'];

const folder = mkdtempSync(join(tmpdir(), 'mlmd-graphql-bench-'));
try {
  await compareWrites();
  await compareReads();
} finally {
  rmSync(folder, { recursive: true });
}

/** Each side with a new file. */
async function compareWrites(): Promise<void> {
  const ours = await startOurs(join(folder, 'ours.db'), disk);
  const theirs = await startTheirs(join(folder, 'theirs.db'), disk);
  const rows: (readonly string[])[] = [];
  for (const clients of [1, 16]) {
    const ourRate = await stepsPerSecond(ours, clients);
    const theirRate = theirs && (await stepsPerSecond(theirs, clients));
    const who = clients === 1 ? 'one client' : `${clients} clients at once`;
    const ratio = theirRate === undefined ? '' : (ourRate / theirRate).toPrecision(2);
    rows.push([`PutExecution with three artifacts, ${who}`, ratio, rate(ourRate), theirRate ? rate(theirRate) : '']);
  }
  printTable(['call', "our rate over the engine's", 'ours', "the engine's"], rows);
  await Promise.all([ours.stop(), theirs?.stop()]);
}

/** Both sides over one file, which neither writes. */
async function compareReads(): Promise<void> {
  const { path, newestArtifact } = await openLayeredStore(Number(values.events));
  const ours = await startOurs(path, { fsyncMs: 0 }, '--read-only');
  const theirs = await startTheirs(path, { fsyncMs: 0 });
  const compare = async (name: string, ask: (service: Service) => Promise<Buffer>) => {
    const our = await timed(() => ask(ours));
    const their = theirs && (await timed(() => ask(theirs)));
    const ratio = their === undefined ? '' : (their.timeMs / our.timeMs).toPrecision(2);
    return [name, ratio, inMs(our.timeMs), their ? inMs(their.timeMs) : '', `${our.bytes}`, `${their?.bytes ?? ''}`];
  };
  const ids = Array.from({ length: 1_000 }, (_, place) => String(newestArtifact - place));
  const thousand = GetArtifactsByIDRequest.fromJSON({ artifactIds: ids });
  const rows = [await compare('GetArtifactsByID of 1,000', (service) => service.ask('getArtifactsById', thousand))];
  for (const hops of [6, 20]) {
    for (const [what, readMask] of [
      ['all of it', undefined],
      ['ids and events', 'artifacts,executions,events'],
    ]) {
      const request = lineageRequest(newestArtifact, hops, readMask);
      const ask = (service: Service) => service.ask('getLineageSubgraph', request);
      rows.push(await compare(`GetLineageSubgraph of ${hops} hops, ${what}`, ask));
    }
  }
  printTable(
    ['call', "the engine's time over ours", 'ours', "the engine's", 'bytes of our reply', "the engine's"],
    rows,
  );
  await Promise.all([ours.stop(), theirs?.stop()]);
}

async function timed(ask: () => Promise<Buffer>) {
  let bytes = 0;
  const times: number[] = [];
  for (let count = -WARM_UP_READS; count < repeats; count += 1) {
    const start = performance.now();
    bytes = (await ask()).length;
    if (count >= 0) times.push(performance.now() - start);
  }
  return { timeMs: median(times), bytes };
}

function lineageRequest(artifact: number, hops: number, readMask: string | undefined): GetLineageSubgraphRequest {
  return GetLineageSubgraphRequest.fromJSON({
    lineageSubgraphQueryOptions: {
      startingArtifacts: { filterQuery: `id = ${artifact}` },
      maxNumHops: String(hops),
      direction: 'UPSTREAM',
    },
    readMask,
  });
}

async function stepsPerSecond(service: Service, clients: number): Promise<number> {
  const types = await registerTypes(service);
  for (let step = 0; step < WARM_UP; step += 1) await putStep(service, types, `warm-up-${clients}-${step}`);
  let next = 0;
  const client = async () => {
    while (next < steps) {
      next += 1;
      await putStep(service, types, `${clients}-${next}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return (steps / (performance.now() - start)) * 1_000;
}

interface TypeIds {
  readonly artifact: string;
  readonly execution: string;
  readonly context: string;
}

async function registerTypes(service: Service): Promise<TypeIds> {
  const properties = Object.fromEntries(PROPERTIES.map((name) => [name, 'STRING']));
  const request = PutTypesRequest.fromJSON({
    artifactTypes: [{ name: 'bench.Artifact', properties }],
    executionTypes: [{ name: 'bench.Execution', properties }],
    contextTypes: [{ name: 'bench.Context' }],
  });
  const { artifactTypeIds, executionTypeIds, contextTypeIds } = decode(
    'putTypes',
    await service.ask('putTypes', request),
  );
  return { artifact: `${artifactTypeIds[0]}`, execution: `${executionTypeIds[0]}`, context: `${contextTypeIds[0]}` };
}

/** One execution that reads an artifact and writes two, five properties each, in one context that is there already. */
async function putStep(service: Service, types: TypeIds, name: string): Promise<void> {
  const properties = Object.fromEntries(
    PROPERTIES.map((property) => [property, { stringValue: `${property} ${name}` }]),
  );
  const json = {
    execution: { typeId: types.execution, name, lastKnownState: 'COMPLETE', properties },
    artifactEventPairs: ['INPUT', 'OUTPUT', 'OUTPUT'].map((type, place) => ({
      artifact: { typeId: types.artifact, uri: `s3://bucket/${name}/${place}`, state: 'LIVE', properties },
      event: { type },
    })),
    contexts: [{ typeId: types.context, name: 'nightly' }],
    options: { reuseContextIfAlreadyExist: true },
  };
  await service.ask('putExecution', PutExecutionRequest.fromJSON(json));
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)} a second`;
}
