import type { Filter, Scope } from '../mlmd/filter/filter.js';
import { isOfTypes } from '../mlmd/filter/tests.js';
import type { Artifact, Context, ContextId, Execution } from '../mlmd/model.js';
import type { DescribedRuns, RunQuery } from '../mlmd/store.js';
import type { Convention, Origin, StageRule } from './convention.js';
import { NAMED_RUNS, RESERVED, RUN_NAME_PROPERTY } from './kubeflow-names.js';
import { textOf } from './properties.js';
import { CONVENTIONS } from './tools.js';

/** Type names of the contexts that are workspaces, and whose. */
export const WORKSPACE_TYPES: ReadonlyMap<string, Origin> = originByType((tool) => tool.workspaceTypes);

/** Type names of the contexts that are runs, and whose. */
export const RUN_TYPES: ReadonlyMap<string, Origin> = originByType((tool) => tool.runTypes);

/** The runs of the one tool that describes them. */
const DESCRIBED = CONVENTIONS.flatMap(({ origin, describedRuns: runs }) => (runs ? [{ origin, runs }] : []))[0];

/** How each tool tells its stages; absent where it has none. */
const STAGE_RULES: ReadonlyMap<Origin, StageRule> = new Map(
  CONVENTIONS.flatMap(({ origin, stages }) => (stages === undefined ? [] : [[origin, stages] as const])),
);

/** How the stages of a tool's workspaces are told; undefined where it has none. */
export function stageRuleOf(origin: Origin): StageRule | undefined {
  return STAGE_RULES.get(origin);
}

/** The rule by which the name of a context, being a stage, tells its pipeline; undefined for any other context. */
export function namingRuleOf(context: Context): StageRule | undefined {
  return [...STAGE_RULES.values()].find(({ by, typeName }) => by === 'NAME' && typeName === context.typeName);
}

/**
 * Whether a store is Kubeflow Pipelines' or Kubeflow Hub's own, by the names of its context types: one that they write, and
 * that never was written through us or the Kubeflow SDK.
 */
export function isAnothersOwn(contextTypes: readonly string[]): boolean {
  const origins = new Set(contextTypes.map((name) => WORKSPACE_TYPES.get(name) ?? RUN_TYPES.get(name)));
  return (origins.has('KFP') || origins.has('KUBEFLOW_HUB')) && !origins.has('KUBEFLOW');
}

/** Whose workspace a context is; undefined for one that is none. */
export function workspaceOrigin(context: Context): Origin | undefined {
  return WORKSPACE_TYPES.get(context.typeName ?? '');
}

/** Whose run a context is; undefined for one that is none. */
export function runOrigin(context: Context): Origin | undefined {
  return describes(context) ? DESCRIBED?.origin : RUN_TYPES.get(context.typeName ?? '');
}

/** The name of a run that is a context: the property that its type declares for it, else the context's name. */
export function runContextName(context: Context): string {
  const property = describes(context) ? DESCRIBED?.runs.nameProperty : RUN_NAME_PROPERTY;
  return (property === undefined ? undefined : textOf(context.properties, property)) ?? context.name;
}

/** Name and type of the workspace that a run says it is in; undefined for one whose place its parent tells. */
export function namedWorkspaceOf(run: Context): { readonly typeName: string; readonly name: string } | undefined {
  if (DESCRIBED === undefined || !describes(run)) return undefined;
  const { workspaceType, workspaceProperty } = DESCRIBED.runs;
  return { typeName: workspaceType, name: textOf(run.properties, workspaceProperty) ?? '' };
}

/** How the store is to recognise the runs of some tools, or of all of them. */
export function runRules(
  origins: readonly Origin[] | undefined,
): Pick<RunQuery, 'contextTypes' | 'contextNameProperty' | 'described' | 'named'> {
  const isWanted = (origin: Origin) => origins === undefined || origins.includes(origin);
  return {
    contextTypes: [...RUN_TYPES].flatMap(([type, origin]) => (isWanted(origin) ? [type] : [])),
    contextNameProperty: RUN_NAME_PROPERTY,
    described: DESCRIBED !== undefined && isWanted(DESCRIBED.origin) ? DESCRIBED.runs : undefined,
    // Only Kubeflow's SDK keeps runs as mere names.
    named: isWanted('KUBEFLOW') ? NAMED_RUNS : undefined,
  };
}

/** Contexts that are runs. */
export const IS_RUN: Filter = {
  op: 'OR',
  of: [isOfTypes([...RUN_TYPES.keys()]), ...(DESCRIBED === undefined ? [] : [isDescribed(DESCRIBED.runs)])],
};

function describes({ typeName, properties }: Context): boolean {
  if (DESCRIBED === undefined || typeName !== DESCRIBED.runs.typeName) return false;
  const { nameProperty, workspaceProperty } = DESCRIBED.runs;
  return textOf(properties, nameProperty) !== undefined && textOf(properties, workspaceProperty) !== undefined;
}

function isDescribed({ typeName, nameProperty, workspaceProperty }: DescribedRuns): Filter {
  const has = (name: string): Filter => ({ op: 'PROPERTY', name, custom: false, test: { op: 'EXISTS' } });
  return { op: 'AND', of: [isOfTypes([typeName]), has(nameProperty), has(workspaceProperty)] };
}

/** The name of the Kubeflow workspace that a node says it belongs to. */
export function workspaceNameOf(node: Artifact | Execution): string | undefined {
  return textOf(node.customProperties, RESERVED.workspace);
}

/** The name of the Kubeflow run that a node says it belongs to; of an artifact, the run that first logged it. */
export function runNameOf(node: Artifact | Execution): string | undefined {
  return textOf(node.customProperties, RESERVED.run);
}

/** Whether what belongs to a tool's workspace is only found through the contexts in it. */
export function hasMembersInChildren(origin: Origin): boolean {
  return CONVENTIONS.some((tool) => tool.origin === origin && tool.membersInChildren === true);
}

/**
 * What belongs to a workspace. For Kubeflow: members of its context, and nodes that bear its name (the SDK's own listing
 * goes by the name, MLMD's by membership); not the members of its runs, which may read what is another workspace's. For
 * other tools: members of its context, and of those in it where {@link hasMembersInChildren}.
 *
 * @param childIds - the contexts whose parent the workspace is, where they count.
 */
export function workspaceScope(workspace: Context, childIds: readonly ContextId[]): Scope {
  if (workspaceOrigin(workspace) !== 'KUBEFLOW') return { contextIds: [workspace.id, ...childIds] };
  return { contextIds: [workspace.id], labels: [{ name: RESERVED.workspace, value: workspace.name }] };
}

/**
 * What belongs to a run: members of its context, nodes that bear its name and its workspace's, and artifacts that its
 * executions read or wrote.
 *
 * @param run - `workspaceName` only for a run in a Kubeflow workspace: other tools put no names on nodes.
 */
export function runScope(run: {
  readonly contextId?: ContextId | undefined;
  readonly name: string;
  readonly workspaceName?: string | undefined;
}): Scope {
  const contextIds = run.contextId === undefined ? [] : [run.contextId];
  if (run.workspaceName === undefined) return { contextIds, touched: true };
  const labels = [
    { name: RESERVED.workspace, value: run.workspaceName },
    { name: RESERVED.run, value: run.name },
  ];
  return { contextIds, labels, touched: true };
}

function originByType(typesOf: (tool: Convention) => readonly string[]): ReadonlyMap<string, Origin> {
  return new Map(CONVENTIONS.flatMap((tool) => typesOf(tool).map((type) => [type, tool.origin] as const)));
}
