import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, GRPC_STATUS, MetadataError } from '../../../../src/errors.js';
import { RPCS, type Rpc } from '../../../../src/mlmd/wire/rpc.js';
import { call, callBytes, clientOf, startServer } from './support/grpc.js';

/** A promise and its end. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const NO_TYPES = { artifactTypes: [] };

describe('a call', () => {
  it('is answered with what its handler says to what was sent', async () => {
    const { address } = await startServer({
      getArtifactsById: async ({ artifactIds }) => ({
        artifacts: artifactIds.map((id) => artifact(id)),
        artifactTypes: [],
      }),
    });
    const request = RPCS.getArtifactsById.requestSerialize({
      artifactIds: [7n, 2n ** 62n],
      populateArtifactTypes: undefined,
      transactionOptions: undefined,
    });

    const ending = await call(clientOf(address), 'getArtifactsById', request);

    const reply = RPCS.getArtifactsById.responseDeserialize('reply' in ending ? ending.reply : Buffer.alloc(0));
    expect(reply.artifacts.map(({ id }) => id)).toEqual([7n, 2n ** 62n]);
  });

  it.each(Object.entries(GRPC_STATUS) as [ErrorCode, number][])(
    'fails as %s with the status %i and the message',
    async (code, number) => {
      const { address } = await startServer({
        getArtifactTypes: async () => {
          throw new MetadataError(code, "There is no type 'é'.", { cause: new Error('secret') });
        },
      });

      expect(await call(clientOf(address), 'getArtifactTypes')).toEqual({
        code: number,
        details: "There is no type 'é'.",
      });
    },
  );

  it('fails as INTERNAL with nothing but an id, which the log has too, for a mistake of ours', async () => {
    const { address, lines } = await startServer({
      getArtifactTypes: async () => {
        throw new Error('select secret');
      },
    });

    const ending = await call(clientOf(address), 'getArtifactTypes');

    expect(ending).toEqual({ code: status.INTERNAL, details: expect.stringMatching(/^Internal error [0-9a-f-]{36}$/) });
    const [line] = lines().filter(({ msg }) => msg === 'call failed unexpectedly');
    expect(ending).toMatchObject({ details: `Internal error ${line?.errorId}` });
    expect(JSON.stringify(line)).toContain('select secret');
  });

  // Half a character in a status ends the process inside gRPC's library; a header that is too long, the connection.
  it.each([
    ['half a character', '\ud83d is no name.', '\ufffd is no name.'],
    ['a long text', '名'.repeat(100_000), `${'名'.repeat(800)}…`],
    ['a long text cut within a character', `x${'\u{1f600}'.repeat(1000)}`, `x${'\u{1f600}'.repeat(399)}\ufffd…`],
  ])('fails with a message that can travel, for %s', async (_what, message, details) => {
    const { address } = await startServer({
      getArtifactTypes: async () => {
        throw new MetadataError('NOT_FOUND', message);
      },
    });

    expect(await call(clientOf(address), 'getArtifactTypes')).toEqual({ code: status.NOT_FOUND, details });
  });

  it.each([
    ['is no message', [0xff, 0xff]],
    ['ends in the middle', [0x0a, 0x05, 0x12]],
    ['has a field 0', [0x00, 0x01]],
    ['ends a group that never began', [0x0c]],
    ['nests too deeply', Array(5000).fill([0x0b]).flat()],
    // artifact_type { name: "\xff" }
    ['has a string that is not UTF-8', [0x0a, 0x03, 0x12, 0x01, 0xff]],
  ])('fails as INVALID_ARGUMENT where its request %s, and its handler is not asked', async (_what, bytes) => {
    let asked = 0;
    const { address } = await startServer({
      putArtifactType: async () => {
        asked += 1;
        return { typeId: 1n };
      },
    });

    expect(await call(clientOf(address), 'putArtifactType', Buffer.from(bytes))).toEqual({
      code: status.INVALID_ARGUMENT,
      details: 'The request cannot be decoded.',
    });
    expect(asked).toBe(0);
  });

  it('that no service has is UNIMPLEMENTED', async () => {
    const { address } = await startServer();

    const ending = await callBytes(
      clientOf(address),
      '/ml_metadata.MetadataStoreService/DeleteArtifacts',
      Buffer.alloc(0),
    );

    expect(ending).toMatchObject({ code: status.UNIMPLEMENTED });
  });

  it('is refused as RESOURCE_EXHAUSTED where it sends, or would get, more than a message may hold', async () => {
    const { address } = await startServer(
      { getArtifactTypes: async () => ({ artifactTypes: [{ ...artifactType(), name: 'x'.repeat(3000) }] }) },
      { maxMessageBytes: 2000 },
    );
    const client = clientOf(address);

    expect(await call(client, 'getArtifactTypes', Buffer.alloc(2001))).toMatchObject({
      code: status.RESOURCE_EXHAUSTED,
    });
    expect(await call(client, 'getArtifactTypes')).toEqual({
      code: status.RESOURCE_EXHAUSTED,
      details: expect.stringMatching(
        /^A reply of bytes 30\d\d is over the limit of 2000 \(--grpc-max-message-bytes\)\.$/,
      ),
    });
  });

  it('whose time is over is DEADLINE_EXCEEDED, and the server answers the next', async () => {
    const { opened, open } = gate();
    const { address } = await startServer({
      getArtifactTypes: () => opened.then(() => NO_TYPES),
      getContextTypes: async () => ({ contextTypes: [] }),
    });
    const client = clientOf(address);

    expect(await call(client, 'getArtifactTypes', Buffer.alloc(0), 100)).toMatchObject({
      code: status.DEADLINE_EXCEEDED,
    });
    open();

    expect(await call(client, 'getContextTypes')).toEqual({ reply: Buffer.alloc(0) });
  });
});

describe('a read-only service', () => {
  it('refuses every call that writes, whatever it sends, and answers those that read', async () => {
    const { address } = await startServer({ getArtifactTypes: async () => NO_TYPES }, { readOnly: true });
    const client = clientOf(address);
    const writes = (Object.keys(RPCS) as Rpc[]).filter((rpc) => rpc.startsWith('put'));

    const endings = await Promise.all(writes.map((rpc) => call(client, rpc, Buffer.from([0xff]))));

    expect(endings).toEqual(
      writes.map(() => ({ code: status.PERMISSION_DENIED, details: 'This service is read-only.' })),
    );
    expect(writes).toHaveLength(12);
    expect(await call(client, 'getArtifactTypes')).toEqual({ reply: Buffer.alloc(0) });
  });
});

describe('stopping', () => {
  it('answers the calls under way, takes no new ones, and says that all were answered', async () => {
    const [called, released] = [gate(), gate()];
    const { address, stop } = await startServer({
      getArtifactTypes: async () => {
        called.open();
        await released.opened;
        return NO_TYPES;
      },
    });
    const client = clientOf(address);
    const underWay = call(client, 'getArtifactTypes');
    await called.opened;

    const stopped = stop();
    const refused = await call(clientOf(address), 'getArtifactTypes');
    released.open();

    expect(refused).toMatchObject({ code: status.UNAVAILABLE });
    expect(await underWay).toEqual({ reply: Buffer.alloc(0) });
    expect(await stopped).toBe(true);
  });

  it('cuts what is not answered in time, and says so', async () => {
    const called = gate();
    const { address, stop } = await startServer(
      {
        getArtifactTypes: () => {
          called.open();
          return new Promise(() => {});
        },
      },
      { drainMs: 50 },
    );
    const underWay = call(clientOf(address), 'getArtifactTypes');
    await called.opened;

    expect(await stop()).toBe(false);
    expect(await underWay).toMatchObject({ code: status.UNAVAILABLE });
  });
});

function artifactType() {
  return {
    id: undefined,
    name: undefined,
    version: undefined,
    description: undefined,
    externalId: undefined,
    properties: new Map(),
    baseType: undefined,
  };
}

function artifact(id: bigint) {
  return {
    id,
    typeId: undefined,
    type: undefined,
    uri: undefined,
    properties: new Map(),
    customProperties: new Map(),
    state: undefined,
    name: undefined,
    externalId: undefined,
    createTimeSinceEpoch: undefined,
    lastUpdateTimeSinceEpoch: undefined,
    systemMetadata: undefined,
  };
}
