import fc from 'fast-check';
import type { NodeKind } from '../../../src/mlmd/model.js';

type Type = 'INT' | 'FLOAT' | 'TEXT' | 'BOOL';
type Text = fc.Arbitrary<string>;

/**
 * Texts of filter queries over the nodes of `openFiltered`: most of them right, some of wrong types, some with a token gone
 * or doubled. What is known to differ is not among them: see docs/decisions/0008-filter-query.md.
 */
export function randomFilter(kind: NodeKind): Text {
  const right = ofType(kind, 'BOOL', 3);
  return fc.oneof(
    { weight: 8, arbitrary: right },
    { weight: 1, arbitrary: right.chain((text) => broken(text)).filter((text) => text !== '') },
    { weight: 1, arbitrary: fc.constantFrom<Type>('INT', 'FLOAT', 'TEXT').chain((type) => ofType(kind, type, 2)) },
  );
}

/** The text with one of its words or signs left out, doubled or put elsewhere. */
function broken(text: string): Text {
  const tokens = text.match(/'[^']*'|`[^`]*`|[\w.]+|<=|>=|!=|<>|<<|>>|\S/g) ?? [];
  return fc.tuple(fc.nat(tokens.length - 1), fc.nat(tokens.length - 1), fc.nat(2)).map(([from, to, how]) => {
    const token = tokens[from] as string;
    const rest = how === 1 ? tokens : tokens.filter((_, place) => place !== from);
    return (how === 0 ? rest : [...rest.slice(0, to), token, ...rest.slice(to)]).join(' ');
  });
}

const LITERALS: Readonly<Record<Type, readonly string[]>> = {
  INT: ['0', '1', '2', '3', '-1', '42', '16', '5', '9223372036854775807', '-9223372036854775807', '1000000000000000'],
  FLOAT: ['0.5', '1.5', '2.0', '-1.0', '1e3', '.5', '7.'],
  TEXT: ["'a'", '"a"', "'bB'", "'x'", "''", "'né'", "'u1'", "'12'", "'c1'", "r'C'", "'T'", "'''E'''", "'%b%'", "'_'"],
  BOOL: ['TRUE', 'FALSE', 'true'],
};

const COLUMNS: Readonly<Record<NodeKind, Readonly<Partial<Record<Type, readonly string[]>>>>> = {
  ARTIFACT: {
    INT: [
      'state',
      'contexts_a.id',
      'contexts_b.id',
      'events_0.execution_id',
      'events_0.type',
      'events_1.milliseconds_since_epoch',
    ],
    TEXT: ['uri', 'contexts_a.name', 'contexts_a.type', 'contexts_b.name'],
  },
  EXECUTION: {
    INT: ['last_known_state', 'contexts_a.id', 'events_0.artifact_id', 'events_0.type'],
    TEXT: ['contexts_a.name', 'contexts_a.type'],
  },
  CONTEXT: {
    INT: [
      'parent_contexts_p.id',
      'child_contexts_c.id',
      'artifacts_a.id',
      'artifacts_a.state',
      'executions_e.id',
      'executions_e.last_known_state',
    ],
    TEXT: [
      'parent_contexts_p.name',
      'parent_contexts_p.type',
      'artifacts_a.uri',
      'artifacts_a.type',
      'executions_e.name',
    ],
  },
};

const COMMON: Readonly<Partial<Record<Type, readonly string[]>>> = {
  INT: [
    'id',
    'ID',
    'type_id',
    'properties.i.int_value',
    'custom_properties.k.int_value',
    'custom_properties.`my prop`.int_value',
  ],
  FLOAT: ['properties.d.double_value', 'custom_properties.k.double_value'],
  TEXT: ['name', 'type', 'external_id', 'properties.s.string_value', 'custom_properties.k.string_value'],
  BOOL: ['properties.b.bool_value', 'custom_properties.b.bool_value', 'custom_properties.k.bool_value'],
};

const ENUMS: Readonly<Record<NodeKind, readonly (readonly [column: string, names: readonly string[]])[]>> = {
  ARTIFACT: [
    ['state', ['LIVE', 'PENDING', 'UNKNOWN', 'DELETED', 'MARKED_FOR_DELETION', 'live', '2']],
    ['events_0.type', ['INPUT', 'OUTPUT', 'DECLARED_INPUT', 'INTERNAL_OUTPUT', 'LIVE']],
  ],
  EXECUTION: [
    ['last_known_state', ['COMPLETE', 'FAILED', 'NEW', 'RUNNING', 'CACHED', 'CANCELED', 'UNKNOWN', "'NEW'"]],
    ['events_0.type', ['INPUT', 'OUTPUT', 'DECLARED_OUTPUT', 'INTERNAL_INPUT']],
  ],
  // The negations of these two fail in the engine.
  CONTEXT: [],
};

/** Built once each: there are many. */
const built = new Map<string, Text>();

/** An expression of a type, or now and then of another. */
function ofType(kind: NodeKind, type: Type, depth: number): Text {
  const key = `${kind} ${type} ${depth}`;
  const text = built.get(key) ?? build(kind, type, depth);
  built.set(key, text);
  return text;
}

function build(kind: NodeKind, type: Type, depth: number): Text {
  const columns = [...(COMMON[type] ?? []), ...(COLUMNS[kind][type] ?? [])];
  const leaf = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...columns) },
    { weight: 3, arbitrary: fc.constantFrom(...LITERALS[type]) },
    { weight: 1, arbitrary: fc.constantFrom('NULL', 'id', "'a'", '1.5', 'TRUE') },
  );
  if (depth === 0) return leaf;
  return fc.oneof(
    { weight: type === 'BOOL' ? 1 : 3, arbitrary: leaf },
    { weight: 4, arbitrary: compound(kind, type, depth) },
  );
}

