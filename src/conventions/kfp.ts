import type { ArtifactKind, Convention } from './convention.js';
import { textOf } from './properties.js';

/** Kubeflow Pipelines v2, and the run contexts of v1's metadata writer. */
export const kfp: Convention = {
  origin: 'KFP',
  workspaceTypes: ['system.Pipeline'],
  runTypes: ['system.PipelineRun', 'KfpRun'],
  artifactKinds: new Map<string, ArtifactKind>([
    ['system.Dataset', 'DATA_SET'],
    ['google.VertexDataset', 'DATA_SET'],
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
      test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: 'system.DAGExecution' } },
    },
  },
  // The order of its own user interface.
  nameOf(node) {
    const ours = node.typeName?.startsWith('system.') === true || node.typeName?.startsWith('google.') === true;
    if (!ours) return undefined;
    return textOf(node.customProperties, 'display_name') ?? textOf(node.customProperties, 'task_name');
  },
};
