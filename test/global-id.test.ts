import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectId, type GlobalId, parseGlobalId, toGlobalId } from '../src/global-id.js';
import { type ContextId, INT64_MAX, INT64_MIN } from '../src/mlmd/model.js';

const ids = fc.bigInt({ min: INT64_MIN, max: INT64_MAX }).map((id) => id as ContextId);
const globalIds: fc.Arbitrary<GlobalId> = fc.oneof(
  fc.record({ kind: fc.constantFrom('WORKSPACE', 'CONTEXT', 'RUN'), id: ids }),
  fc.record({ kind: fc.constant('RUN_NAME'), workspaceId: ids, name: fc.string({ unit: 'grapheme', minLength: 1 }) }),
);

describe('a global id', () => {
  it('is read as what was written, whatever the number and the name', () => {
    fc.assert(
      fc.property(globalIds, (id) => {
        expect(parseGlobalId(toGlobalId(id))).toEqual(id);
      }),
    );
  });

  it('is the only text that is read as the thing it names', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          globalIds.map(toGlobalId).map((text) => text.replace('%20', ' ')),
        ),
        (text) => {
          let parsed: GlobalId;
          try {
            parsed = parseGlobalId(text);
          } catch {
            return;
          }
          expect(toGlobalId(parsed)).toBe(text);
        },
      ),
    );
  });

  it('of another kind than is expected is refused, saying which', () => {
    expect(() => expectId('execution:7', 'ARTIFACT', 'input.id')).toThrow(
      expect.objectContaining({
        code: 'INVALID_ARGUMENT',
        argument: 'input.id',
        message: '"execution:7" names an execution, and an artifact is expected.',
      }),
    );
  });
});
