import type { Json } from '../mlmd/model.js';

/**
 * JSON as Python's `json` module reads and writes it, without loss: `1.0` and `1` stay apart, integers of any size and
 * `NaN` survive, and keys keep their order, also those that look like numbers. The Kubeflow SDK keeps such text in
 * `__ALL_META__`, and rewriting a part of it must leave the rest as it was.
 */
export type JsonTree = null | boolean | string | JsonNumber | readonly JsonTree[] | JsonMap;
export type JsonMap = ReadonlyMap<string, JsonTree>;

/** A number as its text has it. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Whether a tree is an object. */
export function isJsonMap(tree: JsonTree | undefined): tree is JsonMap {
  return tree instanceof Map;
}

/** The text that `json.dumps` gives: `, ` and `: ` between the parts, everything but printable ASCII as `\u` escapes. */
export function printJson(tree: JsonTree): string {
  if (tree === null || typeof tree === 'boolean') return String(tree);
  if (typeof tree === 'string') return printString(tree);
  if (tree instanceof JsonNumber) return tree.text;
  if (isJsonMap(tree)) {
    return `{${[...tree].map(([key, value]) => `${printString(key)}: ${printJson(value)}`).join(', ')}}`;
  }
  return `[${tree.map(printJson).join(', ')}]`;
}

/**
 * The tree of a plain value. JavaScript does not tell 1 from 1.0: a whole number becomes an integer (up to 1e21, where
 * its own text has an exponent), any other number what Python prints for it.
 */
export function toTree(value: Json): JsonTree {
  if (typeof value === 'number') return new JsonNumber(printNumber(value));
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(toTree);
  return new Map(Object.entries(value).map(([key, part]) => [key, toTree(part)]));
}

/** The plain value of a tree; integers beyond 2^53 become the nearest double. */
export function toPlain(tree: JsonTree): Json {
  if (tree instanceof JsonNumber) return Number(tree.text);
  if (tree === null || typeof tree !== 'object') return tree;
  if (isJsonMap(tree)) return Object.fromEntries([...tree].map(([key, value]) => [key, toPlain(value)]));
  return tree.map(toPlain);
}

/** The tree as one line to show: a string without its quotes, anything else as JSON. */
export function lineOfTree(tree: JsonTree): string {
  return typeof tree === 'string' ? tree : printJson(tree);
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Escapes UTF-16 units one by one, so a character beyond U+FFFF becomes its surrogate pair, as in Python. */
function printString(text: string): string {
  const escaped = text.replace(
    /["\\]|[^ -~]/g,
    (unit) => SHORT_ESCAPES[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** Python's `repr` of a double; it takes to exponents below 1e-4 already, and writes them with two digits. */
function printNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (value === 0 || Math.abs(value) >= 1e-4 || Number.isNaN(value)) return String(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e-');
  return `${mantissa}e-${exponent.padStart(2, '0')}`;
}
