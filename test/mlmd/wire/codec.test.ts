import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArtifactId, JsonObject, NodeType, Properties, TypeId, Value } from '../../../src/mlmd/model.js';
import { toEvent } from '../../../src/mlmd/wire/codec/events.js';
import { fromNode, toNode, toNodePut } from '../../../src/mlmd/wire/codec/nodes.js';
import { fromType, toType } from '../../../src/mlmd/wire/codec/types.js';
import {
  Artifact,
  type Artifact_State,
  type ArtifactStructType,
  ArtifactType,
  type Event,
  type Event_Type,
  ExecutionType,
  type PropertyType,
} from '../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';

const INT64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const JSON_VALUE = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', '', '__proto__', 'constructor', 'ä'), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const VALUE: fc.Arbitrary<Value> = fc.oneof(
  INT64.map((value): Value => ({ type: 'INT', value })),
  fc.double().map((value): Value => ({ type: 'DOUBLE', value })),
  fc.string({ unit: 'grapheme' }).map((value): Value => ({ type: 'STRING', value })),
  fc.boolean().map((value): Value => ({ type: 'BOOLEAN', value })),
  fc
    .dictionary(fc.constantFrom('k', '__proto__'), JSON_VALUE)
    .map((value): Value => ({ type: 'STRUCT', value: value as JsonObject })),
  fc.uint8Array().map((value): Value => ({ type: 'PROTO', value: { typeUrl: 'type.googleapis.com/x', value } })),
);
const PROPERTIES: fc.Arbitrary<Properties> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('__proto__', 'constructor', 'a', 'ä', '', 'toString'), VALUE), {
    selector: ([name]) => name,
  })
  .map((pairs) => new Map(pairs.sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))));

const TYPE: NodeType = {
  kind: 'ARTIFACT',
  id: 7n as TypeId,
  name: 'Rows',
  version: undefined,
  description: undefined,
  externalId: undefined,
  baseType: undefined,
  properties: new Map(),
  inputType: undefined,
  outputType: undefined,
};

describe('the messages of nodes', () => {
  it('keep every value exactly, whatever its name', () => {
    fc.assert(
      fc.property(PROPERTIES, PROPERTIES, INT64, (properties, customProperties, id) => {
        const node = {
          kind: 'ARTIFACT' as const,
          id: id as ArtifactId,
          typeId: TYPE.id,
          typeName: 'Rows',
          typeVersion: undefined,
          baseType: undefined,
          name: 'n',
          uri: undefined,
          externalId: '',
          state: 'REFERENCE' as const,
          properties,
          customProperties,
          createTimeMs: 1,
          updateTimeMs: 2,
        };

        const bytes = Artifact.encode(fromNode(node)).finish();
        const read = toNode('ARTIFACT', Artifact.decode(bytes), () => TYPE);

        expect(read).toEqual(node);
        expect([...read.properties.keys()]).toEqual([...properties.keys()]);
      }),
    );
  });

  it('tell what is unset from what is empty, zero or unknown', () => {
    const message = Artifact.decode(Artifact.encode({ ...EMPTY, name: '', state: 0 }).finish());
    const unset = Artifact.decode(Artifact.encode(EMPTY).finish());
    const fromTheFuture = toNodePut('ARTIFACT', { ...EMPTY, state: 99 as Artifact_State }, TYPE.id);

    expect([message.name, message.state]).toEqual(['', 0]);
    expect([unset.name, unset.state, unset.id]).toEqual([undefined, undefined, undefined]);
    expect(fromTheFuture.state).toBeUndefined();
  });
});

describe('the messages of types', () => {
  it('keep shapes, base types and versions', () => {
    const type: NodeType = {
      ...TYPE,
      kind: 'EXECUTION',
      version: '2',
      baseType: 'mlmd.Deploy',
      properties: new Map([['__proto__', 'STRUCT']]),
      inputType: '{"dict":{"properties":{"rows":{"simple":{"name":"Rows","properties":{"n":"INT"}}}}}}',
      outputType: '{"none":{}}',
    };

    const bytes = ExecutionType.encode(fromType('EXECUTION', type)).finish();

    expect(toType('EXECUTION', ExecutionType.decode(bytes))).toEqual(type);
  });

  it('leave out a property of a type that there is not', () => {
    const message = ArtifactType.decode(Buffer.from([0x1a, 0x05, 0x0a, 0x01, 0x61, 0x10, 0x63]));

    expect([...message.properties]).toEqual([['a', 99]]);
    expect(toType('ARTIFACT', message).properties.size).toBe(0);
  });

  it('leave out of shapes the numbers that there are not, however deep', () => {
    const simple = (number: number): ArtifactStructType => ({
      kind: {
        $case: 'simple',
        value: { name: 'Rows', properties: new Map([['n', number as PropertyType]]), baseType: number as 1 },
      },
    });
    const nested = (number: number): readonly ArtifactStructType[] => [
      { kind: { $case: 'unionType', value: { candidates: [simple(number)] } } },
      { kind: { $case: 'intersection', value: { constraints: [simple(number)] } } },
      { kind: { $case: 'tuple', value: { elements: [simple(number)] } } },
      { kind: { $case: 'list', value: { element: simple(number) } } },
      {
        kind: {
          $case: 'dict',
          value: { properties: new Map([['k', simple(number)]]), extraPropertiesType: simple(number) },
        },
      },
    ];

    const known = nested(1).map((inputType) => toShapes({ properties: new Map(), inputType }));
    const unknown = nested(99).map((inputType) => toShapes({ properties: new Map(), inputType }));

    expect(known.join()).toContain('"properties":{"n":"INT"},"baseType":"DATASET"');
    expect(unknown).toEqual(
      known.map((text) => text?.replaceAll(',"properties":{"n":"INT"},"baseType":"DATASET"', '')),
    );
  });
});

describe('the messages of events', () => {
  it('read a type that there is not as none', () => {
    const event: Event = { artifactId: 1n, executionId: 2n, type: 99 as Event_Type };

    expect(toEvent(event)).toEqual({ artifactId: 1n, executionId: 2n, type: 'UNKNOWN', timeMs: undefined, path: [] });
  });
});

function toShapes(type: ExecutionType): string | undefined {
  return toType('EXECUTION', type).inputType;
}

const EMPTY: Artifact = { properties: new Map(), customProperties: new Map() };
