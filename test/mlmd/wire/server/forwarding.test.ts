import { status } from '@grpc/grpc-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openChannel } from '../../../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../../../src/mlmd/wire/client/settings.js';
import type { Calls, RequestOf } from '../../../../src/mlmd/wire/rpc.js';
import { forwardingService } from '../../../../src/mlmd/wire/server/forwarding.js';
import type { ServiceOptions } from '../../../../src/mlmd/wire/server/handlers.js';
import { storeService } from '../../../../src/mlmd/wire/server/store-service.js';
import { newStore } from '../../../recording/support/store.js';
import { refusal, serveAnswers } from '../../../support/grpc-service.js';
import { startServer } from './support/grpc.js';

function callsOf(address: string): Calls {
  const channel = openChannel(readGrpcSettings(`grpc://${address}?retries=0`));
  onTestFinished(() => channel.close());
  return channel;
}

/** Calls of a service over a store, and of one in front of it that passes them on. */
async function chain(options: ServiceOptions & { readonly readOnly?: boolean }) {
  const { store } = await newStore();
  const upstream = await startServer(storeService(store, { duplicateEvents: 'reject' }));
  const direct = callsOf(upstream.address);
  const front = await startServer(forwardingService(direct, options), { readOnly: options.readOnly ?? false });
  return { direct, forwarded: callsOf(front.address), upstream };
}

const OUTPUT = 4;

/** A thing with an external id, a step, a group, and an event between the first two. */
async function seedEvent(calls: Calls) {
  const types = await calls.call('putTypes', {
    artifactTypes: [{ name: 'Thing', properties: new Map() }],
    executionTypes: [{ name: 'Step', properties: new Map() }],
    contextTypes: [{ name: 'Group', properties: new Map() }],
  });
  const [typeId, stepTypeId, groupTypeId] = [
    types.artifactTypeIds[0],
    types.executionTypeIds[0],
    types.contextTypeIds[0],
  ];
  const thing = { ...BARE, typeId, externalId: 'ext' };
  const step = { ...BARE, typeId: stepTypeId };
  const group = { ...BARE, typeId: groupTypeId, name: 'g' };
  const { executionId = 0n, artifactIds } = await calls.call('putExecution', {
    execution: step,
    artifactEventPairs: [{ artifact: thing, event: { type: OUTPUT } }],
    contexts: [],
  });
  return { thing, step: { ...step, id: executionId }, group, artifactId: artifactIds[0] ?? 0n, executionId };
}

const BARE = { properties: new Map(), customProperties: new Map() };

async function eventsOf(calls: Calls, executionId: bigint) {
  const { events } = await calls.call('getEventsByExecutionIDs', { executionIds: [executionId] });
  return events.map(({ artifactId, type }) => `${artifactId} ${type}`);
}

describe('a service over another one', () => {
  it('answers what that one answers, and keeps what it is sent there', async () => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'reject' });

    const { artifactId, executionId } = await seedEvent(forwarded);

    const request = { artifactIds: [artifactId], populateArtifactTypes: true };
    expect(await forwarded.call('getArtifactsById', request)).toEqual(await direct.call('getArtifactsById', request));
    expect(await eventsOf(direct, executionId)).toEqual([`${artifactId} ${OUTPUT}`]);
  });

  it('refuses in its words, and with its code', async () => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'reject' });
    const { artifactId, executionId } = await seedEvent(direct);
    const again = { events: [{ artifactId, executionId, type: OUTPUT }] };

    const refusal = await direct.call('putEvents', again).catch((error: unknown) => error);

    await expect(forwarded.call('putEvents', again)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      status: status.ALREADY_EXISTS,
      text: (refusal as { text: string }).text,
    });
  });

  it('says of a write whose fate that one does not know that it may have been made', async () => {
    const { port } = await serveAnswers({
      putTypes: () => {
        throw refusal('UNKNOWN', 'Stream removed');
      },
    });
    const front = await startServer(forwardingService(callsOf(`127.0.0.1:${port}`), { duplicateEvents: 'reject' }));

    const writing = callsOf(front.address).call('putTypes', {
      artifactTypes: [],
      executionTypes: [],
      contextTypes: [],
    });

    await expect(writing).rejects.toMatchObject({ text: expect.stringContaining('may have been written') });
  });

  it('is UNAVAILABLE without an address where that one is away', async () => {
    const { forwarded, upstream } = await chain({ duplicateEvents: 'reject' });
    await seedEvent(forwarded);
    await upstream.stop();

    const refusal = await forwarded.call('getArtifactTypes', {}).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ code: 'UNAVAILABLE', status: status.UNAVAILABLE });
    expect((refusal as { text: string }).text).not.toContain('127.0.0.1');
  });

  it('refuses writes where it is read-only, and passes reads on', async () => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'reject', readOnly: true });

    await expect(seedEvent(forwarded)).rejects.toMatchObject({ status: status.PERMISSION_DENIED });
    await seedEvent(direct);
    expect((await forwarded.call('getArtifacts', {})).artifacts).toHaveLength(1);
  });
});

