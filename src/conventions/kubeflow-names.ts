import type { RunQuery } from '../mlmd/store.js';

/** Type names of Kubeflow Metadata's SDK. */
export const KUBEFLOW = {
  dataSet: 'kubeflow.org/alpha/data_set',
  model: 'kubeflow.org/alpha/model',
  metrics: 'kubeflow.org/alpha/metrics',
  execution: 'kubeflow.org/alpha/execution',
  workspace: 'kubeflow.org/alpha/workspace',
  /** Ours: the SDK keeps only a run's name, on the nodes of the run. */
  run: 'mlmd-graphql/run',
} as const;

/** Property names with a meaning of their own, which no caller may set. */
export const RESERVED = {
  /** Custom, on artifacts and executions: the workspace's name. */
  workspace: '__kf_workspace__',
  /** Custom, on artifacts and executions: the run's name; absent without a run. */
  run: '__kf_run__',
  /** Declared, on artifacts: JSON text of the SDK's whole object. */
  meta: '__ALL_META__',
  /** Ours, custom, where the SDK has no place for labels (executions, artifacts of other types): JSON text of an object. */
  labels: '__labels__',
} as const;

/** How the SDK's nodes tell of runs that are no context. */
export const NAMED_RUNS: NonNullable<RunQuery['named']> = {
  workspaceType: KUBEFLOW.workspace,
  workspaceKey: RESERVED.workspace,
  runKey: RESERVED.run,
};

/** The declared property of {@link KUBEFLOW.run} that bears the run's name: MLMD wants a name unique within the type. */
export const RUN_NAME_PROPERTY = 'name';
