import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PropertyType, TypeId } from '../src/mlmd/model.js';
import { openStore } from '../src/mlmd/open.js';
import { OWN_INDEXES } from '../src/mlmd/sql/schema.js';

/** Executions of one layer. Twice as many artifacts leave it, so that a walk soon meets most of each layer. */
const WIDTH = 50;
const READS = 3;
const WRITES = 2;

/** Five properties a node, of every simple type. */
const PROPERTIES: ReadonlyMap<string, PropertyType> = new Map([
  ['label', 'STRING'],
  ['owner', 'STRING'],
  ['rows', 'INT'],
  ['score', 'DOUBLE'],
  ['checked', 'BOOLEAN'],
]);

/** A store to measure with. */
export interface LayeredStore {
  readonly path: string;
  /** The artifact that was written last, with the longest history. */
  readonly newestArtifact: number;
}

/**
 * Makes an MLMD file of about so many events, or finds the one of an earlier run: layers of executions that each read
 * three artifacts of the layer before, picked at random from a fixed seed, and write two. Every node is in two contexts,
 * that of its layer and one that holds all. The file is in the system's folder for temporary files, and takes 0.5 GB for a
 * million events.
 */
export async function openLayeredStore(events: number): Promise<LayeredStore> {
  const layers = Math.max(1, Math.round(events / (WIDTH * (READS + WRITES))));
  const folder = join(tmpdir(), 'mlmd-graphql-bench');
  const path = join(folder, `layers-${layers}.db`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    const types = await createStore(unfinished);
    fill(unfinished, layers, types);
    renameSync(unfinished, path);
  }
  return { path, newestArtifact: (layers + 1) * WIDTH * WRITES };
}

type TypeIds = Readonly<Record<'artifact' | 'execution' | 'context', TypeId>>;

async function createStore(path: string): Promise<TypeIds> {
  rmSync(path, { force: true });
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  try {
    return await store.transaction(async (transaction) => {
      const shape = { properties: PROPERTIES, canAddFields: false, canOmitFields: false };
      const typeIds = await transaction.putTypes([
        { kind: 'ARTIFACT', name: 'bench.Artifact', ...shape },
        { kind: 'EXECUTION', name: 'bench.Execution', ...shape },
        { kind: 'CONTEXT', name: 'bench.Context', ...shape },
      ]);
      const [artifact, execution, context] = typeIds.map(({ id }) => id);
      if (artifact === undefined || execution === undefined || context === undefined)
        throw new Error('no type was put');
      return { artifact, execution, context };
    });
  } finally {
    await store.close();
  }
}

/**
 * Writes past our own code, which would take a hundred times as long. The file ends up as the engine makes it: without our
 * two indexes, and without a write-ahead log.
 */
function fill(path: string, layers: number, types: TypeIds): void {
  const database = new Database(path);
  for (const { name } of OWN_INDEXES) database.exec(`drop index ${name}`);
  database.pragma('synchronous = off');
  database.pragma('journal_mode = off');
  database.transaction(() => {
    const put = createPut(database, types);
    put.context(EVERYTHING, 'everything');
    put.context(EVERYTHING + 1, 'layer 0');
    // What the first layer reads.
    for (let artifact = 1; artifact <= WIDTH * WRITES; artifact += 1) put.artifact(artifact, EVERYTHING + 1);
    const random = createRandom(1);
    for (let layer = 1; layer <= layers; layer += 1) {
      const context = EVERYTHING + 1 + layer;
      put.context(context, `layer ${layer}`);
      for (let place = 0; place < WIDTH; place += 1) {
        const execution = (layer - 1) * WIDTH + place + 1;
        put.execution(execution, context);
        const read = new Set<number>();
        while (read.size < READS) read.add((layer - 1) * WIDTH * WRITES + 1 + Math.floor(random() * WIDTH * WRITES));
        for (const artifact of read) put.event(artifact, execution, INPUT);
        for (let output = 1; output <= WRITES; output += 1) {
          const artifact = (layer * WIDTH + place) * WRITES + output;
          put.artifact(artifact, context);
          put.event(artifact, execution, OUTPUT);
        }
      }
    }
  })();
  database.pragma('journal_mode = delete');
  database.close();
}

/** The context that all nodes are in; the layers' follow. */
const EVERYTHING = 1;

// MLMD's numbers of event types, and of the states of an artifact and of an execution.
const INPUT = 3;
const OUTPUT = 4;
const LIVE = 2;
const COMPLETE = 3;
const NOON = Date.UTC(2026, 10, 22, 12);

function createPut(database: Database.Database, types: TypeIds) {
  const insertNode = (table: string, state: string) =>
    database.prepare(
      `insert into ${table} (id, type_id, ${state}, create_time_since_epoch, last_update_time_since_epoch) values (?, ?, ?, ?, ?)`,
    );
  const insertProperties = (table: string, owner: string) =>
    database.prepare(
      `insert into ${table} (${owner}, name, is_custom_property, string_value, int_value, double_value, bool_value) values
      (:id, 'checked', 0, null, null, null, 1), (:id, 'label', 0, 'node ' || :id, null, null, null),
      (:id, 'owner', 0, 'owner@my-company.org', null, null, null), (:id, 'rows', 0, null, :id, null, null),
      (:id, 'score', 0, null, null, :id / 7.0, null)`,
    );
  const artifact = insertNode('Artifact', 'state');
  const artifactProperties = insertProperties('ArtifactProperty', 'artifact_id');
  const execution = insertNode('Execution', 'last_known_state');
  const executionProperties = insertProperties('ExecutionProperty', 'execution_id');
  const context = database.prepare('insert into Context (id, type_id, name) values (?, ?, ?)');
  const attribution = database.prepare('insert into Attribution (artifact_id, context_id) values (?, ?)');
  const association = database.prepare('insert into Association (execution_id, context_id) values (?, ?)');
  const event = database.prepare(
    'insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch) values (?, ?, ?, ?)',
  );
  return {
    context(id: number, name: string) {
      context.run(id, types.context, name);
    },
    artifact(id: number, contextId: number) {
      artifact.run(id, types.artifact, LIVE, NOON + id, NOON + id);
      artifactProperties.run({ id });
      for (const place of [EVERYTHING, contextId]) attribution.run(id, place);
    },
    execution(id: number, contextId: number) {
      execution.run(id, types.execution, COMPLETE, NOON + id, NOON + id);
      executionProperties.run({ id });
      for (const place of [EVERYTHING, contextId]) association.run(id, place);
    },
    event(artifactId: number, executionId: number, type: number) {
      event.run(artifactId, executionId, type, NOON + executionId);
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
