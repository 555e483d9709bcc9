import { describe, expect, it } from 'vitest';
import {
  digestOf,
  displayName,
  locationsOf,
  modelTypeOf,
  parametersOf,
  trainingFrameworkOf,
  versionOf,
} from '../../src/conventions/index.js';
import type { Value } from '../../src/mlmd/model.js';
import { artifact, context, execution, texts } from './support/nodes.js';

const HASH = '062186df147acd95d01b4bebe36153f0';
const UUID = 'ded054f9-35ed-4c74-b599-36041cd2425d';

function cmfFile(properties: Readonly<Record<string, string>>, uri = HASH) {
  return artifact({ typeName: 'Model', uri, properties: texts({ Commit: uri, ...properties }) });
}

describe('the facts of an artifact of CMF', () => {
  it('leave out a type and a framework that are only the default', () => {
    const unnamed = cmfFile({ url: 'p:/x', model_type: 'Default', model_framework: 'Default' });
    const named = cmfFile({ url: 'p:/x', model_type: 'forest', model_framework: 'sklearn' });

    expect([modelTypeOf(unnamed), trainingFrameworkOf(unnamed)]).toEqual([undefined, undefined]);
    expect([modelTypeOf(named), trainingFrameworkOf(named)]).toEqual([
      'forest',
      { name: 'sklearn', version: undefined },
    ]);
  });

  it.each([
    ['one place of two pipelines', 'a:/s/06/21,b:/s/06/21', HASH, ['/s/06/21']],
    ['two places', 'a:/s/06/21,b:s3://bucket/06/21', HASH, ['/s/06/21', 's3://bucket/06/21']],
    ['a label, which is at its path', `labels.csv:${HASH}`, HASH, ['labels.csv']],
    ['a folder', 'a:/s/40/5e.dir', '405e.dir', ['/s/40/5e.dir']],
    ['no place', 'nothing', HASH, []],
  ])('tell %s', (_, url, uri, places) => {
    const file = cmfFile({ url }, uri);

    expect(locationsOf(file)).toEqual(places);
    expect([digestOf(file), versionOf(file)]).toEqual([uri, uri]);
  });
});

describe('the facts of artifacts of other tools', () => {
  it('are their shared properties and the uri, without a hash', () => {
    const model = artifact({
      typeName: 'Model',
      uri: 's3://m',
      properties: texts({ model_type: 'Default', version: 'v1' }),
    });

    expect([modelTypeOf(model), versionOf(model), locationsOf(model), digestOf(model)]).toEqual([
      'Default',
      'v1',
      ['s3://m'],
      undefined,
    ]);
    expect(locationsOf(artifact())).toEqual([]);
  });

  it('count spans and versions of TFX, declared or custom', () => {
    const int = (value: bigint): Value => ({ type: 'INT', value });
    const examples = artifact({
      typeName: 'Examples',
      properties: new Map([['version', int(2n)]]),
      customProperties: new Map([['span', int(7n)], ...texts({ tfx_version: '1.16.0' })]),
    });

    expect(versionOf(examples)).toBe('span 7, version 2');
  });
});

describe('a step of TFX', () => {
  it('of a class elsewhere is known by its uuid, and keeps its notes out of its parameters', () => {
    const customProperties = new Map<string, Value>([
      ['__execution_result__', { type: 'STRING', value: '{}' }],
      ['layers', { type: 'STRUCT', value: { __value__: [10, 3] } }],
      ['rate', { type: 'DOUBLE', value: 0.5 }],
    ]);
    const step = execution({ typeName: 'comps.Score', name: UUID, customProperties });

    expect(parametersOf(step)).toEqual([
      { name: 'layers', stored: { type: 'JSON', value: [10, 3] } },
      { name: 'rate', stored: { type: 'DOUBLE', value: 0.5 } },
    ]);
  });

  it('is called after its node only where its pipeline is among its contexts', () => {
    const step = execution({ typeName: 'comps.Score', name: UUID });
    const node = context({ typeName: 'node', name: 'my.demo.Score' });
    const pipeline = context({ typeName: 'pipeline', name: 'my.demo' });

    expect(displayName(step, [pipeline, node])).toBe('Score');
    expect(displayName(step, [node])).toBe(UUID);
  });
});

describe('a step of CMF', () => {
  it('is known by what it says of itself, whatever its type is called', () => {
    const properties = texts({ Context_Type: 'env/Train', Execution_uuid: 'u' });
    const customProperties = texts({ Python_Env: 'env.txt', lr: '0.1', original_create_time_since_epoch: '7' });
    const pulled = execution({ typeName: 'env/Train', properties, customProperties });

    expect(displayName(pulled)).toBe('Train');
    expect(parametersOf(pulled)).toEqual([{ name: 'lr', stored: { type: 'STRING', value: '0.1' } }]);
  });
});
