import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../src/mlmd/open.js';
import { registerKubeflowTypes } from '../src/recording/index.js';

/** Which events a store has; `i` numbers the executions from 1. */
interface Shape {
  readonly artifacts: number;
  readonly executions: number;
  /** Executions of one run; runs follow one another. */
  readonly runOf: number;
  /** SQL of the artifacts that execution `i` reads, and of those that it writes. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** Hops from the one artifact at the start of a store to what lies furthest downstream, where a walk is to get it all. */
const LAYERS = 40;

/** One data set that so many steps have read, each of which wrote one artifact. */
export function hub(neighbors: number): Promise<string> {
  const shape = { artifacts: neighbors + 1, executions: neighbors, runOf: 20, reads: ['1'], writes: ['i + 1'] };
  return storeOf(`hub-${neighbors}`, shape);
}

/** So many steps, each of which read what the one before wrote. */
export function chain(steps: number): Promise<string> {
  const shape = { artifacts: steps + 1, executions: steps, runOf: 10, reads: ['i'], writes: ['i + 1'] };
  return storeOf(`chain-${steps}`, shape);
}

/**
 * About so many nodes, all of them downstream of artifact 1: layers of steps that each read three artifacts of the layer
 * before, as if picked at random, and write two.
 */
export function layered(nodes: number): Promise<string> {
  const steps = Math.floor(nodes / 3);
  const width = Math.ceil(steps / Math.min(LAYERS, Math.ceil(Math.sqrt(steps))));
  const first = `2 + 2 * ${width} * ((i - 1) / ${width} - 1)`;
  const picked = [7, 31, 101].map((step) => `${first} + (i * ${step} + i / 3) % ${2 * width}`);
  const reads = picked.map((pick) => `case when i <= ${width} then 1 else ${pick} end`);
  const shape = { artifacts: 2 * steps + 1, executions: steps, runOf: 20, reads, writes: ['2 * i', '2 * i + 1'] };
  return storeOf(`layered-${nodes}`, shape);
}

/** So many artifacts, which no step has touched. */
export function many(artifacts: number): Promise<string> {
  return storeOf(`many-${artifacts}`, { artifacts, executions: 0, runOf: 20, reads: [], writes: [] });
}

/** Makes the store's file among the temporary ones, or finds the one of an earlier run. */
async function storeOf(name: string, shape: Shape): Promise<string> {
  const folder = join(tmpdir(), 'mlmd-graphql-bench');
  const path = join(folder, `web-${name}.db`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    const store = await openStore(`sqlite:${unfinished}`, { readOnly: false });
    await registerKubeflowTypes(store);
    await store.close();
    fill(unfinished, shape);
    renameSync(unfinished, path);
  }
  return path;
}

const WORKSPACES = 8;
const NOON = Date.UTC(2026, 10, 22, 12);
const INPUT = 3;
const OUTPUT = 4;

/** Writes rows as the Kubeflow Metadata SDK would, past our own code, which would take a hundred times as long. */
function fill(path: string, { artifacts, executions, runOf, reads, writes }: Shape): void {
  const database = new Database(path);
  const typeId = (name: string) => `(select id from Type where name = 'kubeflow.org/alpha/${name}')`;
  const numbers = (count: number) =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  // The step that wrote an artifact shares its run, as the last of `writes` numbers them alike.
  const run = (step: string) => `(${step}) / ${runOf}`;
  const writer = `max(i - 1, 0) / ${Math.max(writes.length, 1)}`;
  const workspace = (step: string) => `(${run(step)}) % ${WORKSPACES} + 1`;
  const kind = `case i % 5 when 0 then ${typeId('model')} when 1 then ${typeId('data_set')} when 2 then ${typeId('data_set')}
    when 3 then ${typeId('model')} else ${typeId('metrics')} end`;
  const properties = (table: string, owner: string, count: number, step: string, label: string) =>
    [
      ['__kf_run__', 1, `'nightly-' || (${run(step)})`],
      ['__kf_workspace__', 1, `'team ' || (${workspace(step)})`],
      ['name', 0, `'${label} ' || i`],
    ]
      .map(
        ([name, isCustom, value]) => `insert into ${table} (${owner}, name, is_custom_property, string_value)
          ${numbers(count)} select i, '${name}', ${isCustom}, ${value} from n;`,
      )
      .join('\n');
  database.pragma('synchronous = off');
  database.pragma('journal_mode = off');
  database.exec(`begin;
    insert into Context (id, type_id, name, create_time_since_epoch, last_update_time_since_epoch)
      ${numbers(WORKSPACES)} select i, ${typeId('workspace')}, 'team ' || i, ${NOON}, ${NOON} from n;
    insert into Artifact (id, type_id, uri, create_time_since_epoch, last_update_time_since_epoch)
      ${numbers(artifacts)} select i, ${kind}, 's3://lake/part-' || i, ${NOON} + i, ${NOON} + i from n;
    insert into Attribution (context_id, artifact_id) ${numbers(artifacts)} select ${workspace(writer)}, i from n;
    ${properties('ArtifactProperty', 'artifact_id', artifacts, writer, 'artifact')}`);
  if (executions > 0) {
    database.exec(`insert into Execution (id, type_id, create_time_since_epoch, last_update_time_since_epoch)
        ${numbers(executions)} select i, ${typeId('execution')}, ${NOON} + i, ${NOON} + i from n;
      insert into Association (context_id, execution_id) ${numbers(executions)} select ${workspace('i - 1')}, i from n;
      ${properties('ExecutionProperty', 'execution_id', executions, 'i - 1', 'step')}`);
  }
  for (const [type, of] of [
    [INPUT, reads],
    [OUTPUT, writes],
  ] as const) {
    for (const artifact of of) {
      database.exec(`insert or ignore into Event (artifact_id, execution_id, type, milliseconds_since_epoch)
        ${numbers(executions)} select ${artifact}, i, ${type}, ${NOON} + i from n`);
    }
  }
  database.exec('commit');
  database.pragma('journal_mode = delete');
  database.close();
}
