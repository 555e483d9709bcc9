import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { printJson, toTree } from '../../src/conventions/index.js';
import type { Json } from '../../src/mlmd/model.js';
import { LineProcess } from './support/line-process.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('json');

const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const small = fc.tuple(double, fc.integer({ min: -30, max: 30 })).map(([value, power]) => (value % 1) * 10 ** power);
// JSON.stringify writes -0 as 0, so Python would not hear of it.
const number = fc.oneof(double, small, fc.integer()).filter((value) => !Object.is(value, -0));
const value = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    number,
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { maxKeys: 4 }),
  ),
})).json;

it.skipIf(python === undefined)('writes JSON as Python would have, had it sent the same', async () => {
  const echo = new LineProcess(python ?? '', 'json_echo.py', '-');
  onTestFinished(() => echo.end());

  await fc.assert(
    fc.asyncProperty(value, async (json) => {
      expect(printJson(toTree(json))).toBe(await echo.echo(JSON.stringify(json)));
    }),
    { numRuns: 1_000 },
  );
});
