import { get, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startTinyServer } from './support/tiny-server.js';

/** What browsers send when they are to show a page. */
const AS_PAGE = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** An artifact's address, as the page writes it; its name may hold anything. */
const DEEP = '/artifacts/artifact:7?name=model.v1.2';

describe('the web UI', () => {
  it.each([
    ['a browser at /', '/', AS_PAGE],
    ['curl at /', '/', { accept: '*/*' }],
    ['a browser at an address within', DEEP, AS_PAGE],
    ['a browser at an address with a dot', '/runs/v1.2.html', AS_PAGE],
  ])('gives its page to %s', async (_who, path, headers) => {
    const { url } = await startTinyServer();

    const page = await fetch(url + path, { headers });

    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(await page.text()).toContain('<div id="root"></div>');
  });

  it('sends its page as plain text to whoever takes no gzip', async () => {
    const { url } = await startTinyServer();

    const { headers, body } = await getRaw(url, { 'accept-encoding': 'identity' });

    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toContain('<noscript>');
  });

  it('comes with all its files from this server, and may talk to no other', async () => {
    const { url } = await startTinyServer();

    const page = await fetch(url);
    const html = await page.text();
    const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);

    expect(html).not.toMatch(/https?:|["']\/\/|data:/);
    expect(directives(page)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(paths.map((path) => path.replace(/-[\w-]{8}\./, '.'))).toEqual(
      expect.arrayContaining(['/assets/index.js', '/assets/index.css', '/assets/logo.svg']),
    );
    for (const path of paths) expect((await fetch(url + path)).status, path).toBe(200);
  });

  it.each([
    ['script', /\/assets\/[^"]+\.js/, 'text/javascript; charset=utf-8'],
    ['style sheet', /\/assets\/[^"]+\.css/, 'text/css; charset=utf-8'],
    ['icon', /\/assets\/[^"]+\.svg/, 'image/svg+xml'],
  ])('sends its %s gzipped, to be kept for good, under the policy of the page', async (_what, pattern, type) => {
    const { url } = await startTinyServer();
    const page = await fetch(url);
    const [path = ''] = pattern.exec(await page.text()) ?? [];

    const { status, headers } = await getRaw(url + path);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe(page.headers.get('content-security-policy'));
  });

  it('answers HEAD as it answers GET, without the page', async () => {
    const { url } = await startTinyServer();

    const head = await fetch(url + DEEP, { method: 'HEAD', headers: AS_PAGE });

    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toContain('text/html');
    expect(await head.text()).toBe('');
  });

  it.each(['/assets/index.js', '/assets/..%2f..%2fpackage.json', '/assets/..%2findex.html', '/assets/'])(
    'has no file at %s, and says so in JSON even to a browser',
    async (path) => {
      const { url } = await startTinyServer();

      const { status, headers, body } = await getRaw(url + path, AS_PAGE);

      expect(status).toBe(404);
      expect(headers['content-type']).toContain('application/json');
      expect(JSON.parse(body.toString())).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    },
  );

  it.each([
    ['asks for JSON', { accept: 'application/json' }],
    ['takes anything', { accept: '*/*' }],
  ])('is not in the way of a client that %s where there is nothing', async (_who, headers) => {
    const { url } = await startTinyServer();

    const answer = await fetch(`${url}/grapql`, { headers });

    expect(answer.status).toBe(404);
    expect(answer.headers.get('vary')).toBeNull();
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('takes no other method than those that read', async () => {
    const { url } = await startTinyServer();

    const answer = await fetch(url, { method: 'POST', headers: { ...AS_PAGE, 'content-type': 'application/json' } });

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });

  it.each(['/graphql', '/graphiql', '/healthz', '/readyz'])('leaves %s as it is', async (path) => {
    const { url } = await startTinyServer();

    const answer = await fetch(url + path, { headers: AS_PAGE });

    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('/assets/index-');
  });
});

/** The parts of the content security policy that an answer comes with. */
function directives(answer: Response): Readonly<Record<string, string>> {
  const parts = (answer.headers.get('content-security-policy') ?? '').split('; ');
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]));
}

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Gets what is sent as it is sent: `fetch` would unpack it, and hide that it was packed. */
function getRaw(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}
