import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { callBytes, clientOf, openStream, startServer } from './support/grpc.js';

const CHECK = '/grpc.health.v1.Health/Check';
const WATCH = '/grpc.health.v1.Health/Watch';
const LIST = '/grpc.health.v1.Health/List';

/** HealthCheckRequest { service }, and HealthCheckResponse { status }. */
function request(service: string): Buffer {
  return Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)]);
}
const SERVING = Buffer.from([0x08, 1]);
const NOT_SERVING = Buffer.from([0x08, 2]);
const SERVICE_UNKNOWN = Buffer.from([0x08, 3]);

describe('the health service', () => {
  it.each(['', 'ml_metadata.MetadataStoreService'])('says of %j whether the store answers', async (service) => {
    let isReady = true;
    const { address } = await startServer({}, { isReady: async () => isReady });
    const client = clientOf(address);

    expect(await callBytes(client, CHECK, request(service))).toEqual({ reply: SERVING });
    isReady = false;
    expect(await callBytes(client, CHECK, request(service))).toEqual({ reply: NOT_SERVING });
    isReady = true;
    expect(await callBytes(client, CHECK, request(service))).toEqual({ reply: SERVING });
  });

  it('does not know of other services', async () => {
    const { address } = await startServer();
    const client = clientOf(address);

    expect(await callBytes(client, CHECK, request('other'))).toMatchObject({ code: status.NOT_FOUND });
    const watch = openStream(client, WATCH, request('other'));
    expect(await watch.next()).toEqual(SERVICE_UNKNOWN);
  });

  it('lists what it knows of', async () => {
    const { address } = await startServer();

    const ending = await callBytes(clientOf(address), LIST, Buffer.alloc(0));

    expect('reply' in ending && ending.reply.includes('ml_metadata.MetadataStoreService')).toBe(true);
  });

  it('tells those who watch that the server stops, lets them go, and does not wait for anyone', async () => {
    const { address, stop } = await startServer({}, { drainMs: 60_000 });
    const watch = openStream(clientOf(address), WATCH, request(''));
    const idle = clientOf(address);
    await callBytes(idle, CHECK, request(''));
    expect(await watch.next()).toEqual(SERVING);

    const stopped = stop();

    expect(await watch.next()).toEqual(NOT_SERVING);
    expect(await watch.next()).toBeUndefined();
    expect(await stopped).toBe(true);
  });
});
