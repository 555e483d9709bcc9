import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { Visit } from './lane.js';

/** What each lane may enter. */
export interface Deal {
  /** Per lane, in its candidates' order. */
  readonly dealt: readonly (readonly Visit[])[];
  /** The nodes among them that no lane had entered before, by `nodeKey`. */
  readonly fresh: ReadonlyMap<string, NodeRef>;
}

/**
 * Shares out what is left of a budget of nodes: one each in turn, to every lane that still has candidates, so that a
 * bushy side cannot starve the other. A node that some lane has entered is free.
 *
 * @param room - how many nodes may still be entered.
 */
export function dealOut(
  candidates: readonly (readonly Visit[])[],
  entered: ReadonlyMap<string, NodeRef>,
  room: number,
): Deal {
  const dealt = candidates.map((): Visit[] => []);
  const fresh = new Map<string, NodeRef>();
  const rounds = Math.max(0, ...candidates.map(({ length }) => length));
  for (let round = 0; round < rounds; round += 1) {
    for (const [lane, hand] of dealt.entries()) {
      const visit = candidates[lane]?.[round];
      if (visit === undefined) continue;
      const key = nodeKey(visit.ref);
      if (!entered.has(key) && !fresh.has(key)) {
        if (fresh.size >= room) continue;
        fresh.set(key, visit.ref);
      }
      hand.push(visit);
    }
  }
  return { dealt, fresh };
}
