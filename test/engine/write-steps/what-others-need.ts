import type { Step } from '../support/both-writers.js';

/** Types 10 and 11 of artifacts, 12 of executions and 13 of contexts, with three nodes of each kind. */
export const WHAT_OTHERS_NEED: readonly Step[] = [
  {
    name: 'what the others need',
    rpc: 'putTypes',
    request: {
      artifactTypes: [{ name: 'A', properties: { p: 'INT', q: 'STRING' } }, { name: 'A2' }],
      executionTypes: [{ name: 'E', properties: { p: 'INT' } }],
      contextTypes: [{ name: 'C', properties: { p: 'INT' } }],
    },
  },
  {
    name: 'what the others need (2)',
    rpc: 'putArtifacts',
    request: { artifacts: [{ typeId: 10, name: 'a1' }, { typeId: 10, externalId: 'x2' }, { typeId: 10 }] },
  },
  {
    name: 'what the others need (3)',
    rpc: 'putExecutions',
    request: { executions: [{ typeId: 12, name: 'e1' }, { typeId: 12 }, { typeId: 12 }] },
  },
  {
    name: 'what the others need (4)',
    rpc: 'putContexts',
    request: {
      contexts: [
        { typeId: 13, name: 'c1', properties: { p: { intValue: 1 } } },
        { typeId: 13, name: 'c2' },
        { typeId: 13, name: 'c3' },
      ],
    },
  },
];
