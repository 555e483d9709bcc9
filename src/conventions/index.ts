export {
  digestOf,
  hyperparametersOf,
  locationsOf,
  modelTypeOf,
  ownerOf,
  queryOf,
  trainingFrameworkOf,
  versionOf,
} from './artifacts.js';
export type { AnyNode, ArtifactKind, Origin, Parameter, StageRule } from './convention.js';
export { DATA_FLOW } from './data-flow.js';
export {
  hasMembersInChildren,
  IS_RUN,
  isAnothersOwn,
  namedWorkspaceOf,
  namingRuleOf,
  RUN_TYPES,
  runContextName,
  runNameOf,
  runOrigin,
  runRules,
  runScope,
  stageRuleOf,
  WORKSPACE_TYPES,
  workspaceNameOf,
  workspaceOrigin,
  workspaceScope,
} from './groups.js';
export {
  cachedFromIdOf,
  dagStatus,
  isLeftRunning,
  iterationCountOf,
  iterationIndexOf,
  KFP_DAG,
  KFP_RUN,
  parentIdOf,
  rootDagName,
  tasksOf,
} from './kfp-dag.js';
export { artifactKind } from './kinds.js';
export { KUBEFLOW, NAMED_RUNS, RESERVED, RUN_NAME_PROPERTY } from './kubeflow-names.js';
export { type Label, labelsOf } from './labels.js';
export { readMeta } from './meta.js';
export type { MetricValue } from './metric-value.js';
export {
  METRICS_TYPES,
  type MetricsType,
  metricsTypeOf,
  metricValuesOf,
  referredDataSetId,
  referredModelId,
} from './metrics.js';
export { descriptionOf, displayName, nameOf, ownName } from './names.js';
export { textOf } from './properties.js';
export { isJsonMap, type JsonMap, JsonNumber, type JsonTree, printJson, toTree } from './python-json.js';
export { parseJson } from './python-json-parser.js';
export { pipelineNames, stagePrefix } from './stage-names.js';
export { hasStatus, runStatus, statusOf } from './status.js';
export { outputParametersOf, parametersOf, parametersOfRun, roleOf } from './steps.js';
