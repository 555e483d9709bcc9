import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Calls } from '../../src/mlmd/wire/rpc.js';
import { channelTo, failureOf } from '../mlmd/wire/client/support/channel.js';
import { startLoad } from '../mlmd/wire/client/support/load.js';
import { temporaryFolder } from '../support/backends.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { LineProcess } from './support/line-process.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata', 'grpc');

describe.skipIf(python === undefined)('a channel to the real engine', () => {
  it('has its answers, and the reasons of its refusals without SQL', async () => {
    const { port } = await startEngine(join(await temporaryFolder(), 'mlmd.db'));
    const channel = channelTo(port);
    const typeId = await registerType(channel);
    const artifact = { typeId, name: 'rows', properties: new Map(), customProperties: new Map() };
    await channel.call('putArtifacts', { artifacts: [artifact] });

    const { artifacts } = await channel.call('getArtifacts', {});
    const missing = await failureOf(channel.call('getArtifactType', { typeName: 'none' }));
    const filter = { filterQuery: 'bogus = 3' };
    const wrong = await failureOf(channel.call('getArtifacts', { options: filter }));
    const repeated = await failureOf(channel.call('putArtifacts', { artifacts: [artifact] }));

    expect(artifacts).toMatchObject([{ name: 'rows', type: 'Rows' }]);
    expect(missing).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('No type found for query') });
    expect(wrong).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('Unrecognized name: bogus'),
    });
    expect(repeated).toMatchObject({ code: 'ALREADY_EXISTS', message: 'The MLMD service has this already.' });
    expect(repeated.text).toContain('INSERT INTO');
  });

  it('is used again when the engine was killed under load and started anew, with nothing written twice', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    let engine = await startEngine(path);
    const proxy = await TcpProxy.to(engine.port);
    const channel = channelTo(proxy.port, 'retries=20');
    const load = startLoad(channel, await registerType(channel));

    for (let round = 0; round < 2; round += 1) {
      await sleep(500);
      await engine.process.kill();
      engine = await startEngine(path);
      proxy.target = engine.port;
    }
    await sleep(500);
    const { done, unknown, failedReads } = await load.end();

    const stored = await storedUris(channel);
    expect(new Set(stored).size).toBe(stored.length);
    expect(done.length).toBeGreaterThan(0);
    expect(stored).toEqual(expect.arrayContaining([...done]));
    expect(unknown).toEqual(expect.arrayContaining(stored.filter((uri) => !done.includes(uri))));
    expect(failedReads).toEqual([]);
  });
});

async function startEngine(path: string): Promise<{ readonly port: number; readonly process: LineProcess }> {
  const process = new LineProcess(python ?? '', 'engine_server.py', path);
  onTestFinished(() => process.end());
  return { port: Number(await process.line()), process };
}

async function registerType(calls: Calls): Promise<bigint> {
  const artifactType = { name: 'Rows', properties: new Map() };
  const { typeId } = await calls.call('putArtifactType', { artifactType });
  return typeId ?? 0n;
}

async function storedUris(calls: Calls): Promise<readonly string[]> {
  const uris: string[] = [];
  for (
    let nextPageToken: string | undefined = '';
    nextPageToken !== undefined && (uris.length === 0 || nextPageToken !== '');
  ) {
    const page: { artifacts: readonly { uri?: string | undefined }[]; nextPageToken?: string | undefined } =
      await calls.call('getArtifacts', { options: { maxResultSize: 100, nextPageToken } });
    uris.push(...page.artifacts.map(({ uri = '' }) => uri));
    nextPageToken = page.nextPageToken;
  }
  return uris;
}