function compound(kind: NodeKind, type: Type, depth: number): Text {
  const part = (of: Type) => ofType(kind, of, depth - 1);
  const join = (...parts: readonly (Text | string)[]) =>
    fc.tuple(...parts.map((one) => (typeof one === 'string' ? fc.constant(one) : one))).map((texts) => texts.join(' '));
  const call = (name: string, ...types: readonly Type[]) =>
    fc.tuple(...types.map(part)).map((given) => `${name}(${given.join(', ')})`);
  const small = fc.constantFrom('0', '1', '2', '-1', '-2', 'id', 'NULL', 'LENGTH(name)', "'1'");
  const sign = (...signs: readonly string[]) => fc.constantFrom(...signs);
  const cases = join('CASE WHEN', part('BOOL'), 'THEN', part(type), 'ELSE', part(type), 'END');
  const either = fc.oneof(call('COALESCE', type, type), call('IFNULL', type, type), call('NULLIF', type, type), cases);
  switch (type) {
    case 'INT':
      return fc.oneof(
        join('(', part('INT'), sign('+', '-', '*', '&', '|', '<<', '>>'), part('INT'), ')'),
        join(sign('-', '~', '+', '- -'), part('INT')),
        call('LENGTH', 'TEXT'),
        call('SIGN', 'INT'),
        call('UNICODE', 'TEXT'),
        fc.oneof(part('BOOL'), part('FLOAT'), part('TEXT')).map((text) => `CAST(${text} AS INT64)`),
        either,
      );
    case 'FLOAT':
      return fc.oneof(
        join('(', part('FLOAT'), sign('+', '-', '*'), fc.oneof(part('FLOAT'), part('INT')), ')'),
        join('(', part('INT'), '/', part('INT'), ')'),
        call('ROUND', 'FLOAT'),
        call('ABS', 'FLOAT'),
        part('INT').map((text) => `CAST(${text} AS FLOAT64)`),
        either,
      );
    case 'TEXT':
      return fc.oneof(
        fc.constantFrom('LOWER', 'UPPER', 'TRIM', 'LTRIM', 'RTRIM').chain((name) => call(name, 'TEXT')),
        call('TRIM', 'TEXT', 'TEXT'),
        // Places beyond 32 bits are others in the engine's older SQLite.
        fc.tuple(part('TEXT'), small).map(([text, from]) => `SUBSTR(${text}, ${from})`),
        fc.tuple(part('TEXT'), small, small).map(([text, from, length]) => `SUBSTR(${text}, ${from}, ${length})`),
        call('REPLACE', 'TEXT', 'TEXT', 'TEXT'),
        part('INT').map((text) => `CAST(${text} AS STRING)`),
        either,
      );
    case 'BOOL': {
      const of = fc.constantFrom<Type>('INT', 'FLOAT', 'TEXT', 'BOOL');
      const compared = of.chain((one) =>
        fc.oneof(
          join(part(one), sign('=', '!=', '<>', '<', '<=', '>', '>='), part(one)),
          join(part(one), sign('IN', 'NOT IN'), '(', part(one), ',', part(one), ')'),
          join(part(one), sign('BETWEEN', 'NOT BETWEEN'), part(one), 'AND', part(one)),
          join(part(one), sign('IS NULL', 'IS NOT NULL')),
        ),
      );
      const listed = of.chain((one) =>
        fc
          .array(fc.constantFrom(...LITERALS[one], 'NULL'), { minLength: 1, maxLength: 4 })
          .chain((list) => join(part(one), sign('IN', 'NOT IN'), `(${list.join(', ')})`)),
      );
      return fc.oneof(
        { weight: 4, arbitrary: compared },
        { weight: 2, arbitrary: listed },
        { weight: 2, arbitrary: join(part('BOOL'), sign('AND', 'OR'), part('BOOL')) },
        {
          weight: 2,
          arbitrary: join('(', part('BOOL'), sign('AND', 'OR'), part('BOOL'), ')', sign('AND', 'OR'), part('BOOL')),
        },
        join('NOT', part('BOOL')),
        join('((', part('BOOL'), ')', sign('IS TRUE', 'IS FALSE', 'IS NOT TRUE', 'IS UNKNOWN', 'IS NOT NULL'), ')'),
        join(part('TEXT'), sign('LIKE', 'NOT LIKE'), fc.constantFrom(...LITERALS.TEXT)),
        { weight: ENUMS[kind].length, arbitrary: enumPredicate(kind) },
        either,
      );
    }
    default:
      return type satisfies never;
  }
}

function enumPredicate(kind: NodeKind): Text {
  return fc.constantFrom(...ENUMS[kind], ['state', ['LIVE']] as const).chain(([column, names]) => {
    const name = fc.constantFrom(...names);
    const list = fc.array(name, { minLength: 1, maxLength: 3 }).map((some) => `(${some.join(', ')})`);
    return fc.oneof(
      fc
        .tuple(fc.constantFrom(' = ', '=', ' != ', '!=', ' <> ', ' > '), name)
        .map(([sign, one]) => column + sign + one),
      fc.tuple(fc.constantFrom(' IN ', ' NOT IN ', ' IN'), list).map(([sign, some]) => column + sign + some),
    );
  });
}
