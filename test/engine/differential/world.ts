import type { NodeKind } from '../../../src/mlmd/model.js';
import type * as wire from '../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';

/** What the messages of all kinds of types have in common. */
export type AnyType = wire.ArtifactType | wire.ExecutionType | wire.ContextType;
/** The message of a node, whatever its kind. */
export type AnyNode = wire.Artifact & wire.Execution & wire.Context;

/** Which fields of replies hold whole nodes or types, and of which kind. */
export const NODE_FIELDS: ReadonlyMap<string, NodeKind> = new Map([
  ['artifact', 'ARTIFACT'],
  ['artifacts', 'ARTIFACT'],
  ['execution', 'EXECUTION'],
  ['executions', 'EXECUTION'],
  ['context', 'CONTEXT'],
  ['contexts', 'CONTEXT'],
]);
const TYPE_FIELDS: ReadonlyMap<string, NodeKind> = new Map([
  ['artifactType', 'ARTIFACT'],
  ['artifactTypes', 'ARTIFACT'],
  ['executionType', 'EXECUTION'],
  ['executionTypes', 'EXECUTION'],
  ['contextType', 'CONTEXT'],
  ['contextTypes', 'CONTEXT'],
]);

/** What the replies of the real engine have told of its store, to make requests from. */
export class World {
  readonly types: Readonly<Record<NodeKind, Map<bigint, AnyType>>> = emptyMaps();
  readonly nodes: Readonly<Record<NodeKind, Map<bigint, AnyNode>>> = emptyMaps();

  /** Takes note of the nodes and types in a reply. */
  see(reply: object): void {
    for (const [field, value] of Object.entries(reply)) {
      const nodes = NODE_FIELDS.get(field);
      const types = TYPE_FIELDS.get(field);
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one?.id === undefined) continue;
        if (nodes !== undefined && one.typeId !== undefined) this.nodes[nodes].set(one.id, inOrder(one));
        if (types !== undefined) this.types[types].set(one.id, inOrder(one));
      }
    }
  }
}

/** The engine's maps come in an order that changes from run to run, and the same seed must lead to the same requests. */
function inOrder<T extends object>(message: T): T {
  const fields = Object.entries(message).map(([field, value]) =>
    value instanceof Map
      ? [field, new Map([...value].sort(([one], [other]) => (one < other ? -1 : 1)))]
      : [field, value],
  );
  return Object.fromEntries(fields);
}

function emptyMaps<T>(): Record<NodeKind, Map<bigint, T>> {
  return { ARTIFACT: new Map(), EXECUTION: new Map(), CONTEXT: new Map() };
}
