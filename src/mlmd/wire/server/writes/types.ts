import { MetadataError } from '../../../../errors.js';
import type { NodeKind, TypeId } from '../../../model.js';
import type { MetadataTransaction, TypePut } from '../../../store.js';
import { knowsPropertyTypes, type TypeMessageOf, toTypePut } from '../../codec/types.js';
import type { RequestOf } from '../../rpc.js';

/** How far stored types may evolve. */
type Flags = Pick<RequestOf<'putTypes'>, 'canAddFields' | 'canOmitFields' | 'allFieldsMatch'>;

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
): Promise<TypeId | undefined> {
  if (message === undefined) throw new MetadataError('INVALID_ARGUMENT', 'The request has no type.');
  return (await putTypes(transaction, kind, [message], flags))[0];
}

async function putType(
  transaction: MetadataTransaction,
  message: TypeMessageOf[NodeKind],
  put: TypePut,
): Promise<TypeId> {
  if (!knowsPropertyTypes(message.properties)) {
    throw new MetadataError('INVALID_ARGUMENT', `Type '${put.name}' declares a property of type UNKNOWN.`);
  }
  const base: number | undefined = message.baseType;
  if (base === undefined) return idOf(await transaction.putTypes([put]));
  // The engine compares the properties before it looks at the base type.
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

function idOf([put]: readonly { readonly id: TypeId }[]): TypeId {
  if (put === undefined) throw new Error('a type was put and has no id');
  return put.id;
}
