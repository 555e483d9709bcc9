import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArtifactId, ContextId, TypeId } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../../src/mlmd/store.js';
import { type Answers, refusal, serveAnswers } from '../../../support/grpc-service.js';
import { BARE } from '../../../support/seed.js';

describe('a store over a service', () => {
  it('does not begin a transaction whose turn does not come in time', async () => {
    const store = await storeOver({}, 'deadline-ms=100');
    const ran: string[] = [];
    let end = () => {};
    const slow = store.transaction(() => new Promise<void>((resolve) => (end = resolve)));

    const late = store.transaction(async () => void ran.push('late'));

    await expect(late).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    end();
    await slow;
    await store.transaction(async () => void ran.push('next'));
    expect(ran).toEqual(['next']);
  });

  it('says in the log when the service is lost', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line).msg) });
    const service = await serveAnswers({ getContextTypesById });
    const store = await openStore(`grpc://127.0.0.1:${service.port}?retries=0`, { readOnly: false, log });
    onTestFinished(() => store.close());

    service.stop();
    await expect(store.types()).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    expect(lines).toEqual(['mlmd service cannot be reached']);
  });

  it('does not take what an earlier call of a put wrote for a collision with it', async () => {
    const context = { ...BARE, id: 1n, typeId: 1n, name: 'mine' };
    const store = await storeOver({
      getArtifactTypesById: ({ typeIds }) => ({ artifactTypes: typeIds.map((id) => ({ ...TYPE, id })) }),
      getContextsById: () => ({ contexts: [context] }),
      getContextByTypeAndName: () => ({ context }),
      putContexts: () => ({ contextIds: [context.id] }),
      putLineageSubgraph: () => {
        throw refusal('INTERNAL');
      },
    });

    const writing = store.transaction((transaction) =>
      transaction.putGraph({
        contexts: [{ ...BARE, typeId: 1n as TypeId, name: 'mine' }],
        artifacts: [0, 1].map(() => ({ ...BARE, typeId: 2n as TypeId })),
        // Not all of the nodes are in it, so it goes first.
        attributions: [{ artifact: { index: 0 }, context: { index: 0 } }],
        onExistingEdge: 'FAIL',
      }),
    );

    await expect(writing).rejects.toMatchObject({ code: 'INTERNAL', message: expect.stringContaining('A part of') });
  });

  it('has the service refuse a new context whose name was taken meanwhile', async () => {
    const asked: unknown[] = [];
    const store = await storeOver({
      getArtifactTypesById: ({ typeIds }) => ({ artifactTypes: typeIds.map((id) => ({ ...TYPE, id })) }),
      putLineageSubgraph: ({ options }) => {
        asked.push(options?.reuseContextIfAlreadyExist);
        return { contextIds: [1n], artifactIds: [2n], executionIds: [] };
      },
    });

    const ids = await store.transaction((transaction) =>
      transaction.putGraph({
        contexts: [{ ...BARE, typeId: 1n as TypeId, name: 'mine' }],
        artifacts: [{ ...BARE, typeId: 2n as TypeId }],
        attributions: [{ artifact: { index: 0 }, context: { index: 0 } }],
        onExistingEdge: 'FAIL',
      }),
    );

    expect(asked).toEqual([false]);
    expect(ids).toEqual({ contexts: [1n as ContextId], artifacts: [2n as ArtifactId], executions: [] });
  });
});

const TYPE = { name: 'Any', properties: new Map() };

const getContextTypesById: NonNullable<Answers['getContextTypesById']> = ({ typeIds }) => ({
  contextTypes: typeIds.map((id) => ({ ...TYPE, id })),
});

/** A store over a service that answers so, until the test is over. */
async function storeOver(answers: Answers, query = ''): Promise<MetadataStore> {
  const { port } = await serveAnswers({ getContextTypesById, ...answers });
  const store = await openStore(`grpc://127.0.0.1:${port}?${query}`, { readOnly: false });
  onTestFinished(() => store.close());
  return store;
}
