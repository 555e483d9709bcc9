import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './support/limits.js';
import { post, startTinyServer } from './support/tiny-server.js';

const LIMITS = { ...DEFAULT_LIMITS, maxDepth: 4, maxAliases: 2, maxBreadth: 100, maxCost: 500, maxBodyBytes: 2_000 };

async function answerTo(query: string, variables?: Readonly<Record<string, unknown>>) {
  const { url } = await startTinyServer({ limits: LIMITS, maxTokens: 100 });
  const response = await post(url, { query, variables });
  return (await response.json()) as { data?: unknown; errors?: readonly { message: string; extensions: unknown }[] };
}

describe('limits', () => {
  it.each([
    ['maxDepth', '--max-depth', 5, '{ things(first: 1) { nodes { related { labels { name } } } } }'],
    ['maxAliases', '--max-aliases', 3, '{ a: hello b: hello c: hello }'],
    ['maxBreadth', '--max-breadth', 110, '{ things(first: 10) { nodes { things(first: 10) { totalCount } } } }'],
    ['maxCost', '--max-cost', 601, '{ things(first: 100) { nodes { id name labels { name } __typename } } }'],
  ])('%s refuses an operation over it, and names %s and the value %i', async (limit, setting, value, query) => {
    const { data, errors } = await answerTo(query);

    const max = LIMITS[limit as keyof typeof LIMITS];
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: 'LIMIT_EXCEEDED', limit, setting, value, max });
    for (const fact of [setting, `${value}`, `${max}`]) expect(errors?.[0]?.message).toContain(fact);
  });

  it('let an operation pass that meets them all exactly', async () => {
    const { errors } = await answerTo('{ a: things(first: 100) { b: nodes { id labels { name } } } }');

    expect(errors).toBeUndefined();
  });

  it('count the page sizes that variables hold', async () => {
    const query = 'query ($n: Int) { things(first: $n) { nodes { things(first: $n) { totalCount } } } }';

    const [small, large] = [await answerTo(query, { n: 2 }), await answerTo(query, { n: 20 })];

    expect(small.errors).toBeUndefined();
    expect(large.errors?.[0]?.extensions).toMatchObject({ limit: 'maxBreadth', value: 420 });
  });

  it('hold for a document that was answered before with other variables', async () => {
    const { url } = await startTinyServer({ limits: LIMITS });
    const query = 'query ($n: Int) { things(first: $n) { nodes { things(first: $n) { totalCount } } } }';
    await post(url, { query, variables: { n: 2 } });

    const again = await post(url, { query, variables: { n: 20 } });

    expect(JSON.stringify(await again.json())).toContain('LIMIT_EXCEEDED');
  });

  it('refuse a document of too many tokens, and name the setting', async () => {
    const { errors } = await answerTo(`{ ${'hello '.repeat(101)} }`);

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'maxTokens',
      setting: '--max-tokens',
      max: 100,
    });
  });

  it('refuse a body that is too large with 413, and name the setting', async () => {
    const { url } = await startTinyServer({ limits: LIMITS });

    const response = await post(url, { query: '{ hello }', padding: 'x'.repeat(3_000) });

    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [
        { extensions: { code: 'LIMIT_EXCEEDED', limit: 'maxBodyBytes', setting: '--max-body-bytes', max: 2_000 } },
      ],
    });
  });
});
