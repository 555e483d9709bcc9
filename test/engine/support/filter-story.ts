import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { MetadataError } from '../../../src/errors.js';
import { parseFilterQuery } from '../../../src/mlmd/filter/query.js';
import type { NodeKind, Properties, Value } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { ArtifactPut, ContextPut, ExecutionPut, MetadataStore, TypePut } from '../../../src/mlmd/store.js';
import { temporaryFolder } from '../../support/backends.js';
import { Engine, EngineError } from './engine.js';

/** Our store and the engine over one file, with a few nodes of every kind in it that differ in all that filters ask for. */
export async function openFiltered(
  python: string,
): Promise<{ readonly store: MetadataStore; readonly engine: Engine }> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  onTestFinished(() => store.close());
  await writeStory(store);
  const engine = new Engine(python, path);
  onTestFinished(() => engine.close());
  return { store, engine };
}

/** What a query comes to: the ids that match, in order, or the refusal. */
export type Outcome = string;

const RPC = {
  ARTIFACT: ['GetArtifacts', 'artifacts'],
  EXECUTION: ['GetExecutions', 'executions'],
  CONTEXT: ['GetContexts', 'contexts'],
} as const;

/** The engine's answer: INTERNAL where its database rejects what it let pass. */
export async function askEngine(engine: Engine, kind: NodeKind, text: string): Promise<Outcome> {
  const [rpc, field] = RPC[kind];
  try {
    const answer = await engine.call(rpc, { options: { filter_query: text, max_result_size: 100 } });
    return ((answer[field] ?? []) as { readonly id: string }[]).map(({ id }) => id).join(' ');
  } catch (error) {
    if (error instanceof EngineError) return error.type.replace('Error', '');
    throw error;
  }
}

/** Our answer, by the access that a full store would use, which must be that of the other one too. */
export async function askUs(store: MetadataStore, kind: NodeKind, text: string): Promise<Outcome> {
  try {
    const query = parseFilterQuery(kind, text);
    const args = { filter: { op: 'QUERY', query }, page: { limit: 100 } } as const;
    const [walked] = await store.nodePages(kind, { ...args, order: { field: 'ID', descending: false } });
    const [looked] = await store.nodePages(kind, { ...args, order: { field: 'NAME', descending: false } });
    const ids = walked?.items.map(({ value }) => value.id) ?? [];
    const others = new Set(looked?.items.map(({ value }) => value.id));
    if (ids.length !== others.size || !ids.every((id) => others.has(id)))
      throw new Error(`${text} depends on the access`);
    return ids.join(' ');
  } catch (error) {
    if (error instanceof MetadataError) return error.code === 'INVALID_ARGUMENT' ? 'InvalidArgument' : error.code;
    throw error;
  }
}

const PROPERTIES = new Map([
  ['i', 'INT'],
  ['d', 'DOUBLE'],
  ['s', 'STRING'],
  ['b', 'BOOLEAN'],
] as const);

function map(values: Readonly<Record<string, bigint | number | string | boolean>>): Properties {
  return new Map(Object.entries(values).map(([name, value]) => [name, toValue(value)]));
}

function toValue(value: bigint | number | string | boolean): Value {
  if (typeof value === 'bigint') return { type: 'INT', value };
  if (typeof value === 'number') return { type: 'DOUBLE', value };
  return typeof value === 'string' ? { type: 'STRING', value } : { type: 'BOOLEAN', value };
}

/** Writes the nodes of {@link openFiltered}; `large` are integers of theirs. */
export async function writeStory(
  store: MetadataStore,
  large: readonly [bigint, bigint] = [10n ** 15n, 2n ** 63n - 1n],
) {
  const type = (kind: NodeKind, name: string): TypePut => ({
    kind,
    name,
    properties: PROPERTIES,
    canAddFields: false,
    canOmitFields: false,
  });
  await store.transaction(async (transaction) => {
    const types = await transaction.putTypes([
      type('ARTIFACT', 'T'),
      type('ARTIFACT', 'U'),
      type('EXECUTION', 'E'),
      type('CONTEXT', 'C'),
      type('CONTEXT', 'D'),
    ]);
    const [t, u, e, c, d] = types.map(({ id }) => id) as [ArtifactPut['typeId'], never, never, never, never];
    const none = { properties: map({}), customProperties: map({}) };
    const artifacts: ArtifactPut[] = [
      {
        typeId: t,
        name: 'a',
        uri: 'u1',
        state: 'LIVE',
        properties: map({ i: 1n, d: 1.5, s: 'x', b: true }),
        customProperties: map({ k: 7n, z: 'zz', 'my prop': 3n, int_value: 4n }),
      },
      {
        typeId: t,
        name: 'bB',
        uri: 'u2',
        state: 'PENDING',
        properties: map({ i: -3n, s: 'Y' }),
        customProperties: map({ k: 'str', b: false }),
      },
      { typeId: t, externalId: 'ext3', ...none },
      { typeId: u, name: 'né', uri: 'u4', properties: map({ d: 2 }), customProperties: map({ k: large[0] }) },
      {
        typeId: u,
        name: 'a',
        uri: 'a',
        state: 'DELETED',
        properties: map({ b: false, s: '' }),
        customProperties: map({ k: 0.5 }),
      },
      {
        typeId: u,
        name: '12',
        state: 'UNKNOWN',
        properties: map({ i: large[1] }),
        customProperties: map({ k: true, Camel: 1n }),
      },
    ];
    const executions: ExecutionPut[] = [
      { typeId: e, name: 'e1', state: 'COMPLETE', ...none, customProperties: map({ k: 42n }) },
      { typeId: e, name: 'e2', ...none },
      { typeId: e, state: 'FAILED', externalId: 'x', properties: map({ s: 'a', i: 1n }), customProperties: map({}) },
    ];
    const contexts: ContextPut[] = [
      { typeId: c, name: 'c1', ...none, properties: map({ s: 'x', i: 3n }) },
      { typeId: c, name: 'c2', ...none, externalId: 'y' },
      { typeId: d, name: 'c3', ...none, customProperties: map({ k: 1n, b: true }) },
    ];
    await transaction.putGraph({
      artifacts,
      executions,
      contexts,
      attributions: pairs([0, 0], [1, 0], [0, 1], [3, 2]).map(([artifact, context]) => ({ artifact, context })),
      associations: pairs([0, 0], [1, 0], [2, 2]).map(([execution, context]) => ({ execution, context })),
      parentContexts: pairs([1, 0], [2, 0], [2, 1]).map(([child, parent]) => ({ child, parent })),
      events: (
        [
          [0, 0, 'INPUT', 5n],
          [0, 0, 'DECLARED_INPUT', 4n],
          [1, 0, 'OUTPUT', 0n],
          [0, 1, 'OUTPUT', 7n],
          [3, 2, 'INTERNAL_OUTPUT', 8n],
        ] as const
      ).map(([artifact, execution, eventType, timeMs]) => ({
        artifact: { index: artifact },
        execution: { index: execution },
        type: eventType,
        timeMs,
        path: [],
      })),
      onExistingEdge: 'FAIL',
    });
  });
}

function pairs(...places: readonly (readonly [number, number])[]) {
  return places.map(([one, other]) => [{ index: one }, { index: other }] as const);
}
