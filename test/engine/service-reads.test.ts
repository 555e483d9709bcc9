import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ListOperationOptions_OrderByField_Field as Field,
  type ListOperationOptions,
} from '../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { temporaryFolder } from '../support/backends.js';
import { type BothServices, serveBoth } from './support/both-services.js';
import { pythonWith } from './support/python.js';
import { writeRandomStore } from './support/random-store.js';

const python = pythonWith('ml_metadata', 'grpc');

// Each asks the engine thousands of times, one call after the other.
describe.skipIf(python === undefined)('every call that reads', { timeout: 120_000 }, () => {
  it.each(['cmf', 'kubeflow', 'tfx'])('answers over %s as the engine does', async (name) => {
    const path = join(await temporaryFolder(), `${name}.mlmd`);
    await copyFile(fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url)), path);

    await agreeOnAll(await serveBoth(python ?? '', path));
  });

  it.each([1, 20_261_122])('answers over the random store %i as the engine does', async (seed) => {
    const path = join(await temporaryFolder(), 'random.mlmd');
    await writeRandomStore(path, seed);

    await agreeOnAll(await serveBoth(python ?? '', path));
  });
});

/** What a store holds, to ask for, and beside it what it does not hold. */
type Contents = Awaited<ReturnType<typeof contentsOf>>;

async function agreeOnAll(both: BothServices): Promise<void> {
  const contents = await contentsOf(both);
  await agreeOnTypes(both, contents);
  await agreeOnNodes(both, contents);
  await agreeOnEdges(both, contents);
  for (const field of [Field.ID, Field.CREATE_TIME, Field.LAST_UPDATE_TIME]) {
    await agreeOnLists(both, contents, { orderByField: { field } });
    await agreeOnLists(both, contents, { orderByField: { field, isAsc: false } });
  }
  await agreeOnLists(both, contents, { filterQuery: 'id > 2 AND create_time_since_epoch > 0' });
  await agreeOnOptions(both, contents);
}

/** What there is of everything, which both agree on. */
async function contentsOf({ agree }: BothServices) {
  const types = {
    artifact: (await agree('getArtifactTypes', {}))?.artifactTypes ?? [],
    execution: (await agree('getExecutionTypes', {}))?.executionTypes ?? [],
    context: (await agree('getContextTypes', {}))?.contextTypes ?? [],
  };
  const { artifacts } = (await agree('getArtifacts', {})) ?? { artifacts: [] };
  const { executions } = (await agree('getExecutions', {})) ?? { executions: [] };
  const { contexts } = (await agree('getContexts', {})) ?? { contexts: [] };
  expect(Math.min(artifacts.length, executions.length, contexts.length, types.context.length)).toBeGreaterThan(0);
  return { types, artifacts, executions, contexts };
}

async function agreeOnTypes({ agree }: BothServices, { types }: Contents): Promise<void> {
  const all = Object.values(types).flat();
  // Of every kind, system types among them, with a repeat and one that does not exist, and not in order.
  const typeIds = [...idsOf(all), 5n, 1n, ...ABSENT, 1n];
  await agree('getArtifactTypesById', { typeIds });
  await agree('getExecutionTypesById', { typeIds });
  await agree('getContextTypesById', { typeIds });
  for (const { name: typeName, version } of [
    ...all,
    { name: 'mlmd.Dataset', version: '' },
    { name: undefined, version: '' },
  ]) {
    for (const typeVersion of new Set([version, undefined, '', 'none'])) {
      await agree('getArtifactType', { typeName, typeVersion });
      await agree('getExecutionType', { typeName, typeVersion });
      await agree('getContextType', { typeName, typeVersion });
    }
  }
  for (const externalIds of externalIdsOf(all)) {
    await agree('getArtifactTypesByExternalIds', { externalIds });
    await agree('getExecutionTypesByExternalIds', { externalIds });
    await agree('getContextTypesByExternalIds', { externalIds });
  }
}

async function agreeOnNodes(both: BothServices, { types, artifacts, executions, contexts }: Contents): Promise<void> {
  const { agree } = both;
  for (const populateArtifactTypes of [undefined, true]) {
    await agree('getArtifactsById', { artifactIds: [], populateArtifactTypes });
    await agree('getArtifactsById', {
      artifactIds: [...idsOf(artifacts).reverse(), ...ABSENT, 1n],
      populateArtifactTypes,
    });
  }
  await agree('getExecutionsById', { executionIds: [...idsOf(executions).reverse(), ...ABSENT, 1n] });
  await agree('getContextsById', { contextIds: [...idsOf(contexts).reverse(), ...ABSENT, 1n] });
  const known = artifacts.map(({ uri = '' }) => uri).filter((uri) => uri !== '');
  for (const uris of [[], [''], known, [...known, '', 'none'], ['none']]) await agree('getArtifactsByUri', { uris });
  for (const externalIds of externalIdsOf([...artifacts, ...executions, ...contexts])) {
    await agree('getArtifactsByExternalIds', { externalIds });
    await agree('getExecutionsByExternalIds', { externalIds });
    await agree('getContextsByExternalIds', { externalIds });
  }
  for (const { type: typeName, name } of [...artifacts, ...executions, ...contexts]) {
    await agreeOnNames(both, { typeName }, [name]);
  }
  const names = new Set([artifacts[1]?.name, contexts[0]?.name, undefined, '', 'none']);
  for (const { name: typeName, version: typeVersion } of [...Object.values(types).flat(), NOTHING]) {
    await agreeOnNames(both, { typeName, typeVersion }, names);
  }
}

