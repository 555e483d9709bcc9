import { describe, expect, it } from 'vitest';
import type { NodeKind } from '../../src/mlmd/model.js';
import { askEngine, askUs, openFiltered } from './support/filter-story.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

/** Texts about whose meaning, or refusal, we agree with the engine, though one would not think so. */
const SAME: readonly (readonly [kind: NodeKind, ...texts: readonly string[]])[] = [
  [
    'ARTIFACT',
    // Names.
    'ID = 1',
    'TYPE = "T"',
    '`id` = 1',
    'my_id = 1',
    'uri IS NULL',
    'contexts_run.ID = 1',
    'Contexts_a.id = 1',
    'contexts_.id = 1',
    'contexts_a .id = 1',
    'contexts_a. id = 1',
    'contexts_a.`id` = 1',
    '`contexts_a`.id = 1',
    'contexts_a.id = 1 AND contexts_A.id = 1',
    'contexts_a.type_id = 1',
    'contexts_a.external_id IS NULL',
    'events_0.artifact_id = 1',
    'artifacts_a.id = 1',
    'last_known_state > 1',
    'custom_properties.k = 1',
    'custom_properties.k.INT_VALUE = 1',
    'custom_properties.k . int_value = 1',
    'custom_properties.9k.int_value = 1',
    'custom_properties.`my prop`.int_value = 3',
    'custom_properties.``.int_value = 1',
    'properties.k.int_value = 7',
    // Inner joins.
    'contexts_a.id = 1 OR id = 3',
    'properties.nobody.int_value = 1 OR id = 3',
    'properties.i.double_value IS NULL',
    'NOT (events_0.type = INPUT)',
    "contexts_a.name = 'c1' AND contexts_b.name = 'c2'",
    "contexts_a.name = 'c1' AND contexts_a.name = 'c2'",
    'contexts_a.id > contexts_b.id',
    "name != 'a'",
    // Enums.
    'state = LIVE',
    'state=LIVE',
    'state = live',
    'state = 2',
    'state = (2)',
    'state = -2',
    "state = 'LIVE'",
    'LIVE = state',
    'STATE = 2',
    'STATE = LIVE',
    '`state` = LIVE',
    'state <> LIVE',
    'state IN ()',
    'state IN(LIVE)',
    'state IN(2)',
    'state IN (2)',
    'state IN (1, 2)',
    'state IN (LIVE, PENDING)',
    'state IN (LIVE, 2)',
    'state NOT IN (LIVE)',
    'state NOT IN (2)',
    'state != LIVE',
    'state != LIVE = TRUE',
    'NOT state != LIVE',
    '-state = LIVE',
    'state = LIVE - 1',
    'state /**/ = LIVE',
    'state\n=\nLIVE',
    'events_0.type NOT IN (INPUT, OUTPUT)',
    'contexts_a.type = INPUT',
    // Literals.
    'id = 0x1',
    'id = 01',
    'id = 1.',
    'id = 1e0',
    'id=1AND TRUE',
    'id=1.AND TRUE',
    'properties.i.int_value = 9223372036854775807',
    'id < 18446744073709551616',
    'id > -9223372036854775808',
    'id > -9223372036854775809',
    'id > -(9223372036854775808)',
    'id IN (9223372036854775808)',
    "name = 'it''s'",
    "name = 'a' 'b'",
    "name = '\\x61'",
    "name = '\\u0061'",
    "name = '\\q'",
    "name = '\\ud800'",
    "name = 'a\nb'",
    "name = '''a'''",
    "name = r'a\\'",
    "name = b'a'",
    "name = 'a' -- AND FALSE",
    "name = 'a' /* AND FALSE",
    // Operators.
    'id == 1',
    'id % 2 = 0',
    'id = NULL',
    'id = (NULL)',
    'id IN (NULL, 1)',
    'id NOT IN (NULL, 1)',
    'NULL IS NULL',
    'NULL OR TRUE',
    'NOT NULL',
    '1 << NULL = 1',
    'id / 2 = 0.5',
    'id / 0 IS NULL',
    '1 + 2 * 3 - 4 / 2 = 5',
    'id & 1 + 1 = 2',
    'id & 1.0 = 1',
    'id = 1 = TRUE',
    'id = 1 IS TRUE',
    'id IN (1) IS TRUE',
    'id = NOT TRUE',
    'id BETWEEN 1 AND 2 AND TRUE',
    "name LIKE 'B_'",
    "name LIKE 'a' ESCAPE 'b'",
    'id IS TRUE',
    // Functions.
    'ABS(DISTINCT id) = 1',
    'COUNT(*) = 1',
    'LENGTH(id) = 1',
    "UPPER(name) = 'NÉ'",
    'CAST(2.5 AS INT64) = 3',
    'CAST(properties.d.double_value AS INT64) = 1',
    "CAST(id AS STRING) = '01'",
    'CAST(id AS VARCHAR) IS NULL',
    'CAST(TRUE AS FLOAT64) = 1',
    'CASE id WHEN 1 THEN TRUE END',
    "CASE WHEN TRUE THEN 1 ELSE 'a' END = 1",
    // What is no condition at all.
    ' ',
    'id',
    'NULL',
    '@p',
    'id = ?',
    'id = 1;',
    '(id = 1',
    'id = 1)',
  ],
  ['EXECUTION', 'last_known_state != COMPLETE', 'state = LIVE', 'uri = ""', 'events_0.artifact_id = 1'],
  [
    'CONTEXT',
    "parent_contexts_p.name = 'c1'",
    'child_contexts_c.id = 3',
    'artifacts_a.state = LIVE',
    "executions_e.type = 'E'",
    'events_0.artifact_id = 1',
    'contexts_a.id = 1',
    'state > 1',
  ],
];

