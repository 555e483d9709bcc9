import { MetadataError } from '../../errors.js';
import type { NodeKind } from '../model.js';
import type { EventPut, GraphPut, Ref } from '../store.js';
import { checkInteger, checkText } from './values.js';

/** Checks what can be said of edges before their ends are written: places in the lists, event types, times and paths. */
export function checkEdges(graph: GraphPut): void {
  const inList = (ref: Ref<bigint>, list: readonly unknown[] | undefined, what: string) => {
    if ('index' in ref && !(ref.index in (list ?? []))) {
      throw new MetadataError('OUT_OF_RANGE', `An edge names ${what} ${ref.index} of ${list?.length ?? 0}.`);
    }
  };
  for (const { artifact, context } of graph.attributions ?? []) {
    inList(artifact, graph.artifacts, 'artifact');
    inList(context, graph.contexts, 'context');
  }
  for (const { execution, context } of graph.associations ?? []) {
    inList(execution, graph.executions, 'execution');
    inList(context, graph.contexts, 'context');
  }
  for (const { child, parent } of graph.parentContexts ?? []) {
    inList(child, graph.contexts, 'context');
    inList(parent, graph.contexts, 'context');
  }
  for (const event of graph.events ?? []) {
    inList(event.artifact, graph.artifacts, 'artifact');
    inList(event.execution, graph.executions, 'execution');
    checkEvent(event);
  }
}

function checkEvent({ type, timeMs, path }: EventPut): void {
  if (type === 'UNKNOWN') throw new MetadataError('INVALID_ARGUMENT', 'An event needs a type other than UNKNOWN.');
  if (timeMs !== undefined) checkInteger('The time of an event', timeMs);
  for (const step of path) {
    if ('index' in step) checkInteger("An index in an event's path", step.index);
    else checkText("A key in an event's path", step.key);
  }
}

/** The ids of the ends that must be stored nodes, or be those of the same graph. */
export function endsOf(graph: GraphPut): Readonly<Record<NodeKind, readonly bigint[]>> {
  const { attributions = [], associations = [], parentContexts = [], events = [], onMissingEnd } = graph;
  const mayDangle = onMissingEnd === 'WRITE';
  return {
    ARTIFACT: mayDangle ? [] : idsIn([...attributions, ...events].map(({ artifact }) => artifact)),
    EXECUTION: idsIn([...associations, ...(mayDangle ? [] : events)].map(({ execution }) => execution)),
    CONTEXT: idsIn([
      ...[...attributions, ...associations].map(({ context }) => context),
      ...parentContexts.flatMap(({ child, parent }) => [child, parent]),
    ]),
  };
}

function idsIn(refs: readonly Ref<bigint>[]): readonly bigint[] {
  return refs.flatMap((ref) => ('id' in ref ? [ref.id] : []));
}

/** MLMD has no foreign keys: what keeps edges from dangling is this. Throws `INVALID_ARGUMENT`. */
export function checkEnds(
  kind: NodeKind,
  ends: readonly bigint[],
  stored: ReadonlySet<bigint>,
  written: readonly bigint[],
): void {
  const missing = ends.find((id) => !stored.has(id) && !written.includes(id));
  if (missing === undefined) return;
  throw new MetadataError('INVALID_ARGUMENT', `There is no ${kind.toLowerCase()} ${missing} for an edge to join.`);
}
