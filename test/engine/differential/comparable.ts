import type { NodeKind } from '../../../src/mlmd/model.js';
import { textOf } from './step.js';
import { type AnyNode, NODE_FIELDS } from './world.js';

/** How far from now a time may be to be taken for one that a service's clock gave. */
const CLOCK_MS = 3_600_000n;

/** What one service has told of the times of its nodes: the clocks differ, but both must move a time or leave it. */
export class Sightings {
  readonly #seen = new Map<string, { readonly created: bigint; readonly updated: bigint; readonly moves: number }>();

  /** @returns the update time of a node as it was told last. */
  updateTime(kind: NodeKind, id: bigint | undefined): bigint | undefined {
    return this.#seen.get(`${kind} ${id}`)?.updated;
  }

  /** @returns how often the update time of a node has been seen to move, and whether its creation time ever did. */
  look(kind: NodeKind, node: AnyNode): string {
    const created = node.createTimeSinceEpoch ?? 0n;
    const updated = node.lastUpdateTimeSinceEpoch ?? 0n;
    const key = `${kind} ${node.id}`;
    const before = this.#seen.get(key) ?? { created, updated, moves: 0 };
    const moves = before.moves + (updated > before.updated ? 1 : 0);
    this.#seen.set(key, { created, updated, moves });
    const isBack = updated < before.updated || updated < created;
    return `${created === before.created ? 'as created' : 'created anew'}, moved ${moves}${isBack ? ', and back' : ''}`;
  }
}

/** A reply without what the two services need not agree on: times by their clocks, and tokens. */
export function comparable(message: object, sightings: Sightings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(message).map(([field, value]) => {
      const kind = NODE_FIELDS.get(field);
      if (field === 'nextPageToken') return [field, value ? 'a token' : value];
      if (field === 'lineageSubgraph') return [field, sets(comparable(value, sightings))];
      if (field === 'events') return [field, value.map(withoutClock)];
      if (kind === undefined || value === undefined || value instanceof Map) return [field, value];
      return [field, Array.isArray(value) ? value.map((node) => withoutTimes(kind, node)) : withoutTimes(kind, value)];
    }),
  );

  function withoutTimes(kind: NodeKind, node: AnyNode): object {
    if (node.createTimeSinceEpoch === undefined && node.lastUpdateTimeSinceEpoch === undefined) return node;
    return { ...node, createTimeSinceEpoch: sightings.look(kind, node), lastUpdateTimeSinceEpoch: undefined };
  }
}

/** The parts of a message in which the order of lists means nothing. */
export function sets(message: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(message).map(([field, value]) => [field, Array.isArray(value) ? inTextOrder(value) : value]),
  );
}

/** The same items in an order that does not depend on the one they came in. */
function inTextOrder(items: readonly unknown[]): readonly unknown[] {
  const texts = new Map(items.map((item) => [item, textOf(item)]));
  return [...items].sort((one, other) => ((texts.get(one) ?? '') < (texts.get(other) ?? '') ? -1 : 1));
}

function withoutClock(event: { readonly millisecondsSinceEpoch?: bigint }): object {
  const time = event.millisecondsSinceEpoch;
  const distance = time === undefined ? undefined : BigInt(Date.now()) - time;
  const isClock = distance !== undefined && distance < CLOCK_MS && distance > -CLOCK_MS;
  return isClock ? { ...event, millisecondsSinceEpoch: 'now' } : event;
}
