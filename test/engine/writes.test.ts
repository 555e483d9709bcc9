import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRPC_STATUS, MetadataError } from '../../src/errors.js';
import {
  ARTIFACT_STATES,
  type ArtifactId,
  type ContextId,
  EVENT_TYPES,
  type ExecutionId,
  type Json,
  type NodeKind,
  type PropertyType,
  type TypeId,
  type Value,
} from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type {
  ArtifactPut,
  ContextPut,
  EventPut,
  ExecutionPut,
  MetadataTransaction,
  TypePut,
} from '../../src/mlmd/store.js';
import { temporaryFolder } from '../support/backends.js';
import { BARE } from '../support/seed.js';
import { tableRows } from '../support/table-rows.js';
import { Engine, EngineError } from './support/engine.js';
import { propertiesJson } from './support/proto-json.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

describe.skipIf(python === undefined)('random writes', () => {
  it('come out alike in the engine and in our store: the same rows, or a refusal of the same kind', async () => {
    const folder = await temporaryFolder();
    let file = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 40, maxLength: 60 }), async (writes) => {
        file += 1;
        const [theirs, ours] = [join(folder, `theirs-${file}.db`), join(folder, `ours-${file}.db`)];
        const engine = new Engine(python ?? '', theirs);
        const store = await openStore(`sqlite:${ours}`, { readOnly: false });
        try {
          for (const { put, method, request } of [...FIRST_WRITES, ...writes]) {
            const engineSays = await engine.call(method, request).then(() => 'OK', statusOfEngine);
            const weSay = await store.transaction(put).then(() => 'OK', statusOfOurs);
            expect(sameStatus(engineSays, weSay), `${method} ${JSON.stringify(request)}: ${engineSays}, ${weSay}`).toBe(
              true,
            );
          }
          await engine.call('GetArtifacts', {});
          expect(tableRows(ours)).toEqual(tableRows(theirs));
        } finally {
          await store.close();
          await engine.close();
        }
      }),
      { seed: 20261122, numRuns: 12 },
    );
  });
});

/** One write, as a call of the engine and as one of ours. */
interface Write {
  readonly method: string;
  readonly request: Json;
  readonly put: (transaction: MetadataTransaction) => Promise<unknown>;
}

// Few names, ids and types, so that writes meet each other, and a few that do not exist.
const NAMES = ['a', 'b', 'c', 'A'];
const seldom = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 });
const nodeId = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(1n, 2n, 3n) }, fc.constantFrom(4n, 9n));
const typeIdOf = (usual: bigint) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    fc.constantFrom(1n, 10n, 11n, 12n, 13n, 99n),
  ) as fc.Arbitrary<TypeId>;
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(0n, 2n ** 40n, -(2n ** 63n)).map((held): Value => ({ type: 'INT', value: held })),
  fc.constantFrom(0.5, -2, 1e6).map((held): Value => ({ type: 'DOUBLE', value: held })),
  fc.constantFrom('', 'x', 'ü').map((held): Value => ({ type: 'STRING', value: held })),
  fc.boolean().map((held): Value => ({ type: 'BOOLEAN', value: held })),
  fc.constant<Value>({ type: 'STRUCT', value: { a: [1, null] } }),
);
const mapOf = <T>(names: readonly string[], values: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), values), { selector: ([name]) => name, maxLength: 2 })
    .map((entries) => new Map(entries));
// The first types declare p as INT. Names of declared and of custom properties differ, as the engine mixes up one name in
// both on an update.
const declared = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(1n, 2n).map((held): readonly [string, Value] => ['p', { type: 'INT', value: held }]),
  },
  fc.tuple(fc.constantFrom('p', 'q'), value),
);
const properties = fc.record({
  properties: fc.array(declared, { maxLength: 1 }).map((entries) => new Map(entries)),
  customProperties: mapOf(['r', 's'], value),
});

