import { invalid } from '../invalid.js';

/** How deep `and`, `or` and `not` may nest; `schema.graphql` says so too. */
const MAX_DEPTH = 10;
/** How many conditions a filter may hold; `schema.graphql` says so too. */
const MAX_CONDITIONS = 200;
/** How long a list of values may be; `schema.graphql` says so too. */
const MAX_VALUES = 1_000;

/** How long a pattern or a filter query may be, in UTF-16 units; `schema.graphql` says so too. Escaped, it still fits into what SQLite takes. */
const MAX_PATTERN_LENGTH = 10_000;

const NESTING = new Set(['and', 'or', 'not']);
const PATTERNS = new Set(['like', 'startsWith', 'contains', 'search', 'mlmd']);

/**
 * Checks what the types of the filters cannot say: their size, and that nothing in them is null. A condition that is
 * null would have to hold for nothing or for everything, and either guess gives somebody an answer to another question.
 *
 * @param at - path of the filter, for the error.
 * @throws MetadataError `INVALID_ARGUMENT`.
 */
export function checkFilter(filter: object, at: string): void {
  let conditions = 0;
  const visit = (value: unknown, path: string, depth: number): void => {
    if (value === null) throw invalid(path, 'A filter takes no null: leave the field out, or ask by `isNull`.');
    if (typeof value !== 'object' || value instanceof Date) {
      conditions += 1;
      return;
    }
    const isList = Array.isArray(value);
    const isValues = isList && value.every((item) => typeof item !== 'object');
    if (isValues) conditions += 1;
    if (isList && value.length > MAX_VALUES)
      throw invalid(path, `A list in a filter holds ${MAX_VALUES} values at most.`);
    if (conditions > MAX_CONDITIONS) throw invalid(at, `A filter holds ${MAX_CONDITIONS} conditions at most.`);
    if (isValues) return;
    for (const [name, part] of Object.entries(value)) {
      const deeper = NESTING.has(name) ? depth + 1 : depth;
      if (PATTERNS.has(name) && typeof part === 'string' && part.length > MAX_PATTERN_LENGTH) {
        throw invalid(`${path}.${name}`, `A text like this in a filter has ${MAX_PATTERN_LENGTH} characters at most.`);
      }
      if (deeper > MAX_DEPTH) throw invalid(`${path}.${name}`, `A filter nests ${MAX_DEPTH} levels deep at most.`);
      visit(part, `${path}.${name}`, deeper);
    }
  };
  visit(filter, at, 0);
}
