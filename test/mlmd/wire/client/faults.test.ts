import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openChannel } from '../../../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../../../src/mlmd/wire/client/settings.js';
import { serveAnswers, type TestService } from '../../../support/grpc-service.js';
import { TcpProxy } from '../../../support/tcp-proxy.js';
import { channelTo, failureOf } from './support/channel.js';
import { putArtifact, startLoad } from './support/load.js';

describe('a channel whose service goes away', () => {
  it('reads again by itself when it is back, and never doubles a write', async () => {
    const written: string[] = [];
    let service = await serveWrites(written);
    const channel = channelTo(service.port, 'retries=20');
    const load = startLoad(channel);

    for (let round = 0; round < 6; round += 1) {
      await sleep(150);
      service.stop();
      await sleep(150);
      service = await serveWrites(written, service.port);
    }
    await sleep(300);
    const { done, unknown, failedReads } = await load.end();

    expect(done.length).toBeGreaterThan(0);
    expect(new Set(written).size).toBe(written.length);
    expect(written).toEqual(expect.arrayContaining([...done]));
    // What was written without our being told is among what may have been; the rest surely was not.
    const untold = written.filter((uri) => !done.includes(uri));
    expect(unknown).toEqual(expect.arrayContaining(untold));
    expect(failedReads).toEqual([]);
    expect(await channel.call('getArtifacts', {})).toMatchObject({ nextPageToken: 'here' });
  });

  it('says in the log when it was lost, why, and when it is back', async () => {
    const lines: { level: number; msg: string; err?: { message: string } }[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
    const service = await serveWrites([]);
    service.stop();
    const channel = openChannel(readGrpcSettings(`grpc://127.0.0.1:${service.port}?retries=1`), { log });
    onTestFinished(() => channel.close());

    await failureOf(channel.call('getArtifacts', {}));
    await failureOf(channel.call('getArtifacts', {}));
    await serveWrites([], service.port);
    await expect.poll(() => channel.call('getArtifacts', {}).catch(() => undefined)).toBeDefined();

    expect(lines.map(({ msg }) => msg)).toEqual(['mlmd service cannot be reached', 'mlmd service is reached again']);
    expect(lines[0]?.err?.message).toContain('ECONNREFUSED');
  });

  it('reads through connections that are reset', async () => {
    const service = await serveWrites([]);
    const proxy = await TcpProxy.to(service.port);
    const channel = channelTo(proxy.port);

    for (let reads = 0; reads < 20; reads += 1) {
      const reading = channel.call('getArtifacts', {});
      // At another moment each time: while connecting, sending, waiting.
      await sleep(reads % 5);
      proxy.reset();

      expect(await reading).toMatchObject({ nextPageToken: 'here' });
    }
  });

  it('waits for an answer that comes slowly', async () => {
    const service = await serveWrites([]);
    const proxy = await TcpProxy.to(service.port);
    proxy.delayMs = 60;

    const answers = await Promise.all(Array.from({ length: 20 }, () => channelTo(proxy.port).call('getArtifacts', {})));

    expect(answers).toHaveLength(20);
  });

  it('does not send a write again whose answer was lost', async () => {
    const written: string[] = [];
    const service = await serveWrites(written);
    const proxy = await TcpProxy.to(service.port);
    const channel = channelTo(proxy.port);
    await channel.call('getArtifacts', {});

    proxy.losesReplies = true;
    const writing = failureOf(putArtifact(channel, 'once'));
    await expect.poll(() => written).toEqual(['once']);
    proxy.losesReplies = false;
    proxy.reset();

    expect(await writing).toMatchObject({ code: 'UNAVAILABLE', mayHaveHappened: true });
    expect(await channel.call('getArtifacts', {})).toMatchObject({ nextPageToken: 'here' });
    expect(written).toEqual(['once']);
  });

  it('notices a connection that has gone dead and makes a new one', async () => {
    const service = await serveWrites([]);
    const proxy = await TcpProxy.to(service.port);
    const channel = channelTo(proxy.port, 'keepalive-ms=1000&attempt-ms=10000');
    await channel.call('getArtifacts', {});

    proxy.losesReplies = true;
    const reading = channel.call('getArtifacts', {});
    await sleep(500);
    // Only for connections to come: what is lost on the old one stays lost.
    proxy.deafen();
    proxy.losesReplies = false;

    expect(await reading).toMatchObject({ nextPageToken: 'here' });
  });
});

/** Keeps the URIs of the artifacts that it is given, and takes a moment before it says so. */
function serveWrites(written: string[], port = 0): Promise<TestService> {
  return serveAnswers(
    {
      getArtifacts: () => ({ artifacts: [], nextPageToken: 'here' }),
      putArtifacts: async ({ artifacts }) => {
        written.push(...artifacts.map(({ uri = '' }) => uri));
        await sleep(5);
        return { artifactIds: artifacts.map(() => 1n) };
      },
    },
    { port },
  );
}