/** Where we differ on purpose: what the engine answers, and what we do. docs/decisions/0008-filter-query.md has the reasons. */
const DIFFERENT: readonly (readonly [kind: NodeKind, text: string, engine: string, ours: string])[] = [
  // Every name of an enum is accepted.
  ['ARTIFACT', 'state = ABANDONED OR id = 1', 'InvalidArgument', '1'],
  ['ARTIFACT', 'events_0.type = PENDING_OUTPUT OR id = 1', 'InvalidArgument', '1'],
  // The negations of neighbours' states work as all others do.
  ['CONTEXT', 'artifacts_a.state != LIVE', 'InvalidArgument', '1 3'],
  ['CONTEXT', 'executions_e.last_known_state NOT IN (COMPLETE)', 'InvalidArgument', '1 3'],
  // Columns that the engine's type check knows and its SQL does not.
  ['CONTEXT', 'parent_contexts_p.create_time_since_epoch > 0', 'Internal', '2 3'],
  ['CONTEXT', 'artifacts_a.external_id IS NULL', 'Internal', '1 2 3'],
  // A property is called what it is called; the engine looks for it in lower case.
  ['ARTIFACT', 'custom_properties.K.int_value = 7', '1', ''],
  ['ARTIFACT', 'custom_properties.Camel.int_value = 1', '', '6'],
  ['ARTIFACT', 'custom_properties.k.int_value = 7 AND custom_properties.`k`.int_value = 7', 'InvalidArgument', '1'],
  ['ARTIFACT', 'custom_properties.`a(b`.int_value IS NULL OR TRUE', 'InvalidArgument', ''],
  // A string is never taken for a column, and its escapes are read once.
  ['ARTIFACT', "name = 'uri'", '5', ''],
  ['ARTIFACT', `name = '"\\'' OR id = 1`, 'Internal', '1'],
  // Numbers at the edges.
  ['ARTIFACT', 'properties.i.int_value < 9223372036854775808', '1 2', '1 2 6'],
  ['ARTIFACT', '1e400 > id', '', '1 2 3 4 5 6'],
  ['ARTIFACT', 'ABS(-9223372036854775808) = 1', 'Internal', 'OUT_OF_RANGE'],
  // Functions and forms that a database may have and GoogleSQL means otherwise.
  ['ARTIFACT', "CONCAT(name, 'b') = 'ab'", 'Internal', 'InvalidArgument'],
  ['ARTIFACT', "FORMAT('%s', name) = 'a'", '1 5', 'InvalidArgument'],
  ['ARTIFACT', 'id IN (SELECT 1)', '1', 'InvalidArgument'],
  ['ARTIFACT', 'COALESCE(id) = 1', 'Internal', '1'],
];

describe.skipIf(python === undefined)('filter queries', () => {
  it('mean what they mean to the engine', async () => {
    const { store, engine } = await openFiltered(python as string);
    const cases = SAME.flatMap(([kind, ...texts]) => texts.map((text) => ({ kind, text })));
    const theirs: string[] = [];
    const ours: string[] = [];

    for (const { kind, text } of cases) {
      theirs.push(`${text} => ${await askEngine(engine, kind, text)}`);
      ours.push(`${text} => ${await askUs(store, kind, text)}`);
    }

    expect(ours).toEqual(theirs);
  });

  it('differ only where it was decided', async () => {
    const { store, engine } = await openFiltered(python as string);
    const found: (readonly string[])[] = [];

    for (const [kind, text] of DIFFERENT) {
      found.push([kind, text, await askEngine(engine, kind, text), await askUs(store, kind, text)]);
    }

    expect(found).toEqual(DIFFERENT);
  });
});
