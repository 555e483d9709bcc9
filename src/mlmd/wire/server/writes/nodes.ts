import { MetadataError } from '../../../../errors.js';
import type { IdOf, NodeKind } from '../../../model.js';
import type { PutOf, Ref } from '../../../store.js';
import { fromNode, type NodeMessageOf, toNodePut, typeIdOf } from '../../codec/nodes.js';
import { inTurn } from './in-turn.js';
import { type FieldMask, masked } from './mask.js';
import { isDifferent } from './update-time.js';
import type { Writes } from './writes.js';

/** How a node is put. */
export interface PutNodeOptions {
  /** Which fields of a stored node are updated; all of them where undefined. */
  readonly mask?: FieldMask | undefined;
  /** An update moves the time even if nothing changes. */
  readonly touch?: boolean | undefined;
  /** An update fails where the time of the last one is not the one that is sent. */
  readonly unlessChanged?: boolean | undefined;
}

/** Puts the nodes of a list, each as {@link putNode} does. @returns their ids, index-aligned. */
export async function putNodes<K extends NodeKind>(
  writes: Writes,
  kind: K,
  messages: readonly NodeMessageOf[K][],
  options: PutNodeOptions,
): Promise<readonly IdOf[K][]> {
  await loadStored(writes, kind, messages);
  const refs = await inTurn(messages, (message) => putNode(writes, kind, message, options));
  const idOf = await writes.finish();
  return refs.map((ref) => idOf(kind, ref));
}

/** Loads at once the nodes that messages are to update. */
export function loadStored<K extends NodeKind>(writes: Writes, kind: K, messages: readonly NodeMessageOf[K][]) {
  return writes.load(
    kind,
    messages.flatMap(({ id }) => (id === undefined ? [] : [id as IdOf[K]])),
  );
}

/** Inserts a node, or updates it where its message has an id. */
export async function putNode<K extends NodeKind>(
  writes: Writes,
  kind: K,
  message: NodeMessageOf[K],
  { mask, touch, unlessChanged }: PutNodeOptions = {},
): Promise<Ref<IdOf[K]>> {
  const word = kind.toLowerCase();
  const typeId = typeIdOf(message);
  if (message.id === undefined) {
    if (typeId === undefined) throw new MetadataError('INVALID_ARGUMENT', `The ${word} to insert has no type_id.`);
    // That there is no such type is told first.
    if (emptyValueOf(message) !== undefined) await writes.types(kind, [typeId]);
    refuseEmptyValues(message);
    return writes.put(kind, toNodePut(kind, message, typeId));
  }
  const stored = await writes.stored(kind, message.id as IdOf[K]);
  if (stored === undefined) {
    throw new MetadataError('INVALID_ARGUMENT', `There is no ${word} ${message.id} to update.`);
  }
  const before = fromNode(stored);
  if (unlessChanged === true && (message.lastUpdateTimeSinceEpoch ?? 0n) !== before.lastUpdateTimeSinceEpoch) {
    throw new MetadataError('FAILED_PRECONDITION', `Another update of ${word} ${message.id} came between.`);
  }
  const after = mask === undefined ? message : masked(kind, before, message, mask);
  refuseEmptyValues(after);
  const put: PutOf[K] = toNodePut(kind, after, typeId ?? stored.typeId);
  return writes.put(kind, { ...put, touch: touch === true || isDifferent(message, before) });
}

/**
 * Refuses a property without a value: a declared one is not of its type, and at a custom one the engine ends its process.
 * It begins with the engine's words, which its own tests look for.
 */
export function refuseEmptyValues(message: NodeMessageOf[NodeKind]): void {
  const name = emptyValueOf(message);
  if (name === undefined) return;
  throw new MetadataError('INVALID_ARGUMENT', `Found unmatched property type: ${name} has no value.`);
}

function emptyValueOf({ properties, customProperties }: NodeMessageOf[NodeKind]): string | undefined {
  return [...properties, ...customProperties].find(([, { value }]) => value === undefined)?.[0];
}
