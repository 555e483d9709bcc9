import { describe, expect, it } from 'vitest';
import {
  artifactKind,
  descriptionOf,
  displayName,
  hyperparametersOf,
  labelsOf,
  metricsTypeOf,
  metricValuesOf,
  modelTypeOf,
  ownerOf,
  queryOf,
  readMeta,
  referredDataSetId,
  referredModelId,
  runContextName,
  runNameOf,
  runOrigin,
  runScope,
  runStatus,
  trainingFrameworkOf,
  versionOf,
  workspaceNameOf,
  workspaceOrigin,
  workspaceScope,
} from '../../src/conventions/index.js';
import type { ContextId, ExecutionState, Value } from '../../src/mlmd/model.js';
import { artifact, context, execution, texts } from './support/nodes.js';

/** What the SDK writes for its Model, with everything given. */
const META = `{"workspace": null, "name": "MNIST", "description": "digits", "owner": "me", "uri": "gcs://m", "version": "v1",
  "model_type": "net", "training_framework": {"name": "tensorflow", "version": "v1.0"},
  "hyperparameters": {"rate": 0.5, "layers": [10, 3, 1], "early": true}, "labels": {"b": "2", "a": "1"}, "id": null,
  "create_time": "2026-11-22T00:32:30.986977Z", "kwargs": {}}`;
const model = artifact({ typeName: 'kubeflow.org/alpha/model', properties: texts({ __ALL_META__: META }) });

function metrics(values: string) {
  return artifact({
    typeName: 'kubeflow.org/alpha/metrics',
    properties: texts({ __ALL_META__: `{"values": ${values}}` }),
  });
}

describe('artifactKind', () => {
  it.each([
    ['kubeflow.org/alpha/data_set', undefined, 'DATA_SET'],
    ['system.Dataset', undefined, 'DATA_SET'],
    ['Examples', 'mlmd.Dataset', 'DATA_SET'],
    ['Dataslice', undefined, 'DATA_SET'],
    ['PushedModel', undefined, 'MODEL'],
    ['google.VertexModel', undefined, 'MODEL'],
    ['Step_Metrics', undefined, 'METRICS'],
    ['ModelEvaluation', undefined, 'METRICS'],
    ['Corpus', 'mlmd.Dataset', 'DATA_SET'],
    ['Net', 'mlmd.Model', 'MODEL'],
    ['Score', 'mlmd.Metrics', 'METRICS'],
    // A system type that plays no role outweighs a name that sounds like one.
    ['acme.Metrics', 'mlmd.Statistics', 'OTHER'],
    ['acme.org/v1/Data-Set', undefined, 'DATA_SET'],
    ['acme.Model', undefined, 'MODEL'],
    ['evaluation', undefined, 'METRICS'],
    ['ExampleStatistics', undefined, 'OTHER'],
    ['ModelBlessing', undefined, 'OTHER'],
    [undefined, undefined, 'OTHER'],
  ] as const)('takes type %s extending %s for %s', (name, baseType, kind) => {
    expect(artifactKind({ name, baseType })).toBe(kind);
  });
});

describe('displayName', () => {
  it.each([
    [
      'the SDK property',
      artifact({ typeName: 'kubeflow.org/alpha/model', properties: texts({ name: 'm' }), name: 'x' }),
      'm',
    ],
    ['the SDK object', model, 'MNIST'],
    [
      'an SDK execution',
      execution({ typeName: 'kubeflow.org/alpha/execution', properties: texts({ name: 'train' }) }),
      'train',
    ],
    [
      'a run of ours',
      context({ typeName: 'mlmd-graphql/run', name: 'ws/run', properties: texts({ name: 'run' }) }),
      'run',
    ],
    [
      'a KFP task',
      execution({ typeName: 'system.ContainerExecution', customProperties: texts({ display_name: 'fit' }) }),
      'fit',
    ],
    [
      'an unnamed KFP task',
      execution({
        typeName: 'system.ContainerExecution',
        customProperties: texts({ display_name: '', task_name: 't' }),
      }),
      't',
    ],
    ['a TFX step', execution({ typeName: 'tfx.components.trainer.component.Trainer', name: 'a-uuid' }), 'Trainer'],
    [
      'a CMF data set',
      artifact({ name: 's3://x/data.csv:ab12', uri: 'ab12', properties: texts({ Commit: 'ab12' }) }),
      's3://x/data.csv',
    ],
    [
      'CMF metrics',
      artifact({ name: 'scores:u-u:4', uri: 'u-u', properties: texts({ metrics_name: 'scores:u-u:4' }) }),
      'scores',
    ],
    ['a CMF step', execution({ properties: texts({ Context_Type: 'env/Train', Execution_uuid: 'u' }) }), 'Train'],
    ['a CMF stage', context({ typeName: 'Pipeline_Stage', name: 'env/Train' }), 'Train'],
    ["MLMD's name", artifact({ name: 'plain', customProperties: texts({ name: 'other' }) }), 'plain'],
    [
      'a declared name',
      artifact({ properties: texts({ name: 'declared' }), customProperties: texts({ name: 'free' }) }),
      'declared',
    ],
    ['a custom name', artifact({ customProperties: texts({ name: 'free' }) }), 'free'],
    ['the type and id', artifact({ name: '' }), 'acme.Thing#7'],
    ['the kind and id', artifact({ typeName: undefined }), 'ARTIFACT#7'],
  ])('shows %s', (_what, node, name) => {
    expect(displayName(node)).toBe(name);
  });
});

