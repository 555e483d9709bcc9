import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readGrpcSettings } from '../../../../src/mlmd/wire/client/settings.js';

describe("a service's URL", () => {
  it('says where it is, and the rest is as we think best', () => {
    expect(readGrpcSettings('grpc://mlmd.example.org:8080')).toEqual({
      target: 'mlmd.example.org:8080',
      tls: undefined,
      token: undefined,
      metadata: [],
      deadlineMs: 10_000,
      attemptMs: 5_000,
      keepaliveMs: 5_000,
      maxMessageBytes: 104_857_600,
      maxCalls: 32,
      maxWaiting: 10_000,
      retries: 4,
      batchSize: 1_000,
      maxScan: 20_000,
    });
  });

  it('says everything else as parameters', () => {
    const numbers =
      'deadline-ms=1&attempt-ms=2&keepalive-ms=1000&max-message-bytes=4096&max-calls=5&max-waiting=0&retries=7&batch-size=8&max-scan=9';
    const settings = readGrpcSettings(
      `grpcs://[::1]:443?ca=%2Fca.pem&cert=/c.pem&key=/k.pem&server-name=mlmd.test&token-file=/t&metadata=x-a:b:c&metadata=x-a:%20d&${numbers}`,
    );

    expect(settings).toEqual({
      target: '[::1]:443',
      tls: { ca: '/ca.pem', cert: '/c.pem', key: '/k.pem', serverName: 'mlmd.test' },
      token: { kind: 'FILE', path: '/t' },
      metadata: [
        ['x-a', 'b:c'],
        ['x-a', ' d'],
      ],
      deadlineMs: 1,
      attemptMs: 2,
      keepaliveMs: 1_000,
      maxMessageBytes: 4_096,
      maxCalls: 5,
      maxWaiting: 0,
      retries: 7,
      batchSize: 8,
      maxScan: 9,
    });
  });

  it('cannot be changed once read', () => {
    const settings = readGrpcSettings('grpcs://h:1?token=t&metadata=a:b');

    expect(
      [settings, settings.tls, settings.token, settings.metadata, settings.metadata[0]].every(Object.isFrozen),
    ).toBe(true);
  });

  it('takes a token as it stands, with the + that a form would read as a space', () => {
    expect(readGrpcSettings('grpcs://h:1?token=a+b/c==').token).toEqual({ kind: 'TEXT', text: 'a+b/c==' });
  });

  it('may send a token over a connection that something else encrypts', () => {
    expect(readGrpcSettings('grpc://h:1?token=t&plain-token=true').token).toEqual({ kind: 'TEXT', text: 't' });
  });

  it.each([
    ['http://h:1', "The store's URL is not that of a service; write grpc://HOST:PORT or grpcs://HOST:PORT."],
    ['grpc:h:1', 'not that of a service'],
    ['grpc://h:1#x', 'not that of a service'],
    ['grpc://h', "names 'h' where a host and a port belong"],
    ['grpc://:8080', "names ':8080'"],
    ['grpc://h:0', "names 'h:0'"],
    ['grpc://h:65536', "names 'h:65536'"],
    ['grpc://::1:8080', "names '::1:8080'"],
    ['grpc://a%2Fb:1', "names 'a%2Fb:1'"],
    ['grpc://h:1/mlmd', "has the path '/mlmd'"],
    ['grpc://h:1?colour=red', "The parameter 'colour' is unknown; there are: ca, cert, key, server-name, token"],
    ['grpc://h:1?retries=1&retries=2', "The parameter 'retries' is given twice."],
    ['grpc://h:1?retries=', "The parameter 'retries' has no value."],
    ['grpc://h:1?retries', "The parameter 'retries' has no value."],
    ['grpc://h:1?retries=-1', "The parameter 'retries' is '-1'; expected a whole number from 0 to 20."],
    [
      'grpc://h:1?deadline-ms=1e3',
      "The parameter 'deadline-ms' is '1e3'; expected a whole number from 1 to 2147483647.",
    ],
    ['grpc://h:1?max-calls=0', "The parameter 'max-calls' is '0'; expected a whole number from 1 to 10000."],
    ['grpc://h:1?ca=/ca.pem', "The parameter 'ca' is for TLS, which grpc:// does not use; write grpcs://."],
    ['grpcs://h:1?cert=/c.pem', "The parameter 'cert' is given without 'key'"],
    ['grpcs://h:1?key=/k.pem', "The parameter 'key' is given without 'cert'"],
    ['grpcs://h:1?server-name=a:b', "The parameter 'server-name' is 'a:b'; expected a host name"],
    ['grpcs://h:1?token=t&token-file=/t', "Give one of the parameters 'token' and 'token-file'."],
    ['grpc://h:1?token-file=/t', "The parameter 'token-file' with grpc:// sends a secret readable; write grpcs://"],
    ['grpc://h:1?plain-token=yes', "The parameter 'plain-token' is 'yes'; expected true or false."],
    ['grpc://h:1?ca=%', "The parameter 'ca' has a '%' that encodes nothing"],
    ['grpc://h:1?metadata=x', "The parameter 'metadata' names ''; expected name:value"],
    ['grpc://h:1?metadata=X-A:b', "The parameter 'metadata' names 'X-A'"],
    ['grpc://h:1?metadata=grpc-timeout:1', "The parameter 'metadata' names 'grpc-timeout'"],
    ['grpc://h:1?metadata=x-bin:1', "The parameter 'metadata' names 'x-bin'"],
    ['grpc://h:1?metadata=authorization:b', "The parameter 'metadata' names 'authorization'; see 'token'"],
    ['grpc://h:1?metadata=x:%0A', "The value of the metadata 'x' is not printable ASCII, or empty."],
  ])('is refused where it is wrong: %s', (url, message) => {
    expect(() => readGrpcSettings(url)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
    );
  });

  it.each([
    'grpc://me:geheim@h:1',
    'grpcs://h:1?token=geheim%20',
    'grpc://h:1?token=geheim',
    'grpc://h:1?metadata=a:geheim%0A',
  ])('is refused without telling what is secret: %s', (url) => {
    expect(() => readGrpcSettings(url)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('geheim') }),
    );
  });
});

it('has every parameter in docs/stores.md, with its default', async () => {
  const page = await readFile(new URL('../../../../docs/stores.md', import.meta.url), 'utf8');
  const { target: _target, tls: _tls, token: _token, metadata: _metadata, ...numbers } = readGrpcSettings('grpc://h:1');
  const told = new Map(
    [
      ...page.slice(page.indexOf('## An MLMD service')).matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| ([^|]*) \|/gm),
    ].flatMap(([, names = '', values = '']) => {
      const defaults = values.split(', ');
      return names.split(', ').map((name, place) => [name.slice(1, -1), defaults[place] ?? defaults[0]] as const);
    }),
  );
  const parameters = parametersThatAreKnown();

  expect(parameters.filter((name) => !told.has(name))).toEqual([]);
  for (const [name, value] of Object.entries(numbers)) {
    expect(told.get(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))).toBe(`${value}`);
  }
});

function parametersThatAreKnown(): readonly string[] {
  try {
    readGrpcSettings('grpc://h:1?none=1');
  } catch (error) {
    return (error as Error).message.replace(/^.*there are: (.*)\.$/, '$1').split(', ');
  }
  throw new Error('an unknown parameter was not refused');
}
