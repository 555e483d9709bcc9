import { once } from '../../../../once.js';
import { EVERYTHING } from '../../../filter/filter.js';
import type { IdOf, NodeKind, NodeRef } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import { fromEvent } from '../../codec/events.js';
import { fromType, type TypeMessageOf } from '../../codec/types.js';
import type { LineageGraph } from '../../generated/ml_metadata/proto/metadata_store.js';
import type { Walked } from './walk.js';

const EMPTY: LineageGraph = {
  artifactTypes: [],
  executionTypes: [],
  contextTypes: [],
  artifacts: [],
  executions: [],
  contexts: [],
  events: [],
  attributions: [],
  associations: [],
  parentContexts: [],
};

/**
 * What a walk came by, with the contexts of its nodes and every type that there is. Nodes and contexts tell no more than
 * their id, and those that do not exist are left out. Parents of contexts are never told.
 *
 * @param mask - names of the fields wanted; all of them where there are none. Paths that go further down, and names of
 *   no field, ask for nothing.
 */
export async function lineageGraph(
  reader: MetadataReader,
  walked: Walked,
  mask: readonly string[] = [],
): Promise<LineageGraph> {
  const parts = Object.entries(partsOf(reader, walked)).filter(([name]) => mask.length === 0 || mask.includes(name));
  return Object.assign({ ...EMPTY }, ...(await Promise.all(parts.map(([, part]) => part()))));
}

/** What fills each field, under the name that a mask has for it. */
function partsOf(
  reader: MetadataReader,
  walked: Walked,
): Readonly<Record<string, () => Promise<Partial<LineageGraph>>>> {
  const types = once(() => reader.types());
  const artifacts = once(() => existing(reader, walked, 'ARTIFACT'));
  const executions = once(() => existing(reader, walked, 'EXECUTION'));
  const attributions = once(async () => reader.membershipsOf(await artifacts()));
  const associations = once(async () => reader.membershipsOf(await executions()));
  const typesOf = async <K extends NodeKind>(kind: K): Promise<readonly TypeMessageOf[K][]> =>
    (await types()).filter((type) => type.kind === kind).map((type) => fromType(kind, type));
  const contexts = async () => [...(await attributions()), ...(await associations())].map(({ contextId }) => contextId);
  return {
    artifact_types: async () => ({ artifactTypes: await typesOf('ARTIFACT') }),
    execution_types: async () => ({ executionTypes: await typesOf('EXECUTION') }),
    context_types: async () => ({ contextTypes: await typesOf('CONTEXT') }),
    artifacts: async () => ({ artifacts: (await artifacts()).map(({ id }) => onlyId(id)) }),
    executions: async () => ({ executions: (await executions()).map(({ id }) => onlyId(id)) }),
    contexts: async () => ({ contexts: [...new Set(await contexts())].map(onlyId) }),
    events: async () => ({ events: walked.events.map(fromEvent) }),
    attributions: async () => ({
      attributions: (await attributions()).map(({ node, contextId }) => ({ artifactId: node.id, contextId })),
    }),
    associations: async () => ({
      associations: (await associations()).map(({ node, contextId }) => ({ executionId: node.id, contextId })),
    }),
  };
}

/** Those of the walk's nodes of a kind that exist. */
async function existing<K extends NodeRef['kind']>(reader: MetadataReader, { nodes }: Walked, kind: K) {
  const named: readonly bigint[] = [...nodes[kind]];
  const ids = await reader.matchingIds(kind, named as readonly IdOf[K][], EVERYTHING);
  return [...ids].map((id) => ({ kind, id }) as Extract<NodeRef, { kind: K }>);
}

/** The message of a node of which nothing but the id is told. */
function onlyId(id: bigint) {
  return { id, properties: new Map(), customProperties: new Map() };
}