describe('the SDK object', () => {
  it('comes back typed', () => {
    expect(hyperparametersOf(model)).toEqual({ rate: 0.5, layers: [10, 3, 1], early: true });
    expect(trainingFrameworkOf(model)).toEqual({ name: 'tensorflow', version: 'v1.0' });
    expect(labelsOf(model)).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ]);
    expect([descriptionOf(model), ownerOf(model), versionOf(model), modelTypeOf(model)]).toEqual([
      'digits',
      'me',
      'v1',
      'net',
    ]);
  });

  it('gives way to a property', () => {
    const edited = artifact({ ...model, properties: new Map([...model.properties, ...texts({ owner: 'you' })]) });

    expect(ownerOf(edited)).toBe('you');
  });

  it.each([
    '',
    'not json',
    '[1]',
    'null',
    '{"labels": "none", "values": 3, "hyperparameters": null, "training_framework": "tf"}',
  ])('does no harm as %j', (text) => {
    const odd = artifact({ ...model, properties: texts({ __ALL_META__: text }) });

    expect(hyperparametersOf(odd)).toBeUndefined();
    expect(trainingFrameworkOf(odd)).toBeUndefined();
    expect(labelsOf(odd)).toEqual([]);
    expect(metricValuesOf(odd)).toEqual([]);
    expect(displayName(odd)).toBe('kubeflow.org/alpha/model#7');
  });

  it('is parsed once per artifact', () => {
    expect(readMeta(model)).toBe(readMeta(model));
  });
});

describe('properties of any tool', () => {
  it('give a version that is a number as text', () => {
    const version: Value = { type: 'INT', value: 9007199254740993n };

    expect(versionOf(artifact({ properties: new Map([['version', version]]) }))).toBe('9007199254740993');
  });

  it('give a query', () => {
    expect(queryOf(artifact({ properties: texts({ query: 'SELECT 1' }) }))).toBe('SELECT 1');
  });
});

describe('labelsOf', () => {
  it("reads a workspace's from its property", () => {
    const workspace = context({
      typeName: 'kubeflow.org/alpha/workspace',
      properties: texts({ labels: '{"k": "v", "n": 1}' }),
    });

    expect(labelsOf(workspace)).toEqual([
      { name: 'k', value: 'v' },
      { name: 'n', value: '1' },
    ]);
  });

  it('reads those of an execution from the custom property of ours', () => {
    expect(labelsOf(execution({ customProperties: texts({ __labels__: '{"team": "a"}' }) }))).toEqual([
      { name: 'team', value: 'a' },
    ]);
  });

  it("does not take another tool's property of that name for labels", () => {
    expect(labelsOf(context({ properties: texts({ labels: '{"k": "v"}' }) }))).toEqual([]);
  });
});

describe('metricValuesOf', () => {
  it('gives numbers in the order written, and what is none as text', () => {
    expect(
      metricValuesOf(metrics('{"z": 0.95, "a": 12345678901234567890, "nan": NaN, "s": "high", "l": [1]}')),
    ).toEqual([
      { name: 'z', value: 0.95, text: '0.95' },
      { name: 'a', value: 12345678901234567000, text: '12345678901234567890' },
      { name: 'nan', value: Number.NaN, text: 'NaN' },
      { name: 's', value: undefined, text: 'high' },
      { name: 'l', value: undefined, text: '[1]' },
    ]);
  });

  it("takes another tool's custom numbers, without its bookkeeping", () => {
    const customProperties = new Map<string, Value>([
      ['accuracy', { type: 'DOUBLE', value: 0.5 }],
      ['is_external', { type: 'INT', value: 0n }],
      ['rows', { type: 'INT', value: 3n }],
      ['who', { type: 'STRING', value: '4' }],
    ]);

    expect(metricValuesOf(artifact({ customProperties })).map(({ name, value }) => [name, value])).toEqual([
      ['accuracy', 0.5],
      ['rows', 3],
    ]);
  });
});

