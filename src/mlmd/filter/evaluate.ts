import type { NodeKind, NodeOf, Properties, Value } from '../model.js';
import type { Column, Comparison, Filter, Scope, ScopeLabel, Test } from './filter.js';
import { isLike, parseLike } from './like.js';
import type { FilterQuery } from './query.js';

/** What a filter asks about a node that does not stand in the node itself. */
export interface Surroundings {
  isInScope(id: bigint, scope: Scope): boolean;
  /** Whether MLMD's filter text is true of the node. */
  isTrue(id: bigint, query: FilterQuery): boolean;
}

/** Whether a node passes a filter: see {@link Filter} for what each part means. */
export function passesFilter(node: NodeOf[NodeKind], filter: Filter, around: Surroundings): boolean {
  switch (filter.op) {
    case 'AND':
      return filter.of.every((part) => passesFilter(node, part, around));
    case 'OR':
      return filter.of.some((part) => passesFilter(node, part, around));
    case 'NOT':
      return !passesFilter(node, filter.of, around);
    case 'COLUMN':
      return passesTest(columnValue(node, filter.column), filter.test);
    case 'PROPERTY':
      return propertiesOf(node, filter.custom).some((values) => passesTest(values.get(filter.name), filter.test));
    case 'ANY_STRING_PROPERTY':
      return propertiesOf(node, undefined).some((values) =>
        [...values].some(
          ([name, value]) => value.type === 'STRING' && !filter.except.includes(name) && passesTest(value, filter.test),
        ),
      );
    case 'TYPE_ID':
      return filter.in.includes(node.typeId);
    case 'IN_SCOPE':
      return around.isInScope(node.id, filter.scope);
    case 'QUERY':
      return around.isTrue(node.id, filter.query);
    default:
      return filter satisfies never;
  }
}

/** Whether custom properties hold every one of the labels of a scope; none hold where there are no labels. */
export function bearLabels(customProperties: Properties, labels: readonly ScopeLabel[] = []): boolean {
  const bears = ({ name, value }: ScopeLabel) => {
    const stored = customProperties.get(name);
    return (stored?.type === 'STRING' || stored?.type === 'INT') && stored.value === value;
  };
  return labels.length > 0 && labels.every(bears);
}

/** Whether a value passes a test; a missing one passes none. */
export function passesTest(value: Value | undefined, test: Test): boolean {
  if (value === undefined) return false;
  switch (test.op) {
    case 'EXISTS':
      return true;
    case 'IN':
      return test.values.some((wanted) => compareValues(value, wanted) === 0);
    case 'LIKE':
      return value.type === 'STRING' && isLike(value.value, parseLike(test.pattern), test.ignoreCase);
    case 'COMPARE': {
      const order = compareValues(value, test.value);
      return order !== undefined && holds(order, test.comparison);
    }
    default:
      return test satisfies never;
  }
}

/** The order of two texts by code point, as databases have it: negative, 0 or positive. UTF-16 orders some otherwise. */
export function compareText(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let place = 0; place < length; place += 1) {
    const [left, right] = [one.charCodeAt(place), other.charCodeAt(place)];
    if (left !== right) return weight(left) - weight(right);
  }
  return one.length - other.length;
}

/** Halves of surrogate pairs stand for characters beyond all that fit in one unit. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Undefined for values that do not compare: of different types but for the two of numbers, structs and protos. */
function compareValues(left: Value, right: Value): number | undefined {
  if (left.type === 'STRING') return right.type === 'STRING' ? compareText(left.value, right.value) : undefined;
  if (left.type === 'BOOLEAN') {
    return right.type === 'BOOLEAN' ? Number(left.value) - Number(right.value) : undefined;
  }
  if (!isNumber(left) || !isNumber(right)) return undefined;
  if (left.value < right.value) return -1;
  if (left.value > right.value) return 1;
  // A NaN is neither less nor more than any number, nor equal to one.
  return left.value >= right.value ? 0 : undefined;
}

function isNumber(value: Value): value is Extract<Value, { type: 'INT' | 'DOUBLE' }> {
  return value.type === 'INT' || value.type === 'DOUBLE';
}

function holds(order: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return comparison satisfies never;
  }
}

function propertiesOf(node: NodeOf[NodeKind], custom: boolean | undefined) {
  if (custom === undefined) return [node.properties, node.customProperties];
  return [custom ? node.customProperties : node.properties];
}

/** The value of a column; undefined where the node has none, or nodes of its kind. */
function columnValue(node: NodeOf[NodeKind], column: Column): Value | undefined {
  switch (column) {
    case 'id':
      return { type: 'INT', value: node.id };
    case 'createTimeMs':
      return { type: 'INT', value: BigInt(node.createTimeMs) };
    case 'updateTimeMs':
      return { type: 'INT', value: BigInt(node.updateTimeMs) };
    case 'typeName':
      return text(node.typeName);
    case 'name':
      return text(node.name);
    case 'externalId':
      return text(node.externalId);
    case 'uri':
      return text('uri' in node ? node.uri : undefined);
    case 'state':
      return text('state' in node ? node.state : undefined);
    default:
      return column satisfies never;
  }
}

function text(value: string | undefined): Value | undefined {
  return value === undefined ? undefined : { type: 'STRING', value };
}
