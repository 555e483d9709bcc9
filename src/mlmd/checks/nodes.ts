import { MetadataError } from '../../errors.js';
import type { NodeKind, NodeOf, NodeType } from '../model.js';
import type { PutOf } from '../store.js';
import { checkDeclared } from './declared.js';
import { newProperties } from './properties.js';
import { checkText, checkValue } from './values.js';

/** A list of puts of one kind, with what was looked up in order to check and to write them. */
export interface NodePuts<K extends NodeKind> {
  readonly kind: K;
  readonly puts: readonly PutOf[K][];
  /** The types that they name, of whatever kind. */
  readonly types: ReadonlyMap<bigint, NodeType>;
  /** The nodes that they are to replace, as they are stored. */
  readonly stored: ReadonlyMap<bigint, NodeOf[K]>;
}

/**
 * Checks puts of one kind in order, before anything is written. Each is checked as the engine does: its type, or for an
 * update the stored node; then its properties; then a context's name.
 */
export function checkNodes<K extends NodeKind>(nodes: NodePuts<K>): void {
  for (const put of nodes.puts) checkNode(nodes, put);
}

function checkNode<K extends NodeKind>({ kind, types, stored }: NodePuts<K>, put: PutOf[K]): void {
  const word = kind.toLowerCase();
  const node = put.id === undefined ? undefined : stored.get(put.id);
  if (put.id !== undefined) {
    if (node === undefined) throw new MetadataError('INVALID_ARGUMENT', `There is no ${word} ${put.id} to update.`);
    if (node.typeId !== put.typeId) {
      throw new MetadataError('INVALID_ARGUMENT', `The type of ${word} ${put.id} is ${node.typeId} and cannot change.`);
    }
  }
  const type = types.get(put.typeId);
  if (type?.kind !== kind) throw new MetadataError('NOT_FOUND', `There is no ${word} type with id ${put.typeId}.`);
  const { properties, customProperties } = newProperties(node, put);
  checkDeclared(type, properties);
  if (kind === 'CONTEXT' && put.name === '') throw new MetadataError('INVALID_ARGUMENT', 'A context needs a name.');
  checkText(`The name of a node of type '${type.name}'`, put.name);
  checkText(`The externalId of a node of type '${type.name}'`, put.externalId);
  if ('uri' in put) checkText(`The uri of a node of type '${type.name}'`, put.uri);
  for (const [name, value] of [...properties, ...customProperties]) {
    checkText(`The name of a property of a node of type '${type.name}'`, name);
    checkValue(`Property '${name}' of a node of type '${type.name}'`, value);
  }
}
