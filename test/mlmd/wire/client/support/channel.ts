import { onTestFinished } from 'vitest';
import { type Channel, openChannel } from '../../../../../src/mlmd/wire/client/channel.js';
import { RpcError } from '../../../../../src/mlmd/wire/client/rpc-error.js';
import { readGrpcSettings } from '../../../../../src/mlmd/wire/client/settings.js';

/** A channel to 127.0.0.1 until the test is over; the query is that of the URL. */
export function channelTo(port: number, query = '', scheme = 'grpc'): Channel {
  const channel = openChannel(readGrpcSettings(`${scheme}://127.0.0.1:${port}?${query}`));
  onTestFinished(() => channel.close());
  return channel;
}

/** Why a call failed. */
export async function failureOf(call: Promise<unknown>): Promise<RpcError> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof RpcError) return failure;
  throw new Error('the call did not fail as calls do', { cause: failure });
}
