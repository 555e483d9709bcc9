import type { Column, Filter, Scope, ScopeLabel, Test } from '../../../filter/filter.js';
import { INT64_MAX, INT64_MIN, type NodeKind, type Value } from '../../../model.js';

/** A condition in MLMD's filter language that holds for every node that a filter holds for. */
export interface QueryText {
  readonly text: string;
  /** It holds for no other node, as far as the service's collation goes. */
  readonly isExact: boolean;
}

/**
 * What of a filter's leaf the service can be asked; undefined where nothing. The text stands among conditions joined by
 * AND: each neighbour and property is an inner join, which says the same there and only there.
 *
 * @param alias - names the neighbours in the text, in letters and digits; each leaf needs one of its own.
 */
export function queryText(kind: NodeKind, leaf: Filter, alias: string): QueryText | undefined {
  switch (leaf.op) {
    case 'COLUMN':
      return columnText(kind, leaf.column, leaf.test);
    case 'PROPERTY':
      return leaf.custom === undefined ? undefined : propertyText(leaf.name, leaf.custom, leaf.test);
    case 'TYPE_ID':
      return exactly(`type_id IN (${leaf.in.join(', ')})`);
    case 'IN_SCOPE':
      return scopeText(kind, leaf.scope, alias);
    case 'QUERY':
      // On lines of its own, as a comment may end it.
      return exactly(`(\n${leaf.query.text}\n)`);
    case 'AND':
    case 'OR':
    case 'NOT':
    case 'ANY_STRING_PROPERTY':
      return undefined;
    default:
      return leaf satisfies never;
  }
}

const INTEGER_COLUMNS: ReadonlyMap<Column, string> = new Map([
  ['id', 'id'],
  ['createTimeMs', 'create_time_since_epoch'],
  ['updateTimeMs', 'last_update_time_since_epoch'],
]);

const TEXT_COLUMNS: ReadonlyMap<Column, string> = new Map([
  ['name', 'name'],
  ['typeName', 'type'],
  ['externalId', 'external_id'],
  ['uri', 'uri'],
]);

function columnText(kind: NodeKind, column: Column, test: Test): QueryText | undefined {
  const integer = INTEGER_COLUMNS.get(column);
  if (integer !== undefined) return integerText(integer, test);
  if (column === 'uri' && kind !== 'ARTIFACT') return undefined;
  const text = TEXT_COLUMNS.get(column);
  return text === undefined ? undefined : textText(text, test);
}

function integerText(column: string, test: Test): QueryText | undefined {
  const isWhole = (value: Value): value is Extract<Value, { type: 'INT' }> =>
    value.type === 'INT' && value.value >= INT64_MIN && value.value <= INT64_MAX;
  if (test.op === 'COMPARE' && isWhole(test.value)) return exactly(`${column} ${test.comparison} ${test.value.value}`);
  if (test.op !== 'IN' || !test.values.every(isWhole)) return undefined;
  return exactly(`${column} IN (${test.values.map(({ value }) => value).join(', ')})`);
}

/**
 * Texts are asked for by equality and by case-sensitive patterns only: order and case are the database's behind the
 * service, and some match more than we do, but none less.
 */
function textText(column: string, test: Test): QueryText | undefined {
  switch (test.op) {
    case 'EXISTS':
      return exactly(`${column} IS NOT NULL`);
    case 'COMPARE': {
      const literal = test.comparison === '=' ? literalOf(test.value) : undefined;
      return literal === undefined ? undefined : exactly(`${column} = ${literal}`);
    }
    case 'IN': {
      const literals = test.values.map(literalOf);
      return literals.includes(undefined) ? undefined : exactly(`${column} IN (${literals.join(', ')})`);
    }
    case 'LIKE': {
      const literal = test.ignoreCase ? undefined : literalOf({ type: 'STRING', value: test.pattern });
      return literal === undefined ? undefined : { text: `${column} LIKE ${literal}`, isExact: false };
    }
    default:
      return test satisfies never;
  }
}

/** The engine looks for names of properties in lower case whatever was asked for, so others are not asked for. */
function isPlainName(name: string): boolean {
  return /^[a-z0-9_]+$/.test(name) && !COLUMN_NAMES.has(name);
}

/** A property's row is joined once, whichever of its values is asked for, so OR between those is plain. */
function propertyText(name: string, custom: boolean, test: Test): QueryText | undefined {
  if (!isPlainName(name)) return undefined;
  const row = `${custom ? 'custom_properties' : 'properties'}.${name}`;
  const exists = `(${row}.int_value IS NULL OR ${row}.int_value IS NOT NULL)`;
  if (test.op === 'EXISTS') return exactly(exists);
  const tested = test.op === 'COMPARE' ? [test.value] : test.op === 'IN' ? test.values : [];
  if (test.op === 'LIKE' || tested.every(({ type }) => type === 'STRING')) return textText(`${row}.string_value`, test);
  // Doubles lose digits on their way here, so those that are nearly equal must come too.
  return { text: exists, isExact: false };
}

/** A scope by its contexts alone or by its labels alone; one that has both is asked for in two parts. */
function scopeText(kind: NodeKind, { contextIds, labels = [] }: Scope, alias: string): QueryText | undefined {
  if (labels.length === 0) {
    const neighbour = kind === 'CONTEXT' ? 'parent_contexts' : 'contexts';
    return exactly(`${neighbour}_${alias}.id IN (${contextIds.join(', ')})`);
  }
  if (contextIds.length > 0) return undefined;
  const parts = labels.map(labelText);
  const texts = parts.flatMap((part) => part?.text ?? []);
  return texts.length < parts.length ? undefined : exactly(texts.join(' AND '));
}

function labelText({ name, value }: ScopeLabel): QueryText | undefined {
  if (typeof value === 'string') {
    return propertyText(name, true, { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } });
  }
  return isPlainName(name) ? exactly(`custom_properties.${name}.int_value = ${value}`) : undefined;
}

/** Longest text that is asked for; longer ones are compared here alone. */
const MAX_LITERAL = 1_000;

/**
 * What the engine writes its own syntax for, even within a string: enum columns, properties and neighbours.
 * Source: mlmd-semantics, section 9, textual quirks.
 */
const REWRITTEN = /(state|type)\s*(!?=|<>|(not\s+)?in\b)|properties\.|(contexts|events|artifacts|executions)_\w*\./i;

/** A string literal that every engine reads as that string; undefined where there is none. */
function literalOf(value: Value): string | undefined {
  if (value.type !== 'STRING') return undefined;
  const text = value.value;
  const isPlain = text.length <= MAX_LITERAL && !/[\p{C}'"`\\]/u.test(text) && !REWRITTEN.test(text);
  return isPlain && !COLUMN_NAMES.has(text.toLowerCase()) ? `'${text}'` : undefined;
}

/** The engine puts strings between double quotes, where SQLite takes the name of a column for the column. */
const COLUMN_NAMES: ReadonlySet<string> = new Set([
  ...[
    'id',
    'rowid',
    'oid',
    '_rowid_',
    'name',
    'type',
    'type_id',
    'type_kind',
    'version',
    'description',
    'uri',
    'state',
  ],
  ...['external_id', 'last_known_state', 'create_time_since_epoch', 'last_update_time_since_epoch'],
  ...['artifact_id', 'execution_id', 'context_id', 'parent_context_id', 'milliseconds_since_epoch'],
  ...['is_custom_property', 'int_value', 'double_value', 'string_value', 'byte_value', 'proto_value', 'bool_value'],
  ...['input_type', 'output_type', 'properties', 'custom_properties'],
]);

function exactly(text: string): QueryText {
  return { text, isExact: true };
}
