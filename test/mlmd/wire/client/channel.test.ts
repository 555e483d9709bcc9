import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refusal, serveAnswers } from '../../../support/grpc-service.js';
import { channelTo, failureOf } from './support/channel.js';

const NO_ARTIFACTS = { artifacts: [], artifactTypes: [] };
const WRITE = { artifacts: [] };

describe('a call', () => {
  it('has the answer of the service', async () => {
    const { port } = await serveAnswers({ putArtifacts: () => ({ artifactIds: [2n ** 62n] }) });

    const answer = await channelTo(port).call('putArtifacts', WRITE);

    expect(answer).toEqual({ artifactIds: [2n ** 62n] });
  });

  it.each(['UNAVAILABLE', 'ABORTED', 'DEADLINE_EXCEEDED'] as const)('that reads is repeated on %s', async (code) => {
    let calls = 0;
    const { port } = await serveAnswers({
      getArtifactsById: () => {
        calls += 1;
        if (calls < 3) throw refusal(code);
        return NO_ARTIFACTS;
      },
    });

    const answer = await channelTo(port).call('getArtifactsById', { artifactIds: [1n] });

    expect(answer).toEqual(NO_ARTIFACTS);
    expect(calls).toBe(3);
  });

  it.each([
    ['CANCELLED', 'UNAVAILABLE'],
    ['UNKNOWN', 'INTERNAL'],
    ['INVALID_ARGUMENT', 'INVALID_ARGUMENT'],
    ['NOT_FOUND', 'NOT_FOUND'],
    ['ALREADY_EXISTS', 'ALREADY_EXISTS'],
    ['PERMISSION_DENIED', 'PERMISSION_DENIED'],
    ['RESOURCE_EXHAUSTED', 'RESOURCE_EXHAUSTED'],
    ['FAILED_PRECONDITION', 'FAILED_PRECONDITION'],
    ['OUT_OF_RANGE', 'OUT_OF_RANGE'],
    ['UNIMPLEMENTED', 'UNIMPLEMENTED'],
    ['INTERNAL', 'INTERNAL'],
    ['DATA_LOSS', 'DATA_LOSS'],
    ['UNAUTHENTICATED', 'PERMISSION_DENIED'],
  ] as const)('that reads is not repeated on %s, which is told as %s', async (code, told) => {
    let calls = 0;
    const { port } = await serveAnswers({
      getArtifacts: () => {
        calls += 1;
        throw refusal(code);
      },
    });

    const failure = await failureOf(channelTo(port).call('getArtifacts', {}));

    expect(failure).toMatchObject({ code: told, text: 'as the test says', mayHaveHappened: false });
    expect(calls).toBe(1);
  });

  it('is given up after so many retries', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      getArtifacts: () => {
        calls += 1;
        throw refusal('UNAVAILABLE');
      },
    });

    const failure = await failureOf(channelTo(port, 'retries=2').call('getArtifacts', {}));

    expect(failure).toMatchObject({ code: 'UNAVAILABLE', message: 'The MLMD service cannot be reached.' });
    expect(calls).toBe(3);
  });

  it('that the service leaves unanswered ends with its deadline', async () => {
    const { port } = await serveAnswers({ getArtifacts: () => new Promise(() => {}) });

    const failure = await failureOf(channelTo(port, 'deadline-ms=200').call('getArtifacts', {}));

    expect(failure).toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The MLMD service did not answer in time.',
      mayHaveHappened: false,
    });
  });

  it('may be given less time than the settings give, but not more', async () => {
    const { port } = await serveAnswers({ getArtifacts: () => new Promise(() => {}) });
    const patient = channelTo(port);
    const hasty = channelTo(port, 'deadline-ms=100');

    const [less, more] = await Promise.all([
      failureOf(patient.call('getArtifacts', {}, { deadlineMs: 100 })),
      failureOf(hasty.call('getArtifacts', {}, { deadlineMs: 1_000_000 })),
    ]);

    expect([less.code, more.code]).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  });

  it('that reads is asked again within its deadline when one attempt gets no answer', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      getArtifacts: async () => {
        calls += 1;
        if (calls === 1) await new Promise(() => {});
        return { artifacts: [], nextPageToken: 'again' };
      },
    });

    const answer = await channelTo(port, 'attempt-ms=100').call('getArtifacts', {});

    expect(answer.nextPageToken).toBe('again');
  });
});

