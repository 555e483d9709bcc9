import type { ArtifactId, Event, ExecutionId, NodeRef, TypeId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { parseGraphText } from './graph-text.js';

/** The names of a seeded graph, each with its node. */
export type Seeded = Readonly<Record<string, NodeRef>>;

/**
 * Writes a graph given as text (see {@link parseGraphText}); nodes are named as in the text, of the types `Thing` and
 * `Step`, and ids follow the order of mention.
 */
export async function seed(store: MetadataStore, text: string): Promise<Seeded> {
  const graph = parseGraphText(text);
  return store.transaction(async (transaction) => {
    const typeIds = await seedTypes(transaction);
    const ids = await transaction.putGraph({
      artifacts: graph.artifacts.map((name) => ({ ...BARE, typeId: typeIds.artifact, name })),
      executions: graph.executions.map((name) => ({ ...BARE, typeId: typeIds.execution, name })),
      events: graph.events.map(({ artifact, execution, type }) => ({
        artifact: { index: graph.artifacts.indexOf(artifact) },
        execution: { index: graph.executions.indexOf(execution) },
        type,
        timeMs: 1_000n,
        path: [],
      })),
      onExistingEdge: 'FAIL',
    });
    return Object.fromEntries([
      ...graph.artifacts.map((name, place) => [name, artifactRef(ids.artifacts[place])]),
      ...graph.executions.map((name, place) => [name, executionRef(ids.executions[place])]),
    ]);
  });
}

/** A node without properties. */
export const BARE = { properties: new Map(), customProperties: new Map() } as const;

/** Registers a bare type of each kind: `Thing`, `Step` and `Group`. */
export async function seedTypes(
  transaction: Parameters<Parameters<MetadataStore['transaction']>[0]>[0],
): Promise<{ readonly artifact: TypeId; readonly execution: TypeId; readonly context: TypeId }> {
  const flags = { properties: new Map(), canAddFields: false, canOmitFields: true };
  const [artifact, execution, context] = await transaction.putTypes([
    { kind: 'ARTIFACT', name: 'Thing', ...flags },
    { kind: 'EXECUTION', name: 'Step', ...flags },
    { kind: 'CONTEXT', name: 'Group', ...flags },
  ]);
  return { artifact: idOf(artifact), execution: idOf(execution), context: idOf(context) };
}

/** The node of a seeded name, which must be of the kind. */
export function artifactIdOf(seeded: Seeded, name: string): ArtifactId {
  const ref = seeded[name];
  if (ref?.kind !== 'ARTIFACT') throw new Error(`no artifact is named ${name}`);
  return ref.id;
}

/** The node of a seeded name, which must be of the kind. */
export function executionIdOf(seeded: Seeded, name: string): ExecutionId {
  const ref = seeded[name];
  if (ref?.kind !== 'EXECUTION') throw new Error(`no execution is named ${name}`);
  return ref.id;
}

/** The node of a seeded name. */
export function refOf(seeded: Seeded, name: string): NodeRef {
  const ref = seeded[name];
  if (ref === undefined) throw new Error(`nothing is named ${name}`);
  return ref;
}

/** An event as `name type name`, to compare with. */
export function inNames(seeded: Seeded, { artifactId, executionId, type }: Event): string {
  const name = (kind: string, id: bigint) =>
    Object.entries(seeded).find(([, ref]) => ref.kind === kind && ref.id === id)?.[0];
  return `${name('ARTIFACT', artifactId)} ${type} ${name('EXECUTION', executionId)}`;
}

function idOf(put: { readonly id: TypeId } | undefined): TypeId {
  if (put === undefined) throw new Error('the type was not put');
  return put.id;
}

function artifactRef(id: ArtifactId | undefined): NodeRef {
  if (id === undefined) throw new Error('the artifact was not put');
  return { kind: 'ARTIFACT', id };
}

function executionRef(id: ExecutionId | undefined): NodeRef {
  if (id === undefined) throw new Error('the execution was not put');
  return { kind: 'EXECUTION', id };
}