async function agreeOnNames({ agree }: BothServices, type: object, names: Iterable<string | undefined>): Promise<void> {
  for (const name of names) {
    await agree('getArtifactByTypeAndName', { ...type, artifactName: name });
    await agree('getExecutionByTypeAndName', { ...type, executionName: name });
    await agree('getContextByTypeAndName', { ...type, contextName: name });
  }
}

async function agreeOnEdges({ agree }: BothServices, { artifacts, executions, contexts }: Contents): Promise<void> {
  await agree('getEventsByArtifactIDs', { artifactIds: [...idsOf(artifacts), ...ABSENT, 1n] });
  await agree('getEventsByExecutionIDs', { executionIds: [...idsOf(executions), ...ABSENT, 1n] });
  await agree('getEventsByArtifactIDs', { artifactIds: [] });
  await agree('getEventsByExecutionIDs', { executionIds: [] });
  for (const artifactId of [...idsOf(artifacts), ...ABSENT, undefined]) {
    await agree('getContextsByArtifact', { artifactId });
  }
  for (const executionId of [...idsOf(executions), ...ABSENT, undefined]) {
    await agree('getContextsByExecution', { executionId });
  }
  for (const contextId of [...idsOf(contexts), ...ABSENT, undefined]) {
    await agree('getParentContextsByContext', { contextId });
    await agree('getChildrenContextsByContext', { contextId });
    await agree('getArtifactsByContext', { contextId });
    await agree('getExecutionsByContext', { contextId });
  }
}

/** Lists are followed to their end with our tokens, which the engine has to read too. */
async function agreeOnLists(
  { agree }: BothServices,
  { types, contexts }: Contents,
  order: ListOperationOptions,
): Promise<void> {
  const follow = async (ask: (options: ListOperationOptions) => Promise<Listed | undefined>) => {
    for (let nextPageToken: string | undefined = ''; nextPageToken !== undefined; ) {
      const page: Listed | undefined = await ask({ ...order, maxResultSize: 3, nextPageToken });
      nextPageToken = page?.nextPageToken || undefined;
    }
  };
  await follow((options) => agree('getArtifacts', { options }));
  await follow((options) => agree('getExecutions', { options }));
  await follow((options) => agree('getContexts', { options }));
  for (const { name: typeName, version: typeVersion } of [...types.artifact, NOTHING]) {
    await follow((options) => agree('getArtifactsByType', { typeName, typeVersion, options }));
  }
  for (const { name: typeName, version: typeVersion } of [...types.execution, NOTHING]) {
    await follow((options) => agree('getExecutionsByType', { typeName, typeVersion, options }));
  }
  for (const { name: typeName, version: typeVersion } of [...types.context, NOTHING]) {
    await follow((options) => agree('getContextsByType', { typeName, typeVersion, options }));
  }
  for (const contextId of [...idsOf(contexts).slice(0, 5), ...ABSENT, undefined]) {
    await follow((options) => agree('getArtifactsByContext', { contextId, options }));
    await follow((options) => agree('getExecutionsByContext', { contextId, options }));
  }
}

/** Sizes up to 100: the engine gives one more node for a larger one, and no token. */
const OPTIONS: readonly ListOperationOptions[] = [
  ...[-1, 0, 1, 100, 2 ** 31 - 1].map((maxResultSize) => ({ maxResultSize })),
  ...[undefined, 0, 1, 2, 3, 4].flatMap((field) => [
    { orderByField: { field } },
    { orderByField: { field, isAsc: false } },
  ]),
  ...['', ' ', 'id = 1', 'id = 999', 'nonsense ='].map((filterQuery) => ({ filterQuery })),
  // A token of the second page by id, as it is, with padding, and broken in several ways; then one of nothing.
  ...[
    'CAIQAhoCCAI',
    'CAIQAhoCCAI=',
    'CAIQAhoCCAI==',
    ' CAIQ AhoCCAI',
    'CAIQAhoCCA',
    'A',
    'AA',
    'AAAA',
    '+/+/',
    '!',
    'CAA',
  ].flatMap((nextPageToken) => [{ nextPageToken }, { nextPageToken, orderByField: { field: Field.CREATE_TIME } }]),
];

async function agreeOnOptions({ agree }: BothServices, { types }: Contents): Promise<void> {
  const [name] = types.execution;
  for (const options of OPTIONS) {
    await agree('getArtifacts', { options });
    await agree('getExecutionsByType', { typeName: name?.name, typeVersion: name?.version, options });
    await agree('getContextsByType', { typeName: 'none', options });
    for (const contextId of [1n, 2n, 999n]) await agree('getArtifactsByContext', { contextId, options });
  }
}

interface Listed {
  readonly nextPageToken?: string | undefined;
}

const NOTHING = { name: 'none', version: undefined };
const ABSENT = [999n, 0n, -1n];

function idsOf(messages: readonly { readonly id?: bigint | undefined }[]): bigint[] {
  return messages.map(({ id = 0n }) => id);
}

/** Those that some bear, one by one and together, mixed with those that none may bear and that none bears. */
function externalIdsOf(
  messages: readonly { readonly externalId?: string | undefined }[],
): readonly (readonly string[])[] {
  const borne = messages.flatMap(({ externalId }) => (externalId === undefined ? [] : [externalId]));
  return [
    [],
    [''],
    ['none', ''],
    ['none'],
    borne,
    [...borne, 'none', ...borne],
    ...borne.slice(0, 5).map((id) => [id]),
  ];
}
