import type { Filter, Scope } from '../filter/filter.js';
import type { ArtifactId, ContextId, ExecutionId, IdOf, NodeKind, NodeRef } from '../model.js';
import type { EventQuery, MetadataReader, PageArgs, RunQuery, StoreDescription } from '../store.js';
import { contextLinks, executionSummaries, membershipsOf } from './contexts.js';
import { eventCounts, eventPages, eventsBetween } from './events.js';
import { type NodeQuery, nodePages } from './node-pages.js';
import { matchingIds, nodeCounts, nodesById } from './nodes.js';
import { type RunOrder, runCounts, runPages } from './runs.js';
import { SCHEMA_VERSION } from './schema.js';
import type { Session } from './session.js';
import { types } from './types.js';

/** Answers the reads of a store, or of one transaction on it, out of a session. */
export class SqlReader implements MetadataReader {
  protected readonly session: Session;
  readonly #readOnly: boolean;

  constructor(session: Session, readOnly: boolean) {
    this.session = session;
    this.#readOnly = readOnly;
  }

  async describe(): Promise<StoreDescription> {
    return { backend: this.session.dialect.backend, schemaVersion: SCHEMA_VERSION, readOnly: this.#readOnly };
  }

  types(selector?: { readonly kind?: NodeKind; readonly names?: readonly string[] }) {
    return types(this.session, selector);
  }

  nodesById<K extends NodeKind>(kind: K, ids: readonly IdOf[K][]) {
    return nodesById(this.session, kind, ids);
  }

  nodePages<K extends NodeKind>(kind: K, query: NodeQuery, scopes?: readonly Scope[]) {
    return nodePages(this.session, kind, query, scopes);
  }

  nodeCounts(kind: NodeKind, filter: Filter, scopes?: readonly Scope[]) {
    return nodeCounts(this.session, kind, filter, scopes);
  }

  matchingIds<K extends NodeKind>(kind: K, ids: readonly IdOf[K][], filter: Filter) {
    return matchingIds(this.session, kind, ids, filter);
  }

  eventPages(nodes: readonly NodeRef[], query: EventQuery, page: PageArgs) {
    return eventPages(this.session, nodes, query, page);
  }

  eventCounts(nodes: readonly NodeRef[], query: EventQuery) {
    return eventCounts(this.session, nodes, query);
  }

  eventsBetween(artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]) {
    return eventsBetween(this.session, artifactIds, executionIds);
  }

  membershipsOf(nodes: readonly NodeRef[]) {
    return membershipsOf(this.session, nodes);
  }

  contextLinks(ids: readonly ContextId[], towards: 'PARENTS' | 'CHILDREN') {
    return contextLinks(this.session, ids, towards);
  }

  runPages(query: RunQuery, order: RunOrder, page: PageArgs, workspaces?: readonly ContextId[]) {
    return runPages(this.session, query, order, page, workspaces);
  }

  runCounts(query: RunQuery, workspaces?: readonly ContextId[]) {
    return runCounts(this.session, query, workspaces);
  }

  executionSummaries(scopes: readonly Scope[]) {
    return executionSummaries(this.session, scopes);
  }
}
