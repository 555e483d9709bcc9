import type { ArtifactKind, Convention } from './convention.js';
import { KUBEFLOW } from './kubeflow-names.js';
import { metaText } from './meta.js';
import { textOf } from './properties.js';

/** Kubeflow Metadata's SDK 0.3.1, and the run context that we put beside its rows. */
export const kubeflow: Convention = {
  origin: 'KUBEFLOW',
  workspaceTypes: [KUBEFLOW.workspace],
  runTypes: [KUBEFLOW.run],
  artifactKinds: new Map<string, ArtifactKind>([
    [KUBEFLOW.dataSet, 'DATA_SET'],
    [KUBEFLOW.model, 'MODEL'],
    [KUBEFLOW.metrics, 'METRICS'],
  ]),
  bookkeeping: [],
  nameOf(node) {
    const ours = node.typeName?.startsWith('kubeflow.org/') === true || node.typeName === KUBEFLOW.run;
    if (!ours) return undefined;
    return textOf(node.properties, 'name') ?? (node.kind === 'ARTIFACT' ? metaText(node, 'name') : undefined);
  },
};
