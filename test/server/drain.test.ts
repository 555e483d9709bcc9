import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { post, recordingLog, startTinyServer } from './support/tiny-server.js';

/** A promise and its end. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A server whose field `slow` tells when it was called, and answers when it is let. */
async function startSlowServer(drainMs: number) {
  const [called, released] = [gate(), gate()];
  const slow = async () => {
    called.open();
    await released.opened;
    return 'done';
  };
  const { log, lines } = recordingLog();
  const server = await startTinyServer({ slow, drainMs, log });
  return { ...server, lines, untilCalled: called.opened, release: released.open };
}

describe('stopping', () => {
  it('answers the requests under way, takes no new ones, and says that all were answered', async () => {
    const { url, stop, untilCalled, release } = await startSlowServer(20_000);
    const underWay = post(url, { query: '{ slow }' });
    await untilCalled;

    const stopped = stop();
    const isTaken = () =>
      fetch(`${url}/healthz`).then(
        () => true,
        () => false,
      );
    await expect.poll(isTaken).toBe(false);
    release();

    expect(await (await underWay).json()).toEqual({ data: { slow: 'done' } });
    expect(await stopped).toBe(true);
  });

  it('cuts what is not answered in time, and says so', async () => {
    const { url, stop, untilCalled } = await startSlowServer(50);
    const underWay = post(url, { query: '{ slow }' });
    await untilCalled;

    const outcomes = await Promise.allSettled([underWay, stop()]);

    expect(outcomes).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: false }]);
  });

  // A client may send the next request on its open connection before it hears of the stop.
  it('answers 503 on a connection that is still open, and closes it', async () => {
    const { url, stop, lines, untilCalled, release } = await startSlowServer(20_000);
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const ask = (query: string) =>
      socket.write(`GET /graphql?query=${query} HTTP/1.1\r\nHost: ${hostname}\r\nApollo-Require-Preflight: 1\r\n\r\n`);
    ask('{slow}');
    await untilCalled;

    const stopped = stop();
    ask('{hello}');
    await expect.poll(() => lines().map(({ msg }) => msg)).toContain('refused a request while stopping');
    release();

    const answers = await text(socket);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
    expect(answers).toContain('UNAVAILABLE');
    expect(await stopped).toBe(true);
  });
});
