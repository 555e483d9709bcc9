import type { ArtifactKind } from '../../conventions/index.js';
import type { Direction, LineageNodeFilter, LineagePreset } from '../../generated/resolvers.js';
import { findImpact, type Impact, type Reached } from '../../lineage/impact.js';
import type { LineagePath } from '../../lineage/path.js';
import { type LineageNode, type NodeRef, nodeKey } from '../../mlmd/model.js';
import { toArtifactFilter } from '../filter/node-filter.js';
import { memoryConnection } from '../lists/memory-list.js';
import type { ArtifactImpactConnectionModel, ImpactConnectionModel } from '../models.js';
import type { PagedItem } from '../paging/connection.js';
import type { CursorOrder } from '../paging/cursor.js';
import type { IntegerPosition } from '../paging/list-page.js';
import { type PageInput, toPageArgs } from '../paging/page-input.js';
import type { RequestContext } from '../request-context.js';
import { checkSize, ofPreset, toConditions } from './walk-input.js';
import { createWalkSource, loadNode, type NodeConditions, select } from './walk-source.js';

/** By distance, then artifacts before executions, then by id. */
const NEAREST_FIRST: CursorOrder = { name: 'NEAREST', keys: ['INT', 'INT', 'INT'] };

/** The arguments of a list of what a walk reached. */
export interface ImpactArgs extends PageInput {
  readonly direction: Direction;
  readonly maxHops: number;
  readonly preset: LineagePreset;
  readonly filter?: LineageNodeFilter | null | undefined;
}

/** Lists what nodes lead to, or come from. The filter decides which nodes become rows, not where the walk goes. */
export async function impactConnection(
  request: RequestContext,
  roots: readonly NodeRef[],
  args: ImpactArgs,
): Promise<ImpactConnectionModel> {
  const rows = await toConditions(request.loaders, args.filter, 'filter');
  return listReached(request, roots, args, rows, (ref) => loadNode(request, ref));
}

/** Lists the artifacts of one kind that an artifact leads to, or comes from. */
export async function artifactImpact(
  request: RequestContext,
  root: NodeRef,
  direction: Direction,
  kind: ArtifactKind,
  args: PageInput & Pick<ImpactArgs, 'maxHops' | 'preset'>,
): Promise<ArtifactImpactConnectionModel> {
  const ofKind = await toArtifactFilter({ kind: [kind] }, 'kind', request.loaders);
  const rows = { ARTIFACT: ofKind, EXECUTION: undefined };
  return listReached(request, [root], { ...args, direction }, rows, async (ref) => {
    const node = await loadNode(request, ref);
    if (node.kind !== 'ARTIFACT') throw new TypeError('Only artifacts were selected.');
    return node;
  });
}

async function listReached<T extends LineageNode>(
  request: RequestContext,
  roots: readonly NodeRef[],
  args: ImpactArgs,
  rows: NodeConditions | undefined,
  load: (ref: NodeRef) => Promise<T>,
): Promise<ImpactConnectionModel<T>> {
  const { limits } = request;
  const page = toPageArgs(args, NEAREST_FIRST, limits);
  const maxHops = checkSize(args.maxHops, 0, 'maxHops', limits, 'maxHops');
  const { maxNodes, maxNeighborsPerNode } = limits;
  const { admitted, types } = ofPreset(args.preset);
  const options = { roots, direction: args.direction, maxHops, maxNodes, maxNeighborsPerNode, types };
  const impact = await findImpact(createWalkSource(request, { admitted }), options);
  const toEdge = async ({ value: { ref, distance }, cursor }: PagedItem<Reached>) => ({
    cursor,
    node: await load(ref),
    distance,
    witness: () => witnessOf(impact, ref),
  });
  const list = {
    order: NEAREST_FIRST,
    items: await toRows(request, impact, rows),
    positionOf,
    toEdges: (items: readonly PagedItem<Reached>[]) => Promise.all(items.map(toEdge)),
  };
  return { ...memoryConnection(list, page), completeness: impact.completeness };
}

/** The nodes reached that are wanted as rows: all, where there is no condition; else of no kind that it does not name. */
async function toRows(
  request: RequestContext,
  { reached }: Impact,
  conditions: NodeConditions | undefined,
): Promise<readonly Reached[]> {
  if (conditions === undefined) return reached;
  const wanted = await select(
    request,
    reached.map(({ ref }) => ref),
    conditions,
    false,
  );
  const keys = new Set(wanted.map(nodeKey));
  return reached.filter(({ ref }) => keys.has(nodeKey(ref)));
}

function positionOf({ ref, distance }: Reached): IntegerPosition {
  return [BigInt(distance), ref.kind === 'ARTIFACT' ? 0n : 1n, ref.id];
}

function witnessOf(impact: Impact, ref: NodeRef): LineagePath {
  const path = impact.witness(ref);
  if (path === undefined) throw new TypeError('A node that was reached has a path that proves it.');
  return path;
}
