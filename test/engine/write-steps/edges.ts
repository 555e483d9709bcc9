import type { Step } from '../support/both-writers.js';
import { WHAT_OTHERS_NEED } from './what-others-need.js';

/** Events, memberships and parents of contexts. */
export const EDGES: readonly Step[] = [
  ...WHAT_OTHERS_NEED,
  { name: 'none', rpc: 'putEvents', request: { events: [] } },
  { name: 'unset', rpc: 'putEvents', request: { events: [{}] } },
  { name: 'no execution', rpc: 'putEvents', request: { events: [{ artifactId: 1, type: 'INPUT' }] } },
  { name: 'no type', rpc: 'putEvents', request: { events: [{ artifactId: 1, executionId: 1 }] } },
  { name: 'type unknown', rpc: 'putEvents', request: { events: [{ artifactId: 1, executionId: 1, type: 'UNKNOWN' }] } },
  {
    name: 'missing artifact',
    rpc: 'putEvents',
    request: { events: [{ artifactId: 91, executionId: 1, type: 'INPUT' }] },
  },
  {
    name: 'missing execution',
    rpc: 'putEvents',
    request: { events: [{ artifactId: 1, executionId: 91, type: 'INPUT' }] },
  },
  {
    name: 'ok',
    rpc: 'putEvents',
    request: {
      events: [
        {
          artifactId: 1,
          executionId: 1,
          type: 'INPUT',
          millisecondsSinceEpoch: -5,
          path: { steps: [{ index: 1 }, { key: 'k' }, {}] },
        },
        { artifactId: 1, executionId: 1, type: 'OUTPUT' },
      ],
    },
  },
  { name: 'duplicate', rpc: 'putEvents', request: { events: [{ artifactId: 1, executionId: 1, type: 'INPUT' }] } },
  {
    name: 'duplicate then missing',
    rpc: 'putEvents',
    request: {
      events: [
        { artifactId: 1, executionId: 1, type: 'INPUT' },
        { artifactId: 91, executionId: 1, type: 'INPUT' },
      ],
    },
  },
  {
    name: 'missing then duplicate',
    rpc: 'putEvents',
    request: {
      events: [
        { artifactId: 91, executionId: 1, type: 'INPUT' },
        { artifactId: 1, executionId: 1, type: 'INPUT' },
      ],
    },
  },
  {
    name: 'duplicate within',
    rpc: 'putEvents',
    request: {
      events: [
        { artifactId: 2, executionId: 1, type: 'INPUT' },
        { artifactId: 2, executionId: 1, type: 'INPUT' },
      ],
    },
  },
  {
    name: 'duplicate then unset',
    rpc: 'putEvents',
    request: { events: [{ artifactId: 1, executionId: 1, type: 'INPUT' }, {}] },
  },
  {
    name: 'path with empty key',
    rpc: 'putEvents',
    request: {
      events: [
        { artifactId: 3, executionId: 1, type: 'INPUT', path: { steps: [{ key: '' }, { index: 0 }, { index: -1 }] } },
      ],
    },
  },
  {
    name: 'path empty',
    rpc: 'putEvents',
    request: { events: [{ artifactId: 3, executionId: 2, type: 'INPUT', path: {} }] },
  },
  {
    name: 'attribution',
    rpc: 'putAttributionsAndAssociations',
    request: { attributions: [{ artifactId: 1, contextId: 1 }], associations: [{ executionId: 1, contextId: 1 }] },
  },
  {
    name: 'attribution again',
    rpc: 'putAttributionsAndAssociations',
    request: {
      attributions: [
        { artifactId: 1, contextId: 1 },
        { artifactId: 2, contextId: 1 },
        { artifactId: 2, contextId: 1 },
      ],
      associations: [{ executionId: 1, contextId: 1 }],
    },
  },
  {
    name: 'attribution missing',
    rpc: 'putAttributionsAndAssociations',
    request: {
      attributions: [
        { artifactId: 3, contextId: 1 },
        { artifactId: 99, contextId: 1 },
      ],
      associations: [],
    },
  },
  {
    name: 'attribution missing context',
    rpc: 'putAttributionsAndAssociations',
    request: { attributions: [{ artifactId: 3, contextId: 99 }], associations: [] },
  },
  {
    name: 'attribution unset',
    rpc: 'putAttributionsAndAssociations',
    request: { attributions: [{ artifactId: 3 }], associations: [] },
  },
  {
    name: 'attribution unset2',
    rpc: 'putAttributionsAndAssociations',
    request: { attributions: [{ contextId: 1 }], associations: [] },
  },
  {
    name: 'association missing',
    rpc: 'putAttributionsAndAssociations',
    request: { attributions: [], associations: [{ executionId: 3, contextId: 99 }] },
  },
  {
    name: 'association unset',
    rpc: 'putAttributionsAndAssociations',
    request: { attributions: [], associations: [{}] },
  },
  { name: 'empty', rpc: 'putAttributionsAndAssociations', request: { attributions: [], associations: [] } },
  { name: 'parent', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 1, parentId: 2 }] } },
  { name: 'parent again', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 1, parentId: 2 }] } },
  { name: 'parent self', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 1, parentId: 1 }] } },
  { name: 'parent cycle', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 2, parentId: 1 }] } },
  { name: 'parent chain', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 2, parentId: 3 }] } },
  { name: 'parent long cycle', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 3, parentId: 1 }] } },
  { name: 'parent unset', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 1 }] } },
  { name: 'parent unset (2)', rpc: 'putParentContexts', request: { parentContexts: [{ parentId: 1 }] } },
  { name: 'parent missing', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 1, parentId: 99 }] } },
  {
    name: 'parent missing self',
    rpc: 'putParentContexts',
    request: { parentContexts: [{ childId: 99, parentId: 99 }] },
  },
  {
    name: 'parent duplicate then missing',
    rpc: 'putParentContexts',
    request: {
      parentContexts: [
        { childId: 1, parentId: 2 },
        { childId: 1, parentId: 99 },
      ],
    },
  },
  {
    name: 'parent duplicate and cycle order',
    rpc: 'putParentContexts',
    request: {
      parentContexts: [
        { childId: 2, parentId: 1 },
        { childId: 1, parentId: 2 },
      ],
    },
  },
  {
    name: 'parent within duplicate',
    rpc: 'putParentContexts',
    request: {
      parentContexts: [
        { childId: 1, parentId: 3 },
        { childId: 1, parentId: 3 },
      ],
    },
  },
  {
    name: 'parent within cycle',
    rpc: 'putParentContexts',
    request: {
      parentContexts: [
        { childId: 1, parentId: 3 },
        { childId: 3, parentId: 1 },
      ],
    },
  },
  { name: 'parent many parents', rpc: 'putParentContexts', request: { parentContexts: [{ childId: 1, parentId: 3 }] } },
  { name: 'parent empty', rpc: 'putParentContexts', request: { parentContexts: [] } },
];
