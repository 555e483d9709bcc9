import { metricValuesOf } from '../../conventions/index.js';
import type { Subject } from '../../lineage/compare.js';
import { COMPLETE, type Completeness, mergeCompleteness } from '../../lineage/completeness.js';
import { walk } from '../../lineage/walk.js';
import type { Artifact, Execution, LineageNode, NodeRef } from '../../mlmd/model.js';
import type { OneWay } from '../../mlmd/store.js';
import { kindOf } from '../artifact-kind.js';
import { displayNameOf } from '../display-name.js';
import type { RunModel } from '../models.js';
import type { RequestContext } from '../request-context.js';
import { metricsOfModel } from './model-metrics.js';
import { gatherRun } from './run-graph.js';
import { runMetrics } from './run-metrics.js';
import { comparableProperties } from './subject-properties.js';
import { createWalkSource, loadNode } from './walk-source.js';

/** What can be compared. */
export type ComparableNode = RunModel | Execution | Artifact;

/** A thing to compare, as far as it was gathered. */
export interface GatheredSubject {
  readonly subject: Subject;
  readonly completeness: Completeness;
}

/** Most members that one subject is compared by; more shows in `completeness`. */
const MAX_MEMBERS = 1_000;
/** How far back an artifact's origins are compared. */
const MAX_HOPS = 20;

/** A run has more members than are compared; a run is no node of the graph, so there is no node to say it of. */
const CUT_AT_MEMBERS: Completeness = { complete: false, reasons: ['MAX_NODES'], frontier: [] };

/** Gathers what sets one thing apart from others of its sort: its members, its properties and theirs, its metrics. */
export async function gatherSubject(request: RequestContext, node: ComparableNode): Promise<GatheredSubject> {
  const { members, completeness, metrics } = await gather(request, node);
  const names = await Promise.all(members.map((member) => displayNameOf(request.loaders, member)));
  const subject: Subject = {
    properties: [
      ...(await ownProperties(request, node)),
      ...members.flatMap((member, index) => comparableProperties(names[index] ?? '', member)),
    ],
    metrics: metrics.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }])),
    members: members.map(({ kind, id }) => ({ kind, id }) as NodeRef),
  };
  return { subject, completeness };
}

interface Gathered {
  readonly members: readonly LineageNode[];
  readonly completeness: Completeness;
  readonly metrics: readonly { readonly name: string; readonly value: number | undefined }[];
}

async function gather(request: RequestContext, node: ComparableNode): Promise<Gathered> {
  switch (node.kind) {
    case 'RUN':
      return gatherFromRun(request, node);
    case 'EXECUTION':
      return gatherFromExecution(request, node);
    case 'ARTIFACT':
      return gatherFromArtifact(request, node);
    default:
      return node satisfies never;
  }
}

async function gatherFromRun(request: RequestContext, run: RunModel): Promise<Gathered> {
  const [{ nodes, isAll }, metrics] = await Promise.all([
    gatherRun(request.loaders, run, MAX_MEMBERS),
    runMetrics(request, run),
  ]);
  return { members: nodes, metrics, completeness: isAll ? COMPLETE : CUT_AT_MEMBERS };
}

async function gatherFromExecution(request: RequestContext, execution: Execution): Promise<Gathered> {
  const [inputs, outputs] = await Promise.all([
    artifactsBeside(request, execution, 'UPSTREAM'),
    artifactsBeside(request, execution, 'DOWNSTREAM'),
  ]);
  return {
    members: [...inputs.artifacts, ...outputs.artifacts],
    metrics: outputs.artifacts.filter((artifact) => kindOf(artifact) === 'METRICS').flatMap(metricValuesOf),
    completeness: mergeCompleteness(inputs.completeness, outputs.completeness),
  };
}

async function artifactsBeside({ loaders }: RequestContext, execution: Execution, direction: OneWay) {
  const { items, hasMore } = await loaders.eventPage(execution, { direction }, { limit: MAX_MEMBERS });
  const ids = [...new Set(items.map(({ value }) => value.artifactId))];
  const artifacts = (await Promise.all(ids.map((id) => loaders.artifact(id)))).filter((found) => found !== undefined);
  if (!hasMore) return { artifacts, completeness: COMPLETE };
  const { neighbors } = await loaders.eventCount(execution, { direction });
  const rest = { ref: execution, distance: 0, direction, unexplored: neighbors - ids.length };
  const completeness: Completeness = { complete: false, reasons: ['MAX_NEIGHBORS'], frontier: [rest] };
  return { artifacts, completeness };
}

async function gatherFromArtifact(request: RequestContext, artifact: Artifact): Promise<Gathered> {
  const { limits } = request;
  const { entries, completeness } = await walk(createWalkSource(request), {
    roots: [artifact],
    direction: 'UPSTREAM',
    maxHops: Math.min(MAX_HOPS, limits.maxHops),
    maxNodes: Math.min(MAX_MEMBERS, limits.maxNodes),
    maxNeighborsPerNode: limits.maxNeighborsPerNode,
  });
  const origins = entries.filter(({ distance }) => distance > 0);
  return {
    members: await Promise.all(origins.map(({ ref }) => loadNode(request, ref))),
    metrics: await metricsOf(request, artifact),
    completeness,
  };
}

/** The values of metrics, and those of the metrics of a model. */
async function metricsOf(request: RequestContext, artifact: Artifact): Promise<Gathered['metrics']> {
  if (kindOf(artifact) !== 'MODEL') return kindOf(artifact) === 'METRICS' ? metricValuesOf(artifact) : [];
  const linked = await metricsOfModel(request, artifact);
  return linked.flatMap(({ metrics }) => metricValuesOf(metrics));
}

async function ownProperties(request: RequestContext, node: ComparableNode): Promise<Subject['properties']> {
  if (node.kind !== 'RUN') return comparableProperties('', node);
  const context = node.contextId === undefined ? undefined : await request.loaders.context(node.contextId);
  return context === undefined ? [] : comparableProperties('', context);
}
