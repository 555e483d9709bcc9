import { describe, expect, it } from 'vitest';
import { type Tables, tablesOf } from './support/rows.js';
import { tellSdkStory } from './support/sdk-story.js';
import { newStore } from './support/store.js';

const FIXTURE = new URL('../fixtures/kubeflow.mlmd', import.meta.url).pathname;
const RUN_TYPE = 'mlmd-graphql/run';
const SDK_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/g;

/** The rows without what may differ: times, ids of contexts, our runs, and the states that the SDK leaves unset. */
function comparable(tables: Tables): Tables {
  const rows = (table: string) => tables[table] ?? [];
  const runType = rows('Type').find((row) => row[1] === RUN_TYPE)?.[0];
  const contexts = rows('Context').filter((row) => row[1] !== runType);
  const nameOf = new Map(contexts.map((row) => [row[0], row[2]]));
  const named = (table: string, column: number) =>
    rows(table)
      .filter((row) => nameOf.has(row[column]))
      .map((row) => row.map((cell, index) => (index === column ? nameOf.get(cell) : cell)));
  const withoutTimes = (table: string) => rows(table).map((row) => row.slice(0, -2));
  const withoutSdkTimes = (table: string) =>
    rows(table).map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(SDK_TIME, 'then') : cell)));
  return {
    types: rows('Type').filter((row) => row[0] !== runType),
    typeProperties: rows('TypeProperty').filter((row) => row[0] !== runType),
    contexts: contexts.map((row) => [row[2], row[3]]),
    contextProperties: named('ContextProperty', 0),
    artifacts: withoutTimes('Artifact'),
    artifactProperties: withoutSdkTimes('ArtifactProperty'),
    executions: withoutTimes('Execution').map(([id, type, _state, ...rest]) => [id, type, ...rest]),
    executionProperties: withoutSdkTimes('ExecutionProperty'),
    events: rows('Event').map((row) => row.slice(0, -1)),
    eventPaths: rows('EventPath'),
    attributions: named('Attribution', 1).map((row) => row.slice(1)),
    associations: named('Association', 1).map((row) => row.slice(1)),
  };
}

describe("the SDK's story", () => {
  it('leaves row for row what the SDK left', async () => {
    const { store, path } = await newStore();

    await tellSdkStory(store);

    const expected = comparable(tablesOf(FIXTURE));
    // The one thing that cannot be said here: an argument that the SDK's constructor does not know.
    const text = JSON.stringify(expected).replace(String.raw`{\"extra_kw\": \"kept\"}`, '{}');
    expect(comparable(tablesOf(path))).toEqual(JSON.parse(text));
  });

  it('adds a context per run, in its workspace and with all that the run touched, and nothing else', async () => {
    const { store, path } = await newStore();

    await tellSdkStory(store);

    const tables = tablesOf(path);
    const runType = tables.Type?.find((row) => row[1] === RUN_TYPE)?.[0];
    const runs = tables.Context?.filter((row) => row[1] === runType) ?? [];
    const membersOf = (table: string, run: unknown) =>
      (tables[table] ?? []).filter((row) => row[1] === run).map((row) => row[2]);
    expect(runs.map((row) => [row[2], membersOf('Association', row[0]), membersOf('Attribution', row[0])])).toEqual([
      ['demo%20workspace/run_5faf20cfbba941c9a400fbfbe02cd654', [1], [1, 2, 3]],
      ['demo%20workspace/run_second', [3], [1, 4, 5]],
      ['other%20workspace/run_transfer', [4], [4, 6, 7, 8]],
    ]);
    expect(tables.ParentContext).toEqual([
      [2, 1],
      [3, 1],
      [5, 4],
    ]);
    expect(tables.ContextProperty?.filter((row) => row[0] === 2)).toEqual([
      [2, 'name', 0, null, null, 'run_5faf20cfbba941c9a400fbfbe02cd654', null, null, null],
    ]);
  });
});
