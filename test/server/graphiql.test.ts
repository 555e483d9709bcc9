import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { STORY } from '../../src/server/story.js';
import { startTinyServer } from './support/tiny-server.js';

describe('the explorer', () => {
  it('comes with all its files from this server, and may talk to no other', async () => {
    const { url } = await startTinyServer();

    const page = await fetch(`${url}/graphiql`);
    const html = await page.text();
    const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => path !== 'data:,');
    const workers = ['editor', 'graphql', 'json'].map((label) => `/graphiql/${label}.worker.js`);

    expect(html).not.toMatch(/https?:|\/\/[a-z]/);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*connect-src 'self'/);
    expect(paths).toEqual(['/graphiql/graphiql.css', '/graphiql/graphiql.js', '/graphiql/start.js']);
    for (const path of [...paths, ...workers]) {
      const asset = await fetch(url + path);
      expect(asset.status, path).toBe(200);
      expect(asset.headers.get('content-type'), path).toMatch(path.endsWith('.css') ? 'text/css' : 'text/javascript');
      expect((await asset.text()).length, path).toBeGreaterThan(1_000);
    }
  });

  it.each(['nothing.js', 'LICENSE', '..%2f..%2fpackage.json', 'constructor'])(
    'serves no file called %s',
    async (name) => {
      const { url } = await startTinyServer();

      expect((await fetch(`${url}/graphiql/${name}`)).status).toBe(404);
    },
  );

  it('opens with the tabs of the story', async () => {
    const { url } = await startTinyServer();

    const start = await (await fetch(`${url}/graphiql/start.js`)).text();

    for (const { query } of STORY) expect(start).toContain(JSON.stringify(query));
  });
});

describe('the story', () => {
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

  it.each(STORY)('fits the schema, as one named operation: $query', ({ query }) => {
    const document = parse(query);

    expect(validate(schema, document)).toEqual([]);
    expect(document.definitions).toMatchObject([
      { kind: Kind.OPERATION_DEFINITION, name: { value: expect.any(String) } },
    ]);
  });
});
