import type { ResolversParentTypes } from '../../generated/resolvers.js';
import { parseGlobalId } from '../../global-id.js';
import { compare } from '../../lineage/compare.js';
import { mergeCompleteness } from '../../lineage/completeness.js';
import type { NodeRef } from '../../mlmd/model.js';
import { invalid, notFound } from '../invalid.js';
import type { NodeModel } from '../models.js';
import { findNode, idOf } from '../Node.js';
import type { RequestContext } from '../request-context.js';
import { toJson } from '../value-text.js';
import { type ComparableNode, gatherSubject } from './subject.js';
import { loadNode } from './walk-source.js';

/** Most things that are put side by side; `schema.graphql` says so too. */
const MAX_SUBJECTS = 10;

/**
 * Puts runs, executions or artifacts side by side.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for fewer than two, too many, the same twice, and for kinds that do not
 *   compare; `NOT_FOUND` for one that is not there.
 */
export async function compareNodes(
  request: RequestContext,
  ids: readonly string[],
): Promise<ResolversParentTypes['Comparison']> {
  const nodes = await toSubjects(request, ids);
  const gathered = await Promise.all(nodes.map((node) => gatherSubject(request, node)));
  const { properties, metrics, shared, only } = compare(gathered.map(({ subject }) => subject));
  const load = (refs: readonly NodeRef[]) => Promise.all(refs.map((ref) => loadNode(request, ref)));
  return {
    subjects: nodes,
    properties: properties.map(({ values, ...row }) => ({
      ...row,
      values: values.map((value) => (value === undefined ? null : toJson(value))),
    })),
    metrics: metrics.map(({ values, ...row }) => ({ ...row, values: values.map(toFloat) })),
    shared: await load(shared),
    only: await Promise.all(
      nodes.map(async (node, index) => ({ subject: idOf(node), nodes: await load(only[index] ?? []) })),
    ),
    completeness: gathered.map(({ completeness }) => completeness).reduce(mergeCompleteness),
  };
}

async function toSubjects(request: RequestContext, ids: readonly string[]): Promise<readonly ComparableNode[]> {
  if (ids.length < 2) throw invalid('of', 'A comparison wants at least two ids.');
  if (ids.length > MAX_SUBJECTS) throw invalid('of', `A comparison takes ${MAX_SUBJECTS} ids at most.`);
  const parsed = ids.map((id, index) => parseGlobalId(id, `of.${index}`));
  const found = await Promise.all(parsed.map((id) => findNode(request.loaders, id)));
  const nodes = found.map((node, index) => toComparable(node, ids[index] ?? '', `of.${index}`));
  for (const [index, node] of nodes.entries()) {
    const at = `of.${index}`;
    if (node.kind !== nodes[0]?.kind)
      throw invalid(at, 'Runs compare with runs, executions with executions, artifacts with artifacts.');
    if (nodes.findIndex((other) => idOf(other) === idOf(node)) < index)
      throw invalid(at, `${ids[index]} is there twice.`);
  }
  return nodes;
}

function toComparable(node: NodeModel | undefined, id: string, at: string): ComparableNode {
  if (node === undefined) throw notFound(at, id);
  if (node.kind === 'WORKSPACE' || node.kind === 'CONTEXT') {
    throw invalid(at, `${id} does not compare: a run, an execution or an artifact is expected.`);
  }
  return node;
}

function toFloat(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
