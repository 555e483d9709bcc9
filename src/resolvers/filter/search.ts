import { RESERVED } from '../../conventions/index.js';
import type { Filter, Test } from '../../mlmd/filter/filter.js';
import { escapeLike } from '../../mlmd/filter/tests.js';
import type { NodeRef } from '../../mlmd/model.js';
import { invalid } from '../invalid.js';

/** Most words of a search; `schema.graphql` says so too. Each word looks through all text properties. */
const MAX_WORDS = 10;

/**
 * Conditions that every word is somewhere in a node's name, its uri or a text property. The SDK's `__ALL_META__` is left
 * out: it repeats the rest, and its keys would be found in every artifact.
 *
 * @param at - path of the search, for errors.
 * @throws MetadataError `INVALID_ARGUMENT` for no word, and for too many.
 */
export function searchConditions(search: string, kind: NodeRef['kind'], at: string): readonly Filter[] {
  const words = search.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) throw invalid(at, 'A search wants at least one word.');
  if (words.length > MAX_WORDS) throw invalid(at, `A search takes ${MAX_WORDS} words at most.`);
  return words.map((word) => {
    const test: Test = { op: 'LIKE', pattern: `%${escapeLike(word)}%`, ignoreCase: true };
    const places: readonly Filter[] = [
      { op: 'COLUMN', column: 'name', test },
      ...(kind === 'ARTIFACT' ? [{ op: 'COLUMN', column: 'uri', test } as const] : []),
      { op: 'ANY_STRING_PROPERTY', except: [RESERVED.meta], test },
    ];
    return { op: 'OR', of: places };
  });
}
