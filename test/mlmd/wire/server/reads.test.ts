import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArtifactId } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { GraphPut, MetadataStore } from '../../../../src/mlmd/store.js';
import { decodeRequest } from '../../../../src/mlmd/wire/server/decode.js';
import type { Handlers } from '../../../../src/mlmd/wire/server/handlers.js';
import { storeService } from '../../../../src/mlmd/wire/server/store-service.js';
import { backendsThatCan, temporaryFolder } from '../../../support/backends.js';
import { artifactIdOf, BARE, seed, seedTypes } from '../../../support/seed.js';

const FLAGS = { properties: new Map(), canAddFields: false, canOmitFields: false };

// The service over a store that cannot undo is another: it passes its calls on as they are.
describe.each(backendsThatCan('UNDO'))('$name: the calls that read types', ({ open }) => {
  it('find the type of no version for no version and for an empty one', async () => {
    const { service } = await serviceOver(await open(), async (transaction) => {
      await transaction.putTypes([
        { kind: 'ARTIFACT', name: 'Thing', version: 'v1', ...FLAGS },
        { kind: 'ARTIFACT', name: 'Thing', ...FLAGS },
      ]);
    });

    const plain = await service.getArtifactType({ typeName: 'Thing' });
    const empty = await service.getArtifactType({ typeName: 'Thing', typeVersion: '' });
    const versioned = await service.getArtifactType({ typeName: 'Thing', typeVersion: 'v1' });

    expect(plain.artifactType?.version).toBeUndefined();
    expect(empty).toEqual(plain);
    expect(versioned.artifactType?.version).toBe('v1');
  });

  it('say NOT_FOUND for a type that there is not, or of another kind', async () => {
    const { service } = await serviceOver(await open(), seedTypes);

    await expect(service.getExecutionType({ typeName: 'Thing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.getContextType({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it("hide MLMD's own types, and their namesakes of the other kind, from lists only", async () => {
    const { service } = await serviceOver(await open(), async (transaction) => {
      await seedTypes(transaction);
      await transaction.putTypes([
        { kind: 'EXECUTION', name: 'mlmd.Dataset', version: 'mine', ...FLAGS },
        { kind: 'CONTEXT', name: 'mlmd.Dataset', ...FLAGS },
      ]);
    });

    const { artifactTypes } = await service.getArtifactTypes({});
    const { executionTypes } = await service.getExecutionTypes({});
    const { contextTypes } = await service.getContextTypes({});
    const system = await service.getArtifactType({ typeName: 'mlmd.Dataset' });

    expect(artifactTypes.map(({ name }) => name)).toEqual(['Thing']);
    expect(executionTypes.map(({ name }) => name)).toEqual(['Step']);
    expect(contextTypes.map(({ name }) => name)).toEqual(['Group', 'mlmd.Dataset']);
    expect(system.artifactType?.id).toBe(1n);
  });

  it('give types by id in the order asked, repeats too, and none of another kind', async () => {
    const { service, result } = await serviceOver(await open(), seedTypes);

    const { artifactTypes } = await service.getArtifactTypesById({
      typeIds: [result.artifact, 999n, result.execution, 1n, result.artifact],
    });

    expect(artifactTypes.map(({ id }) => id)).toEqual([result.artifact, 1n, result.artifact]);
  });
});

describe.each(backendsThatCan('UNDO'))('$name: the calls that look nodes up', ({ open }) => {
  it('give nodes by id in the order of the ids, each once', async () => {
    const { service } = await serviceOver(await open(), (transaction) => putThings(transaction, [{}, {}, {}]));

    const { artifacts } = await service.getArtifactsById({ artifactIds: [3n, 999n, 1n, 3n] });

    expect(artifacts.map(({ id }) => id)).toEqual([1n, 3n]);
  });

  it('give the type of each artifact once, where asked to', async () => {
    const { service } = await serviceOver(await open(), (transaction) => putThings(transaction, [{}, {}]));

    const without = await service.getArtifactsById({ artifactIds: [1n, 2n] });
    const withTypes = await service.getArtifactsById({ artifactIds: [1n, 2n], populateArtifactTypes: true });

    expect(without.artifactTypes).toEqual([]);
    expect(withTypes.artifactTypes.map(({ name }) => name)).toEqual(['Thing']);
  });

  it('find artifacts that have no uri by an empty one', async () => {
    const things = [{ uri: 'a' }, { uri: '' }, {}, { uri: 'b' }];
    const { service } = await serviceOver(await open(), (transaction) => putThings(transaction, things));

    const some = await service.getArtifactsByUri({ uris: ['a', '', 'a', 'none'] });
    const none = await service.getArtifactsByUri({ uris: [] });

    expect(some.artifacts.map(({ id, uri }) => [id, uri])).toEqual([
      [1n, 'a'],
      [2n, ''],
      [3n, ''],
    ]);
    expect(none.artifacts).toEqual([]);
  });

  it('say NOT_FOUND only where none of the external ids is borne, and refuse an empty one', async () => {
    const { service } = await serviceOver(await open(), (transaction) => putThings(transaction, [{ externalId: 'x' }]));

    const { artifacts } = await service.getArtifactsByExternalIds({ externalIds: ['none', 'x'] });

    expect(artifacts.map(({ id }) => id)).toEqual([1n]);
    expect(await service.getArtifactsByExternalIds({ externalIds: [] })).toEqual({ artifacts: [] });
    const ask = (...externalIds: string[]) => service.getArtifactsByExternalIds({ externalIds });
    await expect(ask('none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask('x', '')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('find by type and name, where an unset name is an empty one, and leave the field unset for none', async () => {
    const things = [{ name: 'a' }, {}, { name: '' }];
    const { service } = await serviceOver(await open(), (transaction) => putThings(transaction, things));

    const idOf = async (name?: string, typeName = 'Thing') =>
      (await service.getArtifactByTypeAndName({ typeName, artifactName: name })).artifact?.id;

    expect([await idOf('a'), await idOf(), await idOf('none'), await idOf('a', 'none')]).toEqual([
      1n,
      3n,
      undefined,
      undefined,
    ]);
  });
});

describe.each(backendsThatCan('UNDO'))('$name: the calls that follow edges', ({ open }) => {
  it('say NOT_FOUND for a node in no context, whether it exists or not', async () => {
    const { service } = await serviceOver(await open(), (transaction) => putThings(transaction, [{}]));

    for (const artifactId of [1n, 999n, undefined]) {
      await expect(service.getContextsByArtifact({ artifactId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(service.getContextsByExecution({ executionId: 1n })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leave out nodes that do not exist, and tell of the events that name them', async () => {
    const { service } = await serviceOver(await open(), putDangling);

    const lineage = await service.getLineageSubgraph({
      lineageSubgraphQueryOptions: {
        startingNodes: { $case: 'startingExecutions', value: { filterQuery: 'id = 1' } },
      },
    });

    expect((await service.getArtifactsByContext({ contextId: 1n })).artifacts).toEqual([]);
    expect((await service.getEventsByExecutionIDs({ executionIds: [1n] })).events).toHaveLength(1);
    expect(lineage.lineageSubgraph?.artifacts).toEqual([]);
    expect(lineage.lineageSubgraph?.executions.map(({ id }) => id)).toEqual([1n]);
    expect(lineage.lineageSubgraph?.events).toHaveLength(1);
  });
});

describe('GetArtifactsByURI', () => {
  it('is refused in its old form, with one uri in field 1', () => {
    expect(() => decodeRequest('getArtifactsByUri', Buffer.from([0x0a, 0x01, 0x61]))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining('uris') }),
    );
    expect(decodeRequest('getArtifactsByUri', Buffer.from([0x12, 0x01, 0x61]))).toMatchObject({ uris: ['a'] });
  });
});

describe('GetLineageSubgraph', () => {
  it('costs as many statements for many nodes as for few', async () => {
    const few = await statementsFor(2);
    const many = await statementsFor(40);

    expect(few.nodes).toBeLessThan(many.nodes);
    expect(few.statements).toBeGreaterThan(4);
    expect(many.statements).toBe(few.statements);
  });
});

/** How many statements a walk of four hops over a graph of some width runs, and how many nodes it comes by. */
async function statementsFor(width: number): Promise<{ readonly statements: number; readonly nodes: number }> {
  let statements = 0;
  const path = join(await temporaryFolder(), 'mlmd.db');
  const store = await openStore(`sqlite:${path}`, { readOnly: false, onStatement: () => (statements += 1) });
  onTestFinished(() => store.close());
  const chains = Array.from({ length: width }, (_, place) => `rows > a${place} > b${place} > c${place} > d${place}`);
  const seeded = await seed(store, chains.join('\n'));
  const service = storeService(store, { duplicateEvents: 'reject' });
  const filterQuery = `id = ${artifactIdOf(seeded, 'rows')}`;
  statements = 0;

  const { lineageSubgraph } = await service.getLineageSubgraph({
    lineageSubgraphQueryOptions: {
      startingNodes: { $case: 'startingArtifacts', value: { filterQuery } },
      endingArtifacts: { filterQuery: "name = 'none'" },
      maxNumHops: 4n,
    },
  });

  return { statements, nodes: (lineageSubgraph?.artifacts.length ?? 0) + (lineageSubgraph?.executions.length ?? 0) };
}

type Transaction = Parameters<Parameters<MetadataStore['transaction']>[0]>[0];

/** A service over a store that was filled. */
async function serviceOver<T>(
  store: MetadataStore,
  fill: (transaction: Transaction) => Promise<T>,
): Promise<{ readonly service: Handlers; readonly result: T }> {
  const result = await store.transaction(fill);
  return { service: storeService(store, { duplicateEvents: 'reject' }), result };
}

type Thing = Pick<NonNullable<GraphPut['artifacts']>[number], 'name' | 'uri' | 'externalId'>;

async function putThings(transaction: Transaction, things: readonly Thing[]): Promise<void> {
  const { artifact: typeId } = await seedTypes(transaction);
  const artifacts = things.map((thing) => ({ ...BARE, typeId, ...thing }));
  await transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' });
}

/** An event and an attribution of an artifact that there is not, as the engine's PutExecution lets in. */
async function putDangling(transaction: Transaction): Promise<void> {
  const types = await seedTypes(transaction);
  const artifact = { id: 999n as ArtifactId };
  await transaction.putGraph({
    executions: [{ ...BARE, typeId: types.execution }],
    contexts: [{ ...BARE, typeId: types.context, name: 'c' }],
    events: [{ artifact, execution: { index: 0 }, type: 'INPUT', path: [] }],
    attributions: [{ artifact, context: { index: 0 } }],
    onExistingEdge: 'FAIL',
    onMissingEnd: 'WRITE',
  });
}
