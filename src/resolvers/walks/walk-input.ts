import { DATA_FLOW } from '../../conventions/index.js';
import { limitExceeded } from '../../errors.js';
import type { LineageNodeFilter, LineagePreset } from '../../generated/resolvers.js';
import { parseGlobalId, toGlobalId } from '../../global-id.js';
import type { Limits } from '../../limits.js';
import type { Filter } from '../../mlmd/filter/filter.js';
import { type EventType, type NodeRef, nodeKey } from '../../mlmd/model.js';
import { toArtifactFilter, toExecutionFilter } from '../filter/node-filter.js';
import { isGiven } from '../filter/string-filter.js';
import { invalid, notFound } from '../invalid.js';
import type { Loaders, RequestContext } from '../request-context.js';
import type { NodeConditions } from './walk-source.js';

/** The limits that a walk may be asked to use up. */
type WalkLimit = 'maxHops' | 'maxNodes' | 'maxNeighborsPerNode' | 'maxPageSize';

/**
 * Checks how much a walk is asked for.
 *
 * @param at - path of the argument.
 * @throws MetadataError `INVALID_ARGUMENT` below `least`, `RESOURCE_EXHAUSTED` over the limit.
 */
export function checkSize(value: number, least: number, limit: WalkLimit, limits: Limits, at: string): number {
  const name = at.split('.').at(-1);
  if (value < least) throw invalid(at, `\`${name}\` is ${value}, and must be ${least} or more.`);
  const max = limits[limit];
  if (value > max) throw limitExceeded(`\`${name}\``, value, { name: limit, max }, { argument: at });
  return value;
}

/**
 * Reads the nodes that a walk is to begin at.
 *
 * @param at - path of the list, for errors.
 * @returns each once, in the order given.
 * @throws MetadataError `INVALID_ARGUMENT` for an empty list and for ids of something else, `RESOURCE_EXHAUSTED` for more
 *   than a page of them, `NOT_FOUND` for a node that is not there.
 */
export async function toRoots(
  { loaders, limits }: RequestContext,
  ids: readonly string[],
  at: string,
): Promise<readonly NodeRef[]> {
  if (ids.length === 0) throw invalid(at, `\`${at}\` wants at least one id.`);
  checkSize(ids.length, 1, 'maxPageSize', limits, at);
  const refs = ids.map((id, index) => toLineageRef(id, `${at}.${index}`));
  const found = await Promise.all(refs.map((ref) => exists(loaders, ref)));
  for (const [index, ref] of refs.entries()) {
    if (!found[index]) throw notFound(`${at}.${index}`, toGlobalId(ref));
  }
  return [...new Map(refs.map((ref) => [nodeKey(ref), ref])).values()];
}

/** Reads one such node. */
export async function toRoot(request: RequestContext, id: string, at: string): Promise<NodeRef> {
  const ref = toLineageRef(id, at);
  if (!(await exists(request.loaders, ref))) throw notFound(at, toGlobalId(ref));
  return ref;
}

/**
 * Reads conditions on the nodes of a walk.
 *
 * @param at - path of the filter, for errors.
 */
export async function toConditions(
  loaders: Loaders,
  filter: LineageNodeFilter | null | undefined,
  at: string,
): Promise<NodeConditions | undefined> {
  if (!isGiven(filter)) return undefined;
  const { artifacts, executions } = filter;
  return {
    ARTIFACT: isGiven(artifacts) ? await toArtifactFilter(artifacts, `${at}.artifacts`, loaders) : undefined,
    EXECUTION: isGiven(executions) ? await toExecutionFilter(executions, `${at}.executions`, loaders) : undefined,
  };
}

/** Conditions that a node was recorded by an instant. */
export function asOf(instant: Date): NodeConditions {
  const recorded: Filter = {
    op: 'COLUMN',
    column: 'createTimeMs',
    test: { op: 'COMPARE', comparison: '<=', value: { type: 'INT', value: BigInt(instant.getTime()) } },
  };
  return { ARTIFACT: recorded, EXECUTION: recorded };
}

/** What a preset lets a walk count: which nodes it may enter, and by which types of event. Undefined for all of them. */
export function ofPreset(preset: LineagePreset): {
  readonly admitted: NodeConditions | undefined;
  readonly types: readonly EventType[] | undefined;
} {
  switch (preset) {
    case 'EVERYTHING':
      return { admitted: undefined, types: undefined };
    case 'DATA_FLOW':
      return { admitted: DATA_FLOW, types: DATA_FLOW.eventTypes };
    default:
      return preset satisfies never;
  }
}

/** All of the conditions together; undefined where there is none. */
export function allOf(conditions: readonly (NodeConditions | undefined)[]): NodeConditions | undefined {
  const given = conditions.filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  const of = (kind: NodeRef['kind']): Filter => ({ op: 'AND', of: given.flatMap((one) => one[kind] ?? []) });
  return { ARTIFACT: of('ARTIFACT'), EXECUTION: of('EXECUTION') };
}

function toLineageRef(id: string, at: string): NodeRef {
  const parsed = parseGlobalId(id, at);
  if (parsed.kind === 'ARTIFACT' || parsed.kind === 'EXECUTION') return parsed;
  throw invalid(at, `${JSON.stringify(id)} is no part of lineage: an artifact or an execution is expected.`);
}

async function exists(loaders: Loaders, ref: NodeRef): Promise<boolean> {
  const node = ref.kind === 'ARTIFACT' ? await loaders.artifact(ref.id) : await loaders.execution(ref.id);
  return node !== undefined;
}
