import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { type ErrorCode, GRPC_STATUS, MetadataError } from '../../../src/errors.js';
import { openStore } from '../../../src/mlmd/open.js';
import { openChannel } from '../../../src/mlmd/wire/client/channel.js';
import { RpcError } from '../../../src/mlmd/wire/client/rpc-error.js';
import { readGrpcSettings } from '../../../src/mlmd/wire/client/settings.js';
import type { RequestOf, ResponseOf } from '../../../src/mlmd/wire/rpc.js';
import { RPCS } from '../../../src/mlmd/wire/rpc.js';
import type { WriteRpc } from '../../../src/mlmd/wire/server/handlers.js';
import { storeService } from '../../../src/mlmd/wire/server/store-service.js';
import { temporaryFolder } from '../../support/backends.js';
import { tableRows, updateTimes } from '../../support/table-rows.js';
import { messageOf } from '../../support/write-request.js';
import { LineProcess } from './line-process.js';

/** One write to make on both sides. */
export interface Step {
  /** What is special about it. */
  readonly name: string;
  readonly rpc: WriteRpc;
  /** Proto JSON, or the message itself where JSON cannot say it. */
  readonly request: object;
  /** Our code, where the engine's is another and the decision to differ is written down. */
  readonly weSay?: ErrorCode;
}

/** The engine and our service, each over a new store of its own. */
export interface BothWriters {
  /** Makes a write on both sides and expects the same of both: the answer or the status, and all rows. */
  agree(step: Step): Promise<void>;
}

/** Starts both; they end with the test. */
export async function writeToBoth(python: string): Promise<BothWriters> {
  const folder = await temporaryFolder();
  const [theirPath, ourPath] = [join(folder, 'theirs.db'), join(folder, 'ours.db')];
  const server = new LineProcess(python, 'engine_server.py', theirPath);
  onTestFinished(() => server.end());
  const channel = openChannel(readGrpcSettings(`grpc://127.0.0.1:${await server.line()}?retries=0`));
  onTestFinished(() => channel.close());
  const store = await openStore(`sqlite:${ourPath}`, { readOnly: false });
  onTestFinished(() => store.close());
  const service = storeService(store, { duplicateEvents: 'reject' });

  return {
    agree: async ({ name, rpc, request, weSay }) => {
      const [theirTimes, ourTimes] = [updateTimes(theirPath), updateTimes(ourPath)];
      // So that a time that moves is another.
      await sleep(2);
      const message = messageOf(rpc, request);
      const handle = service[rpc] as (message: RequestOf<WriteRpc>) => Promise<ResponseOf<WriteRpc>>;

      const theirs = await outcome(rpc, () => channel.call(rpc, message));
      const ours = await outcome(rpc, () => handle(message));

      const agreed = weSay === undefined ? theirs : { status: GRPC_STATUS[weSay] };
      if (weSay !== undefined) expect({ name, outcome: theirs }).not.toEqual({ name, outcome: agreed });
      expect({ name, outcome: ours }).toEqual({ name, outcome: agreed });
      expect({ name, rows: rowsOf(ourPath) }).toEqual({ name, rows: rowsOf(theirPath) });
      const moved = { ours: movedSince(ourTimes, ourPath), theirs: movedSince(theirTimes, theirPath) };
      expect({ name, moved: moved.ours }).toEqual({ name, moved: moved.theirs });
    },
  };
}

async function outcome(rpc: WriteRpc, call: () => Promise<ResponseOf<WriteRpc>>): Promise<object> {
  try {
    const reply = await call();
    return RPCS[rpc].responseDeserialize((RPCS[rpc].responseSerialize as (reply: object) => Buffer)(reply));
  } catch (error) {
    if (error instanceof RpcError) return { status: error.status };
    if (error instanceof MetadataError) return { status: GRPC_STATUS[error.code] };
    throw error;
  }
}

/** All rows. Memberships have no number that is told, and the engine's have no order; that of no artifact is a slip. */
function rowsOf(path: string): object {
  const { Attribution = [], Association = [], ParentContext = [], ...rows } = tableRows(path);
  const pairs = (list: readonly unknown[]) =>
    (list as readonly Readonly<Record<string, bigint>>[])
      .filter(({ artifact_id }) => artifact_id !== -1n)
      .map(({ context_id, artifact_id, execution_id, parent_context_id }) =>
        [context_id, artifact_id, execution_id, parent_context_id].join(),
      )
      .sort();
  return { ...rows, Attribution: pairs(Attribution), Association: pairs(Association), links: pairs(ParentContext) };
}

/** The nodes whose time of the last update is another than before. */
function movedSince(before: ReadonlyMap<string, number>, path: string): readonly string[] {
  const changed = [...updateTimes(path)].filter(([node, time]) => before.has(node) && before.get(node) !== time);
  return changed.map(([node]) => node);
}
