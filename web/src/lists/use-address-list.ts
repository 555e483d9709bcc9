import type { Variables } from 'graphql-request';
import { useCallback, useMemo, useState } from 'react';
import { useAsk } from '../api/use-ask.js';
import { type List, type ListPage, useList } from '../api/use-list.js';
import type { Order, TypedDocumentString } from '../generated/operations.js';
import { type AddressPatch, type ListAddress, useListAddress } from './list-address.js';

/** A list as its address describes it. */
export interface AddressList<Item> {
  readonly address: ListAddress;
  readonly onChange: (patch: AddressPatch) => void;
  readonly onPlace: (at: string | null) => void;
  readonly list: List<Item>;
  readonly total: Total;
}

/** Rows in the whole list; undefined while they are counted, `UNKNOWN` where that failed. */
export type Total = number | 'UNKNOWN' | undefined;

/**
 * The list that the address describes, from the place in it that the address names. Rows never wait for their number,
 * which is a question of its own.
 *
 * @param filterOf - what of the address the list is filtered by.
 * @param pageOf - finds the list in an answer.
 * @param totalOf - finds the number in an answer.
 */
export function useAddressList<Data, Counted, Filter, Asked extends Variables, Item>({
  document,
  count,
  filterOf,
  pageOf,
  totalOf,
}: {
  readonly document: TypedDocumentString<Data, Asked>;
  readonly count: TypedDocumentString<Counted, { readonly filter?: Filter | null | undefined }>;
  readonly filterOf: (address: ListAddress) => Filter;
  readonly pageOf: (data: Data) => ListPage<Item> | null | undefined;
  readonly totalOf: (data: Counted) => number | undefined;
}): AddressList<Item> {
  const { address, change, note } = useListAddress();
  const filter = useMemo(() => filterOf(address), [address, filterOf]);
  const orderBy: Order = { field: address.sort, direction: address.order };
  const entered = useEntered(JSON.stringify([filter, orderBy]), address.at);
  const onPlace = useCallback(
    (at: string | null) => {
      if (at === address.at) return;
      entered.passed.add(at);
      note(at);
    },
    [entered, note, address.at],
  );
  const variables = { filter, orderBy } as unknown as Omit<Asked, 'first' | 'after' | 'last' | 'before'>;
  const list = useList(document, variables, pageOf, { start: entered.at });
  const counted = useAsk(count, { filter });
  const counts = counted.isPlaceholderData ? undefined : counted.data;
  const total = counts ? (totalOf(counts.data) ?? 'UNKNOWN') : counted.error ? 'UNKNOWN' : undefined;
  return { address, onChange: change, onPlace, list, total };
}

/** Where a list was entered. */
interface Entered {
  /** What was asked for. */
  readonly key: string;
  readonly at: string | null;
  /** Places that the reader has scrolled to from there, which the address notes and which ask for nothing anew. */
  readonly passed: Set<string | null>;
}

function useEntered(key: string, at: string | null): Entered {
  const [entered, setEntered] = useState<Entered>({ key, at, passed: new Set() });
  if (entered.key === key && (entered.at === at || entered.passed.has(at))) return entered;
  const next = { key, at, passed: new Set<string | null>() };
  setEntered(next);
  return next;
}
