import type { Artifact, Execution } from '../mlmd/model.js';
import type { ArtifactKind, Convention } from './convention.js';
import { textOf } from './properties.js';

/** HPE's Common Metadata Framework. It keeps no runs: each process logs its own execution. */
export const cmf: Convention = {
  origin: 'CMF',
  workspaceTypes: ['Parent_Context'],
  runTypes: [],
  artifactKinds: new Map<string, ArtifactKind>([
    ['Dataset', 'DATA_SET'],
    ['Dataslice', 'DATA_SET'],
    ['Model', 'MODEL'],
    ['Metrics', 'METRICS'],
    ['Step_Metrics', 'METRICS'],
  ]),
  bookkeeping: ['original_create_time_since_epoch'],
  nameOf(node) {
    switch (node.kind) {
      case 'ARTIFACT':
        return artifactName(node);
      case 'EXECUTION':
        return executionName(node);
      case 'CONTEXT':
        return node.typeName === 'Pipeline_Stage' ? afterFirstSlash(node.name) : undefined;
    }
  },
};

/** MLMD names read `<path or label>:<uri>` and perhaps more; the uri is a content hash, or a uuid for metrics. */
function artifactName(artifact: Artifact): string | undefined {
  const ours = artifact.properties.has('Commit') || artifact.properties.has('metrics_name');
  if (!ours || artifact.name === undefined || artifact.uri === undefined) return undefined;
  const end = artifact.name.indexOf(`:${artifact.uri}`);
  return end > 0 ? artifact.name.slice(0, end) : undefined;
}

/** Only an execution that is used again has an MLMD name; others are known by their stage, `<pipeline>/<stage>`. */
function executionName(execution: Execution): string | undefined {
  const stage = textOf(execution.properties, 'Context_Type');
  if (stage === undefined || !execution.properties.has('Execution_uuid')) return undefined;
  return execution.name ?? afterFirstSlash(stage);
}

function afterFirstSlash(text: string): string | undefined {
  const slash = text.indexOf('/');
  return slash >= 0 && slash < text.length - 1 ? text.slice(slash + 1) : undefined;
}
