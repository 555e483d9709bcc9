import type {
  Artifact,
  ArtifactId,
  Context,
  ContextId,
  Execution,
  ExecutionId,
  Properties,
  TypeId,
} from '../../../src/mlmd/model.js';

const BASE = {
  typeId: 20n as TypeId,
  typeName: 'acme.Thing',
  typeVersion: undefined,
  baseType: undefined,
  externalId: undefined,
  properties: new Map(),
  customProperties: new Map(),
  createTimeMs: 0,
  updateTimeMs: 0,
} as const;

/** Number 7 of a type that nobody knows, without a name and without properties. */
export function artifact(changes: Partial<Artifact> = {}): Artifact {
  return {
    ...BASE,
    kind: 'ARTIFACT',
    id: 7n as ArtifactId,
    name: undefined,
    uri: undefined,
    state: undefined,
    ...changes,
  };
}

export function execution(changes: Partial<Execution> = {}): Execution {
  return { ...BASE, kind: 'EXECUTION', id: 7n as ExecutionId, name: undefined, state: undefined, ...changes };
}

export function context(changes: Partial<Context> = {}): Context {
  return { ...BASE, kind: 'CONTEXT', id: 7n as ContextId, name: 'seven', ...changes };
}

/** String properties. */
export function texts(values: Readonly<Record<string, string>>): Properties {
  return new Map(Object.entries(values).map(([name, value]) => [name, { type: 'STRING', value }]));
}
