import { MetadataError } from '../../../../errors.js';
import type { NodeKind, TypeId } from '../../../model.js';
import type { MetadataTransaction, TypePut } from '../../../store.js';
import { type TypeMessageOf, toTypePut, unknownProperties } from '../../codec/types.js';
import type { RequestOf } from '../../rpc.js';

/** How far stored types may evolve. */
type Flags = Pick<RequestOf<'putTypes'>, 'canAddFields' | 'canOmitFields' | 'allFieldsMatch'>;

/** The number of a base type that is set and says that there is none. */
const UNSET = 0;

/** Registers types of one kind as the engine does: one after the other, and in the order of its checks. */
export async function putTypes<K extends NodeKind>(
  transaction: MetadataTransaction,
  kind: K,
  messages: readonly TypeMessageOf[K][],
  { canAddFields = false, canOmitFields = false, allFieldsMatch }: Flags,
): Promise<readonly TypeId[]> {
  if (allFieldsMatch === false) throw new MetadataError('UNIMPLEMENTED', 'all_fields_match cannot be false.');
  const ids: TypeId[] = [];
  for (const message of messages) {
    ids.push(await putType(transaction, message, toTypePut(kind, message, { canAddFields, canOmitFields })));
  }
  return ids;
}

/** Registers the one type of a request, which must have it. */
export async function putOneType<K extends NodeKind>(
  transaction: MetadataTransaction,
  kind: K,
  message: TypeMessageOf[K] | undefined,
  flags: Flags,
): Promise<TypeId> {
  const [id] = await putTypes(transaction, kind, message === undefined ? [] : [message], flags);
  if (id === undefined) throw new MetadataError('INVALID_ARGUMENT', 'The request has no type.');
  return id;
}

async function putType(
  transaction: MetadataTransaction,
  message: TypeMessageOf[NodeKind],
  put: TypePut,
): Promise<TypeId> {
  const [unknown] = unknownProperties(message.properties);
  if (unknown !== undefined) return refuseUnknown(transaction, put, unknown);
  const base: number | undefined = message.baseType;
  if (put.baseType === undefined && base !== UNSET) return idOf(await transaction.putTypes([put]));
  // Differences of the properties are told first.
  const id = idOf(await transaction.putTypes([{ ...put, baseType: undefined }]));
  if (put.baseType === undefined) {
    throw new MetadataError('UNIMPLEMENTED', `The base type of type '${put.name}' cannot be taken away.`);
  }
  const [stored] = await transaction.types({ ids: [id] });
  if (stored?.baseType !== undefined && stored.baseType !== put.baseType) {
    const change = `from '${stored.baseType}' to '${put.baseType}'`;
    throw new MetadataError('UNIMPLEMENTED', `The base type of type '${put.name}' cannot change ${change}.`);
  }
  return idOf(await transaction.putTypes([put]));
}

/**
 * Refuses a property declared as UNKNOWN, after what the engine tells first: of a stored type, how the other properties
 * differ; of a new one, that its external id is taken. What is put to find that out goes with the transaction.
 */
async function refuseUnknown(transaction: MetadataTransaction, put: TypePut, property: string): Promise<never> {
  const { kind, name, version, canAddFields } = put;
  const stored = (await transaction.types({ kind, names: [name] })).find((type) => type.version === version);
  await transaction.putTypes([stored === undefined ? put : { ...put, baseType: undefined, externalId: undefined }]);
  if (stored !== undefined && (stored.properties.has(property) || !canAddFields)) {
    throw new MetadataError('TYPE_CONFLICT', `Type '${name}' exists already, and its property '${property}' differs.`);
  }
  throw new MetadataError('INVALID_ARGUMENT', `Type '${name}' declares property '${property}' as UNKNOWN.`);
}

function idOf([put]: readonly { readonly id: TypeId }[]): TypeId {
  if (put === undefined) throw new Error('a type was put and has no id');
  return put.id;
}
