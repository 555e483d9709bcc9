import type { Step } from '../support/both-writers.js';
import { WHAT_OTHERS_NEED } from './what-others-need.js';

/** PutExecution: artifacts, execution, events and contexts at once. */
export const EXECUTIONS: readonly Step[] = [
  ...WHAT_OTHERS_NEED,
  { name: 'no execution', rpc: 'putExecution', request: {} },
  {
    name: 'no execution with wrong pair',
    rpc: 'putExecution',
    request: { artifactEventPairs: [{ artifact: { typeId: 99 } }] },
  },
  { name: 'simple', rpc: 'putExecution', request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [] } },
  { name: 'no type', rpc: 'putExecution', request: { execution: {}, artifactEventPairs: [], contexts: [] } },
  {
    name: 'full',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12, name: 'px' },
      artifactEventPairs: [
        { artifact: { typeId: 10, uri: 'u1' }, event: { type: 'INPUT', path: { steps: [{ key: 'in' }] } } },
        { artifact: { typeId: 10 }, event: { type: 'OUTPUT' } },
        { artifact: { id: 1, typeId: 10, uri: 'up' }, event: { type: 'OUTPUT' } },
        { event: { artifactId: 2, type: 'INPUT' } },
        {},
      ],
      contexts: [
        { typeId: 13, name: 'pc1' },
        { id: 1, typeId: 13, name: 'c1' },
      ],
    },
  },
  {
    name: 'artifact without event',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 } }],
      contexts: [{ id: 2, typeId: 13, name: 'c2' }],
    },
  },
  {
    name: 'empty pair context',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [{}], contexts: [{ id: 2, typeId: 13, name: 'c2' }] },
  },
  {
    name: 'event no type',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [{ artifact: { typeId: 10 }, event: {} }], contexts: [] },
  },
  {
    name: 'event type unknown',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 }, event: { type: 'UNKNOWN' } }],
      contexts: [],
    },
  },
  {
    name: 'event no artifact',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [{ event: { type: 'INPUT' } }], contexts: [] },
  },
  {
    name: 'event no artifact no type',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [{ event: {} }], contexts: [] },
  },
  {
    name: 'event wrong execution',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 }, event: { type: 'INPUT', executionId: 1 } }],
      contexts: [],
    },
  },
  {
    name: 'event wrong execution right guess',
    rpc: 'putExecution',
    request: {
      execution: { id: 2, typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 }, event: { type: 'INPUT', executionId: 2 } }],
      contexts: [],
    },
  },
  {
    name: 'event wrong artifact',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 }, event: { type: 'INPUT', artifactId: 1 } }],
      contexts: [],
    },
  },
  {
    name: 'event right artifact',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { id: 1, typeId: 10 }, event: { type: 'INPUT', artifactId: 1 } }],
      contexts: [],
    },
  },
  {
    name: 'dangling',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ event: { type: 'INPUT', artifactId: 900 } }],
      contexts: [{ id: 2, typeId: 13, name: 'c2' }],
    },
  },
  {
    name: 'artifactId 0',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ event: { type: 'INPUT', artifactId: 0 } }],
      contexts: [],
    },
  },
  {
    name: 'duplicate event',
    rpc: 'putExecution',
    request: {
      execution: { id: 1, typeId: 12, name: 'e1' },
      artifactEventPairs: [{ event: { type: 'INPUT', artifactId: 1 } }],
      contexts: [],
    },
  },
  {
    name: 'duplicate event within',
    rpc: 'putExecution',
    request: {
      execution: { id: 1, typeId: 12, name: 'e1' },
      artifactEventPairs: [
        { event: { type: 'INTERNAL_INPUT', artifactId: 1 } },
        { event: { type: 'INTERNAL_INPUT', artifactId: 1 } },
      ],
      contexts: [],
    },
  },
  {
    name: 'bad artifact then bad execution',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 99 },
      artifactEventPairs: [{ artifact: { typeId: 10, name: 'a1' } }],
      contexts: [],
    },
  },
  {
    name: 'bad execution then bad event',
    rpc: 'putExecution',
    request: { execution: { typeId: 99 }, artifactEventPairs: [{ event: {} }], contexts: [] },
  },
  {
    name: 'bad event duplicate then bad context',
    rpc: 'putExecution',
    request: {
      execution: { id: 1, typeId: 12 },
      artifactEventPairs: [{ event: { type: 'INPUT', artifactId: 1 } }],
      contexts: [{}],
    },
  },
  {
    name: 'wrong ids 2 events: duplicate first',
    rpc: 'putExecution',
    request: {
      execution: { id: 1, typeId: 12 },
      artifactEventPairs: [{ event: { type: 'INPUT', artifactId: 1 } }, { event: {} }],
      contexts: [{}],
    },
  },
  {
    name: 'wrong event then duplicate',
    rpc: 'putExecution',
    request: {
      execution: { id: 1, typeId: 12 },
      artifactEventPairs: [{ event: {} }, { event: { type: 'INPUT', artifactId: 1 } }],
      contexts: [{}],
    },
  },
  {
    name: 'context no type',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ name: 'zz' }] },
  },
  {
    name: 'context no name',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ typeId: 13 }] },
  },
  {
    name: 'context empty name',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ typeId: 13, name: '' }] },
  },
  {
    name: 'context id only',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ id: 1 }] },
  },
  {
    name: 'context id no type',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ id: 1, name: 'c1' }] },
  },
  {
    name: 'context id full clears properties',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ id: 1, typeId: 13, name: 'c1' }] },
  },
  {
    name: 'context id missing',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ id: 91, typeId: 13, name: 'c1' }] },
  },
  {
    name: 'context id other type',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ id: 1, typeId: 10, name: 'c1' }] },
  },
  {
    name: 'context existing',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [{ typeId: 13, name: 'c1' }] },
  },
  {
    name: 'context reuse',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 13, name: 'c1', properties: { p: { intValue: 9 } } }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse bad properties',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 13, name: 'c1', properties: { zz: { intValue: 9 } } }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse unknown type',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 99, name: 'c1' }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse new',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 13, name: 'newc' }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse new twice',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 }, event: { type: 'INPUT' } }],
      contexts: [
        { typeId: 13, name: 'newc2' },
        { typeId: 13, name: 'newc2' },
      ],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse id',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ id: 1, typeId: 13, name: 'c1', properties: { p: { intValue: 4 } } }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse id no type',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ id: 1, name: 'c1', properties: { p: { intValue: 4 } } }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse empty name',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 13, name: '' }],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context rename then reuse',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [
        { id: 1, typeId: 13, name: 'c1r' },
        { typeId: 13, name: 'c1' },
      ],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'force',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ id: 1, properties: { zz: { intValue: 1 } } }],
      options: { forceReuseContext: true },
    },
  },
  {
    name: 'force missing',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ id: 99 }],
      options: { forceReuseContext: true },
    },
  },
  {
    name: 'force no id',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 13, name: 'c2' }],
      options: { forceReuseContext: true },
    },
  },
  {
    name: 'force no id no type',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ name: 'c2' }],
      options: { forceReuseContext: true },
    },
  },
  {
    name: 'force no id + reuse',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [],
      contexts: [{ typeId: 13, name: 'c2' }],
      options: { forceReuseContext: true, reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context twice',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10 } }],
      contexts: [
        { id: 2, typeId: 13, name: 'c2' },
        { id: 2, typeId: 13, name: 'c2b' },
      ],
    },
  },
  {
    name: 'reuse artifact',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 10, externalId: 'x2', uri: 'reused' }, event: { type: 'INPUT' } }],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact other type',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { typeId: 11, externalId: 'x2', uri: 'reused' }, event: { type: 'INPUT' } }],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact no type',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { externalId: 'x2', uri: 'reused2' }, event: { type: 'INPUT' } }],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact new twice',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { typeId: 10, externalId: 'n1', uri: '1' }, event: { type: 'INPUT' } },
        { artifact: { typeId: 10, externalId: 'n1', uri: '2' }, event: { type: 'OUTPUT' } },
      ],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact stored twice',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { typeId: 10, externalId: 'n1', uri: '3', name: 'xx' }, event: { type: 'INPUT' } },
        { artifact: { typeId: 10, externalId: 'n1', uri: '4' }, event: { type: 'OUTPUT' } },
      ],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact empty external id',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { typeId: 10, externalId: '', uri: '3' } },
        { artifact: { typeId: 10, externalId: '', uri: '3' } },
      ],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact id given',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [{ artifact: { id: 3, typeId: 10, externalId: 'n1', uri: '3' } }],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
    weSay: 'ALREADY_EXISTS',
  },
  {
    name: 'reuse rename external id',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { id: 2, typeId: 10, externalId: 'x2b', uri: '3' } },
        { artifact: { typeId: 10, externalId: 'x2', uri: '4' } },
      ],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse with event artifact id',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { typeId: 10, externalId: 'x2b', uri: '3' }, event: { artifactId: 2, type: 'INPUT' } },
      ],
      contexts: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'update execution echo',
    rpc: 'putExecution',
    request: { execution: { id: 2, typeId: 12, type: 'E' }, artifactEventPairs: [], contexts: [] },
  },
  {
    name: 'update execution echo force',
    rpc: 'putExecution',
    request: {
      execution: { id: 2, typeId: 12, type: 'E' },
      artifactEventPairs: [],
      contexts: [],
      options: { forceUpdateTime: true },
    },
  },
  {
    name: 'update execution',
    rpc: 'putExecution',
    request: { execution: { id: 2, typeId: 12, lastKnownState: 'RUNNING' }, artifactEventPairs: [], contexts: [] },
  },
  {
    name: 'update execution missing',
    rpc: 'putExecution',
    request: { execution: { id: 222, typeId: 12, lastKnownState: 'RUNNING' }, artifactEventPairs: [], contexts: [] },
  },
  {
    name: 'insert execution force',
    rpc: 'putExecution',
    request: { execution: { typeId: 12 }, artifactEventPairs: [], contexts: [], options: { forceUpdateTime: true } },
  },
  {
    name: 'update execution no type',
    rpc: 'putExecution',
    request: { execution: { id: 2, lastKnownState: 'COMPLETE' }, artifactEventPairs: [], contexts: [] },
  },
  {
    name: 'same artifact twice',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { id: 1, uri: 'q1' }, event: { type: 'INPUT' } },
        { artifact: { id: 1, uri: 'q2' }, event: { type: 'OUTPUT' } },
      ],
      contexts: [],
    },
  },
  {
    name: 'same artifact twice same event',
    rpc: 'putExecution',
    request: {
      execution: { typeId: 12 },
      artifactEventPairs: [
        { artifact: { id: 1, uri: 'q1' }, event: { type: 'INPUT' } },
        { artifact: { id: 1, uri: 'q2' }, event: { type: 'INPUT' } },
      ],
      contexts: [],
    },
  },
];
