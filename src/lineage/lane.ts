import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';

/** A node as a lane reached it. */
export interface Visit {
  readonly ref: NodeRef;
  /** Hops from the nearest root of the lane. */
  readonly distance: number;
  /** Where the lane came from; undefined for a root. */
  readonly previous: Visit | undefined;
}

/** Why a walk left something out. */
export type CutOff = 'MAX_HOPS' | 'MAX_NODES' | 'MAX_NEIGHBORS' | 'DEADLINE';

/** What keeps the lane from some neighbours of a visited node. */
interface Cut {
  readonly visit: Visit;
  readonly way: OneWay;
  readonly reason: CutOff;
}

/** Neighbours that were seen and not entered. */
export interface MissingNeighbors extends Cut {
  readonly count: number;
}

/** Neighbours that were not even seen: those that follow `lastId`, after the `listed` ones that were. */
export interface UnlistedNeighbors extends Cut {
  readonly listed: number;
  /** Undefined where none was listed. */
  readonly lastId: bigint | undefined;
}

/**
 * One relation that is followed from its own roots: upstream, downstream, or both at every hop. A two-sided walk is two
 * lanes, so that it meets ancestors and descendants and never an ancestor's other descendants.
 */
export class Lane {
  /** Directions crossed at every hop. */
  readonly ways: readonly OneWay[];
  /** What was reached, by `nodeKey`, nearest first. */
  readonly visits = new Map<string, Visit>();
  /** Visits whose neighbours have not been entered yet, in order. */
  frontier: readonly Visit[] = [];
  /** How many hops were made. */
  hops = 0;
  readonly missing: MissingNeighbors[] = [];
  readonly unlisted: UnlistedNeighbors[] = [];

  /** Keys of nodes that this lane keeps and does not walk beyond. */
  readonly #ends: ReadonlySet<string>;

  /** @param ways - at least one. */
  constructor(ways: readonly OneWay[], ends: ReadonlySet<string> = new Set()) {
    this.ways = ways;
    this.#ends = ends;
  }

  /** Takes in what one hop led to, in order; it is the new frontier. */
  enter(visits: readonly Visit[]): void {
    for (const visit of visits) this.visits.set(nodeKey(visit.ref), visit);
    this.frontier = visits;
    this.stopAt(this.#ends);
  }

  /** Takes in what is known to be within reach though the lane did not walk there; the frontier grows by it. */
  adopt(visits: readonly Visit[]): void {
    const frontier = this.frontier;
    this.enter(visits);
    this.frontier = [...frontier, ...this.frontier];
  }

  /** Keeps the lane from walking beyond the nodes with these keys. */
  stopAt(keys: ReadonlySet<string>): void {
    this.frontier = this.frontier.filter(({ ref }) => !keys.has(nodeKey(ref)));
  }

  /** Some neighbours were left out on the way. */
  get isCut(): boolean {
    return this.missing.length > 0 || this.unlisted.length > 0;
  }

  /** Everything that can be reached was. */
  get isClosed(): boolean {
    return this.frontier.length === 0 && !this.isCut;
  }
}