describe('metrics', () => {
  it.each([
    ['validation', 'VALIDATION'],
    ['training', 'TRAINING'],
    ['Validation', undefined],
    ['mine', undefined],
  ])('of type %s are %s', (stored, type) => {
    expect(metricsTypeOf(artifact({ properties: texts({ metrics_type: stored }) }))).toBe(type);
  });

  it.each([
    ['26', 26n],
    ['9223372036854775807', 9223372036854775807n],
    ['9223372036854775808', undefined],
    ['0', undefined],
    ['026', undefined],
    ['-1', undefined],
    ['artifact:26', undefined],
  ])('that name model %j refer to %s', (stored, id) => {
    expect(referredModelId(artifact({ properties: texts({ model_id: stored }) }))).toBe(id);
    expect(referredDataSetId(artifact({ properties: texts({ data_set_id: stored }) }))).toBe(id);
  });
});

describe('workspaces and runs', () => {
  it.each([
    ['kubeflow.org/alpha/workspace', 'KUBEFLOW', undefined],
    ['mlmd-graphql/run', undefined, 'KUBEFLOW'],
    ['system.Pipeline', 'KFP', undefined],
    ['system.PipelineRun', undefined, 'KFP'],
    ['pipeline', 'TFX', undefined],
    ['pipeline_run', undefined, 'TFX'],
    ['Parent_Context', 'CMF', undefined],
    ['Pipeline_Stage', undefined, undefined],
    [undefined, undefined, undefined],
  ])('are known by the context type %s', (typeName, workspace, run) => {
    const node = context({ typeName });

    expect([workspaceOrigin(node), runOrigin(node)]).toEqual([workspace, run]);
  });

  it('go by the names that nodes bear', () => {
    const step = execution({ customProperties: texts({ __kf_workspace__: 'ws', __kf_run__: 'r' }) });

    expect([workspaceNameOf(step), runNameOf(step), workspaceNameOf(execution())]).toEqual(['ws', 'r', undefined]);
  });

  it('a Kubeflow workspace holds its members and what bears its name, not what its runs touch', () => {
    const workspace = context({ typeName: 'kubeflow.org/alpha/workspace' });

    expect(workspaceScope(workspace, [8n as ContextId])).toEqual({
      contextIds: [7n],
      labels: [{ name: '__kf_workspace__', value: 'seven' }],
    });
  });

  it("another tool's workspace holds the members of what lies in it", () => {
    expect(workspaceScope(context({ typeName: 'Parent_Context' }), [8n as ContextId])).toEqual({
      contextIds: [7n, 8n],
    });
  });

  it('a run holds what bears its name in its workspace, and what its executions touch', () => {
    expect(runScope({ contextId: 7n as ContextId, name: 'r', workspaceName: 'ws' })).toEqual({
      contextIds: [7n],
      labels: [
        { name: '__kf_workspace__', value: 'ws' },
        { name: '__kf_run__', value: 'r' },
      ],
      touched: true,
    });
    expect(runScope({ contextId: 7n as ContextId, name: 'r' })).toEqual({ contextIds: [7n], touched: true });
  });

  it('a run of ours has its name in a property, others are called as their context', () => {
    expect(runContextName(context({ properties: texts({ name: 'nightly' }) }))).toBe('nightly');
    expect(runContextName(context())).toBe('seven');
  });
});

describe('runStatus', () => {
  it.each([
    [[], undefined],
    [['NONE'], undefined],
    [['COMPLETE', 'NONE'], 'COMPLETE'],
    [['COMPLETE', 'CACHED'], 'COMPLETE'],
    [['CACHED'], 'CACHED'],
    [['NEW'], 'NEW'],
    [['NEW', 'COMPLETE'], 'RUNNING'],
    [['RUNNING', 'COMPLETE', 'CANCELED'], 'RUNNING'],
    [['CANCELED', 'COMPLETE'], 'CANCELED'],
    [['FAILED', 'RUNNING'], 'FAILED'],
    [['UNKNOWN'], 'UNKNOWN'],
  ] as const)('of executions that are %j is %s', (states, status) => {
    const counts = new Map<ExecutionState | 'NONE', number>(states.map((state) => [state, 1]));

    expect(runStatus({ states: counts, firstCreateTimeMs: undefined, lastUpdateTimeMs: undefined })).toBe(status);
  });
});
