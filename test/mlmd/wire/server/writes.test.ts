import { beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactId, ContextId, ExecutionId } from '../../../../src/mlmd/model.js';
import type { MetadataStore } from '../../../../src/mlmd/store.js';
import type { RequestOf, ResponseOf } from '../../../../src/mlmd/wire/rpc.js';
import type { ServiceOptions, WriteRpc } from '../../../../src/mlmd/wire/server/handlers.js';
import { storeService } from '../../../../src/mlmd/wire/server/store-service.js';
import { backendsThatCan } from '../../../support/backends.js';
import { messageOf } from '../../../support/write-request.js';

// What the engine does is held against the engine itself, call by call, in test/engine/service-writes.test.ts.
// The service over a store that cannot undo is another: it passes its calls on as they are.
describe.each(backendsThatCan('UNDO'))('$name: a call that writes', ({ open }) => {
  let store: MetadataStore;
  let statements: number;
  let clock: number;

  beforeEach(async () => {
    clock = 1_000;
    store = await open({
      now: () => clock,
      onStatement: () => {
        statements += 1;
      },
    });
    // The types 10, 11 and 12.
    await put('putTypes', {
      artifactTypes: [{ name: 'Thing', properties: { rows: 'INT' } }],
      executionTypes: [{ name: 'Step' }],
      contextTypes: [{ name: 'Group' }],
    });
    statements = 0;
  });

  it('fails of the first node that is wrong, and then writes none', async () => {
    await put('putArtifacts', { artifacts: [{ typeId: 10, name: 'a' }] });
    const taken = { typeId: 10, name: 'a' };
    const untyped = { typeId: 99 };

    const takenFirst = put('putArtifacts', { artifacts: [{ typeId: 10 }, taken, { typeId: 10 }, untyped] });
    await expect(takenFirst).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    const untypedFirst = put('putArtifacts', { artifacts: [{ typeId: 10 }, untyped, { typeId: 10 }, taken] });
    await expect(untypedFirst).rejects.toMatchObject({ code: 'NOT_FOUND' });

    expect(await store.nodesById('ARTIFACT', [1n, 2n] as ArtifactId[])).toMatchObject([{ name: 'a' }, undefined]);
  });

  it('fails of a write before what cannot be read as one', async () => {
    const events = [{ artifactId: 1, executionId: 1, type: 'INPUT' }, {}];
    await put('putArtifacts', { artifacts: [{ typeId: 10 }] });
    await put('putExecutions', { executions: [{ typeId: 11 }] });
    await put('putEvents', { events: events.slice(0, 1) });

    await expect(put('putEvents', { events })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('finds the node that is wrong among many without writing them one by one', async () => {
    const artifacts = Array.from({ length: 512 }, () => ({ typeId: 10 }));
    await put('putArtifacts', { artifacts });
    const right = statements;
    statements = 0;

    await expect(put('putArtifacts', { artifacts: [...artifacts, { typeId: 99 }] })).rejects.toThrow('type with id 99');

    expect(statements).toBeLessThan(right + 100);
  });

  it('reads enums as closed: a number that is none is as good as unset', async () => {
    const type = messageOf('putArtifactType', { artifactType: { name: 'Odd', properties: { k: 'INT' } } });
    const artifactType = {
      ...type.artifactType,
      baseType: 17,
      properties: new Map([
        ['k', 1],
        ['p', 17],
      ]),
    };
    await storeService(store, REJECT).putArtifactType({ ...type, artifactType } as RequestOf<'putArtifactType'>);
    const event = { artifactId: 1n, executionId: 1n, type: 99 };
    await put('putArtifacts', { artifacts: [{ typeId: 10 }] });
    await put('putExecutions', { executions: [{ typeId: 11 }] });

    const untyped = storeService(store, REJECT).putEvents({ events: [event] } as RequestOf<'putEvents'>);
    await expect(untyped).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });

    const [odd] = await store.types({ names: ['Odd'] });
    expect(odd).toMatchObject({ baseType: undefined, properties: new Map([['k', 'INT']]) });
  });

  it.each([
    ['what it was answered', { type: 'Thing', uri: '' }, false],
    ['what it was answered but for the type_id', { type: 'Thing', uri: '', typeId: undefined }, false],
    ['an unset uri', { type: 'Thing' }, true],
    ['no name of the type', { uri: '' }, true],
    ['another name, which is kept', { type: 'Thing', uri: '', name: 'b' }, true],
  ])('moves the time of the last update as messages differ, for a caller that sends %s', async (_, fields, moves) => {
    await put('putArtifacts', { artifacts: [{ typeId: 10, name: 'a' }] });
    clock = 2_000;

    await put('putArtifacts', { artifacts: [{ id: 1, typeId: 10, name: 'a', ...fields }] });

    const [stored] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    expect(stored).toMatchObject({ name: 'a', updateTimeMs: moves ? 2_000 : 1_000 });
  });

  it('updates what a mask names and keeps the rest', async () => {
    const before = { rows: { intValue: 1 } };
    const artifact = {
      typeId: 10,
      uri: 'u',
      state: 'LIVE',
      properties: before,
      customProperties: { 'a.b': { intValue: 1 } },
    };
    await put('putArtifacts', { artifacts: [artifact] });
    const after = { id: 1, uri: 'v', properties: { rows: { stringValue: 'not looked at' } } };

    await put('putArtifacts', { artifacts: [after], updateMask: ['state', 'custom_properties.a.b', 'no_such_field'] });

    const [stored] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    expect(stored).toMatchObject({ uri: 'u', state: undefined, customProperties: new Map() });
    expect(stored?.properties).toEqual(new Map([['rows', { type: 'INT', value: 1n }]]));
  });

  it('updates a node that a request names twice by both, in turn', async () => {
    await put('putArtifacts', { artifacts: [{ typeId: 10 }] });
    const artifacts = ['a', 'b'].map((key) => ({ id: 1, customProperties: { [key]: { boolValue: true } } }));

    await put('putArtifacts', { artifacts, updateMask: ['custom_properties.a', 'custom_properties.b'] });

    const [stored] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    expect([...(stored?.customProperties.keys() ?? [])]).toEqual(['b']);
  });

  it('refuses an update that another came before, where it is asked to', async () => {
    await put('putArtifacts', { artifacts: [{ typeId: 10 }] });
    const update = (lastUpdateTimeSinceEpoch: number) =>
      put('putArtifacts', {
        artifacts: [{ id: 1, uri: 'mine', lastUpdateTimeSinceEpoch }],
        options: { abortIfLatestUpdatedTimeChanged: true },
      });

    await expect(update(999)).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });
    await update(1_000);

    expect(await store.nodesById('ARTIFACT', [1n as ArtifactId])).toMatchObject([{ uri: 'mine' }]);
  });

  it.each([
    ['a custom property without a value', { customProperties: { c: {} } }],
    ['a double that is not finite', { customProperties: { c: { doubleValue: 'NaN' } } }],
    ['a proto without a type URL', { customProperties: { c: { protoValue: {} } } }],
    ['the text that the engine takes for no value', { customProperties: { c: { stringValue: '__MLMD_NULL__' } } }],
    ['text that the engine would read as a struct', { customProperties: { c: { stringValue: 'mlmd-struct::x' } } }],
    ['text with a NUL', { uri: 'a\0b' }],
  ])('refuses %s, which the engine could not keep', async (_, fields) => {
    const wrong = put('putArtifacts', { artifacts: [{ typeId: 10, ...fields }] });

    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('leaves an event that is stored as it is, where that is asked for', async () => {
    await put('putArtifacts', { artifacts: [{ typeId: 10 }] });
    await put('putExecutions', { executions: [{ typeId: 11 }] });
    const event = { artifactId: 1, executionId: 1, type: 'INPUT' };
    const first = { ...event, millisecondsSinceEpoch: 5, path: { steps: [{ key: 'k' }] } };

    await put('putEvents', { events: [first, event] }, { duplicateEvents: 'ignore' });
    await put('putExecution', { execution: { id: 1 }, artifactEventPairs: [{ event }] }, { duplicateEvents: 'ignore' });

    const events = await store.eventsOf('ARTIFACT', [1n as ArtifactId]);
    expect(events).toMatchObject([{ timeMs: 5n, path: [{ key: 'k' }] }]);
  });

  it('reuses an artifact that the same execution brought before, by its external id', async () => {
    const pair = (uri: string, type: string) => ({ artifact: { typeId: 10, externalId: 'x', uri }, event: { type } });

    const reply = await put('putExecution', {
      execution: { typeId: 11 },
      artifactEventPairs: [pair('first', 'INPUT'), pair('second', 'OUTPUT')],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    });

    expect(reply).toEqual({ executionId: 1n, artifactIds: [1n, 1n], contextIds: [] });
    expect(await store.nodesById('ARTIFACT', [1n as ArtifactId])).toMatchObject([{ uri: 'second' }]);
  });

  it('puts no artifact into the contexts for a pair that has none', async () => {
    const reply = await put('putExecution', {
      execution: { typeId: 11 },
      artifactEventPairs: [{}, { artifact: { typeId: 10 } }],
      contexts: [{ typeId: 12, name: 'g' }],
    });

    expect(reply).toEqual({ executionId: 1n, artifactIds: [-1n, 1n], contextIds: [1n] });
    const members = await store.membershipsOf([
      { kind: 'ARTIFACT', id: -1n as ArtifactId },
      { kind: 'ARTIFACT', id: 1n as ArtifactId },
      { kind: 'EXECUTION', id: 1n as ExecutionId },
    ]);
    expect(members).toEqual([
      { node: { kind: 'ARTIFACT', id: 1n }, contextId: 1n as ContextId },
      { node: { kind: 'EXECUTION', id: 1n }, contextId: 1n as ContextId },
    ]);
  });

  it('refuses more memberships than a request may ask for', async () => {
    const executions = Array.from({ length: 400 }, () => ({ typeId: 11 }));
    const contexts = Array.from({ length: 251 }, (_, place) => ({ typeId: 12, name: `${place}` }));

    const tooMany = put('putLineageSubgraph', { executions, contexts });

    await expect(tooMany).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    expect(await store.nodesById('EXECUTION', [1n as ExecutionId])).toEqual([undefined]);
  });

  async function put<R extends WriteRpc>(
    rpc: R,
    json: object,
    options: ServiceOptions = REJECT,
  ): Promise<ResponseOf<R>> {
    const handle = storeService(store, options)[rpc] as (request: RequestOf<R>) => Promise<ResponseOf<R>>;
    return handle(messageOf(rpc, json));
  }
});

const REJECT: ServiceOptions = { duplicateEvents: 'reject' };
