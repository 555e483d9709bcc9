import { once } from 'node:events';
import { serve, temporaryFolder } from '../../cli/support/command.js';
import type { FixtureName } from '../../support/fixtures.js';
import { freePort } from '../../support/free-port.js';
import { copyOf } from './served.js';

/** A server that goes away and comes back at the same address; it ends with the test. */
export interface ComingAndGoing {
  readonly url: string;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Serves a copy of a fixture. */
export async function serveNowAndThen(fixture: FixtureName): Promise<ComingAndGoing> {
  const store = await copyOf(fixture, await temporaryFolder());
  const args = ['--store', store, '--read-only', '--port', String(await freePort())];
  let { url, child } = await serve(args);
  return {
    url,
    async leave() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
    async comeBack() {
      ({ url, child } = await serve(args));
    },
  };
}

/** What the browser itself says of a server that is not there. */
export const NOT_THERE: readonly RegExp[] = [
  /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/,
];
