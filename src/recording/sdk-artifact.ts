import {
  type ArtifactKind,
  artifactKind,
  type JsonMap,
  type JsonTree,
  KUBEFLOW,
  METRICS_TYPES,
  printJson,
  RESERVED,
  toTree,
} from '../conventions/index.js';
import type {
  DataSetInput,
  MetricsInput,
  MetricValueInput,
  ModelInput,
  TrainingFrameworkInput,
} from '../generated/resolvers.js';
import type { Artifact, Value } from '../mlmd/model.js';
import { jsonInput } from './json-input.js';
import { labelsInput, labelsTree } from './labels-input.js';
import { artifactOf } from './lookup.js';
import { doubleInput, propertiesOf } from './properties-input.js';
import type { Recording } from './recording.js';
import { sdkTime } from './sdk-time.js';
import type { KnownType } from './type-book.js';
import { badInput, optionalText, refuseRepeats, requiredText } from './validation.js';

/** Type names of the SDK's artifacts. */
export type SdkArtifactType = typeof KUBEFLOW.dataSet | typeof KUBEFLOW.model | typeof KUBEFLOW.metrics;

/**
 * What the SDK's objects hold, in its order, which is that of `__ALL_META__`. `workspace` is an argument that hardly
 * anybody gives the SDK, and not the workspace it logs to; `id` is not known yet when the SDK writes its text; `kwargs`
 * is what its constructor did not know.
 */
const ATTRIBUTES: Readonly<Record<SdkArtifactType, readonly string[]>> = {
  [KUBEFLOW.dataSet]: inOrder('version', 'query'),
  [KUBEFLOW.model]: inOrder('version', 'model_type', 'training_framework', 'hyperparameters'),
  [KUBEFLOW.metrics]: inOrder('data_set_id', 'model_id', 'metrics_type', 'values'),
};

function inOrder(...own: readonly string[]): readonly string[] {
  return ['workspace', 'name', 'description', 'owner', 'uri', ...own, 'labels', 'id', 'create_time', 'kwargs'];
}

/** An object of the SDK's: all its attributes, those that are not given null. */
export function sdkObject(type: SdkArtifactType, given: Readonly<Record<string, JsonTree | undefined>>): JsonMap {
  const values: typeof given = { ...given, kwargs: new Map() };
  return new Map(ATTRIBUTES[type].map((name) => [name, values[name] ?? null]));
}

/** Whether artifacts of a type are the SDK's. */
export function isSdkArtifactType(name: string | undefined): name is SdkArtifactType {
  return name !== undefined && Object.hasOwn(ATTRIBUTES, name);
}

/** An artifact as the SDK would hold it. */
export interface SdkArtifact {
  readonly type: SdkArtifactType;
  readonly name: string;
  readonly uri: string;
  readonly version: string | undefined;
  readonly object: JsonMap;
}

/** What `kubeflow.metadata.DataSet` would hold. */
export function sdkDataSet({ now }: Recording, input: DataSetInput, at: string): SdkArtifact {
  const common = commonInput(input, at);
  const version = optionalText(input.version, `${at}.version`);
  const query = optionalText(input.query, `${at}.query`);
  const object = sdkObject(KUBEFLOW.dataSet, { ...common, version, query, create_time: sdkTime(now) });
  return { type: KUBEFLOW.dataSet, name: common.name, uri: common.uri, version, object };
}

/** What `kubeflow.metadata.Model` would hold. */
export function sdkModel({ now }: Recording, input: ModelInput, at: string): SdkArtifact {
  const common = commonInput(input, at);
  const version = optionalText(input.version, `${at}.version`);
  const object = sdkObject(KUBEFLOW.model, {
    ...common,
    version,
    model_type: optionalText(input.modelType, `${at}.modelType`),
    training_framework: frameworkTree(input.trainingFramework, `${at}.trainingFramework`),
    hyperparameters: toTree(jsonInput(input.hyperparameters ?? null, `${at}.hyperparameters`)),
    create_time: sdkTime(now),
  });
  return { type: KUBEFLOW.model, name: common.name, uri: common.uri, version, object };
}

/**
 * What `kubeflow.metadata.Metrics` would hold. `NOT_FOUND` or `INVALID_ARGUMENT` where it names as its model or data set
 * what is none; the SDK would keep any text.
 */
export async function sdkMetrics(recording: Recording, input: MetricsInput, at: string): Promise<SdkArtifact> {
  const common = commonInput(input, at);
  const object = sdkObject(KUBEFLOW.metrics, {
    ...common,
    data_set_id: await referredId(recording, input.dataSetId, 'DATA_SET', `${at}.dataSetId`),
    model_id: await referredId(recording, input.modelId, 'MODEL', `${at}.modelId`),
    metrics_type: input.metricsType ? METRICS_TYPES[input.metricsType] : null,
    values: valuesTree(input.values, `${at}.values`),
    create_time: sdkTime(recording.now),
  });
  return { type: KUBEFLOW.metrics, name: common.name, uri: common.uri, version: undefined, object };
}

/** The declared properties of an artifact of the SDK's: the attributes that are text, and the text of them all. */
export function sdkProperties(type: KnownType, object: JsonMap): Map<string, Value> {
  const declared = [...object].filter(([name, value]) => type.properties.has(name) && typeof value === 'string');
  const properties = propertiesOf(Object.fromEntries(declared) as Record<string, string>);
  return properties.set(RESERVED.meta, { type: 'STRING', value: printJson(object) });
}

/** Metric values as the SDK's dictionary; null, the SDK's default, for none. */
export function valuesTree(values: readonly MetricValueInput[], argument: string): JsonTree {
  for (const [index, { name, value }] of values.entries()) {
    requiredText(name, `${argument}.${index}.name`);
    doubleInput(value, `${argument}.${index}.value`);
  }
  refuseRepeats(
    values.map(({ name }) => name),
    argument,
  );
  return values.length === 0 ? null : new Map(values.map(({ name, value }) => [name, toTree(value)]));
}

function commonInput(input: DataSetInput | ModelInput | MetricsInput, at: string) {
  const labels = labelsInput(input.labels, `${at}.labels`);
  return {
    name: requiredText(input.name, `${at}.name`),
    uri: requiredText(input.uri, `${at}.uri`),
    description: optionalText(input.description, `${at}.description`),
    owner: optionalText(input.owner, `${at}.owner`),
    labels: labels === undefined ? undefined : labelsTree(labels),
  };
}

function frameworkTree(input: TrainingFrameworkInput | null | undefined, argument: string): JsonTree {
  if (input === null || input === undefined) return null;
  const version = optionalText(input.version, `${argument}.version`);
  return new Map(
    Object.entries({
      name: requiredText(input.name, `${argument}.name`),
      ...(version === undefined ? {} : { version }),
    }),
  );
}

/** The SDK refers to an artifact by its decimal id in MLMD. */
async function referredId(
  { transaction }: Recording,
  id: string | null | undefined,
  kind: ArtifactKind,
  argument: string,
): Promise<string | null> {
  if (id === null || id === undefined) return null;
  const artifact: Artifact = await artifactOf(transaction, id, argument);
  const found = artifactKind({ name: artifact.typeName, baseType: artifact.baseType });
  if (found === kind) return String(artifact.id);
  throw badInput(`${id} is of type ${artifact.typeName ?? 'unknown'}, which is no ${WORDS[kind]}.`, argument);
}

const WORDS: Readonly<Record<ArtifactKind, string>> = {
  DATA_SET: 'data set',
  MODEL: 'model',
  METRICS: 'set of metrics',
  OTHER: 'other artifact',
};
