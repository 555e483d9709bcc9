import {
  ARTIFACT_STATES,
  type ArtifactId,
  type ContextId,
  EXECUTION_STATES,
  type ExecutionId,
  type NodeKind,
  type NodeOf,
  type NodeType,
  type TypeId,
} from '../../model.js';
import type { ArtifactPut, ExecutionPut, PutOf } from '../../store.js';
import type * as wire from '../generated/ml_metadata/proto/metadata_store.js';
import { fromProperties, toProperties } from './values.js';

/** The message of each kind of node. */
export interface NodeMessageOf {
  readonly ARTIFACT: wire.Artifact;
  readonly EXECUTION: wire.Execution;
  readonly CONTEXT: wire.Context;
}
type NodeMessage = NodeMessageOf[NodeKind];

/**
 * A node as a service answers with it.
 *
 * @param typeOf - gives a node's type, of which the message tells no more than the id and the name.
 */
export function toNode<K extends NodeKind>(
  kind: K,
  message: NodeMessageOf[K],
  typeOf: (id: TypeId) => NodeType | undefined,
): NodeOf[K] {
  const type = typeOf(typeIdOf(message) ?? (0n as TypeId));
  const base = {
    typeId: typeIdOf(message) ?? (0n as TypeId),
    typeName: type?.name ?? message.type,
    typeVersion: type?.version,
    baseType: type?.baseType,
    externalId: message.externalId,
    properties: toProperties(message.properties),
    customProperties: toProperties(message.customProperties),
    createTimeMs: Number(message.createTimeSinceEpoch ?? 0n),
    updateTimeMs: Number(message.lastUpdateTimeSinceEpoch ?? 0n),
  };
  const id = message.id ?? 0n;
  const nodes: { readonly [kind in NodeKind]: () => NodeOf[kind] } = {
    ARTIFACT: () => {
      const { name, uri, state } = message as wire.Artifact;
      return {
        kind: 'ARTIFACT',
        id: id as ArtifactId,
        name,
        uri: uri || undefined,
        state: artifactState(state),
        ...base,
      };
    },
    EXECUTION: () => {
      const { name, lastKnownState } = message as wire.Execution;
      return { kind: 'EXECUTION', id: id as ExecutionId, name, state: executionState(lastKnownState), ...base };
    },
    CONTEXT: () => ({ kind: 'CONTEXT', id: id as ContextId, name: message.name ?? '', ...base }),
  };
  return nodes[kind]();
}

/**
 * The message of a node as the engine answers with it: with its type's name, and a uri even where it is empty. What all
 * kinds have is spread last: an object to which more is added after a spread becomes a hash table to V8, which took 8 ms
 * for a thousand nodes in place of 0.2.
 */
export function fromNode<K extends NodeKind>(node: NodeOf[K]): NodeMessageOf[K] {
  const { kind } = node;
  const messages: { readonly [kind in NodeKind]: (node: NodeOf[kind]) => NodeMessageOf[kind] } = {
    ARTIFACT: (artifact) => ({
      uri: artifact.uri ?? '',
      state: artifact.state && ARTIFACT_STATES.indexOf(artifact.state),
      ...nodeFields(artifact),
    }),
    EXECUTION: (execution) => ({
      lastKnownState: execution.state && EXECUTION_STATES.indexOf(execution.state),
      ...nodeFields(execution),
    }),
    CONTEXT: nodeFields,
  };
  return (messages[kind] as (node: NodeOf[K]) => NodeMessageOf[K])(node);
}

function nodeFields(node: NodeOf[NodeKind]) {
  return {
    id: node.id,
    typeId: node.typeId,
    type: node.typeName,
    name: node.name,
    externalId: node.externalId,
    properties: fromProperties(node.properties),
    customProperties: fromProperties(node.customProperties),
    createTimeSinceEpoch: BigInt(node.createTimeMs),
    lastUpdateTimeSinceEpoch: BigInt(node.updateTimeMs),
  };
}

/**
 * What a message asks to be written. Its output-only fields are not looked at, and a property without a value is left out.
 *
 * @param typeId - the node's type, which the message of an update need not name.
 */
export function toNodePut<K extends NodeKind>(kind: K, message: NodeMessageOf[K], typeId: TypeId): PutOf[K] {
  const base = {
    typeId,
    externalId: message.externalId,
    properties: toProperties(message.properties),
    customProperties: toProperties(message.customProperties),
  };
  const { id, name } = message;
  const puts: { readonly [kind in NodeKind]: () => PutOf[kind] } = {
    ARTIFACT: () => {
      const { uri, state } = message as wire.Artifact;
      return { id: id as ArtifactId | undefined, name, uri, state: artifactState(state), ...base };
    },
    EXECUTION: () => {
      const { lastKnownState } = message as wire.Execution;
      return { id: id as ExecutionId | undefined, name, state: executionState(lastKnownState), ...base };
    },
    CONTEXT: () => ({ id: id as ContextId | undefined, name: name ?? '', ...base }),
  };
  return puts[kind]();
}

/** The message that asks for a put. */
export function fromNodePut<K extends NodeKind>(kind: K, put: PutOf[K]): NodeMessageOf[K] {
  const fields = {
    id: put.id,
    typeId: put.typeId,
    name: put.name,
    externalId: put.externalId,
    properties: fromProperties(put.properties),
    customProperties: fromProperties(put.customProperties),
  };
  const messages: { readonly [kind in NodeKind]: () => NodeMessageOf[kind] } = {
    ARTIFACT: () => {
      const { uri, state } = put as ArtifactPut;
      return { uri, state: state && ARTIFACT_STATES.indexOf(state), ...fields };
    },
    EXECUTION: () => {
      const { state } = put as ExecutionPut;
      return { lastKnownState: state && EXECUTION_STATES.indexOf(state), ...fields };
    },
    CONTEXT: () => fields,
  };
  return messages[kind]();
}

/** The id of the type that a node's message names. */
export function typeIdOf(message: NodeMessage): TypeId | undefined {
  return message.typeId as TypeId | undefined;
}

/** Enums are closed: a number that is no state reads as unset. */
function artifactState(state: number | undefined) {
  return state === undefined ? undefined : ARTIFACT_STATES[state];
}

function executionState(state: number | undefined) {
  return state === undefined ? undefined : EXECUTION_STATES[state];
}
