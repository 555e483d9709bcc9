import type { Filter, Scope } from '../../../filter/filter.js';
import { type Execution, INPUT_EVENT_TYPES, type NodeKind, OUTPUT_EVENT_TYPES } from '../../../model.js';
import type { Upstream } from '../upstream.js';
import { eventsOf } from './events.js';

const TOUCHING: ReadonlySet<string> = new Set([...INPUT_EVENT_TYPES, ...OUTPUT_EVENT_TYPES]);

/**
 * The same filter, in which what the executions of a scope touch is said by the artifacts' ids; nodes of other kinds are
 * touched by nothing.
 *
 * @param executionsIn - loads the executions of a scope.
 */
export async function withoutTouched(
  upstream: Upstream,
  kind: NodeKind,
  filter: Filter,
  executionsIn: (scope: Scope) => Promise<readonly Execution[]>,
): Promise<Filter> {
  switch (filter.op) {
    case 'AND':
    case 'OR':
      return {
        op: filter.op,
        of: await Promise.all(filter.of.map((part) => withoutTouched(upstream, kind, part, executionsIn))),
      };
    case 'NOT':
      return { op: 'NOT', of: await withoutTouched(upstream, kind, filter.of, executionsIn) };
    case 'IN_SCOPE': {
      const { touched, ...scope } = filter.scope;
      if (touched !== true) return filter;
      if (kind !== 'ARTIFACT') return { op: 'IN_SCOPE', scope };
      const executions = await executionsIn(scope);
      const events = await eventsOf(
        upstream,
        'EXECUTION',
        executions.map(({ id }) => id),
      );
      const touching = events.filter(({ type }) => TOUCHING.has(type));
      const values = [...new Set(touching.map(({ artifactId }) => artifactId))].map(
        (value) => ({ type: 'INT', value }) as const,
      );
      const isTouched: Filter = { op: 'COLUMN', column: 'id', test: { op: 'IN', values } };
      return { op: 'OR', of: [{ op: 'IN_SCOPE', scope }, isTouched] };
    }
    default:
      return filter;
  }
}
