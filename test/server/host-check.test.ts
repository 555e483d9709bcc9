import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startTinyServer } from './support/tiny-server.js';

describe('a server on loopback', () => {
  it.each(['127.0.0.1', '127.0.0.1:1234', 'localhost', 'LOCALHOST:80', '[::1]:80', '192.0.2.7', 'app.localhost'])(
    'answers requests for %s',
    async (host) => {
      const { url } = await startTinyServer();

      expect((await ask(url, host)).status).toBe(200);
    },
  );

  // What a page of that site would send whose name leads to 127.0.0.1.
  it.each(['evil.example', 'evil.example:4000', 'localhost.evil.example', '127.0.0.1.evil.example', 'xlocalhost'])(
    'refuses requests for %o, and says what to do',
    async (host) => {
      const { url } = await startTinyServer();

      const { status, text } = await ask(url, host);

      expect(status).toBe(403);
      expect(text).toContain('--allowed-host');
      expect(text).not.toContain('hello');
    },
  );

  it('answers requests for the names that it is told, and for no others', async () => {
    const { url } = await startTinyServer({ allowedHosts: ['Lineage.example'] });

    expect((await ask(url, 'lineage.example:443')).status).toBe(200);
    expect((await ask(url, 'other.example')).status).toBe(403);
  });
});

describe('a server on every interface', () => {
  it('answers requests for any name, as it cannot know its own', async () => {
    const { url } = await startTinyServer({ host: '0.0.0.0' });

    expect((await ask(url.replace('0.0.0.0', '127.0.0.1'), 'lineage.example')).status).toBe(200);
  });
});

/** Asks with a Host header of the test's making, which `fetch` would not send. */
function ask(url: string, host: string): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      { method: 'POST', headers: { host, 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, text }));
      },
    );
    sent.on('error', reject).end('{"query":"{ hello }"}');
  });
}
