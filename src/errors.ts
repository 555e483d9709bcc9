import { toKebabCase } from './kebab-case.js';

/**
 * Why an operation failed. The first thirteen are gRPC's codes as MLMD uses them; the rest are finer kinds that an
 * API user needs to tell apart. A new one needs a row in {@link GRPC_STATUS} and in {@link GRAPHQL_CODE}.
 */
export type ErrorCode =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'PERMISSION_DENIED'
  | 'FAILED_PRECONDITION'
  | 'ABORTED'
  | 'OUT_OF_RANGE'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNAVAILABLE'
  | 'DATA_LOSS'
  | 'RESOURCE_EXHAUSTED'
  | 'DEADLINE_EXCEEDED'
  /** A property value of another type than its node's type declares, or a property it does not declare. */
  | 'TYPE_MISMATCH'
  /** A type definition that the stored one cannot evolve into. */
  | 'TYPE_CONFLICT'
  /** A name that several nodes bear. */
  | 'AMBIGUOUS'
  /** A write to a store that was opened for reading only. */
  | 'READ_ONLY';

/** The codes of gRPC, by number, that {@link ErrorCode} maps to. Source: google/rpc/code.proto. */
export const GRPC_STATUS: Readonly<Record<ErrorCode, number>> = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  TYPE_MISMATCH: 3,
  TYPE_CONFLICT: 6,
  AMBIGUOUS: 9,
  READ_ONLY: 7,
};

/** `extensions.code` of a GraphQL error. */
export type GraphQLErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'TYPE_MISMATCH'
  | 'TYPE_CONFLICT'
  | 'AMBIGUOUS'
  | 'FAILED_PRECONDITION'
  | 'LIMIT_EXCEEDED'
  | 'READ_ONLY'
  | 'UNAVAILABLE'
  | 'DEADLINE_EXCEEDED'
  | 'UNSUPPORTED'
  | 'INTERNAL_SERVER_ERROR';

/** What a GraphQL client sees for each code. `ABORTED` is a busy store there: try again. */
export const GRAPHQL_CODE: Readonly<Record<ErrorCode, GraphQLErrorCode>> = {
  INVALID_ARGUMENT: 'BAD_USER_INPUT',
  DEADLINE_EXCEEDED: 'DEADLINE_EXCEEDED',
  NOT_FOUND: 'NOT_FOUND',
  ALREADY_EXISTS: 'ALREADY_EXISTS',
  // What a service behind us does not permit. A store that is opened for reading only says READ_ONLY.
  PERMISSION_DENIED: 'FAILED_PRECONDITION',
  RESOURCE_EXHAUSTED: 'LIMIT_EXCEEDED',
  FAILED_PRECONDITION: 'FAILED_PRECONDITION',
  ABORTED: 'UNAVAILABLE',
  OUT_OF_RANGE: 'BAD_USER_INPUT',
  UNIMPLEMENTED: 'UNSUPPORTED',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
  UNAVAILABLE: 'UNAVAILABLE',
  DATA_LOSS: 'INTERNAL_SERVER_ERROR',
  TYPE_MISMATCH: 'TYPE_MISMATCH',
  TYPE_CONFLICT: 'TYPE_CONFLICT',
  AMBIGUOUS: 'AMBIGUOUS',
  READ_ONLY: 'READ_ONLY',
};

/** What a {@link MetadataError} may carry beside its message. */
export interface MetadataErrorOptions extends ErrorOptions {
  /** Path of the offending input as the caller wrote it, e.g. `input.outputs.0.artifact.dataSet.name`. */
  readonly argument?: string;
  /** Facts that a program may want, shown to API users beside the code, e.g. which limit and its value. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/**
 * A failure we foresaw and can explain. `message` is shown to API users as it stands: name the
 * thing and the value; leave SQL, hosts, file paths and credentials to `cause`, which is only logged.
 */
export class MetadataError extends Error {
  override readonly name: string = 'MetadataError';
  readonly code: ErrorCode;
  readonly argument: string | undefined;
  readonly details: Readonly<Record<string, string | number>> | undefined;

  constructor(code: ErrorCode, message: string, options?: MetadataErrorOptions) {
    super(message, options);
    this.code = code;
    this.argument = options?.argument;
    this.details = options?.details;
  }
}

/**
 * The refusal of more than a limit allows.
 *
 * @param what - what was too much, as the subject of a sentence: `Page size`.
 * @param limit - the limit's name as `server.limits` has it; the flag that sets it is the same in kebab case.
 * @returns a `RESOURCE_EXHAUSTED` whose message and details name the limit, its value and its setting.
 */
export function limitExceeded(
  what: string,
  value: number,
  limit: { readonly name: string; readonly max: number },
  options?: MetadataErrorOptions,
): MetadataError {
  const setting = `--${toKebabCase(limit.name)}`;
  return new MetadataError('RESOURCE_EXHAUSTED', `${what} ${value} is over the limit of ${limit.max} (${setting}).`, {
    ...options,
    details: { limit: limit.name, value, max: limit.max, setting },
  });
}
