import type { Filter, Scope, Test } from '../../src/mlmd/filter/filter.js';
import type { Artifact, NodeType, Value } from '../../src/mlmd/model.js';

/** What a filter on artifacts can depend on beside the artifact. */
export interface Surroundings {
  readonly types: readonly NodeType[];
  /** The ids of the artifacts that are in a scope. */
  inScope(scope: Scope): ReadonlySet<bigint>;
}

/** Whether an artifact passes a filter, said as plainly as can be: to hold a store's answer against. */
export function passesFilter(artifact: Artifact, filter: Filter, around: Surroundings): boolean {
  switch (filter.op) {
    case 'AND':
      return filter.of.every((part) => passesFilter(artifact, part, around));
    case 'OR':
      return filter.of.some((part) => passesFilter(artifact, part, around));
    case 'NOT':
      return !passesFilter(artifact, filter.of, around);
    case 'COLUMN':
      return passesTest(columnValue(artifact, filter.column), filter.test);
    case 'PROPERTY': {
      const declared = filter.custom === true ? undefined : artifact.properties.get(filter.name);
      const custom = filter.custom === false ? undefined : artifact.customProperties.get(filter.name);
      return passesTest(declared, filter.test) || passesTest(custom, filter.test);
    }
    case 'ANY_STRING_PROPERTY':
      return [...artifact.properties, ...artifact.customProperties].some(
        ([name, value]) => value.type === 'STRING' && !filter.except.includes(name) && passesTest(value, filter.test),
      );
    case 'TYPE_ID':
      return filter.in.includes(artifact.typeId);
    case 'IN_SCOPE':
      return around.inScope(filter.scope).has(artifact.id);
    case 'QUERY':
      throw new Error('the engine itself is the reference of its own text');
    default:
      return filter satisfies never;
  }
}

function columnValue(artifact: Artifact, column: string): Value | undefined {
  const text = (value: string | undefined): Value | undefined =>
    value === undefined ? undefined : { type: 'STRING', value };
  const columns: Readonly<Record<string, Value | undefined>> = {
    id: { type: 'INT', value: artifact.id },
    typeName: text(artifact.typeName),
    name: text(artifact.name),
    uri: text(artifact.uri),
    externalId: text(artifact.externalId),
    state: text(artifact.state),
    createTimeMs: { type: 'INT', value: BigInt(artifact.createTimeMs) },
    updateTimeMs: { type: 'INT', value: BigInt(artifact.updateTimeMs) },
  };
  return columns[column];
}

function passesTest(value: Value | undefined, test: Test): boolean {
  if (value === undefined) return false;
  switch (test.op) {
    case 'EXISTS':
      return true;
    case 'IN':
      return test.values.some((wanted) => compare(value, wanted) === 0);
    case 'LIKE':
      return value.type === 'STRING' && isLike([...value.value], test.pattern, test.ignoreCase);
    case 'COMPARE': {
      const order = compare(value, test.value);
      if (order === undefined) return false;
      return { '=': order === 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[test.comparison];
    }
    default:
      return test satisfies never;
  }
}

function compare(left: Value, right: Value): number | undefined {
  const isNumber = (value: Value) => value.type === 'INT' || value.type === 'DOUBLE';
  if (left.type !== right.type && !(isNumber(left) && isNumber(right))) return undefined;
  if (left.type === 'STRUCT' || left.type === 'PROTO') return undefined;
  const [a, b] = [left.value, right.value] as readonly [number, number];
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return a < b ? -1 : a > b ? 1 : 0;
}

function isLike(text: readonly string[], pattern: string, ignoreCase: boolean): boolean {
  if (pattern === '') return text.length === 0;
  const [first = '', ...rest] = pattern;
  const remaining = rest.join('');
  if (first === '%')
    return text.some((_, cut) => isLike(text.slice(cut), remaining, ignoreCase)) || isLike([], remaining, ignoreCase);
  if (text.length === 0) return false;
  if (first === '_') return isLike(text.slice(1), remaining, ignoreCase);
  const [literal = '', after] =
    first === '\\' && rest.length > 0 ? [rest[0], rest.slice(1).join('')] : [first, remaining];
  const fold = (letter: string) => (ignoreCase ? letter.replace(/[A-Z]/g, (upper) => upper.toLowerCase()) : letter);
  return fold(text[0] ?? '') === fold(literal) && isLike(text.slice(1), after ?? '', ignoreCase);
}