const putType: fc.Arbitrary<Write> = fc
  .record({
    kind: fc.constantFrom<NodeKind>('ARTIFACT', 'EXECUTION', 'CONTEXT'),
    name: fc.constantFrom(...NAMES, ''),
    version: seldom(fc.constantFrom('1', '')),
    description: seldom(fc.constant('d')),
    externalId: seldom(fc.constantFrom('x', 'y', 'z')),
    properties: mapOf(['p', 'q'], fc.constantFrom<PropertyType>('INT', 'DOUBLE', 'STRING', 'BOOLEAN')),
    canAddFields: fc.boolean(),
    canOmitFields: fc.boolean(),
    based: fc.boolean(),
  })
  .map(({ based, ...fields }) => writeOfType(fields, based));

function writeOfType(fields: TypePut, based: boolean): Write {
  const baseType = based && fields.kind !== 'CONTEXT' ? BASE_TYPES[fields.kind] : undefined;
  const type: TypePut = { ...fields, baseType: baseType?.name };
  const word = type.kind.toLowerCase();
  const request = {
    [`${word}_type`]: {
      name: type.name,
      ...withoutUnset({ version: type.version, description: type.description, external_id: type.externalId }),
      properties: Object.fromEntries(type.properties),
      ...(baseType && { base_type: baseType.number }),
    },
    can_add_fields: type.canAddFields,
    can_omit_fields: type.canOmitFields,
  };
  return { method: `Put${capitalized(word)}Type`, request, put: (transaction) => transaction.putTypes([type]) };
}

const BASE_TYPES = {
  ARTIFACT: { name: 'mlmd.Model', number: 'MODEL' },
  EXECUTION: { name: 'mlmd.Train', number: 'TRAIN' },
} as const;

const nodeOf = (usualType: bigint) =>
  fc
    .record({
      id: seldom(nodeId),
      typeId: typeIdOf(usualType),
      name: seldom(fc.constantFrom(...NAMES)),
      externalId: seldom(fc.constantFrom('x', 'y', '')),
      properties,
    })
    .map(({ properties: maps, ...fields }) => ({ ...fields, ...maps }));

const putArtifact = fc
  .record({
    node: nodeOf(10n),
    uri: seldom(fc.constantFrom('u', '')),
    state: seldom(fc.constantFrom(...ARTIFACT_STATES)),
  })
  .map(({ node, ...columns }) => writeOfArtifact({ ...node, id: node.id as ArtifactId | undefined, ...columns }));
const putExecution = nodeOf(11n).map((node) => writeOfExecution({ ...node, id: node.id as ExecutionId | undefined }));
const putContext = nodeOf(12n).map((node) =>
  writeOfContext({ ...node, id: node.id as ContextId | undefined, name: node.name ?? `${node.properties.size}` }),
);

function writeOfArtifact(put: ArtifactPut): Write {
  const request = { artifacts: [{ ...nodeRequest(put), ...withoutUnset({ uri: put.uri, state: put.state }) }] };
  return { method: 'PutArtifacts', request, put: graph({ artifacts: [put] }) };
}

function writeOfExecution(put: ExecutionPut): Write {
  return { method: 'PutExecutions', request: { executions: [nodeRequest(put)] }, put: graph({ executions: [put] }) };
}

function writeOfContext(put: ContextPut): Write {
  return { method: 'PutContexts', request: { contexts: [nodeRequest(put)] }, put: graph({ contexts: [put] }) };
}

