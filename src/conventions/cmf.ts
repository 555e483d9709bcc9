import type { Filter } from '../mlmd/filter/filter.js';
import { isOfTypes } from '../mlmd/filter/tests.js';
import type { Artifact, Execution } from '../mlmd/model.js';
import type { ArtifactFacts, ArtifactKind, Convention, Parameter, TrainingFramework } from './convention.js';
import { textOf } from './properties.js';

/** What the library writes where its caller named no framework and no type. */
const UNSET = 'Default';

/** HPE's Common Metadata Framework. It keeps no runs: each process logs its own execution. */
export const cmf: Convention = {
  origin: 'CMF',
  workspaceTypes: ['Parent_Context'],
  runTypes: [],
  stages: { typeName: 'Pipeline_Stage', workspaceType: 'Parent_Context', by: 'CHILD' },
  membersInChildren: true,
  artifactKinds: new Map<string, ArtifactKind>([
    ['Dataset', 'DATA_SET'],
    ['Dataslice', 'DATA_SET'],
    ['Model', 'MODEL'],
    ['Metrics', 'METRICS'],
    ['Step_Metrics', 'METRICS'],
  ]),
  bookkeeping: ['original_create_time_since_epoch'],
  besideDataFlow: { ARTIFACT: { op: 'AND', of: [isOfTypes(['Environment', 'Label']), has('Commit'), has('url')] } },
  parametersOf: (execution) => (isStep(execution) ? parametersOf(execution) : undefined),
  nameOf(node) {
    switch (node.kind) {
      case 'ARTIFACT':
        return artifactName(node);
      case 'EXECUTION':
        return executionName(node);
      case 'CONTEXT':
        return node.typeName === 'Pipeline_Stage' ? afterFirst('/', node.name) : undefined;
    }
  },
  factsOf(artifact) {
    if (isFile(artifact)) return fileFacts(artifact);
    // The uri of plain metrics is a uuid.
    return artifact.properties.has('metrics_name') ? { locations: [] } : undefined;
  },
};

/** Whether the artifact stands for a file or a folder that DVC keeps: all do but plain metrics. */
function isFile({ properties }: Artifact): boolean {
  return properties.has('Commit') && properties.has('url');
}

/** The uri is a content hash, and thereby the version too: what changes is another artifact. */
function fileFacts({ uri, properties }: Artifact): ArtifactFacts {
  const type = textOf(properties, 'model_type');
  return {
    version: uri,
    digest: uri,
    locations: locationsIn(textOf(properties, 'url') ?? '', uri),
    modelType: type === UNSET ? undefined : type,
    trainingFramework: frameworkIn(textOf(properties, 'model_framework')),
  };
}

function frameworkIn(name: string | undefined): TrainingFramework | undefined {
  return name === undefined || name === UNSET ? undefined : { name, version: undefined };
}

/**
 * The places in `<pipeline>:<place>,<pipeline>:<place>`, each once. A label has `<path>:<hash>` instead, which names the
 * place first.
 */
function locationsIn(url: string, hash: string | undefined): readonly string[] {
  const places = url.split(',').flatMap((entry) => {
    const place = afterFirst(':', entry);
    if (place === undefined) return [];
    return [place === hash ? entry.slice(0, -hash.length - 1) : place];
  });
  return [...new Set(places)];
}

/** MLMD names read `<path or label>:<uri>` and perhaps more; the uri is a content hash, or a uuid for metrics. */
function artifactName(artifact: Artifact): string | undefined {
  const ours = artifact.properties.has('Commit') || artifact.properties.has('metrics_name');
  if (!ours || artifact.name === undefined || artifact.uri === undefined) return undefined;
  const end = artifact.name.indexOf(`:${artifact.uri}`);
  return end > 0 ? artifact.name.slice(0, end) : undefined;
}

/** Only an execution that is used again has an MLMD name; others are known by their stage, `<pipeline>/<stage>`. */
function executionName(execution: Execution): string | undefined {
  const stage = isStep(execution) ? textOf(execution.properties, 'Context_Type') : undefined;
  return stage === undefined ? undefined : (execution.name ?? afterFirst('/', stage));
}

/** The type says nothing: its name is the caller's, and another one after a push or a pull. */
function isStep({ properties }: Execution): boolean {
  return properties.has('Context_Type') && properties.has('Execution_uuid');
}

/** What the caller gave, by name. The library turns numbers that are not whole into texts. */
function parametersOf({ customProperties }: Execution): readonly Parameter[] {
  return [...customProperties].flatMap(([name, stored]) => (OWN.has(name) ? [] : [{ name, stored }]));
}

/** Custom properties that the library and its server add: the file of packages, and the time of a copy's original. */
const OWN: ReadonlySet<string> = new Set(['Python_Env', 'original_create_time_since_epoch']);

function afterFirst(mark: '/' | ':', text: string): string | undefined {
  const place = text.indexOf(mark);
  return place >= 0 && place < text.length - 1 ? text.slice(place + 1) : undefined;
}

function has(property: string): Filter {
  return { op: 'PROPERTY', name: property, custom: false, test: { op: 'EXISTS' } };
}
