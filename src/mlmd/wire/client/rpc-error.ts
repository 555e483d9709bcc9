import { type ServiceError, status } from '@grpc/grpc-js';
import { type ErrorCode, MetadataError } from '../../../errors.js';
import { isWrite, type Rpc } from '../rpc.js';

/** A call that failed, with what the service said of it. */
export class RpcError extends MetadataError {
  readonly rpc: Rpc;
  /** gRPC's status, such as 14. That of the service where it answered. */
  readonly status: number;
  /** The status's text as it came. It may embed SQL and requests: for logs, and for those who asked in the protocol. */
  readonly text: string;
  /** Whether this is a write that may have been made all the same. */
  readonly mayHaveHappened: boolean;

  constructor(rpc: Rpc, failure: ServiceError, wasSent: boolean) {
    const meant = statusOf(failure, wasSent);
    const { code, says, isAnswer } = meaningOf(meant, failure.details);
    const mayHaveHappened = isWrite(rpc) && wasSent && !isAnswer;
    super(code, mayHaveHappened ? `${says} ${MAY_HAVE_HAPPENED}` : says, { cause: failure });
    this.rpc = rpc;
    this.status = meant;
    this.text = failure.details;
    this.mayHaveHappened = mayHaveHappened;
  }
}

const MAY_HAVE_HAPPENED =
  'What was to be written may have been written; repeating it is safe only for what has an identity of its own.';

interface Meaning {
  readonly code: ErrorCode;
  /** Shown to API users; the service's own words follow where the second member says so. */
  readonly says: string;
  /** Whether the service answered so itself, having undone what the call did until then. */
  readonly isAnswer: boolean;
}

function meaningOf(code: number, details: string): Meaning {
  const { own, ...meaning } = MEANINGS.get(code) ?? UNFORESEEN;
  const text = own === 'SHOWN' ? firstLineOf(details) : '';
  return text === '' ? meaning : { ...meaning, says: `${meaning.says.slice(0, -1)}: ${text}` };
}

/**
 * The status that a failure amounts to. A call that could not be sent in time did not find the service. And grpc-js has
 * other words for a stream that broke off, as most do when a service on Node is stopped, and says `INTERNAL` of an answer
 * that cannot be read, where the engine's `INTERNAL` is an answer.
 */
function statusOf({ code, details }: ServiceError, wasSent: boolean): number {
  if (code === status.DEADLINE_EXCEEDED && !wasSent) return status.UNAVAILABLE;
  if (code === status.CANCELLED && details === 'Call cancelled') return status.UNAVAILABLE;
  if (code !== status.INTERNAL) return code;
  if (/^(Received RST_STREAM|Failed to start HTTP\/2 stream)/.test(details)) return status.UNAVAILABLE;
  return details.startsWith('Response message parsing error') ? status.UNKNOWN : code;
}

/** Most characters of the service's words that are shown. */
const MAX_SHOWN = 300;

/** The engine's texts go on with whole requests from the second line on, and with SQL where a statement failed. */
function firstLineOf(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/);
  if (line.includes('executing query')) return '';
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

const UNFORESEEN = meaning('INTERNAL', 'The MLMD service failed.', { isAnswer: false });

const MEANINGS: ReadonlyMap<number, Meaning & { readonly own: 'SHOWN' | 'LOGGED' }> = new Map([
  [status.CANCELLED, meaning('UNAVAILABLE', 'The call to the MLMD service was cancelled.', { isAnswer: false })],
  [status.UNKNOWN, UNFORESEEN],
  [status.INVALID_ARGUMENT, meaning('INVALID_ARGUMENT', 'The MLMD service refuses the request.', { own: 'SHOWN' })],
  [
    status.DEADLINE_EXCEEDED,
    // A request of ours that takes too long is something else: here it is the store that does not answer.
    meaning('UNAVAILABLE', 'The MLMD service did not answer in time.', { isAnswer: false }),
  ],
  [status.NOT_FOUND, meaning('NOT_FOUND', 'The MLMD service does not have what was asked for.', { own: 'SHOWN' })],
  [status.ALREADY_EXISTS, meaning('ALREADY_EXISTS', 'The MLMD service has this already.')],
  [status.PERMISSION_DENIED, meaning('PERMISSION_DENIED', 'The MLMD service does not permit this.')],
  [
    status.RESOURCE_EXHAUSTED,
    meaning('RESOURCE_EXHAUSTED', 'A limit of the MLMD service, or of the size of its answers, is reached.', {
      isAnswer: false,
    }),
  ],
  [
    status.FAILED_PRECONDITION,
    meaning('FAILED_PRECONDITION', 'The MLMD service is not in the state that this needs.', { own: 'SHOWN' }),
  ],
  [status.ABORTED, meaning('ABORTED', 'The MLMD service is busy and undid the call; try again.')],
  [status.OUT_OF_RANGE, meaning('OUT_OF_RANGE', 'The MLMD service refuses the request.', { own: 'SHOWN' })],
  [status.UNIMPLEMENTED, meaning('UNIMPLEMENTED', 'The MLMD service does not offer this.')],
  [status.INTERNAL, meaning('INTERNAL', 'The MLMD service failed.')],
  [status.UNAVAILABLE, meaning('UNAVAILABLE', 'The MLMD service cannot be reached.', { isAnswer: false })],
  [status.DATA_LOSS, meaning('DATA_LOSS', "The MLMD service's data is damaged.")],
  [status.UNAUTHENTICATED, meaning('PERMISSION_DENIED', 'The MLMD service does not accept our credentials.')],
]);

function meaning(
  code: ErrorCode,
  says: string,
  { isAnswer = true, own = 'LOGGED' }: { readonly isAnswer?: boolean; readonly own?: 'SHOWN' | 'LOGGED' } = {},
) {
  return { code, says, isAnswer, own };
}
