import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChannelCredentials, credentials, status } from '@grpc/grpc-js';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RPCS } from '../../src/mlmd/wire/rpc.js';
import { call, callBytes, clientOf } from '../mlmd/wire/server/support/grpc.js';
import { ask, grpcAddressOf, run, serve, temporaryFolder } from './support/command.js';

const TLS = fileURLToPath(new URL('../fixtures/tls/', import.meta.url));
const [CERT, KEY, CA] = ['server.pem', 'server.key', 'ca.pem'].map((name) => join(TLS, name));
/** The host that the certificate is for. */
const NAME = { 'grpc.ssl_target_name_override': 'mlmd.test' };
const HEALTH = '/grpc.health.v1.Health/Check';
const SERVING = { reply: Buffer.from([0x08, 1]) };

const PUT_TYPE = RPCS.putArtifactType.requestSerialize({ artifactType: { name: 'Thing', properties: new Map() } });

/** An artifact, an execution, both of types that every new store of ours has, and the event between them. */
const NODE = { properties: new Map(), customProperties: new Map() };
const PUT_STEP = RPCS.putLineageSubgraph.requestSerialize({
  artifacts: [{ ...NODE, typeId: 1n }],
  executions: [{ ...NODE, typeId: 5n }],
  contexts: [],
  eventEdges: [{ artifactIndex: 0, executionIndex: 0, event: { type: 3 } }],
});

describe('--grpc-port', () => {
  it("serves MLMD's own protocol beside GraphQL, over the same store", async () => {
    const served = await serve(['--grpc-port', '0'], { cwd: await temporaryFolder() });
    const client = clientOf(grpcAddressOf(served));

    expect(await call(client, 'putArtifactType', PUT_TYPE)).toMatchObject({ reply: expect.any(Buffer) });

    expect(await callBytes(client, HEALTH, Buffer.alloc(0))).toEqual(SERVING);
    expect(await ask(served.url, '{ types(kind: ARTIFACT, last: 1) { nodes { name } } }')).toEqual({
      data: { types: { nodes: [{ name: 'Thing' }] } },
    });
  });

  it('refuses writes with --read-only, and answers reads', async () => {
    const cwd = await temporaryFolder();
    const first = await serve([], { cwd });
    first.child.kill('SIGTERM');
    await first.exited;
    const served = await serve(['--grpc-port', '0', '--read-only'], { cwd });
    const client = clientOf(grpcAddressOf(served));

    expect(await call(client, 'putArtifactType', PUT_TYPE)).toMatchObject({ code: status.PERMISSION_DENIED });
    expect(await call(client, 'getArtifactTypes')).toMatchObject({ reply: expect.any(Buffer) });
  });

  it('serves it over another such service too, and ignores duplicate events there where told so', async () => {
    const upstream = await serve(['--grpc-port', '0'], { cwd: await temporaryFolder() });
    const store = `grpc://${grpcAddressOf(upstream)}`;
    const flags = ['--store', store, '--grpc-port', '0', '--duplicate-events', 'ignore'];
    const served = await serve(flags, { cwd: await temporaryFolder() });
    const client = clientOf(grpcAddressOf(served));

    const put = await call(client, 'putArtifactType', PUT_TYPE);
    expect(await call(clientOf(grpcAddressOf(upstream)), 'putArtifactType', PUT_TYPE)).toEqual(put);
    expect(await call(client, 'putLineageSubgraph', PUT_STEP)).toMatchObject({ reply: expect.any(Buffer) });
    const again = RPCS.putEvents.requestSerialize({ events: [{ artifactId: 1n, executionId: 1n, type: 3 }] });
    expect(await call(client, 'putEvents', again)).toEqual({ reply: Buffer.alloc(0) });
    expect(await call(clientOf(grpcAddressOf(upstream)), 'putEvents', again)).toMatchObject({
      code: status.ALREADY_EXISTS,
    });

    upstream.child.kill('SIGTERM');
    await upstream.exited;
    expect(await callBytes(client, HEALTH, Buffer.alloc(0))).toEqual({ reply: Buffer.from([0x08, 2]) });
    expect(await call(client, 'getArtifactTypes')).toMatchObject({ code: status.UNAVAILABLE });
  });

  it('encrypts with a certificate, and with an authority for clients lets in only whom it has signed', async () => {
    const flags = ['--grpc-tls-cert', CERT, '--grpc-tls-key', KEY, '--grpc-client-ca', CA] as string[];
    const served = await serve(['--grpc-port', '0', ...flags], { cwd: await temporaryFolder() });
    const pem = (name: string) => readFileSync(join(TLS, name));
    const checked = (creds: ChannelCredentials) =>
      callBytes(clientOf(grpcAddressOf(served), creds, NAME), HEALTH, Buffer.alloc(0), 2_000);

    const known = credentials.createSsl(pem('ca.pem'), pem('client.key'), pem('client.pem'));
    const unknown = credentials.createSsl(pem('ca.pem'));
    expect(await checked(known)).toEqual(SERVING);
    expect(await checked(unknown)).not.toHaveProperty('reply');
    expect(await checked(credentials.createInsecure())).not.toHaveProperty('reply');
    expect(await checked(known)).toEqual(SERVING);
  });

  it('SIGTERM answers the calls under way together with the requests, then closes the store and ends with 0', async () => {
    const cwd = await temporaryFolder();
    const served = await serve(['--grpc-port', '0'], { cwd });
    const client = clientOf(grpcAddressOf(served));
    await callBytes(client, HEALTH, Buffer.alloc(0));
    // Held up by another program's lock, so that they are under way when the signal comes.
    const database = new Database(join(cwd, 'mlmd.db'));
    database.exec('begin immediate');
    const underWay = call(client, 'putArtifactType', PUT_TYPE);
    await callBytes(client, HEALTH, Buffer.alloc(0));

    served.child.kill('SIGTERM');
    const isAnswered = () => callBytes(clientOf(grpcAddressOf(served)), HEALTH, Buffer.alloc(0), 1_000);
    await expect.poll(isAnswered).not.toEqual(SERVING);
    database.exec('commit');
    database.close();

    expect(await underWay).toMatchObject({ reply: expect.any(Buffer) });
    expect(await served.exited).toBe(0);
    expect(await readdir(cwd)).toEqual(['mlmd.db']);
  });
});

