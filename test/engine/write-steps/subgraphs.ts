import type { Step } from '../support/both-writers.js';
import { WHAT_OTHERS_NEED } from './what-others-need.js';

/** PutLineageSubgraph: what is checked first, and what is reused. */
export const SUBGRAPHS: readonly Step[] = [
  ...WHAT_OTHERS_NEED,
  {
    name: 'empty',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'nodes',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }, { typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [{ typeId: 13, name: 'n0' }],
      eventEdges: [
        { artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT' } },
        { artifactIndex: 1, executionIndex: 0, event: { type: 'OUTPUT' } },
      ],
    },
  },
  {
    name: 'no event',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0 }],
    },
  },
  {
    name: 'no type',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: {} }],
    },
  },
  {
    name: 'unknown type',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 'UNKNOWN' } }],
    },
  },
  {
    name: 'no execution',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'no artifact',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: 0, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'out artifact',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: 0, artifactIndex: 1, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'out execution',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: 1, artifactIndex: 0, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'negative execution',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: -1, artifactIndex: 0, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'negative artifact',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: 0, artifactIndex: -1, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'no execution + out artifact',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 7, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'no artifact + out execution',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: 7, event: { type: 'INPUT' } }],
    },
  },
  {
    name: 'order of edges',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ executionIndex: 7, artifactIndex: 0, event: { type: 'INPUT' } }, {}],
    },
  },
  {
    name: 'edge event with no type vs bad nodes',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 99 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: {} }],
    },
  },
  {
    name: 'index+id new',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT', artifactId: 1 } }],
    },
  },
  {
    name: 'index+id ok',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ id: 1, typeId: 10 }],
      executions: [{ id: 1, typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT', artifactId: 1, executionId: 1 } }],
    },
  },
  {
    name: 'index+id wrong execution',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ id: 1, typeId: 10 }],
      executions: [{ id: 1, typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT', artifactId: 1, executionId: 2 } }],
    },
  },
  {
    name: 'ids only',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [],
      eventEdges: [{ event: { type: 'INPUT', artifactId: 2, executionId: 2 } }],
    },
  },
  {
    name: 'ids dangling',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [],
      eventEdges: [{ event: { type: 'INPUT', artifactId: 200, executionId: 300 } }],
    },
  },
  {
    name: 'ids dangling both 0',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [],
      eventEdges: [{ event: { type: 'INPUT', artifactId: 0, executionId: 0 } }],
    },
  },
  {
    name: 'duplicate event',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [],
      eventEdges: [{ event: { type: 'INPUT', artifactId: 2, executionId: 2 } }],
    },
  },
  {
    name: 'duplicate event within',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [
        { artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT' } },
        { artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT' } },
      ],
    },
  },
  {
    name: 'artifact no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{}], executions: [{ typeId: 12 }], contexts: [], eventEdges: [] },
  },
  {
    name: 'execution no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 10 }], executions: [{}], contexts: [], eventEdges: [] },
  },
  {
    name: 'context no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 10 }], executions: [{ typeId: 12 }], contexts: [{ name: 'z' }], eventEdges: [] },
  },
  {
    name: 'context no name',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 10 }], executions: [{ typeId: 12 }], contexts: [{ typeId: 13 }], eventEdges: [] },
  },
  {
    name: 'update artifact no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ id: 1 }], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'update context no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [], executions: [], contexts: [{ id: 1, name: 'c1' }], eventEdges: [] },
  },
  {
    name: 'unknown type (2)',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99 }], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'artifact unknown type, execution no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99 }], executions: [{}], contexts: [], eventEdges: [] },
  },
  {
    name: 'artifact no type, execution unknown type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{}], executions: [{ typeId: 99 }], contexts: [], eventEdges: [] },
  },
  {
    name: 'context no type, artifact unknown',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99 }], executions: [], contexts: [{ name: 'q' }], eventEdges: [] },
  },
  {
    name: 'context unknown type, artifact no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{}], executions: [], contexts: [{ name: 'q', typeId: 99 }], eventEdges: [] },
  },
  {
    name: 'context unknown type, artifact wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, properties: { z: { intValue: 1 } } }],
      executions: [],
      contexts: [{ name: 'q', typeId: 99 }],
      eventEdges: [],
    },
  },
  {
    name: 'context wrong property, artifact unknown',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 99 }],
      executions: [],
      contexts: [{ name: 'q', typeId: 13, properties: { z: { intValue: 1 } } }],
      eventEdges: [],
    },
  },
  {
    name: 'execution wrong property, artifact unknown',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 99 }],
      executions: [{ typeId: 12, properties: { z: { intValue: 1 } } }],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'execution unknown, artifact wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, properties: { z: { intValue: 1 } } }],
      executions: [{ typeId: 99 }],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'execution unknown, context wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [{ typeId: 99 }],
      contexts: [{ name: 'q', typeId: 13, properties: { z: { intValue: 1 } } }],
      eventEdges: [],
    },
  },
  {
    name: 'execution wrong property, context unknown',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [{ typeId: 12, properties: { z: { intValue: 1 } } }],
      contexts: [{ name: 'q', typeId: 99 }],
      eventEdges: [],
    },
  },
  {
    name: 'first artifact wrong property, second artifact unknown',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, properties: { z: { intValue: 1 } } }, { typeId: 99 }],
      executions: [],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'first artifact unknown, second artifact wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 99 }, { typeId: 10, properties: { z: { intValue: 1 } } }],
      executions: [],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'first artifact unknown, second artifact no type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99 }, {}], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'first artifact no type, second artifact unknown',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{}, { typeId: 99 }], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'artifact missing id, execution unknown',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ id: 99, typeId: 10 }], executions: [{ typeId: 99 }], contexts: [], eventEdges: [] },
  },
  {
    name: 'context duplicate, artifact unknown',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99 }], executions: [], contexts: [{ typeId: 13, name: 'c1' }], eventEdges: [] },
  },
  {
    name: 'context duplicate, artifact wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, properties: { z: { intValue: 1 } } }],
      executions: [],
      contexts: [{ typeId: 13, name: 'c1' }],
      eventEdges: [],
    },
  },
  {
    name: 'context duplicate, artifact missing',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ id: 99, typeId: 10 }],
      executions: [],
      contexts: [{ typeId: 13, name: 'c1' }],
      eventEdges: [],
    },
  },
  {
    name: 'context no name, artifact duplicate',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 10, name: 'a1' }], executions: [], contexts: [{ typeId: 13 }], eventEdges: [] },
  },
  {
    name: 'artifact duplicate, execution missing',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, name: 'a1' }],
      executions: [{ id: 99, typeId: 12 }],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'artifact duplicate, execution no name',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, name: 'a1' }],
      executions: [{ typeId: 12, name: 'e1' }],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'context no name, artifact wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, properties: { z: { intValue: 1 } } }],
      executions: [],
      contexts: [{ typeId: 13 }],
      eventEdges: [],
    },
  },
  {
    name: 'context no name, artifact unknown',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99 }], executions: [], contexts: [{ typeId: 13 }], eventEdges: [] },
  },
  {
    name: 'update other type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ id: 1, typeId: 11 }], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'update other type with its properties',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ id: 1, typeId: 11, properties: { p: { intValue: 1 } } }],
      executions: [],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'update unknown type',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ id: 1, typeId: 99 }], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'update',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ id: 1, typeId: 10, uri: 'k', name: 'zz' }],
      executions: [{ id: 1, typeId: 12, lastKnownState: 'CACHED' }],
      contexts: [{ id: 1, typeId: 13, name: 'c1x' }],
      eventEdges: [
        {
          artifactIndex: 0,
          executionIndex: 0,
          event: { type: 'OUTPUT', path: { steps: [{ key: 'a' }] }, millisecondsSinceEpoch: 4 },
        },
      ],
    },
  },
  {
    name: 'context existing',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [], executions: [], contexts: [{ typeId: 13, name: 'c2' }], eventEdges: [] },
  },
  {
    name: 'context reuse',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [{ typeId: 13, name: 'c2', properties: { p: { intValue: 4 } } }],
      eventEdges: [],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [{ typeId: 13, name: 'c2', properties: { z: { intValue: 4 } } }],
      eventEdges: [],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse new twice',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [
        { typeId: 13, name: 'cc' },
        { typeId: 13, name: 'cc' },
      ],
      eventEdges: [],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse id',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10 }],
      executions: [{ typeId: 12 }],
      contexts: [{ id: 2, typeId: 13, name: 'c2', properties: { p: { intValue: 4 } } }],
      eventEdges: [],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context reuse empty name',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [{ typeId: 13, name: '' }],
      eventEdges: [],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'context rename then reuse',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [
        { id: 2, typeId: 13, name: 'c2r' },
        { typeId: 13, name: 'c2' },
      ],
      eventEdges: [],
      options: { reuseContextIfAlreadyExist: true },
    },
  },
  {
    name: 'reuse artifact',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, externalId: 'x2', uri: 'reused' }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT' } }],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact event id',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, externalId: 'x2', uri: 'reused' }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT', artifactId: 2 } }],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact wrong property',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, externalId: 'x2', properties: { z: { intValue: 1 } } }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact other type',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 11, externalId: 'x2' }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact no type',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ externalId: 'x2' }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact new twice',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [
        { typeId: 10, externalId: 'w' },
        { typeId: 10, externalId: 'w' },
      ],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact stored twice',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [
        { typeId: 10, externalId: 'x2', uri: '1' },
        { typeId: 10, externalId: 'x2', uri: '2' },
      ],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact empty',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, externalId: '', uri: '1' }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse artifact empty again',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, externalId: '', uri: '1' }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse rename',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [
        { id: 2, typeId: 10, externalId: 'x3' },
        { typeId: 10, externalId: 'x2' },
      ],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'reuse id given',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ id: 2, typeId: 10, externalId: 'x4' }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
  {
    name: 'same artifact twice',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [
        { id: 1, typeId: 10, uri: '1' },
        { id: 1, typeId: 10, uri: '2' },
      ],
      executions: [{ typeId: 12 }],
      contexts: [{ typeId: 13, name: 'n1' }],
      eventEdges: [
        { artifactIndex: 0, executionIndex: 0, event: { type: 'INPUT' } },
        { artifactIndex: 1, executionIndex: 0, event: { type: 'OUTPUT' } },
      ],
    },
  },
  {
    name: 'edge type missing, artifact duplicate',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, name: 'a1' }],
      executions: [{ typeId: 12 }],
      contexts: [],
      eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: {} }],
    },
  },
  {
    name: 'events duplicate then no type',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [],
      eventEdges: [
        { event: { type: 'INPUT', artifactId: 2, executionId: 2 } },
        { event: { artifactId: 2, executionId: 2 } },
      ],
    },
  },
  {
    name: 'events no type then duplicate',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [],
      executions: [],
      contexts: [],
      eventEdges: [
        { event: { artifactId: 2, executionId: 2 } },
        { event: { type: 'INPUT', artifactId: 2, executionId: 2 } },
      ],
    },
  },
  {
    name: 'empty declared, unknown',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 10, properties: { p: {} } }, { typeId: 99 }],
      executions: [],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'unknown then empty declared',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ typeId: 99 }, { typeId: 10, properties: { p: {} } }],
      executions: [],
      contexts: [],
      eventEdges: [],
    },
  },
  {
    name: 'empty declared unknown',
    rpc: 'putLineageSubgraph',
    request: { artifacts: [{ typeId: 99, properties: { p: {} } }], executions: [], contexts: [], eventEdges: [] },
  },
  {
    name: 'reuse missing external id and no type first',
    rpc: 'putLineageSubgraph',
    request: {
      artifacts: [{ externalId: 'nope' }, { typeId: 99 }],
      executions: [],
      contexts: [],
      eventEdges: [],
      options: { reuseArtifactIfAlreadyExistByExternalId: true },
    },
  },
];
