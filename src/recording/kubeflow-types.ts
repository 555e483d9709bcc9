import { KUBEFLOW, RESERVED, RUN_NAME_PROPERTY } from '../conventions/index.js';
import type { NodeKind, PropertyType } from '../mlmd/model.js';
import type { MetadataStore, TypePut } from '../mlmd/store.js';

/** Name of a type that this service writes by itself. */
export type OwnTypeName = (typeof KUBEFLOW)[keyof typeof KUBEFLOW];

const ARTIFACT_PROPERTIES = ['name', 'description', 'owner', 'create_time', 'version', RESERVED.meta];

/**
 * The SDK's types, and ours for runs. The SDK compares the properties of the workspace type one by one and fails on any
 * other list, so nothing may be added to these. Source: the JSON schemas of Kubeflow Metadata 0.3.1.
 */
const TYPES: Readonly<Record<OwnTypeName, TypePut>> = {
  [KUBEFLOW.dataSet]: type('ARTIFACT', KUBEFLOW.dataSet, [...ARTIFACT_PROPERTIES, 'query']),
  [KUBEFLOW.model]: type('ARTIFACT', KUBEFLOW.model, [...ARTIFACT_PROPERTIES, 'model_type']),
  [KUBEFLOW.metrics]: type('ARTIFACT', KUBEFLOW.metrics, [
    ...ARTIFACT_PROPERTIES,
    'model_id',
    'data_set_id',
    'metrics_type',
  ]),
  [KUBEFLOW.execution]: type('EXECUTION', KUBEFLOW.execution, [
    'name',
    'description',
    'owner',
    'create_time',
    'executable_id',
    RESERVED.meta,
  ]),
  [KUBEFLOW.workspace]: type('CONTEXT', KUBEFLOW.workspace, ['description', 'labels']),
  [KUBEFLOW.run]: type('CONTEXT', KUBEFLOW.run, [RUN_NAME_PROPERTY, 'description']),
};

/** The names of the SDK's types, and of ours. */
export const OWN_TYPE_NAMES: readonly string[] = Object.keys(TYPES);

/** The definition of a type of the SDK's, or of ours. */
export function ownType(name: OwnTypeName): TypePut {
  return TYPES[name];
}

/** Whether a type name is one of the SDK's, or ours; their definitions are fixed. */
export function isOwnType(name: string): name is OwnTypeName {
  return Object.hasOwn(TYPES, name);
}

/**
 * Registers the SDK's types and ours where they are absent, so that the SDK, which registers hardly any itself, can use
 * the store at once. Two starters at once do no harm.
 *
 * @throws MetadataError `TYPE_CONFLICT` where a stored type has other properties.
 */
export async function registerKubeflowTypes(store: Pick<MetadataStore, 'transaction'>): Promise<void> {
  await store.transaction((transaction) => transaction.putTypes(Object.values(TYPES)));
}

function type(kind: NodeKind, name: string, properties: readonly string[]): TypePut {
  const declared = new Map(properties.map((property) => [property, 'STRING' as PropertyType]));
  return { kind, name, properties: declared, canAddFields: false, canOmitFields: false };
}
