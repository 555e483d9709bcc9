import type { Artifact, Execution, Json, Properties, Value } from '../mlmd/model.js';
import type { AnyNode, ArtifactKind, Convention, Parameter, StepRole } from './convention.js';
import { iterationCountOf, iterationIndexOf, KFP_DAG } from './kfp-dag.js';
import type { MetricValue } from './metric-value.js';
import { textOf } from './properties.js';
import { lineOfTree, toTree } from './python-json.js';

/** Kubeflow Pipelines 2. Its types declare nothing: all that it says is in custom properties. */
export const kfp: Convention = {
  origin: 'KFP',
  workspaceTypes: ['system.Pipeline'],
  runTypes: ['system.PipelineRun'],
  artifactKinds: new Map<string, ArtifactKind>([
    ['system.Dataset', 'DATA_SET'],
    ['google.VertexDataset', 'DATA_SET'],
    ['google.BQTable', 'DATA_SET'],
    ['system.Model', 'MODEL'],
    ['google.VertexModel', 'MODEL'],
    ['google.BQMLModel', 'MODEL'],
    ['google.UnmanagedContainerModel', 'MODEL'],
    ['system.Metrics', 'METRICS'],
    ['system.ClassificationMetrics', 'METRICS'],
    ['system.SlicedClassificationMetrics', 'METRICS'],
  ]),
  bookkeeping: [],
  // A DAG is said to read what its steps read, and writes nothing.
  besideDataFlow: {
    EXECUTION: {
      op: 'COLUMN',
      column: 'typeName',
      test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: KFP_DAG } },
    },
  },
  nameOf: (node) => (isOurs(node) ? nameInUserInterface(node) : undefined),
  parametersOf: (execution) => (isOurs(execution) ? parametersIn(execution, 'inputs') : undefined),
  outputParametersOf: (execution) => (isOurs(execution) ? parametersIn(execution, 'outputs') : undefined),
  roleOf: (execution) => (isOurs(execution) ? role(execution) : undefined),
  metricValuesOf: (artifact) => (isOurs(artifact) ? measured(artifact) : undefined),
};

/** The name that Kubeflow Pipelines shows, of either version. Source: the order that its user interface looks in. */
export function nameInUserInterface({ kind, properties, customProperties }: AnyNode): string | undefined {
  const shown = textOf(customProperties, 'display_name');
  if (kind !== 'EXECUTION') return shown ?? textOf(properties, 'name') ?? textOf(customProperties, 'name');
  return (
    shown ??
    textOf(customProperties, 'task_name') ??
    textOf(properties, 'name') ??
    textOf(properties, 'component_id') ??
    textOf(customProperties, 'task_id') ??
    textOf(customProperties, 'kfp_pod_name')
  );
}

/** Beside its own types a component may declare one of any name; the launcher marks artifacts of those too. */
function isOurs({ typeName, customProperties }: AnyNode): boolean {
  const isOwnType = typeName?.startsWith('system.') === true || typeName?.startsWith('google.') === true;
  return isOwnType || customProperties.has(SESSION);
}

/** What says how the launcher got at the artifact's store. */
const SESSION = 'store_session_info';

/** The parameters in a struct, by name. */
function parametersIn({ customProperties }: Execution, name: 'inputs' | 'outputs'): readonly Parameter[] {
  const stored = customProperties.get(name);
  if (stored?.type !== 'STRUCT') return [];
  return Object.entries(stored.value)
    .map(([parameter, value]): Parameter => ({ name: parameter, stored: { type: 'JSON', value } }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A loop's passes, and the tasks in them, are numbered; which of those is a pass its parent tells. */
function role(execution: Execution): StepRole {
  switch (execution.typeName) {
    case KFP_DAG:
      if (iterationCountOf(execution) !== undefined) return 'LOOP';
      return iterationIndexOf(execution) === undefined ? 'DAG' : 'ITERATION';
    case 'system.ImporterExecution':
    case 'system.ImporterWorkspaceExecution':
      return 'IMPORTER';
    default:
      return 'STEP';
  }
}

/** Every custom property is a value but for the launcher's own. Booleans come as 0 and 1, which is how they are kept. */
function measured({ customProperties }: Artifact): readonly MetricValue[] {
  return [...withoutLauncher(customProperties)].map(([name, stored]) => ({
    name,
    value: stored.type === 'INT' || stored.type === 'DOUBLE' ? Number(stored.value) : undefined,
    text: lineOfValue(stored),
  }));
}

function withoutLauncher(customProperties: Properties): readonly (readonly [string, Value])[] {
  return [...customProperties].filter(([name]) => name !== 'display_name' && name !== SESSION);
}

function lineOfValue(stored: Value): string {
  if (stored.type === 'STRUCT') return lineOfTree(toTree(unwrapped(stored.value)));
  return stored.type === 'PROTO' ? stored.value.typeUrl : String(stored.value);
}

/** A property holds neither a list nor an object that may be empty: `{list: [...]}` and `{struct: {...}}` stand for them. */
function unwrapped(value: Json & object): Json {
  const [first, ...others] = Object.entries(value);
  return first !== undefined && others.length === 0 && (first[0] === 'list' || first[0] === 'struct')
    ? first[1]
    : value;
}
