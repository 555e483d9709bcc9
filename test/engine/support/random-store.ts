import {
  ARTIFACT_STATES,
  type ArtifactId,
  EVENT_TYPES,
  EXECUTION_STATES,
  type PathStep,
  type PropertyType,
  type TypeId,
  type Value,
} from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { GraphPut, MetadataTransaction } from '../../../src/mlmd/store.js';

/** Rounds share a reading of the clock, so that every time is that of many nodes. */
const ROUNDS = 4;
const PER_ROUND = { artifacts: 12, executions: 8, contexts: 4, edges: 24 };

const VALUES: readonly Value[] = [
  { type: 'INT', value: 2n ** 63n - 1n },
  { type: 'DOUBLE', value: -1_234.5678 },
  { type: 'STRING', value: 'naïve 🦆 \'"\\\n' },
  { type: 'STRING', value: '' },
  { type: 'BOOLEAN', value: false },
  { type: 'STRUCT', value: { a: [1, 'x', null, true, {}] } },
];
const URIS = [undefined, '', 'data/1', 'data/2', 'data/ä'];
const PATHS: readonly (readonly PathStep[])[] = [[], [{ index: 0n }], [{ key: 'ä' }, { index: 7n }, { key: '' }]];

/**
 * Makes a store of all that one can hold: types in several versions, nodes with and without everything, events of all
 * types, shared and nested contexts, nodes updated later. The same seed makes the same store.
 */
export async function writeRandomStore(path: string, seed: number): Promise<void> {
  let timeMs = 1_700_000_000_000;
  const pick = picker(seed);
  const store = await openStore(`sqlite:${path}`, { readOnly: false, now: () => timeMs });
  for (let round = 0; round < ROUNDS; round += 1) {
    timeMs += 1_000;
    await store.transaction(async (transaction) => {
      const types = await putTypes(transaction, round);
      const { artifacts } = await transaction.putGraph(randomGraph(pick, types, round));
      await touchSome(transaction, pick, artifacts);
    });
  }
  await store.close();
}

type Pick = <T>(choices: readonly T[]) => T;

/** One after the other, the same for the same seed. Source of the numbers: Park and Miller's generator. */
function picker(seed: number): Pick {
  let state = seed;
  return (choices) => {
    state = (state * 48_271) % 2_147_483_647;
    return choices[state % choices.length] as (typeof choices)[number];
  };
}

type Types = Readonly<Record<'ARTIFACT' | 'EXECUTION' | 'CONTEXT', TypeId>>;

/** Each round has a version of its own, and the first has none. */
async function putTypes(transaction: MetadataTransaction, round: number): Promise<Types> {
  const version = round === 0 ? undefined : `v${round}`;
  const properties = new Map<string, PropertyType>([
    ['score', 'DOUBLE'],
    ['title', 'STRING'],
  ]);
  const flags = { version, properties, canAddFields: false, canOmitFields: false };
  const [thing, step, group] = await transaction.putTypes([
    {
      kind: 'ARTIFACT',
      name: 'Thing',
      description: 'a thing',
      externalId: `thing-${round}`,
      baseType: 'mlmd.Model',
      ...flags,
    },
    { kind: 'EXECUTION', name: 'Step', baseType: 'mlmd.Train', inputType: '{"any":{}}', ...flags },
    { kind: 'CONTEXT', name: 'Group', externalId: `group-${round}`, ...flags },
  ]);
  if (thing === undefined || step === undefined || group === undefined) throw new Error('three types were put');
  return { ARTIFACT: thing.id, EXECUTION: step.id, CONTEXT: group.id };
}

function randomGraph(pick: Pick, types: Types, round: number): GraphPut {
  const places = (count: number) => Array.from({ length: count }, (_, index) => index);
  const node = (typeId: TypeId, index: number) => ({
    typeId,
    name: [undefined, `node ${index}`, index === 0 ? '' : undefined][index % 3],
    externalId: pick([undefined, `external-${round}-${index}`]),
    properties: new Map(pick([[], [['score', { type: 'DOUBLE', value: index / 4 } satisfies Value]] as const])),
    customProperties: new Map(['a b', 'rows', 'ä'].map((name) => [name, pick(VALUES)])),
  });
  const edges = <T>(make: (place: number) => T, keyOf: (edge: T) => string): readonly T[] => [
    ...new Map(
      places(PER_ROUND.edges)
        .map((place) => make(place))
        .map((edge) => [keyOf(edge), edge]),
    ).values(),
  ];
  const artifact = () => ({ index: pick(places(PER_ROUND.artifacts)) });
  const execution = () => ({ index: pick(places(PER_ROUND.executions)) });
  const context = () => ({ index: pick(places(PER_ROUND.contexts)) });
  return {
    artifacts: places(PER_ROUND.artifacts).map((index) => ({
      ...node(types.ARTIFACT, index),
      uri: pick(URIS),
      state: pick([undefined, ...ARTIFACT_STATES]),
    })),
    executions: places(PER_ROUND.executions).map((index) => ({
      ...node(types.EXECUTION, index),
      state: pick([undefined, ...EXECUTION_STATES]),
    })),
    contexts: places(PER_ROUND.contexts).map((index) => ({ ...node(types.CONTEXT, index), name: `group ${index}` })),
    events: edges(
      () => ({
        artifact: artifact(),
        execution: execution(),
        type: pick(EVENT_TYPES.slice(1)),
        timeMs: pick([undefined, 0n, -5n]),
        path: pick(PATHS),
      }),
      ({ artifact, execution, type }) => `${artifact.index} ${execution.index} ${type}`,
    ),
    attributions: edges(
      () => ({ artifact: artifact(), context: context() }),
      (edge) => JSON.stringify(edge),
    ),
    associations: edges(
      () => ({ execution: execution(), context: context() }),
      (edge) => JSON.stringify(edge),
    ),
    parentContexts: places(PER_ROUND.contexts - 1).map((index) => ({ child: { index }, parent: { index: index + 1 } })),
    onExistingEdge: 'FAIL',
  };
}

/** Moves the time of the last update of some nodes of the round before, so that its order is not that of the ids. */
async function touchSome(transaction: MetadataTransaction, pick: Pick, added: readonly ArtifactId[]): Promise<void> {
  const ids = [1n, 2n, 3n].map((step) => ((added[0] ?? 0n) - step * pick([1n, 2n, 4n])) as ArtifactId);
  const stored = await transaction.nodesById('ARTIFACT', [...new Set(ids)]);
  const artifacts = stored.flatMap((artifact) => (artifact === undefined ? [] : [{ ...artifact, touch: true }]));
  await transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' });
}
