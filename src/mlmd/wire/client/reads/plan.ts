import type { Filter } from '../../../filter/filter.js';
import { INT64_MAX, INT64_MIN, type NodeKind, type Value } from '../../../model.js';
import { queryText } from './query-text.js';

/** Where nodes are looked for: by keys that calls of their own take, or by a filter text and the service's order. */
export type Source =
  | { readonly by: 'IDS'; readonly ids: readonly bigint[] }
  | { readonly by: 'EXTERNAL_IDS'; readonly keys: readonly string[] }
  | { readonly by: 'URIS'; readonly keys: readonly string[] }
  | {
      readonly by: 'TEXT';
      /** Undefined for every node. */
      readonly text: string | undefined;
      /** The text holds for no node but those that the filter holds for. */
      readonly isExact: boolean;
    };

/** A filter, and where all nodes are found that it holds for. */
export interface Lookup {
  readonly filter: Filter;
  readonly source: Source;
  /** Leaves that hold for whatever the source gives. */
  readonly settled: ReadonlySet<Filter>;
}

/**
 * Plans how nodes are looked for that a filter holds for: in each of the lookups, each of which gives nodes of its own
 * filter. A node may be found by several. Scopes must not ask for what is `touched`.
 */
export function planLookups(kind: NodeKind, filter: Filter): readonly Lookup[] {
  return alternatives(kind, conjuncts(filter)).map((parts) => lookup(kind, parts));
}

/** What must all hold. */
function conjuncts(filter: Filter): readonly Filter[] {
  return filter.op === 'AND' ? filter.of.flatMap(conjuncts) : [filter];
}

/** Most parts that one filter is taken apart into, each of which is looked up. */
const MAX_ALTERNATIVES = 8;

/** The same condition as alternatives of which each can be asked for better than the whole, or just itself. */
function alternatives(kind: NodeKind, parts: readonly Filter[]): readonly (readonly Filter[])[] {
  if (parts.some((part) => keysSource(kind, part) !== undefined)) return [parts];
  for (const [place, part] of parts.entries()) {
    const either = split(part);
    const isBetter = either.length > 1 && either.every((one) => conjuncts(one).some((leaf) => canAsk(kind, leaf)));
    if (!isBetter || either.length > MAX_ALTERNATIVES) continue;
    const rest = parts.filter((_, other) => other !== place);
    return either.map((one) => [...conjuncts(one), ...rest]);
  }
  return [parts];
}

function canAsk(kind: NodeKind, leaf: Filter): boolean {
  return keysSource(kind, leaf) !== undefined || queryText(kind, leaf, '0') !== undefined;
}

/** A condition as the alternatives that it is made of. */
function split(filter: Filter): readonly Filter[] {
  switch (filter.op) {
    case 'OR':
      return filter.of.flatMap(split);
    case 'PROPERTY':
      return filter.custom === undefined ? [false, true].map((custom) => ({ ...filter, custom })) : [filter];
    case 'IN_SCOPE': {
      const { contextIds, labels = [] } = filter.scope;
      if (contextIds.length === 0 || labels.length === 0) return [filter];
      return [
        { op: 'IN_SCOPE', scope: { contextIds } },
        { op: 'IN_SCOPE', scope: { contextIds: [], labels } },
      ];
    }
    default:
      return [filter];
  }
}

/** Most joins in one text; SQLite takes 64. */
const MAX_TEXTS = 20;
/** Most characters of one text. */
const MAX_TEXT = 200_000;

function lookup(kind: NodeKind, parts: readonly Filter[]): Lookup {
  const filter: Filter = { op: 'AND', of: parts };
  const keyed = parts.flatMap((part) => keysSource(kind, part) ?? []);
  const [source] = keyed.sort((one, other) => KEYS_ORDER.indexOf(one.by) - KEYS_ORDER.indexOf(other.by));
  if (source !== undefined) return { filter, source, settled: new Set() };
  const asked = parts
    .flatMap((part, place) => {
      const query = queryText(kind, part, `mlmdgraphql${place}`);
      return query === undefined || query.text.length > MAX_TEXT / MAX_TEXTS ? [] : [{ part, ...query }];
    })
    .slice(0, MAX_TEXTS);
  const isExact = asked.length === parts.length && asked.every((one) => one.isExact);
  const text = asked.length === 0 ? undefined : asked.map((one) => one.text).join(' AND ');
  return {
    filter,
    source: { by: 'TEXT', text, isExact },
    // What is in the node itself is looked at again all the same: a service from before 1.2 ignores the text.
    settled: new Set(asked.flatMap(({ part }) => (part.op === 'QUERY' || part.op === 'IN_SCOPE' ? [part] : []))),
  };
}

const KEYS_ORDER: readonly Source['by'][] = ['IDS', 'EXTERNAL_IDS', 'URIS'];

/** The keys that a condition names, where all nodes that it holds for have one of them. */
function keysSource(kind: NodeKind, part: Filter): Source | undefined {
  if (isNever(part)) return { by: 'IDS', ids: [] };
  if (part.op !== 'COLUMN') return undefined;
  const values = equals(part);
  if (values === undefined) return undefined;
  const texts = values.flatMap((value) => (value.type === 'STRING' ? [value.value] : []));
  switch (part.column) {
    case 'id':
      return wholeNumbers(values);
    case 'externalId':
      // The call refuses an empty one, which a node may have.
      return texts.includes('') ? undefined : { by: 'EXTERNAL_IDS', keys: texts };
    case 'uri':
      // An empty one finds all artifacts without any, which pass no test.
      return kind === 'ARTIFACT' ? { by: 'URIS', keys: texts.filter((text) => text !== '') } : undefined;
    default:
      return undefined;
  }
}

function wholeNumbers(values: readonly Value[]): Source | undefined {
  // A double may equal an id too.
  if (values.some(({ type }) => type === 'DOUBLE')) return undefined;
  const ids = values.flatMap((value) => (value.type === 'INT' ? [value.value] : []));
  return { by: 'IDS', ids: ids.filter((id) => id >= INT64_MIN && id <= INT64_MAX) };
}

function isNever(part: Filter): boolean {
  switch (part.op) {
    case 'OR':
      return part.of.length === 0;
    case 'TYPE_ID':
      return part.in.length === 0;
    case 'COLUMN':
    case 'PROPERTY':
      return part.test.op === 'IN' && part.test.values.length === 0;
    case 'IN_SCOPE':
      return part.scope.contextIds.length === 0 && (part.scope.labels ?? []).length === 0;
    default:
      return false;
  }
}

/** The values that a column may only be equal to; undefined where the test is another one. */
function equals({ test }: Extract<Filter, { op: 'COLUMN' }>): readonly Value[] | undefined {
  if (test.op === 'IN') return test.values;
  return test.op === 'COMPARE' && test.comparison === '=' ? [test.value] : undefined;
}
