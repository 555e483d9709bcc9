import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askEngine, askUs, openFiltered } from './support/filter-story.js';
import { pythonWith } from './support/python.js';
import { randomFilter } from './support/random-filter.js';

const python = pythonWith('ml_metadata');
const RUNS = Number(process.env.FILTER_RUNS ?? 1_500);

describe.skipIf(python === undefined)('random filter queries', () => {
  it('match the nodes that the engine matches, and are refused where it refuses', async () => {
    const { store, engine } = await openFiltered(python as string);
    const kinds = fc.constantFrom('ARTIFACT' as const, 'EXECUTION' as const, 'CONTEXT' as const);
    const outcomes = new Map<string, number>();

    await fc.assert(
      fc.asyncProperty(
        kinds.chain((kind) => fc.record({ kind: fc.constant(kind), text: randomFilter(kind) })),
        async ({ kind, text }) => {
          fc.pre(!repeatsEnum(text));
          const theirs = await askEngine(engine, kind, text);
          expect(await askUs(store, kind, text)).toBe(theirs);
          outcomes.set(theirs, (outcomes.get(theirs) ?? 0) + 1);
        },
      ),
      { numRuns: RUNS },
    );

    // Or the test would say nothing: there were refusals, empty answers and many different ones.
    expect(outcomes.size).toBeGreaterThan(10);
    if (process.env.FILTER_SHOW) console.log([...outcomes].sort((a, b) => b[1] - a[1]).slice(0, 20));
  }, 120_000);
});

/** The engine puts numbers for the names of an enum by replacing text, and gives up where it meets the same text again. */
function repeatsEnum(text: string): boolean {
  const found = text.matchAll(
    /\b(?:state|last_known_state|events_0\.type) ?(?:=|!=|<>|>|(?:NOT )?IN) ?([^\s(),]+|\([^)]*\))/g,
  );
  const predicates = [...found].map(([whole, names]) => `${whole.split(/ ?(?:=|!|<|>|NOT|IN)/)[0]} ${names}`);
  return new Set(predicates).size < predicates.length;
}
