import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Metadata, ServerCredentials } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/backends.js';
import { serveAnswers, type TestService } from '../../../support/grpc-service.js';
import { channelTo, failureOf } from './support/channel.js';

const NO_ARTIFACTS = { artifacts: [], nextPageToken: undefined };
const CLIENT = `cert=${file('client.pem')}&key=${file('client.key')}`;
const TRUSTED = `ca=${file('ca.pem')}&server-name=mlmd.test`;

describe('a channel over TLS', () => {
  it('trusts an authority of our own, for the name that the certificate is for', async () => {
    const { port } = await serveTls();

    expect(await channelTo(port, TRUSTED, 'grpcs').call('getArtifacts', {})).toEqual(NO_ARTIFACTS);
  });

  it.each([
    ['whose authority is unknown', 'server-name=mlmd.test'],
    ['that another authority signed', `ca=${file('other-ca.pem')}&server-name=mlmd.test`],
    ['that is for another host', `ca=${file('ca.pem')}`],
    ['that is for another name', `ca=${file('ca.pem')}&server-name=other.test`],
  ])('does not talk to a service with a certificate %s', async (_what, query) => {
    const { port } = await serveTls();

    const failure = await failureOf(
      channelTo(port, `${query}&retries=0`, 'grpcs').call('putArtifacts', { artifacts: [] }),
    );

    expect(failure).toMatchObject({ code: 'UNAVAILABLE', mayHaveHappened: false });
  });

  it('shows a client certificate where the service asks for one', async () => {
    const { port } = await serveTls({ asksForCertificates: true });

    expect(await channelTo(port, `${TRUSTED}&${CLIENT}`, 'grpcs').call('getArtifacts', {})).toEqual(NO_ARTIFACTS);
  });

  it('is turned away without the certificate that the service asks for', async () => {
    const { port } = await serveTls({ asksForCertificates: true });

    const failure = await failureOf(channelTo(port, `${TRUSTED}&retries=0`, 'grpcs').call('getArtifacts', {}));

    expect(failure.code).toBe('UNAVAILABLE');
  });

  it.each([
    [`ca=${file('none.pem')}`, `The parameter 'ca' names '${file('none.pem')}', which cannot be read.`],
    [`ca=${file('ORIGIN.md')}`, `The parameter 'ca' names '${file('ORIGIN.md')}', which holds no certificate in PEM.`],
    [`ca=${file('server.key')}`, `'${file('server.key')}', which holds no certificate in PEM.`],
    [`cert=${file('server.key')}&key=${file('server.key')}`, "The parameter 'cert' names"],
    [`cert=${file('client.pem')}&key=${file('client.pem')}`, 'which holds no private key in PEM.'],
    [`cert=${file('client.pem')}&key=${file('server.key')}`, "('cert' and 'key' in its URL) do not belong together."],
  ])('is not opened with wrong files: %s', (query, message) => {
    expect(() => channelTo(1, query, 'grpcs')).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
    );
  });
});

describe('what is sent with each call', () => {
  it('is the metadata that the URL names, and the token', async () => {
    const { port, seen } = await serveSeen();

    await channelTo(port, 'plain-token=true&token=secret&metadata=x-a:1&metadata=x-a:2').call('getArtifacts', {});

    expect(seen).toMatchObject([{ authorization: 'Bearer secret', 'x-a': '1, 2' }]);
  });

  it("is a file's token as it is then, also once it was replaced as Kubernetes does", async () => {
    const { port, seen } = await serveSeen();
    const path = join(await temporaryFolder(), 'token');
    await writeFile(path, 'first\n');
    const channel = channelTo(port, `plain-token=true&token-file=${path}`);

    await channel.call('getArtifacts', {});
    await writeFile(`${path}.new`, 'other\n');
    await rename(`${path}.new`, path);
    await channel.call('getArtifacts', {});

    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer other']);
  });

  it('is nothing when the token is gone, and the call fails before it is sent', async () => {
    const { port, seen } = await serveSeen();
    const path = join(await temporaryFolder(), 'token');
    await writeFile(path, 'first');
    const channel = channelTo(port, `plain-token=true&token-file=${path}`);
    await rm(path);

    await expect(channel.call('getArtifacts', {})).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    expect(seen).toEqual([]);
  });

  it.each(['', 'two words'])('cannot be a token file that holds no token: %j', async (text) => {
    const path = join(await temporaryFolder(), 'token');
    await writeFile(path, text);

    expect(() => channelTo(1, `token-file=${path}`, 'grpcs')).toThrow(`names '${path}', which holds no token.`);
  });
});

function serveTls({ asksForCertificates = false } = {}): Promise<TestService> {
  const pair = { cert_chain: readFileSync(file('server.pem')), private_key: readFileSync(file('server.key')) };
  const credentials = ServerCredentials.createSsl(readFileSync(file('ca.pem')), [pair], asksForCertificates);
  return serveAnswers({ getArtifacts: () => NO_ARTIFACTS }, { credentials });
}

/** A service that keeps what came with each call, repeated names joined. */
async function serveSeen() {
  const seen: Record<string, string>[] = [];
  const service = await serveAnswers({
    getArtifacts: (_request, metadata: Metadata) => {
      const names = Object.keys(metadata.getMap());
      seen.push(Object.fromEntries(names.map((name) => [name, metadata.get(name).join(', ')])));
      return NO_ARTIFACTS;
    },
  });
  return { port: service.port, seen };
}

function file(name: string): string {
  return fileURLToPath(new URL(`../../../fixtures/tls/${name}`, import.meta.url));
}