describe('a write', () => {
  it('is repeated when the service undid it', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      putArtifacts: () => {
        calls += 1;
        if (calls < 3) throw refusal('ABORTED');
        return { artifactIds: [1n] };
      },
    });

    const answer = await channelTo(port).call('putArtifacts', WRITE);

    expect(answer.artifactIds).toEqual([1n]);
    expect(calls).toBe(3);
  });

  it.each(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'CANCELLED', 'UNKNOWN'] as const)(
    'is not repeated on %s once it was sent, and says that it may have happened',
    async (code) => {
      let calls = 0;
      const { port } = await serveAnswers({
        putArtifacts: () => {
          calls += 1;
          throw refusal(code);
        },
      });

      const failure = await failureOf(channelTo(port).call('putArtifacts', WRITE));

      expect(failure).toMatchObject({ code: code === 'UNKNOWN' ? 'INTERNAL' : 'UNAVAILABLE', mayHaveHappened: true });
      expect(failure.message).toContain('may have been written; repeating it is safe only for what has an identity');
      expect(calls).toBe(1);
    },
  );

  it('is repeated on UNAVAILABLE where its caller says that twice is as good as once', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      putArtifactType: () => {
        calls += 1;
        if (calls === 1) throw refusal('UNAVAILABLE');
        return { typeId: 7n };
      },
    });

    const answer = await channelTo(port).call('putArtifactType', {}, { isIdempotent: true });

    expect(answer.typeId).toBe(7n);
    expect(calls).toBe(2);
  });

  it('stays in doubt when its repetition surely did nothing', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      putArtifactType: () => {
        calls += 1;
        throw refusal(calls === 1 ? 'UNAVAILABLE' : 'ABORTED');
      },
    });

    const writing = channelTo(port, 'retries=1').call('putArtifactType', {}, { isIdempotent: true });

    expect(await failureOf(writing)).toMatchObject({ code: 'UNAVAILABLE', mayHaveHappened: true });
    expect(calls).toBe(2);
  });

  it('that gets no answer may have happened, and is not sent again', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      putArtifacts: () => {
        calls += 1;
        return new Promise(() => {});
      },
    });

    const failure = await failureOf(channelTo(port, 'deadline-ms=300&attempt-ms=50').call('putArtifacts', WRITE));

    expect(failure).toMatchObject({ code: 'UNAVAILABLE', mayHaveHappened: true });
    expect(calls).toBe(1);
  });

  it('that found no service is repeated until there is one', async () => {
    const gone = await serveAnswers({});
    gone.stop();
    const channel = channelTo(gone.port, 'retries=20');

    const writing = channel.call('putArtifacts', WRITE);
    await sleep(300);
    await serveAnswers({ putArtifacts: () => ({ artifactIds: [1n] }) }, { port: gone.port });

    expect(await writing).toEqual({ artifactIds: [1n] });
  });

  it('that never found a service surely did not happen', async () => {
    const gone = await serveAnswers({});
    gone.stop();

    const failure = await failureOf(channelTo(gone.port).call('putArtifacts', WRITE));

    expect(failure).toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The MLMD service cannot be reached.',
      mayHaveHappened: false,
    });
  });

  it('surely did not happen where something listens that never speaks', async () => {
    const sockets = new Set<Socket>();
    const mute = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      mute.close();
    });
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as { port: number };

    const failure = await failureOf(channelTo(port, 'deadline-ms=300').call('putArtifacts', WRITE));

    expect(failure).toMatchObject({ code: 'UNAVAILABLE', mayHaveHappened: false });
  });
});

