import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Served, serve, temporaryFolder } from './support/command.js';

const BODY = '{"query":"{ server { version } }"}';

/** Sends a request but for its last byte, so that it is under way for as long as the test likes. */
async function beginRequest({ url }: Served): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;
  await new Promise<void>((resolve) => socket.write(head + BODY.slice(0, -1), () => resolve()));
  // Another request on another connection is answered after the server has seen this one.
  await fetch(`${url}/healthz`);
  return socket;
}

async function untilRefused({ url }: Served): Promise<void> {
  const isTaken = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
  await expect.poll(isTaken, { timeout: 20_000 }).toBe(false);
}

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s answers what is under way, refuses what is new, closes the store and ends with 0',
    async (signal) => {
      const folder = await temporaryFolder();
      const served = await serve([], { cwd: folder });
      const socket = await beginRequest(served);

      served.child.kill(signal);
      await untilRefused(served);
      socket.write(BODY.slice(-1));

      expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [\s\S]*"version":"/);
      expect(await served.exited).toBe(0);
      // A store that was closed in order leaves no write-ahead log behind.
      expect(await readdir(folder)).toEqual(['mlmd.db']);
    },
  );

  it('that comes twice at once, as from npm and the terminal, counts as one', async () => {
    const served = await serve([], { cwd: await temporaryFolder() });
    const socket = await beginRequest(served);

    served.child.kill('SIGINT');
    served.child.kill('SIGTERM');
    await untilRefused(served);
    socket.write(BODY.slice(-1));

    expect(await text(socket)).toContain('HTTP/1.1 200');
    expect(await served.exited).toBe(0);
  });

  it('that comes again ends it at once with 1', async () => {
    const served = await serve([], { cwd: await temporaryFolder() });
    const socket = await beginRequest(served);
    socket.on('error', () => {});

    served.child.kill('SIGTERM');
    await sleep(700);
    served.child.kill('SIGTERM');

    expect(await served.exited).toBe(1);
  });

  it('ends it with 1 when what is under way takes longer than --drain-ms', async () => {
    const served = await serve(['--drain-ms', '100'], { cwd: await temporaryFolder() });
    const socket = await beginRequest(served);
    socket.on('error', () => {});

    served.child.kill('SIGTERM');

    expect(await served.exited).toBe(1);
    expect(await served.stderr).toContain('requests were cut off');
  });
});

it('the end of npm stops the command that npm runs', async () => {
  const cwd = await temporaryFolder();
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const served = await serve([], { cwd, env, throughShell: true });

  served.child.kill('SIGTERM');

  await untilRefused(served);
  expect(await served.stderr).toContain('npm has ended');
});
