import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Router } from 'express';
import { pagePolicy } from './page-policy.js';

/** Where the build puts the pages, each file gzipped. Found from src/ and from dist/ alike. */
const ROOT = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

// Pictures of a graph are drawn from data that the page holds.
const CONTENT_SECURITY_POLICY = pagePolicy({ images: ['data:', 'blob:'] });

/**
 * The web UI: its assets at `/assets/…`, and its one page at `/` and at every other address that a browser asks for as a
 * page and that is nothing else, as the page itself reads its address. To all other clients there is nothing there.
 *
 * @throws Error where the pages have not been built.
 */
export function webRoutes(): Router {
  const { page, assets } = readBuilt();
  const router = Router();
  router.get('/assets/:asset', (request, response, next) => {
    const { asset } = request.params;
    const type = MEDIA_TYPES[extname(asset)];
    if (type === undefined || !assets.has(`${asset}.gz`)) return next();
    const headers = {
      // A worker goes by the policy that its own file brings.
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      // Its name holds a hash of what is in it.
      'Cache-Control': 'public, max-age=31536000, immutable',
    };
    response.sendFile(`${asset}.gz`, { root: `${ROOT}assets`, headers, cacheControl: false });
  });
  router.get('/{*path}', (request, response, next) => {
    const { path, headers } = request;
    if (path.startsWith('/assets/') || (path !== '/' && !isAskedForAsPage(headers.accept))) return next();
    response.set({ 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'Cache-Control': 'no-cache', Vary: 'Accept' });
    response.type('html').send(page);
  });
  return router;
}

/** Browsers name HTML when they are to show a page; fetch, curl and GraphQL clients do not. */
function isAskedForAsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false;
}

function readBuilt(): { readonly page: string; readonly assets: ReadonlySet<string> } {
  try {
    const page = gunzipSync(readFileSync(`${ROOT}index.html.gz`)).toString();
    return { page, assets: new Set(readdirSync(`${ROOT}assets`)) };
  } catch (error) {
    throw new Error('The web UI is not built: `npm run build` makes dist/web.', { cause: error });
  }
}