describe('a service over another one that is to ignore duplicate events', () => {
  it('puts those that are new, and each once', async () => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'ignore' });
    const { artifactId, executionId } = await seedEvent(direct);
    const event = (type: number) => ({ artifactId, executionId, type });

    await forwarded.call('putEvents', { events: [event(OUTPUT), event(3), event(3)] });
    await forwarded.call('putEvents', { events: [event(OUTPUT)] });

    expect((await eventsOf(direct, executionId)).sort()).toEqual([`${artifactId} 3`, `${artifactId} ${OUTPUT}`]);
  });

  it.each<[string, (seeded: Awaited<ReturnType<typeof seedEvent>>) => Partial<RequestOf<'putExecution'>>]>([
    ['an artifact by its id', ({ thing, artifactId }) => pair({ ...thing, id: artifactId })],
    ['an artifact that only the event names', ({ artifactId }) => pair(undefined, artifactId)],
    [
      'an artifact by its external id',
      ({ thing }) => ({ ...pair(thing), options: { reuseArtifactIfAlreadyExistByExternalId: true } }),
    ],
  ])('puts an execution with %s again, and what else it brings', async (_what, change) => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'ignore' });
    const seeded = await seedEvent(direct);
    const { thing, step, group, artifactId, executionId } = seeded;
    const { artifactEventPairs = [], options } = change(seeded);

    const response = await forwarded.call('putExecution', {
      execution: step,
      artifactEventPairs: [
        ...artifactEventPairs,
        { artifact: { ...thing, externalId: 'other' }, event: { type: OUTPUT } },
      ],
      contexts: [group],
      options,
    });

    expect(response).toEqual({
      executionId,
      artifactIds: [artifactId, artifactId + 1n],
      contextIds: [expect.any(BigInt)],
    });
    expect(await eventsOf(direct, executionId)).toEqual([`${artifactId} ${OUTPUT}`, `${artifactId + 1n} ${OUTPUT}`]);
    const { artifacts } = await direct.call('getArtifactsByContext', { contextId: response.contextIds[0] });
    expect(artifacts.map(({ id }) => id)).toEqual([artifactId, artifactId + 1n]);
  });

  it('puts a graph again', async () => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'ignore' });
    const { thing, step, artifactId, executionId } = await seedEvent(direct);

    await forwarded.call('putLineageSubgraph', {
      artifacts: [{ ...thing, id: artifactId }],
      executions: [step],
      contexts: [],
      eventEdges: [
        { artifactIndex: 0, executionIndex: 0, event: { type: OUTPUT } },
        { event: { artifactId, executionId, type: 3 } },
      ],
    });

    expect((await eventsOf(direct, executionId)).sort()).toEqual([`${artifactId} 3`, `${artifactId} ${OUTPUT}`]);
  });

  it('still refuses what else exists already', async () => {
    const { direct, forwarded } = await chain({ duplicateEvents: 'ignore' });
    const { thing, step, executionId } = await seedEvent(direct);

    const put = forwarded.call('putExecution', {
      execution: step,
      artifactEventPairs: [{ artifact: thing }],
      contexts: [],
    });

    await expect(put).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await eventsOf(direct, executionId)).toHaveLength(1);
  });
});

function pair(artifact: object | undefined, artifactId?: bigint) {
  return {
    artifactEventPairs: [
      { ...(artifact && { artifact: { ...BARE, ...artifact } }), event: { type: OUTPUT, artifactId } },
    ],
  };
}
