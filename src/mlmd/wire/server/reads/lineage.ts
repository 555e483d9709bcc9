import { MetadataError } from '../../../../errors.js';
import { EVERYTHING, type Filter } from '../../../filter/filter.js';
import { parseFilterQuery } from '../../../filter/query.js';
import type { IdOf, NodeRef } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import {
  LineageSubgraphQueryOptions_Direction as Direction,
  type LineageGraph,
  type LineageSubgraphQueryOptions,
} from '../../generated/ml_metadata/proto/metadata_store.js';
import type { RequestOf } from '../../rpc.js';
import type { Handlers } from '../handlers.js';
import { BY_ID } from './all-nodes.js';
import { lineageGraph } from './lineage-graph.js';
import { type WalkQuery, type WalkSource, walk } from './walk.js';

/** Answers the call that walks over lineage. */
export function lineageReads(reader: MetadataReader): Handlers<'getLineageSubgraph'> {
  return { getLineageSubgraph: async (request) => ({ lineageSubgraph: await subgraph(reader, request) }) };
}

/** The engine begins at this many nodes, those with the lowest ids, and passes over the others; it documents 100. */
const MAX_STARTING_NODES = 101;
/** Where no number of hops is given, and what a larger one is cut down to. */
const MAX_HOPS = 100n;

async function subgraph(
  reader: MetadataReader,
  { lineageSubgraphQueryOptions: options = { startingNodes: undefined }, readMask }: RequestOf<'getLineageSubgraph'>,
): Promise<LineageGraph> {
  const walked = await walk(sourceOf(reader, options), await queryOf(reader, options));
  return lineageGraph(reader, walked, readMask);
}

async function queryOf(reader: MetadataReader, options: LineageSubgraphQueryOptions): Promise<WalkQuery> {
  const { startingNodes, maxNumHops = MAX_HOPS, direction, endingArtifacts, endingExecutions } = options;
  const filterQuery = startingNodes?.value.filterQuery;
  if (startingNodes === undefined || !filterQuery) {
    throw new MetadataError('INVALID_ARGUMENT', 'The nodes to start from need a filter_query.');
  }
  if (maxNumHops < 0n) throw new MetadataError('INVALID_ARGUMENT', `max_num_hops is ${maxNumHops}, below 0.`);
  const kind = startingNodes.$case === 'startingArtifacts' ? 'ARTIFACT' : 'EXECUTION';
  return {
    kind,
    start: await startOf(reader, kind, filterQuery),
    direction:
      direction === Direction.UPSTREAM ? 'UPSTREAM' : direction === Direction.DOWNSTREAM ? 'DOWNSTREAM' : undefined,
    maxHops: Number(maxNumHops < MAX_HOPS ? maxNumHops : MAX_HOPS),
    keepEnding: {
      ARTIFACT: endingArtifacts?.includeEndingNodes ?? false,
      EXECUTION: endingExecutions?.includeEndingNodes ?? false,
    },
  };
}

async function startOf(reader: MetadataReader, kind: NodeRef['kind'], filterQuery: string): Promise<readonly bigint[]> {
  const filter: Filter = { op: 'QUERY', query: parseFilterQuery(kind, filterQuery) };
  const [page] = await reader.nodePages(kind, { filter, order: BY_ID, page: { limit: MAX_STARTING_NODES } });
  const ids = page?.items.map(({ value }) => value.id) ?? [];
  if (ids.length === 0) throw new MetadataError('NOT_FOUND', `No ${kind.toLowerCase()} to start from matches.`);
  return ids;
}

/** A filter for ending nodes is read when the walk first meets nodes of its kind, as the engine does. */
function sourceOf(
  reader: MetadataReader,
  { endingArtifacts, endingExecutions }: LineageSubgraphQueryOptions,
): WalkSource {
  const queries = { ARTIFACT: endingArtifacts?.filterQuery, EXECUTION: endingExecutions?.filterQuery };
  return {
    expand: (kind, ids, direction) => reader.eventsOf(kind, ids as readonly IdOf[typeof kind][], direction),
    endingOf: async (kind, ids) => {
      const text = queries[kind];
      if (text === undefined) return new Set();
      const filter: Filter = text === '' ? EVERYTHING : { op: 'QUERY', query: parseFilterQuery(kind, text) };
      return reader.matchingIds(kind, ids as readonly IdOf[typeof kind][], filter);
    },
  };
}
