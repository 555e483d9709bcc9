import { describe, expect, it } from 'vitest';
import { post, recordingLog, startTinyServer } from './support/tiny-server.js';

async function firstError(url: string, body: unknown) {
  const response = await post(url, body);
  const text = await response.text();
  expect(text).not.toContain('secret');
  const { errors } = JSON.parse(text) as {
    errors: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  };
  expect(errors).toHaveLength(1);
  return errors[0];
}

describe('errors', () => {
  it('show the message, the code and the argument of a failure that was foreseen', async () => {
    const { url } = await startTinyServer();

    const error = await firstError(url, { query: '{ fails(how: "NOT_FOUND") }' });

    expect(error).toMatchObject({
      message: 'There is no artifact 7.',
      path: ['fails'],
      extensions: { code: 'NOT_FOUND', argument: 'id' },
    });
  });

  it('log the cause of a foreseen failure under the id that the client is given', async () => {
    const { log, lines } = recordingLog();
    const { url } = await startTinyServer({ log });

    const error = await firstError(url, { query: '{ fails(how: "UNAVAILABLE") }' });

    const errorId = error?.extensions.errorId;
    expect(error?.extensions.code).toBe('UNAVAILABLE');
    expect(errorId).toEqual(expect.any(String));
    const line = lines().find((candidate) => candidate.errorId === errorId);
    expect(JSON.stringify(line?.err)).toContain('SQLITE_BUSY');
    expect(JSON.stringify(line)).not.toContain(error?.message);
  });

  it.each(['DATA_LOSS', 'BUG'])('hide %s behind an id, under which the log has the stack', async (how) => {
    const { log, lines } = recordingLog();
    const { url } = await startTinyServer({ log });

    const error = await firstError(url, { query: `{ fails(how: "${how}") }` });

    const errorId = error?.extensions.errorId;
    expect(error?.message).toBe('Internal error');
    expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) });
    const line = lines().find((candidate) => candidate.errorId === errorId);
    expect(JSON.stringify(line?.err)).toContain('secret');
    expect(JSON.stringify(line?.err)).toContain('tiny-server');
  });

  it('say so where they stop counting what is wrong with the variables', async () => {
    const { url } = await startTinyServer();
    const deep = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`unknown${i}`, 1]));

    const response = await post(url, { query: 'query($deep: Deep) { deep(deep: $deep) }', variables: { deep } });

    const { errors } = (await response.json()) as { errors: readonly { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(51).fill('BAD_USER_INPUT'));
  });

  it('repeat only the beginning of what they refuse, as often as they mention it', async () => {
    const { url } = await startTinyServer();
    const deep = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`unknown${i}`, 'x'.repeat(10_000)]));

    const response = await post(url, { query: 'query($deep: Deep) { deep(deep: $deep) }', variables: { deep } });

    const text = await response.text();
    expect(text).toContain('unknown0');
    expect(text.length).toBeLessThan(100_000);
  });

  it('hide a failure to make the context of a request', async () => {
    const { url } = await startTinyServer({
      createContext: () => {
        throw new Error('secret');
      },
    });

    expect((await firstError(url, { query: '{ hello }' }))?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { hello } query B { hello }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('say what is wrong with the request %s', async (query, code) => {
    const { url } = await startTinyServer();

    const error = await firstError(url, { query });

    expect(error?.extensions).toEqual({ code });
  });

  it.each([
    ['{ hello(name: 7) }', {}, 'GRAPHQL_VALIDATION_FAILED', 'name'],
    ['{ nodes(ids: ["a", { b: 1 }]) { id } }', {}, 'GRAPHQL_VALIDATION_FAILED', 'ids.1'],
    ['{ walk(input: { maxNodes: "many" }) { __typename } }', {}, 'GRAPHQL_VALIDATION_FAILED', 'input.maxNodes'],
    ['{ even(n: 3) }', {}, 'BAD_USER_INPUT', 'n'],
    ['query ($n: Even) { even(n: $n) }', { n: 3 }, 'BAD_USER_INPUT', '$n'],
    ['query ($n: String!) { hello(name: $n) }', {}, 'BAD_USER_INPUT', '$n'],
    ['query ($n: String!) { hello(name: $n) }', { n: 7 }, 'BAD_USER_INPUT', '$n'],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', null] }, 'BAD_USER_INPUT', '$ids.1'],
    [
      'query ($input: WalkInput) { walk(input: $input) { __typename } }',
      { input: { maxNodes: 1.5 } },
      'BAD_USER_INPUT',
      '$input.maxNodes',
    ],
    // The variable may be null, the argument may not: GraphQL finds that only when it runs the field.
    ['query ($n: String = "x") { hello(name: $n) }', { n: null }, 'BAD_USER_INPUT', 'name'],
  ])('say which value of %s with %j does not fit', async (query, variables, code, argument) => {
    const { url } = await startTinyServer();

    const error = await firstError(url, { query, variables });

    expect(error?.extensions).toEqual({ code, argument });
  });

  it.each([
    ['a document', `{ ${'related { '.repeat(2_400)} id ${'}'.repeat(2_400)} }`.replace('related', 'things')],
    ['a literal', `{ nodes(ids: ${'['.repeat(4_000)}${']'.repeat(4_000)}) { id } }`],
  ])('refuse %s that nests too deeply to be read', async (_what, query) => {
    const { url } = await startTinyServer();

    const error = await firstError(url, { query });

    expect(error).toMatchObject({ message: 'The request nests too deeply.', extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('blame the request, not the server, for variables that nest too deeply', async () => {
    const { url } = await startTinyServer();
    const deep = `${'{"deeper":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;

    const body = `{"query":"query ($d: Deep) { deep(deep: $d) }","variables":{"d":${deep}}}`;
    const error = await firstError(url, body);

    expect(error).toMatchObject({ message: 'The request nests too deeply.', extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('do not suggest names of the schema when introspection is off', async () => {
    const { url } = await startTinyServer({ introspection: false });

    const misspelt = await firstError(url, { query: '{ helo }' });
    const asked = await firstError(url, { query: '{ __schema { types { name } } }' });

    expect(misspelt?.message).not.toContain('hello');
    expect(asked?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
