import { type NodeRef, nodeKey } from '../mlmd/model.js';
import { isDeadline } from './deadline.js';
import { dealOut } from './deal-out.js';
import type { EventScope } from './edge.js';
import type { CutOff, Lane, Visit } from './lane.js';
import { compareRefs } from './node-order.js';
import { type CutReasons, lookBeyond, recordCuts, type Sighting } from './sighting.js';
import type { LineageSource } from './source.js';

/** What bounds an exploration. */
export interface ExplorationLimits extends EventScope {
  /** Most nodes that all lanes enter together. Roots count, and are entered even where they alone are more. */
  readonly maxNodes: number;
  /** Most neighbours that are taken from one node in one direction: the first by id, before `admitted` is asked. */
  readonly maxNeighborsPerNode: number;
}

/** Picks the lanes that go on by one hop; none when no more hops are to be made. */
export type NextStep = (lanes: readonly Lane[]) => readonly Lane[];

/**
 * Lanes that share one graph and one budget of nodes. They are walked breadth first and in a fixed order: of the nodes
 * that are one hop on, the first by (kind, id) are entered. What did not fit is written down in the lanes.
 */
export class Exploration {
  readonly lanes: readonly Lane[];
  /** Every node that some lane entered, by `nodeKey`. */
  readonly entered = new Map<string, NodeRef>();
  /** Those of them that are not walked beyond. */
  readonly stops = new Set<string>();
  readonly #source: LineageSource;
  readonly #limits: ExplorationLimits;
  /** Nodes that the source does not admit. */
  readonly #excluded = new Set<string>();

  constructor(source: LineageSource, lanes: readonly Lane[], limits: ExplorationLimits) {
    this.lanes = lanes;
    this.#source = source;
    this.#limits = limits;
  }

  /**
   * Enters the roots, one list for each lane, and goes on from hop to hop.
   *
   * @returns why the frontiers that are left, if any, were not walked beyond.
   */
  async run(roots: readonly (readonly NodeRef[])[], next: NextStep): Promise<CutOff> {
    const refs = new Map(roots.flat().map((ref) => [nodeKey(ref), ref]));
    const visits = roots.map((own) =>
      [...own].sort(compareRefs).map((ref) => ({ ref, distance: 0, previous: undefined })),
    );
    this.#enter(this.lanes, visits, refs);
    try {
      await this.#findStops(refs);
      for (const lane of this.lanes) lane.stopAt(this.stops);
      return await this.#advance(next);
    } catch (error) {
      if (isDeadline(error)) return 'DEADLINE';
      throw error;
    }
  }

  /**
   * Looks one hop beyond the frontiers without entering anything, and writes down in the lanes what is there.
   *
   * @param reason - why the walk did not go on.
   */
  async peek(lanes: readonly Lane[], reason: CutOff): Promise<void> {
    this.#record(await this.#look(lanes), { missing: reason, unlisted: reason });
  }

  async #advance(next: NextStep): Promise<CutOff> {
    for (let lanes = next(this.lanes); lanes.length > 0; lanes = next(this.lanes)) {
      if (this.#source.expired()) return 'DEADLINE';
      await this.#hop(lanes);
    }
    return 'MAX_HOPS';
  }

  /**
   * Enters nothing before the hop's last call has come back: one that runs out of time leaves no half of it behind. A hop
   * without a budget is worthwhile too: a lane may enter what another has paid for, and what it may not is counted.
   */
  async #hop(lanes: readonly Lane[]): Promise<void> {
    const isSpent = this.#room <= 0;
    const sightings = await this.#look(lanes);
    const candidates = lanes.map((lane) => this.#candidates(lane, sightings));
    const { dealt, fresh } = dealOut(candidates, this.entered, this.#room);
    await this.#findStops(fresh);
    this.#enter(lanes, dealt, fresh);
    for (const lane of lanes) lane.hops += 1;
    this.#record(sightings, { missing: 'MAX_NODES', unlisted: isSpent ? 'MAX_NODES' : 'MAX_NEIGHBORS' });
  }

  async #look(lanes: readonly Lane[]): Promise<readonly Sighting[]> {
    const sightings = await lookBeyond(this.#source, lanes, this.#limits, this.#limits.maxNeighborsPerNode);
    await this.#findExcluded(sightings);
    return sightings;
  }

  async #findExcluded(sightings: readonly Sighting[]): Promise<void> {
    const { admitted } = this.#source;
    if (admitted === undefined) return;
    const unknown = new Map<string, NodeRef>();
    for (const { key, ref } of sightings.flatMap(({ strangers }) => strangers)) {
      if (!this.entered.has(key) && !this.#excluded.has(key)) unknown.set(key, ref);
    }
    if (unknown.size === 0) return;
    for (const ref of await admitted([...unknown.values()])) unknown.delete(nodeKey(ref));
    for (const key of unknown.keys()) this.#excluded.add(key);
  }

  async #findStops(refs: ReadonlyMap<string, NodeRef>): Promise<void> {
    const { stopping } = this.#source;
    if (stopping === undefined || refs.size === 0) return;
    for (const ref of await stopping([...refs.values()])) this.stops.add(nodeKey(ref));
  }

  /** What the lane would enter next, in order; of several ways to a node, the first that was seen. */
  #candidates(lane: Lane, sightings: readonly Sighting[]): readonly Visit[] {
    const candidates = new Map<string, Visit>();
    for (const { visit, strangers } of sightings.filter((sighting) => sighting.lane === lane)) {
      for (const { key, ref } of strangers) {
        if (this.#excluded.has(key) || candidates.has(key)) continue;
        candidates.set(key, { ref, distance: visit.distance + 1, previous: visit });
      }
    }
    return [...candidates.values()].sort((left, right) => compareRefs(left.ref, right.ref));
  }

  #enter(lanes: readonly Lane[], visits: readonly (readonly Visit[])[], fresh: ReadonlyMap<string, NodeRef>): void {
    for (const [key, ref] of fresh) this.entered.set(key, ref);
    for (const [index, lane] of lanes.entries()) {
      lane.enter(visits[index] ?? []);
      lane.stopAt(this.stops);
    }
  }

  #record(sightings: readonly Sighting[], reasons: CutReasons): void {
    recordCuts(sightings, (key) => this.#excluded.has(key), reasons);
  }

  get #room(): number {
    return this.#limits.maxNodes - this.entered.size;
  }
}
