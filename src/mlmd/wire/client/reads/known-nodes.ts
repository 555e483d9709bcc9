import type { NodeKind } from '../../../model.js';
import type { Calls } from '../../rpc.js';
import { inBatches } from '../answers.js';
import { KIND_CALLS } from '../kind-calls.js';

/** Ids that are remembered for each kind; a bigint in a set takes about 50 bytes. */
const MAX_REMEMBERED = 200_000;

/** Which nodes exist. No call of MLMD's deletes one, so what was seen once need not be asked for again. */
export class KnownNodes {
  readonly #calls: Calls;
  readonly #batchSize: number;
  readonly #seen: Readonly<Record<NodeKind, Set<bigint>>> = {
    ARTIFACT: new Set(),
    EXECUTION: new Set(),
    CONTEXT: new Set(),
  };

  constructor(calls: Calls, batchSize: number) {
    this.#calls = calls;
    this.#batchSize = batchSize;
  }

  /** Remembers nodes that a read came upon. */
  add(kind: NodeKind, ids: Iterable<bigint>): void {
    const seen = this.#seen[kind];
    if (seen.size > MAX_REMEMBERED) seen.clear();
    for (const id of ids) seen.add(id);
  }

  /** @returns those of the ids that nodes have. One call for all that were not seen before, or none. */
  async existing(kind: NodeKind, ids: readonly bigint[]): Promise<ReadonlySet<bigint>> {
    const found = new Set(ids.filter((id) => this.#seen[kind].has(id)));
    const unseen = ids.filter((id) => !found.has(id));
    const nodes = await inBatches(unseen, this.#batchSize, (part) => KIND_CALLS[kind].byId(this.#calls, part));
    const newIds = nodes.flatMap(({ id }) => id ?? []);
    this.add(kind, newIds);
    for (const id of newIds) found.add(id);
    return found;
  }
}
