import { type ClientHttp2Session, connect as connectHttp2, constants } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { status } from '@grpc/grpc-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RPCS } from '../../../../src/mlmd/wire/rpc.js';
import { call, clientOf, startServer } from './support/grpc.js';

const MAX_MESSAGE_BYTES = 100_000;

/** A server that answers one call, and a way to see that it still does. */
async function start() {
  const { address, lines } = await startServer(
    { getArtifactTypes: async () => ({ artifactTypes: [] }) },
    { maxMessageBytes: MAX_MESSAGE_BYTES },
  );
  const port = Number(address.replace(/^.*:/, ''));
  const stillAnswers = async () => {
    expect(await call(clientOf(address), 'getArtifactTypes')).toEqual({ reply: Buffer.alloc(0) });
    expect(lines().filter(({ level }) => Number(level) >= 40)).toEqual([]);
  };
  return { address, port, stillAnswers };
}

/** Writes bytes to a new connection, and waits until the server has had enough of it or a little has passed. */
async function pour(port: number, bytes: Uint8Array): Promise<void> {
  const socket = await dial(port);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(bytes);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 50))]);
  socket.destroy();
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
    socket.on('error', () => {});
    socket.resume();
  });
}

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const NO_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);

/** Bytes that look random and are the same in every run. */
function noise(length: number, seed: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    }),
  );
}

/** One call with headers and data of the test's own. @returns the status, or the HTTP status where there is none. */
async function send(session: ClientHttp2Session, headers: Record<string, string>, data: Uint8Array, cut = false) {
  const stream = session.request({
    ':method': 'POST',
    ':path': RPCS.getArtifactTypes.path,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  let found: number | undefined;
  const take = (sent: Record<string, unknown>) => {
    if (sent['grpc-status'] !== undefined) found = Number(sent['grpc-status']);
    else found ??= -Number(sent[':status'] ?? 0);
  };
  stream.on('response', take);
  stream.on('trailers', take);
  stream.on('error', () => {});
  stream.resume();
  if (cut) {
    stream.write(data);
    setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), 20);
  } else stream.end(data);
  await new Promise((resolve) => stream.once('close', resolve));
  return found;
}

function sessionWith(port: number): ClientHttp2Session {
  const session = connectHttp2(`http://127.0.0.1:${port}`);
  session.on('error', () => {});
  onTestFinished(() => session.destroy());
  return session;
}

function framed(message: Uint8Array, { compressed = 0, length = message.length } = {}): Buffer {
  const head = Buffer.alloc(5);
  head[0] = compressed;
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, message]);
}

describe('a server that is sent nonsense', () => {
  it.each([
    ['bytes without a meaning', noise(20_000, 1)],
    ['HTTP/1.1', Buffer.from('GET /graphql HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['the beginning of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, ...noise(300, 2)])],
    ['half a preface', PREFACE.subarray(0, 10)],
    ['a preface and noise', Buffer.concat([PREFACE, NO_SETTINGS, noise(20_000, 3)])],
    ['half a frame', Buffer.concat([PREFACE, NO_SETTINGS, Buffer.from([0, 0, 50, 1, 4, 0, 0, 0, 1, 0x82])])],
    [
      'a frame that is too long',
      Buffer.concat([PREFACE, NO_SETTINGS, Buffer.from([0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 1])]),
    ],
    ['data of no stream', Buffer.concat([PREFACE, NO_SETTINGS, Buffer.from([0, 0, 4, 0, 1, 0, 0, 0, 5, 1, 2, 3, 4])])],
    [
      'headers that do not decode',
      Buffer.concat([PREFACE, NO_SETTINGS, Buffer.from([0, 0, 4, 1, 5, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff])]),
    ],
  ])('closes a connection of %s, and answers the next', async (_what, bytes) => {
    const { port, stillAnswers } = await start();

    await pour(port, bytes);

    await stillAnswers();
  });

  it.each<[string, Record<string, string>, Uint8Array, number | undefined]>([
    ['a message that ends early', {}, framed(Buffer.from([1]), { length: 10 }), undefined],
    ['a length of 4 GiB', {}, framed(Buffer.alloc(10), { length: 0xffff_ffff }), status.RESOURCE_EXHAUSTED],
    ['no message', {}, Buffer.alloc(0), status.UNIMPLEMENTED],
    ['two messages', {}, Buffer.concat([framed(Buffer.alloc(0)), framed(Buffer.alloc(0))]), status.UNIMPLEMENTED],
    [
      'an unknown compression',
      { 'grpc-encoding': 'br' },
      framed(Buffer.from([1, 2]), { compressed: 1 }),
      status.UNIMPLEMENTED,
    ],
    [
      'compression that is none',
      { 'grpc-encoding': 'gzip' },
      framed(noise(100, 4), { compressed: 1 }),
      status.INTERNAL,
    ],
    [
      'compression that is cut off',
      { 'grpc-encoding': 'gzip' },
      framed(gzipSync(Buffer.alloc(500)).subarray(0, 12), { compressed: 1 }),
      status.INTERNAL,
    ],
    [
      'little that unpacks to much',
      { 'grpc-encoding': 'gzip' },
      framed(gzipSync(Buffer.alloc(50_000_000)), { compressed: 1 }),
      status.RESOURCE_EXHAUSTED,
    ],
    ['a path of another service', { ':path': '/other.Service/Call' }, framed(Buffer.alloc(0)), status.UNIMPLEMENTED],
    ['a path that is no text', { ':path': '/\u00e9\u00ff%00' }, framed(Buffer.alloc(0)), status.UNIMPLEMENTED],
    ['a time limit that is none', { 'grpc-timeout': 'soon' }, framed(Buffer.alloc(0)), status.INTERNAL],
    ['the content type of a browser', { 'content-type': 'text/plain' }, framed(Buffer.alloc(0)), -415],
  ])('answers a call with %s, and the next', async (_what, headers, data, expected) => {
    const { port, stillAnswers } = await start();
    const session = sessionWith(port);

    const ending = await send(session, headers, data, expected === undefined);

    expect(ending).toBe(expected);
    expect(await send(session, {}, framed(Buffer.alloc(0)))).toBe(status.OK);
    await stillAnswers();
  });

  it('lives through calls that are broken off and thousands of connections, and keeps none of them', async () => {
    const { port, stillAnswers } = await start();
    await stillAnswers();
    const handlesBefore = process.getActiveResourcesInfo().length;

    for (let round = 0; round < 20; round += 1) {
      const sockets = await Promise.all(Array.from({ length: 100 }, () => dial(port)));
      for (const [index, socket] of sockets.entries()) {
        if (index % 2 === 0) socket.write(Buffer.concat([PREFACE, NO_SETTINGS]));
        if (index % 3 === 0) socket.resetAndDestroy();
        else socket.destroy();
      }
    }
    const session = sessionWith(port);
    await Promise.all(
      Array.from({ length: 90 }, () => send(session, {}, framed(Buffer.alloc(9), { length: 10 }), true)),
    );
    session.destroy();

    await stillAnswers();
    await expect.poll(() => process.getActiveResourcesInfo().length).toBeLessThan(handlesBefore + 20);
  });
});
