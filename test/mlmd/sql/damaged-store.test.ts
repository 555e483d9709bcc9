import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../src/mlmd/filter/filter.js';
import type { ArtifactId, ContextId, NodeRef } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../src/mlmd/store.js';
import { temporaryFolder } from '../../support/backends.js';

const ARTIFACT_1: NodeRef = { kind: 'ARTIFACT', id: 1n as ArtifactId };

describe('what a store should not hold', () => {
  it('leaves out events whose other end is missing', async () => {
    const store = await openDamaged(`
      insert into Event (artifact_id, execution_id, type) values (1, 999, 3), (999, 1, 3), (1, -1, 3), (1, 'x', 3)`);

    const query = { direction: 'DOWNSTREAM' } as const;
    const [page, none] = await store.eventPages([ARTIFACT_1, artifact(999n)], query, { limit: 100 });
    const counts = await store.eventCounts([ARTIFACT_1, artifact(999n)], query);
    const between = await store.eventsBetween([1n, 999n] as ArtifactId[], [1n, 999n] as never[]);

    const executions = page?.items.map(({ value }) => value.executionId) ?? [];
    expect(executions).not.toContain(999n);
    expect(none?.items).toEqual([]);
    expect(counts).toEqual([
      { events: executions.length, neighbors: executions.length },
      { events: 0, neighbors: 0 },
    ]);
    expect(between.every(({ executionId }) => executionId === 1n)).toBe(true);
  });

  it('shows events of the type UNKNOWN, of a type that we do not know and without a time where all are asked for', async () => {
    const store = await openDamaged(`
      insert into Event (artifact_id, execution_id, type) values (901, 901, 0), (901, 902, 77)`);

    const events = await store.eventsOf('ARTIFACT', [901n as ArtifactId]);

    const event = { artifactId: 901n, type: 'UNKNOWN', timeMs: undefined, path: [] };
    expect(events).toEqual([
      { ...event, executionId: 901n },
      { ...event, executionId: 902n },
    ]);
  });

  it('leaves out memberships and links whose other end is missing', async () => {
    const store = await openDamaged(`
      insert into Attribution (context_id, artifact_id) values (999, 1), (1, 999);
      insert into ParentContext values (2, 999), (999, 1)`);

    const memberships = await store.membershipsOf([ARTIFACT_1, artifact(999n)]);

    expect(memberships.map(({ contextId }) => contextId)).toEqual([1n]);
    expect(await store.contextLinks([1n, 2n, 999n] as ContextId[], 'PARENTS')).toEqual([]);
    expect(await store.contextLinks([1n, 2n, 999n] as ContextId[], 'CHILDREN')).toEqual([]);
  });

  it('shows a node of a missing type, or of one of another kind, without a type', async () => {
    const store = await openDamaged(`
      insert into Artifact (id, type_id) values (901, 0);
      insert into Artifact (id, type_id) values (902, (select max(id) from Type where type_kind = 0))`);

    const nodes = await store.nodesById('ARTIFACT', [901n, 902n] as ArtifactId[]);

    const bare = { typeName: undefined, typeVersion: undefined, baseType: undefined, uri: undefined, state: undefined };
    expect(nodes).toMatchObject([bare, bare]);
  });

  it('reads bytes in a text column as the text that they are', async () => {
    const store = await openDamaged(`
      insert into Type (id, name, type_kind, version) values (900, cast('Bytes' as blob), 1, cast('v1' as blob));
      insert into Artifact (id, type_id, name, uri, external_id)
      values (903, 900, cast('é' as blob), cast('s3://b' as blob), cast('key' as blob));
      insert into ArtifactProperty (artifact_id, name, is_custom_property, int_value) values (903, cast('p' as blob), 1, 7)`);

    const [node] = await store.nodesById('ARTIFACT', [903n as ArtifactId]);
    const types = await store.types({ kind: 'ARTIFACT' });

    expect(node).toMatchObject({ typeName: 'Bytes', typeVersion: 'v1', name: 'é', uri: 's3://b', externalId: 'key' });
    expect(node?.customProperties).toEqual(new Map([['p', { type: 'INT', value: 7n }]]));
    expect(types.find(({ id }) => id === 900n)).toMatchObject({ name: 'Bytes', version: 'v1' });
  });

  it('leaves out property rows without a value, and keeps what does not decode as it is stored', async () => {
    const store = await openDamaged(`
      delete from ArtifactProperty where artifact_id = 1;
      insert into ArtifactProperty (artifact_id, name, is_custom_property, string_value, int_value, double_value, proto_value, bool_value)
      values (1, 'none', 1, null, null, null, null, null),
        (1, 'struct', 1, 'mlmd-struct::!', null, null, null, null),
        (1, 'bytes', 1, x'c3bc', null, null, null, null),
        (1, 'int as text', 1, null, 'seven', null, null, null),
        (1, 'int as real', 1, null, 1.5, null, null, null),
        (1, 'double as text', 1, null, null, 'nan', null, null),
        (1, 'infinite', 1, null, null, 9e999, null, null),
        (1, 'proto', 1, null, null, null, '!', null),
        (1, 'raw proto', 1, null, null, null, x'0a0161', null),
        (1, 'bool as text', 1, null, null, null, null, 'yes'),
        (1, 'bool as 2', 1, null, null, null, null, 2)`);

    const [node] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);

    expect(Object.fromEntries(node?.customProperties ?? [])).toEqual({
      struct: { type: 'STRING', value: 'mlmd-struct::!' },
      bytes: { type: 'STRING', value: 'ü' },
      'int as text': { type: 'STRING', value: 'seven' },
      'int as real': { type: 'DOUBLE', value: 1.5 },
      'double as text': { type: 'STRING', value: 'nan' },
      infinite: { type: 'DOUBLE', value: Number.POSITIVE_INFINITY },
      proto: { type: 'STRING', value: '!' },
      'raw proto': { type: 'PROTO', value: { typeUrl: 'a', value: new Uint8Array() } },
      'bool as text': { type: 'STRING', value: 'yes' },
      'bool as 2': { type: 'BOOLEAN', value: true },
    });
  });

  it('shows numbers that mean nothing as UNKNOWN, and times that are none as the epoch', async () => {
    const store = await openDamaged(`
      update Artifact set state = 99, create_time_since_epoch = 'soon' where id = 1;
      update Execution set last_known_state = 'busy' where id = 1;
      insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch) values (1, 4, 99, 'now')`);

    const [node] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    const unknown = await store.matchingIds('ARTIFACT', [1n as ArtifactId], stateIs('UNKNOWN'));
    const known = await store.matchingIds('ARTIFACT', [1n as ArtifactId], stateIs('LIVE'));
    const [summary] = await store.executionSummaries([{ contextIds: [1n as ContextId] }]);
    const events = await store.eventsBetween([1n as ArtifactId], [4n] as never[]);

    expect(node).toMatchObject({ state: 'UNKNOWN', createTimeMs: 0 });
    expect([unknown.size, known.size]).toEqual([1, 0]);
    expect(summary?.states.get('UNKNOWN')).toBe(1);
    expect(events).toEqual([{ artifactId: 1n, executionId: 4n, type: 'UNKNOWN', timeMs: undefined, path: [] }]);
  });

  it('keeps what a put could not write when it updates something else of the node', async () => {
    const store = await openDamaged(`
      insert into ArtifactProperty (artifact_id, name, is_custom_property, string_value, double_value)
      values (1, 'struct', 1, 'mlmd-struct::!', null), (1, 'infinite', 1, null, 9e999), (1, 'undeclared', 0, 'x', null)`);
    const [before] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    if (before === undefined) throw new Error('The fixture has an artifact 1.');
    const customProperties = new Map(before.customProperties).set('new', { type: 'INT', value: 1n });
    const artifacts = [{ ...before, state: 'LIVE' as const, customProperties }];

    await store.transaction((transaction) => transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' }));

    const [after] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    expect(after).toEqual({ ...before, state: 'LIVE', customProperties, updateTimeMs: after?.updateTimeMs });
  });

  it('leaves out steps of a path that say nothing', async () => {
    const store = await openDamaged(`
      insert into EventPath select min(id), 1, null, 'x' from Event;
      insert into EventPath select min(id), 0, null, null from Event;
      insert into EventPath select min(id), 0, null, 'k' from Event`);

    const [event] = await allEvents(store);

    expect(event?.path).toEqual([{ key: 'k' }]);
  });

  it('takes types without properties it knows, of kinds it knows', async () => {
    const store = await openDamaged(`
      insert into Type (name, type_kind, version) values ('Odd', 7, null), ('Plain', 1, '');
      insert into TypeProperty select id, 'odd', 0 from Type where name = 'Plain';
      insert into TypeProperty select id, 'fine', 3 from Type where name = 'Plain';
      insert into ParentType select id, id from Type where name = 'Plain'`);

    const types = await store.types({ names: ['Odd', 'Plain'] });

    expect(types).toMatchObject([{ name: 'Plain', version: undefined, baseType: undefined }]);
    expect(types[0]?.properties).toEqual(new Map([['fine', 'STRING']]));
  });

  it('takes the lowest id where a type is there twice', async () => {
    const store = await openDamaged(`insert into Type (name, type_kind) values ('Twice', 1), ('Twice', 1)`);
    const put = {
      kind: 'ARTIFACT',
      name: 'Twice',
      properties: new Map(),
      canAddFields: false,
      canOmitFields: false,
    } as const;

    const [result] = await store.transaction((transaction) => transaction.putTypes([put]));

    const [first] = await store.types({ names: ['Twice'] });
    expect(result).toEqual({ id: first?.id, created: false });
  });

  it('makes a system type that an older release did not, when a type extends it', async () => {
    const store = await openDamaged("delete from Type where name = 'mlmd.Model'");
    const put = {
      kind: 'ARTIFACT',
      name: 'T',
      properties: new Map(),
      canAddFields: false,
      canOmitFields: false,
    } as const;

    await store.transaction((transaction) => transaction.putTypes([{ ...put, baseType: 'mlmd.Model' }]));

    expect(await store.types({ names: ['T'] })).toMatchObject([{ baseType: 'mlmd.Model' }]);
    expect(await store.types({ names: ['mlmd.Model'] })).toMatchObject([{ kind: 'ARTIFACT', version: undefined }]);
  });
});

/** The real store, with statements run on it that no sound program would run. */
async function openDamaged(statements: string): Promise<MetadataStore> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await copyFile(join(import.meta.dirname, '../../fixtures/kubeflow.mlmd'), path);
  new Database(path).exec(statements).close();
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  onTestFinished(() => store.close());
  return store;
}

async function allEvents(store: MetadataStore) {
  const ids = Array.from({ length: 20 }, (_, place) => BigInt(place + 1));
  return store.eventsBetween(ids as ArtifactId[], ids as never[]);
}

function stateIs(value: string): Filter {
  return { op: 'COLUMN', column: 'state', test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } } };
}

function artifact(id: bigint): NodeRef {
  return { kind: 'ARTIFACT', id: id as ArtifactId };
}