describe('a wrong start with gRPC', () => {
  it('names the port that is in use, and leaves nothing open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;

    const outcome = await run(['--port', '0', '--grpc-port', `${port}`], { cwd: await temporaryFolder() });

    expect(outcome.stderr).toMatch(
      new RegExp(`^mlmd-graphql: Port ${port} of 127.0.0.1 is in use; .* --grpc-port .*\\n$`),
    );
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
  });

  it.each([
    ['a missing certificate', ['missing.pem', KEY], '--grpc-tls-cert', 'ENOENT'],
    ['a certificate that is none', ['text.pem', KEY], '--grpc-tls-cert', 'holds no certificate'],
    ['a key that is none', [CERT, 'text.pem'], '--grpc-tls-key', 'holds no private key'],
    ['the key of another', [CERT, join(TLS, 'client.key')], '--grpc-tls-key', 'not the key of the certificate'],
    ['an authority that is none', [CERT, KEY, 'text.pem'], '--grpc-client-ca', 'holds no certificate'],
  ])('names %s', async (_what, [cert = '', key = '', ca], ...facts) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'text.pem'), 'a text');
    const files = [
      '--grpc-tls-cert',
      cert,
      '--grpc-tls-key',
      key,
      ...(ca === undefined ? [] : ['--grpc-client-ca', ca]),
    ];

    const outcome = await run(['--port', '0', '--grpc-port', '0', ...files], { cwd });

    expect(outcome.stderr).toMatch(/^mlmd-graphql: [^\n]+\n$/);
    for (const fact of facts) expect(outcome.stderr).toContain(fact);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
  });
});
