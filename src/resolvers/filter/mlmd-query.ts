import { MetadataError } from '../../errors.js';
import type { Filter } from '../../mlmd/filter/filter.js';
import { parseFilterQuery } from '../../mlmd/filter/query.js';
import type { NodeRef } from '../../mlmd/model.js';

/**
 * The condition that MLMD's own filter text stands for.
 *
 * @param at - path of the text, for errors.
 * @throws MetadataError `INVALID_ARGUMENT` for text that is none, `RESOURCE_EXHAUSTED` for one that asks too much.
 */
export function queryCondition(text: string, kind: NodeRef['kind'], at: string): Filter {
  try {
    return { op: 'QUERY', query: parseFilterQuery(kind, text) };
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    // Without a cause: that is for the log, and everything is said here, with values that are no business of the log's.
    throw new MetadataError(error.code, error.message, { argument: at });
  }
}
