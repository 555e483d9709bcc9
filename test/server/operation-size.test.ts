import { type FragmentDefinitionNode, getIntrospectionQuery, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureOperation, type OperationSize } from '../../src/server/operation-size.js';
import { createPageSizeOf } from '../../src/server/page-size.js';
import { DEFAULT_LIMITS } from './support/limits.js';
import { createTinySchema } from './support/tiny-server.js';

const schema = createTinySchema();

function measure(text: string, variables: Readonly<Record<string, unknown>> = {}): OperationSize {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return measureOperation(operation, {
    schema,
    pageSizeOf: createPageSizeOf(schema, DEFAULT_LIMITS),
    fragments,
    variables,
  });
}

describe('measureOperation', () => {
  it('counts the levels of fields, fragments making none', () => {
    expect(
      measure('{ things { nodes { ... on Thing { ...F } } } } fragment F on Thing { labels { name } }').depth,
    ).toBe(4);
  });

  it('counts the aliases of a fragment at each of its spreads, and those of __typename', () => {
    expect(
      measure('{ a: hello b: __typename things { nodes { ...F ...F } } } fragment F on Thing { c: name }').aliases,
    ).toBe(4);
  });

  it('multiplies nested pages and adds siblings', () => {
    const { breadth } = measure(
      '{ a: things(first: 10) { nodes { things(last: 5) { nodes { id } } } } b: things(first: 7) { totalCount } }',
    );

    expect(breadth).toBe(10 + 10 * 5 + 7);
  });

  it('takes 25 for a page without a size', () => {
    expect(measure('{ things { nodes { id } } }').breadth).toBe(25);
  });

  it('takes page sizes from variables', () => {
    expect(measure('query ($n: Int) { things(first: $n) { nodes { id } } }', { n: 3 }).breadth).toBe(3);
  });

  it('takes the limit for a page size over it, which the resolver refuses', () => {
    expect(measure('{ things(first: 1000000) { nodes { id } } }').breadth).toBe(DEFAULT_LIMITS.maxPageSize);
  });

  it('does not multiply what a connection has beside its lists', () => {
    expect(measure('{ things(first: 50) { totalCount } }')).toMatchObject({ breadth: 50, cost: 2 });
  });

  it('counts the nodes of a walk, by default and as asked', () => {
    expect(measure('{ walk { entries { distance } } }').breadth).toBe(1000);
    expect(measure('{ walk(input: { maxNodes: 40 }) { entries { distance } } }').breadth).toBe(40);
  });

  it('counts the frontier of a walk once, not once for each node', () => {
    expect(measure('{ walk { entries { distance } frontier(first: 10) { totalCount } } }').breadth).toBe(1000 + 10);
  });

  it('counts nodes asked for by id', () => {
    expect(
      measure('{ nodes(ids: ["a", "b", "c"]) { id ... on Thing { things(first: 2) { totalCount } } } }').breadth,
    ).toBe(3 + 3 * 2);
  });

  it('takes 25 for a list of nodes that nothing bounds', () => {
    expect(measure('{ paths(maxPaths: 2) { paths { nodes { id } } } }').breadth).toBe(2 + 2 * 25);
  });

  it('counts the largest of fragments on different types, and the sum of those on one', () => {
    const { breadth } = measure(`{
      nodes(ids: ["a"]) {
        ... on Thing { things(first: 10) { totalCount } }
        ... on Other { things(first: 20) { totalCount } }
        ... on Other { more: things(first: 3) { totalCount } }
      }
    }`);

    expect(breadth).toBe(1 + 23);
  });

  it('counts the cost as fields times the nodes that bear them', () => {
    const { cost } = measure('{ things(first: 10) { nodes { id name labels { name } } } }');

    // The connection, then `nodes` and its four fields ten times.
    expect(cost).toBe(1 + 10 * (1 + 4));
  });

  // Each fragment spreads the one before twice: 2^60 fields, which no walk of them all would end.
  it('measures fragments that double at each level at once', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, level) => `fragment F${level + 1} on Thing { ...F${level} ...F${level} }`,
    );

    const { cost } = measure(
      `{ things(first: 1) { nodes { ...F60 } } } fragment F0 on Thing { name } ${fragments.join(' ')}`,
    );

    expect(cost).toBeGreaterThanOrEqual(2 ** 60);
  });

  it('leaves room for the question that GraphiQL and Apollo Sandbox ask about the schema', () => {
    const { depth, breadth, cost } = measure(
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
    );

    expect(depth).toBeLessThan(DEFAULT_LIMITS.maxDepth);
    expect(breadth).toBe(0);
    expect(cost).toBeLessThan(1_000);
  });
});
