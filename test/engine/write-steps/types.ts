import type { Step } from '../support/both-writers.js';

/** Types of every kind, new and stored, and what makes the engine refuse them. */
export const TYPES: readonly Step[] = [
  {
    name: 'new',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' } } },
  },
  {
    name: 'same',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' } } },
  },
  { name: 'all_fields_match', rpc: 'putArtifactType', request: { artifactType: { name: 'A' }, allFieldsMatch: false } },
  { name: 'all_fields_match+no name', rpc: 'putArtifactType', request: { artifactType: {}, allFieldsMatch: false } },
  { name: 'no type', rpc: 'putArtifactType', request: {} },
  { name: 'no name', rpc: 'putArtifactType', request: { artifactType: { properties: { p: 'INT' } } } },
  { name: 'unknown', rpc: 'putArtifactType', request: { artifactType: { name: 'B', properties: { p: 'UNKNOWN' } } } },
  {
    name: 'unknown existing same',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'UNKNOWN', q: 'STRING' } } },
  },
  {
    name: 'unknown existing add without the flag',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING', z: 'UNKNOWN' } } },
  },
  {
    name: 'unknown existing add flag',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING', z: 'UNKNOWN' } }, canAddFields: true },
  },
  {
    name: 'unknown existing omitted without the flag',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', z: 'UNKNOWN' } }, canAddFields: true },
  },
  { name: 'unknown no name', rpc: 'putArtifactType', request: { artifactType: { properties: { p: 'UNKNOWN' } } } },
  { name: 'base UNSET new', rpc: 'putArtifactType', request: { artifactType: { name: 'BU', baseType: 'UNSET' } } },
  {
    name: 'base UNSET existing',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, baseType: 'UNSET' } },
  },
  { name: 'base UNSET conflict', rpc: 'putArtifactType', request: { artifactType: { name: 'A', baseType: 'UNSET' } } },
  { name: 'base UNSET context', rpc: 'putContextType', request: { contextType: { name: 'C1', baseType: 'UNSET' } } },
  {
    name: 'base UNSET execution',
    rpc: 'putExecutionType',
    request: { executionType: { name: 'E1', baseType: 'UNSET' } },
  },
  {
    name: 'base',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, baseType: 'MODEL' } },
  },
  {
    name: 'base same',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, baseType: 'MODEL' } },
  },
  {
    name: 'base diff',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, baseType: 'DATASET' } },
  },
  {
    name: 'base UNSET when set',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, baseType: 'UNSET' } },
  },
  {
    name: 'base diff conflict',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT' }, baseType: 'DATASET' } },
  },
  {
    name: 'base diff + external id',
    rpc: 'putArtifactType',
    request: {
      artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, baseType: 'DATASET', externalId: 'zz' },
    },
  },
  { name: 'external id', rpc: 'putArtifactType', request: { artifactType: { name: 'F', externalId: 'x' } } },
  { name: 'external id same kind', rpc: 'putArtifactType', request: { artifactType: { name: 'G', externalId: 'x' } } },
  {
    name: 'external id other kind',
    rpc: 'putExecutionType',
    request: { executionType: { name: 'G', externalId: 'x' } },
    weSay: 'ALREADY_EXISTS',
  },
  {
    name: 'external id same kind+base',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'G', externalId: 'x', baseType: 'UNSET' } },
  },
  { name: 'external id empty', rpc: 'putArtifactType', request: { artifactType: { name: 'H', externalId: '' } } },
  { name: 'external id empty 2', rpc: 'putArtifactType', request: { artifactType: { name: 'I', externalId: '' } } },
  {
    name: 'external id empty stored',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'F', externalId: '' } },
  },
  {
    name: 'external id collision update',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', q: 'STRING' }, externalId: 'x' } },
    weSay: 'ALREADY_EXISTS',
  },
  {
    name: 'putTypes order',
    rpc: 'putTypes',
    request: {
      contextTypes: [{ name: 'PC' }],
      artifactTypes: [{ name: 'PA' }, { name: 'PA' }],
      executionTypes: [{ name: 'PE' }],
    },
  },
  { name: 'putTypes first', rpc: 'putTypes', request: { contextTypes: [{}], artifactTypes: [{ name: 'A' }] } },
  {
    name: 'putTypes first (2)',
    rpc: 'putTypes',
    request: { executionTypes: [{ name: 'PE', properties: { a: 'INT' } }], contextTypes: [{}] },
  },
  {
    name: 'putTypes first (3)',
    rpc: 'putTypes',
    request: {
      artifactTypes: [{ name: 'PX', properties: { p: 'UNKNOWN' } }, {}],
      executionTypes: [{ name: 'PE', properties: { a: 'INT' } }],
    },
  },
  { name: 'putTypes all_fields_match', rpc: 'putTypes', request: { allFieldsMatch: false } },
  { name: 'putTypes empty', rpc: 'putTypes', request: {} },
  { name: 'version empty', rpc: 'putArtifactType', request: { artifactType: { name: 'PA', version: '' } } },
  { name: 'version', rpc: 'putArtifactType', request: { artifactType: { name: 'PA', version: '1' } } },
  { name: 'system', rpc: 'putArtifactType', request: { artifactType: { name: 'mlmd.Dataset' } } },
  {
    name: 'system base',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'mlmd.Dataset', baseType: 'MODEL' } },
  },
  {
    name: 'execution shapes',
    rpc: 'putExecutionType',
    request: {
      executionType: {
        name: 'ES',
        inputType: { dict: { properties: { a: { simple: { name: 'X' } } } } },
        outputType: { none: {} },
      },
    },
  },
  {
    name: 'a new type with a taken external id and an unknown property',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'Odd', externalId: 'x', properties: { q: 'UNKNOWN' } } },
  },
  {
    name: 'a stored type with a taken external id and an unknown property',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'H', externalId: 'x', properties: { q: 'UNKNOWN' } }, canAddFields: true },
  },
  {
    name: 'a stored type that lacks a property and has an unknown one',
    rpc: 'putArtifactType',
    request: { artifactType: { name: 'A', properties: { p: 'INT', z: 'UNKNOWN' } }, canAddFields: true },
  },
];
