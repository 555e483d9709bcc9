import type { Filter, Scope } from '../filter/filter.js';
import type { ArtifactId, ContextId, ExecutionId, IdOf, NodeKind, NodeRef } from '../model.js';
import type {
  EventQuery,
  MetadataReader,
  OneWay,
  PageArgs,
  RunQuery,
  StoreDescription,
  TypeSelector,
} from '../store.js';
import { contextLinks, executionSummaries, membershipsOf } from './contexts.js';
import { eventCounts, eventPages, eventsBetween, eventsOf } from './events.js';
import { type NodeQuery, nodePages } from './node-pages.js';
import { matchingIds, nodeCounts, nodesById } from './nodes.js';
import { type RunOrder, runCounts, runPages } from './runs.js';
import type { Session } from './session.js';
import { types } from './types.js';

/** Runs one call of a reader with what its queries need. */
export type Use = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/** Answers the reads of a store, or of one transaction on it. */
export class SqlReader implements MetadataReader {
  readonly #use: Use;
  readonly #facts: Omit<StoreDescription, 'backend'>;

  /** @param facts - what the store is, beside its dialect. */
  constructor(use: Use, facts: Omit<StoreDescription, 'backend'>) {
    this.#use = use;
    this.#facts = facts;
  }

  describe() {
    return this.#use(async ({ dialect }): Promise<StoreDescription> => ({ backend: dialect.backend, ...this.#facts }));
  }

  types(selector?: TypeSelector) {
    return this.#use((session) => types(session, selector));
  }

  nodesById<K extends NodeKind>(kind: K, ids: readonly IdOf[K][]) {
    return this.#use((session) => nodesById(session, kind, ids));
  }

  nodePages<K extends NodeKind>(kind: K, query: NodeQuery, scopes?: readonly Scope[]) {
    return this.#use((session) => nodePages(session, kind, query, scopes));
  }

  nodeCounts(kind: NodeKind, filter: Filter, scopes?: readonly Scope[]) {
    return this.#use((session) => nodeCounts(session, kind, filter, scopes));
  }

  matchingIds<K extends NodeKind>(kind: K, ids: readonly IdOf[K][], filter: Filter) {
    return this.#use((session) => matchingIds(session, kind, ids, filter));
  }

  eventPages(nodes: readonly NodeRef[], query: EventQuery, page: PageArgs) {
    return this.#use((session) => eventPages(session, nodes, query, page));
  }

  eventCounts(nodes: readonly NodeRef[], query: EventQuery) {
    return this.#use((session) => eventCounts(session, nodes, query));
  }

  eventsOf<K extends NodeRef['kind']>(kind: K, ids: readonly IdOf[K][], direction?: OneWay) {
    return this.#use((session) => eventsOf(session, kind, ids, direction));
  }

  eventsBetween(artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]) {
    return this.#use((session) => eventsBetween(session, artifactIds, executionIds));
  }

  membershipsOf(nodes: readonly NodeRef[]) {
    return this.#use((session) => membershipsOf(session, nodes));
  }

  contextLinks(ids: readonly ContextId[], towards: 'PARENTS' | 'CHILDREN') {
    return this.#use((session) => contextLinks(session, ids, towards));
  }

  runPages(query: RunQuery, order: RunOrder, page: PageArgs, workspaces?: readonly ContextId[]) {
    return this.#use((session) => runPages(session, query, order, page, workspaces));
  }

  runCounts(query: RunQuery, workspaces?: readonly ContextId[]) {
    return this.#use((session) => runCounts(session, query, workspaces));
  }

  executionSummaries(scopes: readonly Scope[]) {
    return this.#use((session) => executionSummaries(session, scopes));
  }
}