const putEvent = fc
  .record({
    artifact: nodeId,
    execution: nodeId,
    type: fc.constantFrom(...EVENT_TYPES),
    path: fc.array(
      fc.oneof(
        fc.bigInt({ min: -1n, max: 3n }).map((index) => ({ index })),
        fc.constantFrom('k', '').map((key) => ({ key })),
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ artifact, execution, type, path }): Write => {
    const event: EventPut = {
      artifact: { id: artifact as ArtifactId },
      execution: { id: execution as ExecutionId },
      type,
      path,
    };
    const steps = path.map((step) => ('index' in step ? { index: String(step.index) } : step));
    const request = { artifact_id: String(artifact), execution_id: String(execution), type, path: { steps } };
    return { method: 'PutEvents', request: { events: [request] }, put: graph({ events: [event] }) };
  });

const putMembership = fc.record({ member: nodeId, context: nodeId, isArtifact: fc.boolean() }).map((ids): Write => {
  const context = { id: ids.context as ContextId };
  return {
    method: 'PutAttributionsAndAssociations',
    request: ids.isArtifact
      ? { attributions: [{ artifact_id: String(ids.member), context_id: String(ids.context) }] }
      : { associations: [{ execution_id: String(ids.member), context_id: String(ids.context) }] },
    put: ids.isArtifact
      ? graph({ attributions: [{ artifact: { id: ids.member as ArtifactId }, context }] })
      : graph({ associations: [{ execution: { id: ids.member as ExecutionId }, context }] }),
  };
});

const putParent = fc.record({ child: nodeId, parent: nodeId }).map(
  ({ child, parent }): Write => ({
    method: 'PutParentContexts',
    request: { parent_contexts: [{ child_id: String(child), parent_id: String(parent) }] },
    put: graph({ parentContexts: [{ child: { id: child as ContextId }, parent: { id: parent as ContextId } }] }),
  }),
);

const write: fc.Arbitrary<Write> = fc.oneof(
  { weight: 2, arbitrary: putType },
  { weight: 3, arbitrary: putArtifact },
  { weight: 2, arbitrary: putExecution },
  { weight: 2, arbitrary: putContext },
  { weight: 2, arbitrary: putEvent },
  { weight: 2, arbitrary: putMembership },
  { weight: 2, arbitrary: putParent },
);

/** Types 10 to 12, one of each kind, and three nodes of each, so that random writes have something to be about. */
const FIRST_WRITES: readonly Write[] = [
  ...(['ARTIFACT', 'EXECUTION', 'CONTEXT'] as const).map((kind) =>
    writeOfType(
      { kind, name: 'a', properties: new Map([['p', 'INT']]), canAddFields: false, canOmitFields: false },
      false,
    ),
  ),
  ...[1, 2, 3].flatMap((number) => [
    writeOfArtifact({ ...BARE, typeId: 10n as TypeId }),
    writeOfExecution({ ...BARE, typeId: 11n as TypeId }),
    writeOfContext({ ...BARE, typeId: 12n as TypeId, name: `first ${number}` }),
  ]),
];

function graph(part: Partial<Parameters<MetadataTransaction['putGraph']>[0]>): Write['put'] {
  return (transaction) => transaction.putGraph({ onExistingEdge: 'FAIL', ...part });
}

function nodeRequest(put: ArtifactPut | ExecutionPut | ContextPut) {
  return {
    type_id: String(put.typeId),
    ...withoutUnset({ id: put.id?.toString(), name: put.name, external_id: put.externalId }),
    properties: propertiesJson(put.properties),
    custom_properties: propertiesJson(put.customProperties),
  };
}

function withoutUnset(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, held]) => (held === undefined ? [] : [[name, held]])),
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function statusOfEngine(error: unknown): string {
  if (!(error instanceof EngineError)) throw error;
  return error.type;
}

function statusOfOurs(error: unknown): string {
  if (!(error instanceof MetadataError)) throw error;
  const name = Object.entries(GRPC_STATUS).find(([, number]) => number === GRPC_STATUS[error.code])?.[0] ?? '';
  return `${name
    .split('_')
    .map((word) => capitalized(word.toLowerCase()))
    .join('')}Error`;
}

/** Where the engine says INTERNAL for a key that is taken, or UNIMPLEMENTED for another base type, we say what it is. */
function sameStatus(engine: string, ours: string): boolean {
  if (engine === 'InternalError' || engine === 'UnimplementedError') return ours === 'AlreadyExistsError';
  return engine === ours;
}
