import type { Filter, Scope } from '../../filter/filter.js';
import type { ArtifactId, ContextId, ExecutionId, IdOf, NodeKind, NodeRef } from '../../model.js';
import type {
  EventQuery,
  MetadataReader,
  OneWay,
  PageArgs,
  RunQuery,
  StoreDescription,
  TypeSelector,
} from '../../store.js';
import { contextLinks, membershipsOf } from './reads/contexts.js';
import { eventCounts, eventPages, eventsBetween, eventsOf } from './reads/events.js';
import { executionSummaries, matchingIds, type NodeQuery, nodeCounts, nodePages } from './reads/node-pages.js';
import { nodesById } from './reads/nodes.js';
import { type RunOrder, runCounts, runPages } from './reads/runs.js';
import type { Upstream } from './upstream.js';

/** Runs one call of a reader with the service that it asks. */
export type Use = <T>(work: (upstream: Upstream) => Promise<T>) => Promise<T>;

/**
 * Answers reads out of MLMD's service. What the service cannot be asked is fetched and looked through here, and what
 * would take more than `maxScan` nodes is refused: an answer is whole or none. A read of several calls sees what others
 * write in between.
 */
export class GrpcReader implements MetadataReader {
  readonly #use: Use;
  readonly #readOnly: boolean;

  constructor(use: Use, readOnly: boolean) {
    this.#use = use;
    this.#readOnly = readOnly;
  }

  describe() {
    return this.#use(
      async (): Promise<StoreDescription> => ({
        backend: 'grpc',
        schemaVersion: undefined,
        readOnly: this.#readOnly,
      }),
    );
  }

  types(selector?: TypeSelector) {
    return this.#use(({ types }) => types.select(selector));
  }

  nodesById<K extends NodeKind>(kind: K, ids: readonly IdOf[K][]) {
    return this.#use((upstream) => nodesById(upstream, kind, ids));
  }

  nodePages<K extends NodeKind>(kind: K, query: NodeQuery, scopes?: readonly Scope[]) {
    return this.#use((upstream) => nodePages(upstream, kind, query, scopes));
  }

  nodeCounts(kind: NodeKind, filter: Filter, scopes?: readonly Scope[]) {
    return this.#use((upstream) => nodeCounts(upstream, kind, filter, scopes));
  }

  matchingIds<K extends NodeKind>(kind: K, ids: readonly IdOf[K][], filter: Filter) {
    return this.#use((upstream) => matchingIds(upstream, kind, ids, filter));
  }

  eventPages(nodes: readonly NodeRef[], query: EventQuery, page: PageArgs) {
    return this.#use((upstream) => eventPages(upstream, nodes, query, page));
  }

  eventCounts(nodes: readonly NodeRef[], query: EventQuery) {
    return this.#use((upstream) => eventCounts(upstream, nodes, query));
  }

  eventsOf<K extends NodeRef['kind']>(kind: K, ids: readonly IdOf[K][], direction?: OneWay) {
    return this.#use((upstream) => eventsOf(upstream, kind, ids, direction));
  }

  eventsBetween(artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]) {
    return this.#use((upstream) => eventsBetween(upstream, artifactIds, executionIds));
  }

  membershipsOf(nodes: readonly NodeRef[]) {
    return this.#use((upstream) => membershipsOf(upstream, nodes));
  }

  contextLinks(ids: readonly ContextId[], towards: 'PARENTS' | 'CHILDREN') {
    return this.#use((upstream) => contextLinks(upstream, ids, towards));
  }

  runPages(query: RunQuery, order: RunOrder, page: PageArgs, workspaces?: readonly ContextId[]) {
    return this.#use((upstream) => runPages(upstream, query, order, page, workspaces));
  }

  runCounts(query: RunQuery, workspaces?: readonly ContextId[]) {
    return this.#use((upstream) => runCounts(upstream, query, workspaces));
  }

  executionSummaries(scopes: readonly Scope[]) {
    return this.#use((upstream) => executionSummaries(upstream, scopes));
  }
}
