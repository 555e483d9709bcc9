import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Response, Router } from 'express';

/** Where the build puts the pages, each file gzipped. Found from src/ and from dist/ alike. */
const ROOT = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The pages talk to the server that they came from and to no other: this is what holds them to that. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  // The component library writes its theme's colours and sizes into the page.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  // Pictures of a graph are drawn from data that the page holds.
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The web UI: its assets at `/assets/…`, and its one page at every address that a browser asks for as a page and that is
 * nothing else, as the page itself reads its address.
 */
export function webRoutes(): Router {
  const assets = new Set(readdirSync(`${ROOT}assets`));
  const router = Router();
  router.get('/assets/:asset', (request, response, next) => {
    const { asset } = request.params;
    const type = MEDIA_TYPES[extname(asset)];
    if (type === undefined || !assets.has(`${asset}.gz`)) return next();
    // Its name holds a hash of what is in it.
    sendGzipped(response, `assets/${asset}.gz`, type, 'public, max-age=31536000, immutable');
  });
  router.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/assets/') || !isAskedForAsPage(request.headers.accept)) return next();
    response.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    sendGzipped(response, 'index.html.gz', 'text/html; charset=utf-8', 'no-cache');
  });
  return router;
}

/** Browsers name HTML when they are to show a page; fetch, curl and GraphQL clients do not. */
function isAskedForAsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false;
}

function sendGzipped(response: Response, file: string, type: string, caching: string): void {
  const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Cache-Control': caching };
  response.sendFile(file, { root: ROOT, headers, cacheControl: false });
}
