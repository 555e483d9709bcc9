import { setTimeout as sleep } from 'node:timers/promises';
import { RpcError } from '../../../../../src/mlmd/wire/client/rpc-error.js';
import type { Calls } from '../../../../../src/mlmd/wire/rpc.js';

/** How the calls of a load went; artifacts are told by their URIs. */
export interface LoadResult {
  /** Written, as the service said. */
  readonly done: readonly string[];
  /** Those of which the error says that they may have been written. */
  readonly unknown: readonly string[];
  readonly failedReads: readonly RpcError[];
}

/** Writes an artifact that has no identity, so that writing it twice leaves two. */
export function putArtifact(calls: Calls, uri: string, typeId = 0n) {
  return calls.call('putArtifacts', {
    artifacts: [{ typeId, uri, properties: new Map(), customProperties: new Map() }],
  });
}

/** Reads and writes, several at once, until it is ended. */
export function startLoad(calls: Calls, typeId?: bigint): { end(): Promise<LoadResult> } {
  const done: string[] = [];
  const unknown: string[] = [];
  const failedReads: RpcError[] = [];
  let isOver = false;
  let count = 0;
  const writer = async () => {
    while (!isOver) {
      count += 1;
      const uri = `artifact ${count}`;
      try {
        await putArtifact(calls, uri, typeId);
        done.push(uri);
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        if (error.mayHaveHappened) unknown.push(uri);
      }
    }
  };
  const reader = async () => {
    while (!isOver) {
      await calls.call('getArtifacts', {}).catch((error: RpcError) => failedReads.push(error));
      await sleep(1);
    }
  };
  const all = Promise.all([writer(), writer(), writer(), reader(), reader()]);
  return {
    end: async () => {
      isOver = true;
      await all;
      return { done, unknown, failedReads };
    },
  };
}
