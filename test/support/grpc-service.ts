import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceError,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { onTestFinished } from 'vitest';
import { type RequestOf, type ResponseOf, RPCS, type Rpc } from '../../src/mlmd/wire/rpc.js';

/** What a service of a test answers; a call that is not here is UNIMPLEMENTED. */
export type Answers = {
  readonly [R in Rpc]?: (request: RequestOf<R>, metadata: Metadata) => ResponseOf<R> | Promise<ResponseOf<R>>;
};

/** A service that answers, fails and keeps silent as a test says: what no store can be made to do on demand. */
export interface TestService {
  readonly port: number;
  /** Ends it at once, with all its connections. */
  stop(): void;
}

/** Serves on 127.0.0.1 until the test is over, on any free port unless one is given. */
export async function serveAnswers(
  answers: Answers,
  { port = 0, credentials = ServerCredentials.createInsecure() } = {},
): Promise<TestService> {
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  const handlers = Object.fromEntries(
    Object.entries(answers).map(([rpc, answer]) => [rpc, handlerOf(answer as Answer)]),
  ) as UntypedServiceImplementation;
  server.addService(RPCS, handlers);
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, credentials, (error, at) => (error === null ? resolve(at) : reject(error)));
  });
  const stop = () => server.forceShutdown();
  onTestFinished(stop);
  return { port: bound, stop };
}

/** A status to throw from an answer. */
export function refusal(code: keyof typeof status, details = 'as the test says'): Partial<ServiceError> {
  return { code: status[code], details };
}

type Answer = (request: unknown, metadata: Metadata) => unknown;

function handlerOf(answer: Answer) {
  return async (call: ServerUnaryCall<unknown, unknown>, reply: sendUnaryData<unknown>) => {
    try {
      reply(null, await answer(call.request, call.metadata));
    } catch (failure) {
      reply(failure as Partial<ServiceError>);
    }
  };
}
