import type { NodeKind } from '../../../model.js';
import type { PutOf } from '../../../store.js';
import { GraphParts, nodesOf } from './graph-parts.js';

/** The nodes that wait to be written, by kind. */
export class WaitingNodes {
  #nodes = new GraphParts();
  readonly #updated = { ARTIFACT: new Set<bigint>(), EXECUTION: new Set<bigint>(), CONTEXT: new Set<bigint>() };

  /** @returns the node's place among those of its kind. */
  add<K extends NodeKind>(kind: K, put: PutOf[K]): number {
    if (put.id !== undefined) this.#updated[kind].add(put.id);
    return nodesOf(this.#nodes, kind).push(put) - 1;
  }

  of<K extends NodeKind>(kind: K): readonly PutOf[K][] {
    return nodesOf(this.#nodes, kind);
  }

  /** Whether the stored node of this id is to be updated. */
  updates(kind: NodeKind, id: bigint): boolean {
    return this.#updated[kind].has(id);
  }

  /** Whether any stored node of a kind is to be updated. */
  hasUpdates(kind: NodeKind): boolean {
    return this.#updated[kind].size > 0;
  }

  clear(): void {
    this.#nodes = new GraphParts();
    for (const ids of Object.values(this.#updated)) ids.clear();
  }
}
