import type { Artifact } from '../mlmd/model.js';
import type { AnyNode, ArtifactFacts, ArtifactKind, Convention } from './convention.js';
import type { MetricValue } from './metric-value.js';
import { lineOf, textOf } from './properties.js';

/**
 * Kubeflow Hub, which was the Model Registry: models with their versions, and experiments with their runs. Both are
 * contexts in contexts. It keeps MLMD's tables, schema version 10, and writes them itself.
 *
 * Source: kubeflow/model-registry, its migrations and `internal/db/service`.
 */
export const kubeflowHub: Convention = {
  origin: 'KUBEFLOW_HUB',
  workspaceTypes: ['kf.RegisteredModel', 'kf.Experiment'],
  runTypes: ['kf.ExperimentRun'],
  membersInChildren: true,
  artifactKinds: new Map<string, ArtifactKind>([
    ['kf.ModelArtifact', 'MODEL'],
    ['kf.DataSet', 'DATA_SET'],
    ['kf.Metric', 'METRICS'],
    ['kf.MetricHistory', 'METRICS'],
  ]),
  bookkeeping: [],
  nameOf: (node) => (isOurs(node) ? ownName(node) : undefined),
  factsOf: (artifact) => (isOurs(artifact) ? factsIn(artifact) : undefined),
  metricValuesOf: (artifact) => (isOurs(artifact) ? measured(artifact) : undefined),
};

function isOurs({ typeName }: AnyNode): boolean {
  return typeName?.startsWith('kf.') === true;
}

/** Names are unique within what a thing belongs to, so they are stored behind its id: `7:v1`. */
function ownName({ name }: AnyNode): string | undefined {
  return name?.replace(/^\d+:/, '') || undefined;
}

function factsIn({ properties, customProperties }: Artifact): ArtifactFacts {
  return {
    version: lineOf(properties, 'version') ?? lineOf(customProperties, 'version'),
    digest: textOf(properties, 'digest'),
  };
}

/** A metric is an artifact of its own, whose value is a declared property. */
function measured(artifact: Artifact): readonly MetricValue[] {
  const stored = artifact.properties.get('value');
  if (stored?.type !== 'DOUBLE' && stored?.type !== 'INT') return [];
  return [{ name: ownName(artifact) ?? 'value', value: Number(stored.value), text: String(stored.value) }];
}
