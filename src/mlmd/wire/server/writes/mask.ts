import type { NodeKind } from '../../../model.js';
import type { NodeMessageOf } from '../../codec/nodes.js';

/** Paths of a `google.protobuf.FieldMask`, such as `uri` or `custom_properties.rows`. */
export type FieldMask = readonly string[];

/** What a mask may name of a node of each kind, and how the message has it. */
const FIELDS: Readonly<Record<NodeKind, ReadonlyMap<string, string>>> = {
  ARTIFACT: new Map([
    ['uri', 'uri'],
    ['state', 'state'],
    ['external_id', 'externalId'],
  ]),
  EXECUTION: new Map([
    ['last_known_state', 'lastKnownState'],
    ['external_id', 'externalId'],
  ]),
  CONTEXT: new Map([
    ['name', 'name'],
    ['external_id', 'externalId'],
  ]),
};

/** The two property maps of a node, as a mask names them and as the message has them. */
const MAPS = [
  ['properties', 'properties'],
  ['custom_properties', 'customProperties'],
] as const;

/**
 * The stored message with what a mask names taken from the message sent: unset there is unset after. Paths that name
 * nothing are passed over, as are the key paths of a map that the mask names whole.
 */
export function masked<K extends NodeKind>(
  kind: K,
  stored: NodeMessageOf[K],
  sent: NodeMessageOf[K],
  mask: FieldMask,
): NodeMessageOf[K] {
  const fields = [...FIELDS[kind]].filter(([path]) => mask.includes(path)).map(([, field]) => field);
  const values = sent as unknown as Readonly<Record<string, unknown>>;
  const maps = MAPS.map(([path, field]) => {
    if (mask.includes(path)) return [field, sent[field]] as const;
    const keys = mask.filter((name) => name.startsWith(`${path}.`)).map((name) => name.slice(path.length + 1));
    return [field, withKeys(stored[field], sent[field], keys)] as const;
  });
  return {
    ...stored,
    ...Object.fromEntries(fields.map((field) => [field, values[field]])),
    ...Object.fromEntries(maps),
  };
}

function withKeys<V>(stored: ReadonlyMap<string, V>, sent: ReadonlyMap<string, V>, keys: readonly string[]) {
  const result = new Map(stored);
  for (const key of keys) {
    const value = sent.get(key);
    if (value === undefined) result.delete(key);
    else result.set(key, value);
  }
  return result;
}
