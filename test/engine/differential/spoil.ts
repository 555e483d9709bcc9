import type { Random } from './random.js';
import type { Step } from './step.js';

/** The same step with one thing wrong (or at least odd) somewhere in its request. */
export function spoil(random: Random, step: Step): Step {
  const places = placesIn(step.request, []);
  if (places.length === 0) return step;
  return { ...step, request: spoiltAt(random, step.request, random.pick(places)) as object };
}

type Path = readonly (string | number)[];

/** Every field, list item and map entry of a message, however deep. */
function placesIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  const entries = value instanceof Map ? [...value].map(([key, item]) => [String(key), item]) : Object.entries(value);
  return entries
    .filter(([key, item]) => key !== '$case' && item !== undefined)
    .flatMap(([key, item]) => [[...path, key], ...placesIn(item, [...path, key])]);
}

function spoiltAt(random: Random, value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return spoilt(random, value);
  if (value instanceof Map) {
    const entries = [...value].map(
      ([name, item]) => [name, name === key ? spoiltAt(random, item, rest) : item] as const,
    );
    return new Map(entries.filter(([, item]) => isSet(item)));
  }
  if (Array.isArray(value)) {
    return value.map((item, at) => (at === Number(key) ? spoiltAt(random, item, rest) : item)).filter(isSet);
  }
  const message = value as Readonly<Record<string, unknown>>;
  const part = spoiltAt(random, message[key], rest);
  // What a oneof holds cannot be unset by itself, only the oneof as a whole.
  return '$case' in message && part === undefined ? undefined : { ...message, [key]: part };
}

function isSet(value: unknown): boolean {
  return value !== undefined;
}

function spoilt(random: Random, value: unknown): unknown {
  switch (typeof value) {
    case 'bigint':
      return random.pick([undefined, 0n, -1n, 1n, 999_999n, 2n ** 63n - 1n, -(2n ** 63n)]);
    case 'number':
      return random.pick([undefined, 0, -1, 99, 2 ** 31 - 1]);
    case 'string':
      return random.pick([undefined, '', 'nosuch', 'x'.repeat(300), ' ', "'", '\u{1F600}']);
    case 'boolean':
      return random.pick([undefined, !value]);
    default:
      return spoiltPart(random, value);
  }
}

function spoiltPart(random: Random, value: unknown): unknown {
  if (Array.isArray(value)) {
    return random.pick([[], [...value, ...value], [...value].reverse(), value.slice(1)]);
  }
  if (value instanceof Map) {
    const [first] = value;
    return first === undefined || random.oneIn(3) ? new Map() : new Map([...value, ['nosuch', first[1]]]);
  }
  return Buffer.isBuffer(value) ? Buffer.alloc(0) : undefined;
}
