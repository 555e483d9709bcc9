import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { post, readerThat, recordingLog, startTinyServer } from './support/tiny-server.js';

describe('/graphql', () => {
  // An audit is one rule of GraphQL over HTTP. Apollo's protection against cross-site requests wants its header on GET.
  const fetchFn: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } });
  const audits = serverAudits({ url: () => auditedUrl, fetchFn });
  let auditedUrl: string;

  it(`passes all ${audits.length} audits of GraphQL over HTTP`, async () => {
    auditedUrl = `${(await startTinyServer()).url}/graphql`;

    const results = await Promise.all(audits.map(({ fn }) => fn()));

    expect(audits).toHaveLength(61);
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([]);
  });

  it('refuses what a page of another site could send without being asked about it', async () => {
    const { url } = await startTinyServer();

    const get = await fetch(`${url}/graphql?query={hello}`);
    const form = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ hello }"}',
    });

    expect(get.status).toBe(400);
    expect(form.status).toBe(415);
  });

  it('sends no CORS header until origins are named', async () => {
    const { url } = await startTinyServer();

    const response = await post(url, { query: '{ hello }' }, { origin: 'https://lineage.example' });

    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('opens to the named origins, and to no other', async () => {
    const { url } = await startTinyServer({ corsOrigins: ['https://lineage.example'] });
    const preflight = (origin: string) =>
      fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

    const named = await preflight('https://lineage.example');
    const other = await preflight('https://other.example');

    expect(named.headers.get('access-control-allow-origin')).toBe('https://lineage.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gives a browser Apollo Sandbox, whatever NODE_ENV says', async () => {
    const { url } = await startTinyServer();

    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });

    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('embeddable-sandbox');
    expect(page.headers.get('content-security-policy')).not.toContain('default-src');
  });

  it.each([
    ['malformed JSON', '{"query": "secret', { 'content-type': 'application/json' }, 400],
    ['JSON that is no object', '"secret"', { 'content-type': 'application/json' }, 400],
    ['a list of requests', '[{"query":"{ hello }"}]', { 'content-type': 'application/json' }, 400],
    ['an empty object', '{}', { 'content-type': 'application/json' }, 400],
    ['another content type', 'secret', { 'content-type': 'application/xml' }, 415],
    [
      'text that is not UTF-8',
      Buffer.from('{"query":"{ secret(name: \\"\xff\\") }"}', 'latin1'),
      { 'content-type': 'application/json' },
      400,
    ],
    ['an unknown charset', '{}', { 'content-type': 'application/json; charset=klingon' }, 415],
    ['an unknown encoding', '{}', { 'content-type': 'application/json', 'content-encoding': 'zip' }, 415],
    [
      'a body that is not the gzip it says it is',
      '{}',
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      400,
    ],
  ])('answers %s as GraphQL does, repeating nothing', async (_what, body, headers, status) => {
    const { log, lines } = recordingLog();
    const { url } = await startTinyServer({ log });

    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });

    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(text + JSON.stringify(lines())).not.toContain('secret');
  });

  // The loaders of a request are replaced after a write, behind a getter.
  it("hands resolvers the request's context itself, not a copy of its first state", async () => {
    let count = 0;
    const createContext = () => ({
      get count() {
        count += 1;
        return count;
      },
    });
    const { url } = await startTinyServer({ createContext });

    const response = await post(url, { query: '{ a: counted b: counted }' });

    expect(await response.json()).toEqual({ data: { a: 1, b: 2 } });
  });

  it('answers 405 to other methods', async () => {
    const { url } = await startTinyServer();

    const response = await fetch(`${url}/graphql`, { method: 'DELETE', headers: { 'apollo-require-preflight': '1' } });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });

  it('lets no answer be cached, framed or guessed at', async () => {
    const { url } = await startTinyServer();

    const { headers } = await post(url, { query: '{ hello }' });

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('other routes', () => {
  it('/healthz answers while the process lives, though the store is away', async () => {
    const { url } = await startTinyServer({ reader: readerThat(() => Promise.reject(new Error('away'))) });

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('/readyz is 200 while the store answers, and 503 while it does not', async () => {
    let isAway = false;
    const reader = readerThat(async () => {
      if (isAway) throw new Error('away');
      return [];
    });
    const { url } = await startTinyServer({ reader });

    const before = await fetch(`${url}/readyz`);
    isAway = true;
    const after = await fetch(`${url}/readyz`);

    expect([before.status, after.status]).toEqual([200, 503]);
  });

  it('/readyz is 503 when the store hangs', async () => {
    const { url } = await startTinyServer({ reader: readerThat(() => new Promise(() => {})) });

    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });

  it('answers what is not there as JSON', async () => {
    const { url } = await startTinyServer();

    const response = await fetch(`${url}/nothing`);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});
