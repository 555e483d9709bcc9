import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { sendError } from './http-errors.js';

/**
 * Answers 403 to requests for a host name that is not this server's, where it listens on loopback only.
 *
 * A page of any site can have its own name lead to 127.0.0.1 ("DNS rebinding"). The browser then takes this server for
 * that site, so neither CORS nor the check against cross-site requests stands in the way; only the Host header tells. An
 * address is always taken, as no site is called so. On other interfaces a server goes by names that it cannot know.
 *
 * @param listensOn - the address or name that was asked to be listened on.
 * @param allowedHosts - further names, such as those under which a proxy on this machine passes requests on.
 */
export function expectHost(listensOn: string, allowedHosts: readonly string[]): RequestHandler {
  if (!isLoopback(listensOn)) return (_request, _response, next) => next();
  const names = new Set([listensOn, 'localhost', ...allowedHosts].map((name) => name.toLowerCase()));
  return ({ headers: { host } }, response, next) => {
    const name = host === undefined ? undefined : nameOf(host);
    // Without the header it is no browser; browsers themselves see to it that *.localhost leads nowhere else.
    if (name === undefined || names.has(name) || isAddress(name) || name.endsWith('.localhost')) return next();
    const shown = JSON.stringify(name.slice(0, 100));
    sendError(response, 403, `${shown} is not a host name of this server; --allowed-host adds one.`, {
      code: 'FORBIDDEN',
    });
  };
}

function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The name in a Host header, without the port. */
function nameOf(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase();
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
