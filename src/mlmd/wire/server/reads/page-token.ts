import { MetadataError } from '../../../../errors.js';
import { INT64_MAX, INT64_MIN } from '../../../model.js';
import type { NodeOrder, Position } from '../../../store.js';
import {
  ListOperationNextPageToken,
  type ListOperationOptions,
  ListOperationOptions_OrderByField_Field as OrderField,
} from '../../generated/ml_metadata/proto/metadata_store.js';
import { fieldNumbers } from './raw-fields.js';

/** The orders that lists come in. Source: ListOperationOptions.OrderByField. */
export type ListOrder = NodeOrder & { readonly field: 'ID' | 'CREATE_TIME' | 'UPDATE_TIME' };

const FIELDS: ReadonlyMap<number, ListOrder['field']> = new Map([
  [OrderField.ID, 'ID'],
  [OrderField.CREATE_TIME, 'CREATE_TIME'],
  [OrderField.LAST_UPDATE_TIME, 'UPDATE_TIME'],
]);

/**
 * The order that options ask for: by id, going up, where they say nothing. Enums are closed, so a number that is none counts as nothing.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for FIELD_UNSPECIFIED.
 */
export function orderOf({ orderByField = {} }: ListOperationOptions): ListOrder {
  const { field = OrderField.ID, isAsc = true } = orderByField;
  if (field === OrderField.FIELD_UNSPECIFIED) {
    throw new MetadataError('INVALID_ARGUMENT', 'The order of a list is by a field; FIELD_UNSPECIFIED is none.');
  }
  return { field: FIELDS.get(field) ?? 'ID', descending: !isAsc };
}

/** The token that options hold, or undefined for the first page, which an empty one asks for too. */
export function tokenOf(options: ListOperationOptions, order: ListOrder): ListOperationNextPageToken | undefined {
  if (!options.nextPageToken) return undefined;
  const token = decode(options.nextPageToken);
  const began = orderOf(token.setOptions ?? {});
  if (began.field !== order.field || began.descending !== order.descending) {
    throw new MetadataError('INVALID_ARGUMENT', 'The page token is of a list in another order.');
  }
  return token;
}

/**
 * Where the page of a token begins. Ties are listed by id, so those given already end with the furthest of `listedIds`:
 * the engine's tokens name those of the last page only, on which its own pages come round for ever.
 */
export function positionOf(
  { fieldOffset = 0n, idOffset = 0n, listedIds }: ListOperationNextPageToken,
  order: ListOrder,
): Position {
  switch (order.field) {
    case 'ID':
      return [fieldOffset];
    case 'CREATE_TIME':
      return [fieldOffset, idOffset];
    case 'UPDATE_TIME':
      return [fieldOffset, furthest(listedIds, order)];
    default:
      return order.field satisfies never;
  }
}

function furthest(ids: readonly bigint[], { descending }: ListOrder): bigint {
  return descending
    ? ids.reduce((least, id) => (id < least ? id : least), INT64_MAX)
    : ids.reduce((most, id) => (id > most ? id : most), INT64_MIN);
}

/**
 * The token for what comes after a page, which the engine reads as its own.
 *
 * @param positions - those of the page's nodes, in the list's order; at least one.
 * @param before - the token that the page was asked for with. Ties that it lists are listed on, or the engine would
 *   give them again.
 */
export function nextToken(
  options: ListOperationOptions,
  order: ListOrder,
  positions: readonly Position[],
  before: ListOperationNextPageToken | undefined,
): string {
  const last = (positions.at(-1) ?? []) as readonly bigint[];
  const setOptions = { ...options, nextPageToken: undefined };
  const [fieldOffset, idOffset] = order.field === 'ID' ? [last[0], last[0]] : last;
  if (order.field !== 'UPDATE_TIME') return encode({ idOffset, fieldOffset, setOptions, listedIds: [] });
  const ties = positions.filter(([time]) => time === fieldOffset).map(([, id]) => id as bigint);
  const earlier = before?.fieldOffset === fieldOffset ? before?.listedIds : undefined;
  return encode({ fieldOffset, setOptions, listedIds: [...(earlier ?? []), ...ties] });
}

function encode(token: ListOperationNextPageToken): string {
  return Buffer.from(ListOperationNextPageToken.encode(token).finish()).toString('base64url');
}

/** White space is skipped, and padding may be there or not, as with the engine's decoder. */
function decode(text: string): ListOperationNextPageToken {
  const packed = text.replaceAll(/\s/g, '');
  const unpadded = packed.replace(/={1,2}$/, '');
  const isPadded = unpadded.length < packed.length;
  const isBase64 =
    /^[A-Za-z0-9_-]*$/.test(unpadded) && unpadded.length % 4 !== 1 && (!isPadded || packed.length % 4 === 0);
  if (!isBase64) throw new MetadataError('INVALID_ARGUMENT', 'The page token is not base64url.');
  const bytes = Buffer.from(unpadded, 'base64url');
  try {
    fieldNumbers(bytes);
    return ListOperationNextPageToken.decode(bytes);
  } catch (cause) {
    throw new MetadataError('INVALID_ARGUMENT', 'The page token holds no token.', { cause });
  }
}
