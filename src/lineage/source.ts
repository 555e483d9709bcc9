import type { ArtifactId, Event, ExecutionId, NodeRef } from '../mlmd/model.js';
import type { EventCount, EventQuery } from '../mlmd/store.js';

/** The nodes one hop away from a node, in one direction. */
export interface Neighbors {
  /** Each once, in id order; the first ones where there are more than were asked for. */
  readonly refs: readonly NodeRef[];
  /** There are more than these. */
  readonly hasMore: boolean;
}

/**
 * The graph that walks walk: a store, or a few arrays in a test. A walk asks once per hop for the whole frontier, so
 * what it costs follows the hops. Events whose other end is missing, and events of type UNKNOWN, are left out.
 *
 * While the walk goes on, a call that rejects with MetadataError `DEADLINE_EXCEEDED` ends it like a true `expired()`:
 * the answer is what was reached by then. Two calls finish an answer after that, `eventsBetween` and `counts`, so
 * `expired()` has to turn true while there is time left for them; where they reject likewise, the answer does with what
 * is known. Any other rejection is the walk's own.
 */
export interface LineageSource {
  /** @returns the first `limit` neighbours of each of the nodes, index-aligned. */
  neighbors(refs: readonly NodeRef[], query: EventQuery, limit: number): Promise<readonly Neighbors[]>;

  /** @returns how many events and neighbours each of the nodes has, index-aligned. */
  counts(refs: readonly NodeRef[], query: EventQuery): Promise<readonly EventCount[]>;

  /** @returns every event between one of the artifacts and one of the executions, once, by (artifactId, executionId, type's number). */
  eventsBetween(artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]): Promise<readonly Event[]>;

  /** @returns the events that `neighbors` came upon so far, in any order, perhaps some twice. Makes no call. */
  seenEvents(): readonly Event[];

  /** @returns those of the nodes that may be entered, in any order. Undefined where all may: no call is then made. */
  readonly admitted?: ((refs: readonly NodeRef[]) => Promise<readonly NodeRef[]>) | undefined;

  /** @returns those of the nodes that are not walked beyond, in any order. Undefined where all are. */
  readonly stopping?: ((refs: readonly NodeRef[]) => Promise<readonly NodeRef[]>) | undefined;

  /** @returns whether the time for the walk has run out. Asked before every hop. */
  expired(): boolean;
}