describe('what the service says', () => {
  it.each(['INVALID_ARGUMENT', 'NOT_FOUND', 'FAILED_PRECONDITION', 'OUT_OF_RANGE'] as const)(
    'is shown for %s, its first line and 300 characters at most',
    async (code) => {
      const said = ['Unrecognized name: bogus\nid: 7', 'x'.repeat(1_000)];
      const { port } = await serveAnswers({
        getArtifacts: () => {
          throw refusal(code, said.shift());
        },
      });
      const channel = channelTo(port);

      const short = await failureOf(channel.call('getArtifacts', {}));
      const long = await failureOf(channel.call('getArtifacts', {}));

      expect(short.message).toMatch(/: Unrecognized name: bogus$/);
      expect(short.text).toBe('Unrecognized name: bogus\nid: 7');
      expect(long.message).toMatch(/: x{300}…$/);
    },
  );

  it.each(['ALREADY_EXISTS', 'INTERNAL', 'INVALID_ARGUMENT'] as const)(
    'is kept from users where it holds SQL: %s',
    async (code) => {
      const said = 'Error when executing query: no such function query: SELECT 1';
      const { port } = await serveAnswers({
        getArtifacts: () => {
          throw refusal(code, said);
        },
      });

      const failure = await failureOf(channelTo(port).call('getArtifacts', {}));

      expect(failure.message).not.toContain('SELECT');
      expect(failure.text).toBe(said);
    },
  );
});

describe('the limits of a channel', () => {
  it('let so many calls go at once, and the others in the order they came', async () => {
    const seen: string[] = [];
    let underWay = 0;
    let most = 0;
    const { port } = await serveAnswers({
      getArtifactType: async ({ typeName = '' }) => {
        underWay += 1;
        most = Math.max(most, underWay);
        seen.push(typeName);
        await sleep(10);
        underWay -= 1;
        return {};
      },
    });
    const channel = channelTo(port, 'max-calls=2');
    const names = Array.from({ length: 12 }, (_, place) => `${place}`);

    await Promise.all(names.map((typeName) => channel.call('getArtifactType', { typeName })));

    expect(most).toBe(2);
    expect(seen).toEqual(names);
  });

  it('refuse a call when too many wait', async () => {
    const { port } = await serveAnswers({ getArtifacts: () => new Promise(() => {}) });
    const channel = channelTo(port, 'max-calls=1&max-waiting=1&deadline-ms=300');
    const before = [channel.call('getArtifacts', {}), channel.call('getArtifacts', {})].map((call) =>
      call.catch((error: Error) => error),
    );

    await expect(channel.call('getArtifacts', {})).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      details: { limit: 'max-waiting', max: 1 },
    });

    // The one that never got its turn met its deadline waiting.
    expect(await Promise.all(before)).toMatchObject([{ code: 'UNAVAILABLE' }, { code: 'UNAVAILABLE' }]);
  });

  it('refuse a request that is too long before it is sent', async () => {
    let calls = 0;
    const { port } = await serveAnswers({
      putArtifacts: () => {
        calls += 1;
        return { artifactIds: [] };
      },
    });
    const artifact = { uri: 'x'.repeat(2_000), properties: new Map(), customProperties: new Map() };

    const call = channelTo(port, 'max-message-bytes=1024').call('putArtifacts', { artifacts: [artifact] });

    await expect(call).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      details: { limit: 'max-message-bytes', max: 1024 },
    });
    expect(calls).toBe(0);
  });

  it('refuse an answer that is too long, and take one of more than 4 MiB', async () => {
    const { port } = await serveAnswers({
      getArtifacts: () => ({ artifacts: [], nextPageToken: 'x'.repeat(5 * 2 ** 20) }),
    });

    const long = await channelTo(port).call('getArtifacts', {});
    const tooLong = await failureOf(channelTo(port, 'max-message-bytes=1048576').call('getArtifacts', {}));

    expect(long.nextPageToken).toHaveLength(5 * 2 ** 20);
    expect(tooLong.code).toBe('RESOURCE_EXHAUSTED');
  });
});

describe('closing', () => {
  it('ends the calls under way, waiting and yet to come', async () => {
    const { port } = await serveAnswers({ getArtifacts: () => new Promise(() => {}) });
    const channel = channelTo(port, 'max-calls=1');
    const calls = [channel.call('getArtifacts', {}), channel.call('getArtifacts', {})].map((call) =>
      call.catch((error: Error) => error),
    );
    await sleep(50);

    channel.close();

    expect(await Promise.all(calls)).toMatchObject([{ code: 'UNAVAILABLE' }, { code: 'UNAVAILABLE' }]);
    await expect(channel.call('getArtifacts', {})).rejects.toMatchObject({ message: 'The store is closed.' });
  });
});
