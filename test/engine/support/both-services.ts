import { expect, onTestFinished } from 'vitest';
import { GRPC_STATUS, MetadataError } from '../../../src/errors.js';
import { openStore } from '../../../src/mlmd/open.js';
import { openChannel } from '../../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../../src/mlmd/wire/client/settings.js';
import {
  type LineageGraph,
  ListOperationNextPageToken,
} from '../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { type Calls, type RequestOf, type ResponseOf, RPCS, type Rpc } from '../../../src/mlmd/wire/rpc.js';
import type { Handlers } from '../../../src/mlmd/wire/server/handlers.js';
import { storeService } from '../../../src/mlmd/wire/server/store-service.js';
import { LineProcess } from './line-process.js';

/** One file, served by the engine and by us. */
export interface BothServices {
  readonly theirs: Calls;
  readonly ours: Handlers;
  /** Expects the same answer of both, or the same status. @returns ours; undefined where both refuse. */
  agree<R extends Rpc>(rpc: R, request: RequestOf<R>): Promise<ResponseOf<R> | undefined>;
}

/** Serves a file, which exists, until the test is over. */
export async function serveBoth(python: string, path: string): Promise<BothServices> {
  const server = new LineProcess(python, 'engine_server.py', path);
  onTestFinished(() => server.end());
  const theirs = openChannel(readGrpcSettings(`grpc://127.0.0.1:${await server.line()}`));
  onTestFinished(() => theirs.close());
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  const ours = storeService(store, { duplicateEvents: 'reject' });
  return {
    theirs,
    ours,
    agree: async (rpc, request) => {
      const answer = await outcome(() => theirs.call(rpc, request));
      const handle = ours[rpc] as (given: typeof request) => Promise<ResponseOf<typeof rpc>>;

      const answered = await outcome(() => handle(request));

      expect({ rpc, request, ...comparable(rpc, answered) }).toEqual({ rpc, request, ...comparable(rpc, answer) });
      return 'reply' in answered ? answered.reply : undefined;
    },
  };
}

type Outcome<R extends Rpc> = { readonly reply: ResponseOf<R> } | { readonly status: number };

async function outcome<R extends Rpc>(call: () => Promise<ResponseOf<R>>): Promise<Outcome<R>> {
  try {
    return { reply: await call() };
  } catch (error) {
    if (error instanceof MetadataError) return { status: GRPC_STATUS[error.code] };
    throw error;
  }
}

/** An outcome as it is on the wire, without what the engine tells of types in some answers only, and sorted where it has no order. */
function comparable<R extends Rpc>(rpc: R, outcome: Outcome<R>): object {
  if ('status' in outcome) return outcome;
  const { responseSerialize, responseDeserialize } = RPCS[rpc] as unknown as {
    readonly responseSerialize: (reply: ResponseOf<R>) => Buffer;
    readonly responseDeserialize: (bytes: Buffer) => ResponseOf<R>;
  };
  const reply = withReadableToken(responseDeserialize(responseSerialize(outcome.reply)));
  if ('lineageSubgraph' in reply)
    return { reply: fieldsOf(reply.lineageSubgraph as LineageGraph, withoutExtras, sorted) };
  if (rpc === 'getArtifactsByUri') return { reply: fieldsOf(reply, sorted) };
  return { reply: /TypesById$|Type$/.test(rpc) ? reply : fieldsOf(reply, withoutExtras) };
}

/** The engine lists the ids of a token in no order, and not all of them. */
function withReadableToken<T extends object>(reply: T): T {
  if (!('nextPageToken' in reply) || !reply.nextPageToken) return reply;
  const token = ListOperationNextPageToken.decode(Buffer.from(String(reply.nextPageToken), 'base64url'));
  return { ...reply, nextPageToken: { ...token, listedIds: token.listedIds.length > 0 } };
}

function fieldsOf(
  message: object,
  ...changes: readonly ((list: readonly object[], field: string) => unknown)[]
): object {
  const changed = (value: unknown, field: string) =>
    Array.isArray(value) ? changes.reduce((list, change) => change(list as object[], field) as object[], value) : value;
  return Object.fromEntries(Object.entries(message).map(([field, value]) => [field, changed(value, field)]));
}

function withoutExtras(list: readonly object[], field: string): readonly object[] {
  if (!field.endsWith('Types')) return list;
  return list.map((type) => ({ ...type, externalId: undefined, baseType: undefined }));
}

function sorted(list: readonly object[]): readonly object[] {
  const keyOf = (item: object) =>
    JSON.stringify(item, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return [...list].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
