import type { Step } from '../support/both-writers.js';

/** Nodes inserted and updated, whole and masked, and in which order the engine finds what is wrong. */
export const NODES: readonly Step[] = [
  {
    name: 'what the others need',
    rpc: 'putTypes',
    request: {
      artifactTypes: [{ name: 'A', properties: { p: 'INT', q: 'STRING' } }, { name: 'A2' }],
      executionTypes: [{ name: 'E', properties: { p: 'INT' } }],
      contextTypes: [{ name: 'C', properties: { p: 'INT' } }],
    },
  },
  { name: 'no type', rpc: 'putArtifacts', request: { artifacts: [{}] } },
  { name: 'unknown type', rpc: 'putArtifacts', request: { artifacts: [{ typeId: 99 }] } },
  { name: 'wrong kind', rpc: 'putArtifacts', request: { artifacts: [{ typeId: 12 }] } },
  {
    name: 'unknown type+wrong property',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 99, properties: { p: { stringValue: 'x' } } }] },
  },
  {
    name: 'undeclared',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, properties: { z: { intValue: 1 } } }] },
  },
  {
    name: 'wrong value',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, properties: { p: { stringValue: 'x' } } }] },
  },
  {
    name: 'empty declared value',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, properties: { p: {} } }] },
  },
  {
    name: 'empty declared value unknown type',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 99, properties: { p: {} } }] },
  },
  {
    name: 'empty undeclared value',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, properties: { zz: {} } }] },
  },
  {
    name: 'ok',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          typeId: 10,
          name: 'a',
          uri: 'u',
          externalId: 'x',
          properties: { p: { intValue: 1 } },
          customProperties: { c: { stringValue: 's' } },
        },
        { typeId: 11 },
      ],
    },
  },
  {
    name: 'duplicate name then unknown type',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, name: 'a' }, { typeId: 99 }] },
  },
  {
    name: 'unknown type then duplicate name',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 99 }, { typeId: 10, name: 'a' }] },
  },
  { name: 'duplicate name then no type', rpc: 'putArtifacts', request: { artifacts: [{ typeId: 10, name: 'a' }, {}] } },
  { name: 'duplicate external id', rpc: 'putArtifacts', request: { artifacts: [{ typeId: 10, externalId: 'x' }] } },
  {
    name: 'duplicate external id empty',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        { typeId: 10, externalId: '' },
        { typeId: 10, externalId: '' },
      ],
    },
  },
  {
    name: 'duplicate name empty',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        { typeId: 10, name: '' },
        { typeId: 10, name: '' },
      ],
    },
  },
  { name: 'context no name', rpc: 'putContexts', request: { contexts: [{ typeId: 13 }] } },
  { name: 'context empty name', rpc: 'putContexts', request: { contexts: [{ typeId: 13, name: '' }] } },
  { name: 'context', rpc: 'putContexts', request: { contexts: [{ typeId: 13, name: 'c1' }] } },
  { name: 'context duplicate', rpc: 'putContexts', request: { contexts: [{ typeId: 13, name: 'c1' }] } },
  { name: 'context unknown type no name', rpc: 'putContexts', request: { contexts: [{ typeId: 99 }] } },
  {
    name: 'context wrong property no name',
    rpc: 'putContexts',
    request: { contexts: [{ typeId: 13, properties: { p: { stringValue: 's' } } }] },
  },
  { name: 'update 0', rpc: 'putArtifacts', request: { artifacts: [{ id: 0, typeId: 10 }] } },
  { name: 'update missing', rpc: 'putArtifacts', request: { artifacts: [{ id: 77, typeId: 10 }] } },
  { name: 'update other type', rpc: 'putArtifacts', request: { artifacts: [{ id: 1, typeId: 11 }] } },
  { name: 'update unknown type', rpc: 'putArtifacts', request: { artifacts: [{ id: 1, typeId: 99 }] } },
  { name: 'update missing and unknown type', rpc: 'putArtifacts', request: { artifacts: [{ id: 77, typeId: 99 }] } },
  { name: 'update no type', rpc: 'putArtifacts', request: { artifacts: [{ id: 1, name: 'zzz' }] } },
  {
    name: 'update external id collision',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        { id: 1, externalId: 'e1' },
        { id: 2, externalId: 'e1' },
      ],
    },
    weSay: 'ALREADY_EXISTS',
  },
  { name: 'update context no name', rpc: 'putContexts', request: { contexts: [{ id: 1 }] } },
  {
    name: 'update context wrong property no name',
    rpc: 'putContexts',
    request: { contexts: [{ id: 1, properties: { p: { stringValue: 's' } } }] },
  },
  { name: 'update context rename', rpc: 'putContexts', request: { contexts: [{ id: 1, name: 'c2' }] } },
  {
    name: 'insert context then rename collision',
    rpc: 'putContexts',
    request: {
      contexts: [
        { typeId: 13, name: 'c3' },
        { id: 1, name: 'c3' },
      ],
    },
    weSay: 'ALREADY_EXISTS',
  },
  { name: 'update empty declared', rpc: 'putArtifacts', request: { artifacts: [{ id: 1, properties: { p: {} } }] } },
  { name: 'mask empty', rpc: 'putArtifacts', request: { artifacts: [{ id: 1, uri: 'v' }], updateMask: [] } },
  {
    name: 'mask unknown type mismatch',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, typeId: 11 }], updateMask: ['uri'] },
  },
  {
    name: 'mask unknown type mismatch noeffect',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, typeId: 11 }], updateMask: ['foo'] },
  },
  {
    name: 'mask missing id',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 88, typeId: 10 }], updateMask: ['foo'] },
  },
  {
    name: 'mask insert',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, uri: 'ins', state: 'LIVE' }], updateMask: ['uri'] },
  },
  {
    name: 'mask wrong property unmasked',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, properties: { p: { stringValue: 'x' }, z: { intValue: 1 } }, uri: 'w' }],
      updateMask: ['uri'],
    },
  },
  {
    name: 'mask wrong property masked',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, properties: { p: { stringValue: 'x' } }, uri: 'w' }],
      updateMask: ['properties.p'],
    },
  },
  {
    name: 'mask undeclared masked',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, properties: { z: { stringValue: 'x' } }, uri: 'w' }],
      updateMask: ['properties.z'],
    },
  },
  {
    name: 'mask undeclared masked absent',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, uri: 'w' }], updateMask: ['properties.z'] },
  },
  {
    name: 'mask property',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          properties: { p: { intValue: 5 }, q: { stringValue: 'no' } },
          customProperties: { 'a.b': { intValue: 1 }, c: { intValue: 4 } },
        },
      ],
      updateMask: ['properties.p', 'custom_properties.a.b', 'uri'],
    },
  },
  {
    name: 'mask property whole',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, properties: { q: { stringValue: 'yes' } } }],
      updateMask: ['properties', 'properties.p'],
    },
  },
  {
    name: 'mask wrong property whole',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, properties: { q: { intValue: 3 } } }], updateMask: ['properties'] },
  },
  {
    name: 'mask context no name unmasked',
    rpc: 'putContexts',
    request: { contexts: [{ id: 1, externalId: 'ce' }], updateMask: ['external_id'] },
  },
  { name: 'mask context name unset', rpc: 'putContexts', request: { contexts: [{ id: 1 }], updateMask: ['name'] } },
  {
    name: 'mask context name',
    rpc: 'putContexts',
    request: { contexts: [{ id: 1, name: 'c9' }], updateMask: ['name'] },
  },
  {
    name: 'mask name of artifact',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, name: 'other' }],
      updateMask: ['name', 'id', 'type_id', 'create_time_since_epoch'],
    },
  },
  {
    name: 'mask camel',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, externalId: 'camel' }], updateMask: ['externalId'] },
  },
  { name: 'mask empty path', rpc: 'putArtifacts', request: { artifacts: [{ id: 1, uri: 'zzz' }], updateMask: [''] } },
  {
    name: 'mask "properties."',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, customProperties: { '': { intValue: 9 }, k: { intValue: 1 } } }],
      updateMask: ['custom_properties.'],
    },
  },
  {
    name: 'mask " uri"',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, uri: 'zzz' }], updateMask: [' uri', 'uri.x'] },
  },
  { name: 'mask state clear', rpc: 'putArtifacts', request: { artifacts: [{ id: 4 }], updateMask: ['state', 'uri'] } },
  {
    name: 'mask empty value custom.k unmasked',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, customProperties: { u: {} } }], updateMask: ['uri'] },
  },
  {
    name: 'full again',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, typeId: 10, name: 'a', type: 'A', uri: '', customProperties: { b: { intValue: 2 } } }],
    },
  },
  {
    name: 'full',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo without type_id',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo with times',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
          createTimeSinceEpoch: 5,
          lastUpdateTimeSinceEpoch: 6,
        },
      ],
    },
  },
  {
    name: 'echo without type',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo other type',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'B',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo other name',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'B',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo no name',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo system metadata',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
          systemMetadata: { typeUrl: 'x' },
        },
      ],
    },
  },
  {
    name: 'echo system metadata empty',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
          systemMetadata: {},
        },
      ],
    },
  },
  {
    name: 'echo no state',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo full',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'echo mask uri',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
      updateMask: ['uri'],
    },
  },
  {
    name: 'echo mask foo',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
      updateMask: ['foo'],
    },
  },
  {
    name: 'echo mask uri partial',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, uri: 'k' }], updateMask: ['uri'] },
  },
  {
    name: 'mask properties; rest echo',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: {},
          customProperties: { b: { intValue: 2 } },
        },
      ],
      updateMask: ['uri'],
    },
  },
  {
    name: 'mask uri; state sent other',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'PENDING',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
      updateMask: ['uri'],
    },
  },
  { name: 'mask foo; partial', rpc: 'putArtifacts', request: { artifacts: [{ id: 1 }], updateMask: ['foo'] } },
  {
    name: 'mask foo; partial (2)',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, properties: { p: { intValue: 3 } } }], updateMask: ['properties.p'] },
  },
  {
    name: 'same property',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, properties: { p: { intValue: 4 } } }], updateMask: ['properties.p'] },
  },
  { name: 'context (2)', rpc: 'putContexts', request: { contexts: [{ id: 1, name: 'c9', typeId: 13 }] } },
  { name: 'context echo', rpc: 'putContexts', request: { contexts: [{ id: 1, name: 'c9', type: 'C', typeId: 13 }] } },
  { name: 'execution', rpc: 'putExecutions', request: { executions: [{ typeId: 12, lastKnownState: 'RUNNING' }] } },
  {
    name: 'execution echo',
    rpc: 'putExecutions',
    request: { executions: [{ id: 1, type: 'E', lastKnownState: 'RUNNING' }] },
  },
  {
    name: 'execution echo uri',
    rpc: 'putExecutions',
    request: { executions: [{ id: 1, type: 'E', lastKnownState: 'COMPLETE' }] },
  },
  {
    name: 'struct',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: {
            s: { structValue: { a: [1, null, { x: 'y' }] } },
            d: { doubleValue: 0.5 },
            m: { protoValue: { typeUrl: 'type.googleapis.com/x', value: 'aGk=' } },
          },
        },
      ],
    },
  },
  {
    name: 'struct echo',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: {
            s: { structValue: { a: [1, null, { x: 'y' }] } },
            d: { doubleValue: 0.5 },
            m: { protoValue: { typeUrl: 'type.googleapis.com/x', value: 'aGk=' } },
          },
        },
      ],
    },
  },
  {
    name: 'change kind',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { d: { intValue: 1 }, s: { stringValue: 'x' } },
        },
      ],
    },
  },
  {
    name: 'two updates',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { a: { intValue: 1 } },
        },
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'q',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
        {
          id: 1,
          typeId: 10,
          name: 'a',
          type: 'A',
          uri: 'k',
          externalId: 'ee',
          state: 'LIVE',
          properties: { p: { intValue: 3 } },
          customProperties: { b: { intValue: 2 } },
        },
      ],
    },
  },
  {
    name: 'two masked',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        { id: 1, uri: '1', customProperties: { a: { intValue: 1 } } },
        { id: 1, uri: '2', customProperties: { b: { intValue: 2 } } },
      ],
      updateMask: ['custom_properties.a', 'custom_properties.b'],
    },
  },
  {
    name: 'insert then update same request',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        { typeId: 10, name: 'nn' },
        { id: 4, uri: 'after' },
      ],
    },
  },
  {
    name: 'insert masked then update same request',
    rpc: 'putArtifacts',
    request: {
      artifacts: [
        { typeId: 10, name: 'nn2' },
        { id: 5, uri: 'after' },
      ],
      updateMask: ['uri'],
    },
  },
  {
    name: 'many fail',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, name: 'nn3' }, { id: 5, uri: 'after' }, { id: 6, uri: 'k' }, { id: 99 }] },
  },
  {
    name: 'abort wrong',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, uri: 'x', lastUpdateTimeSinceEpoch: 5 }],
      options: { abortIfLatestUpdatedTimeChanged: true },
    },
  },
  {
    name: 'abort unset',
    rpc: 'putArtifacts',
    request: { artifacts: [{ id: 1, uri: 'x' }], options: { abortIfLatestUpdatedTimeChanged: true } },
  },
  {
    name: 'abort missing',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1000, uri: 'x', lastUpdateTimeSinceEpoch: 5 }],
      options: { abortIfLatestUpdatedTimeChanged: true },
    },
  },
  {
    name: 'abort wrong other type',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, typeId: 11, uri: 'x', lastUpdateTimeSinceEpoch: 5 }],
      options: { abortIfLatestUpdatedTimeChanged: true },
    },
  },
  {
    name: 'abort insert',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ typeId: 11, uri: 'x', lastUpdateTimeSinceEpoch: 5 }],
      options: { abortIfLatestUpdatedTimeChanged: true },
    },
  },
  {
    name: 'abort masked',
    rpc: 'putArtifacts',
    request: {
      artifacts: [{ id: 1, uri: 'x', lastUpdateTimeSinceEpoch: 5 }],
      options: { abortIfLatestUpdatedTimeChanged: true },
      updateMask: ['uri'],
    },
  },
];
