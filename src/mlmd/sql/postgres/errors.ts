import { type ErrorCode, MetadataError } from '../../../errors.js';
import { PassingFailure } from '../passing-failure.js';
import { UniqueViolation } from '../unique-violation.js';

/** The parts of an error of the driver that are looked at; those of the server's own have an SQLSTATE as their code. */
interface DriverError {
  readonly code?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly constraint?: string;
}

/** A transaction in which a statement failed takes no more, and its COMMIT is a ROLLBACK. */
export const IN_FAILED_TRANSACTION = '25P02';

/** The server was asked to write where it may not: after a failover, that was the primary. */
export const READ_ONLY_TRANSACTION = '25006';

/** What the driver says when a server that was asked to encrypt does not. */
const NO_TLS = 'The server does not support SSL connections';

/** Of a server that was not heard of in time; it may be doing what it was asked for all the same. */
const SILENCES: ReadonlySet<string> = new Set(['Query read timeout', 'timeout expired', 'The server does not answer']);

/** Whether a connection failed because the server does not encrypt. */
export function lacksTls(error: unknown): boolean {
  return partsOf(error).message === NO_TLS;
}

/** Whether a statement failed only because one before it in the transaction had. */
export function isEcho(error: unknown): boolean {
  return partsOf(error).code === IN_FAILED_TRANSACTION;
}

/** Whether a pooler lost the server: it says so by an SQLSTATE that the server itself has no use for. */
export function isLostBehind(error: unknown): boolean {
  const { code = '' } = partsOf(error);
  // CockroachDB says of a commit that nobody knows what became of it: statement_completion_unknown.
  return isOfClass(code, '08') || code === '40003';
}

/**
 * What callers are told of an error of the driver.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function toMetadataError(cause: unknown): MetadataError {
  if (cause instanceof MetadataError) return cause;
  const { code = '', message = '' } = partsOf(cause);
  if (code === '23505') return uniqueViolation(partsOf(cause), cause);
  const known = REFUSALS.find(({ states }) =>
    states.some((state) => code === state || (state.length === 2 && isOfClass(code, state))),
  );
  if (known !== undefined) {
    const Kind = known.passing === true ? PassingFailure : MetadataError;
    return new Kind(known.code, known.says, { cause });
  }
  if (SILENCES.has(message)) return new MetadataError('UNAVAILABLE', 'The store does not answer.', { cause });
  if (message === NO_TLS) {
    return new MetadataError('UNAVAILABLE', "The store's server does not encrypt connections.", { cause });
  }
  if (message.startsWith('SASL')) return new MetadataError('UNAVAILABLE', 'The store asks for a password.', { cause });
  if (isOfTls(code)) {
    return new MetadataError('UNAVAILABLE', `The store's certificate is not accepted (${code}).`, { cause });
  }
  if (isOfNetwork(code, message)) return new PassingFailure('UNAVAILABLE', 'The store cannot be reached.', { cause });
  return new MetadataError('INTERNAL', 'The store could not carry out a statement.', { cause });
}

function partsOf(error: unknown): DriverError {
  return typeof error === 'object' && error !== null ? error : {};
}

function isOfClass(code: string, prefix: string): boolean {
  return code.length === 5 && code.startsWith(prefix);
}

/** `Key (type_id, name)=(10, a) already exists.`, in the server's language. */
function uniqueViolation({ detail = '', constraint = '' }: DriverError, cause: unknown): UniqueViolation {
  const [, columns] = /\(([^()]*)\)=\(/.exec(detail) ?? [];
  // Without the right to read the table there is no detail, but the constraint is named after the column.
  const fallback = constraint.includes('external_id') ? 'external_id' : '';
  return new UniqueViolation((columns ?? fallback).split(', '), undefined, { cause });
}

/** Node's and OpenSSL's codes for certificates. */
function isOfTls(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|.*(_CERT|_CERTIFICATE|_SIGNATURE|ISSUER)(_|$))/.test(code) || code === 'EPROTO';
}

function isOfNetwork(code: string, message: string): boolean {
  return /^E[A-Z_]+$/.test(code) || /^(Connection terminated|Client (was closed|has encountered))/.test(message);
}

/** A class of SQLSTATEs has two characters. */
interface Refusal {
  readonly states: readonly string[];
  readonly code: ErrorCode;
  readonly says: string;
  readonly passing?: boolean;
}

const REFUSALS: readonly Refusal[] = [
  {
    states: ['40001', '40P01'],
    code: 'ABORTED',
    says: 'The store gave way to another writer; try again.',
    passing: true,
  },
  { states: ['55P03'], code: 'ABORTED', says: 'The store is busy with another program; try again.', passing: true },
  { states: [READ_ONLY_TRANSACTION], code: 'UNAVAILABLE', says: 'The store cannot be written now.', passing: true },
  { states: ['53300', '57P03'], code: 'UNAVAILABLE', says: 'The store takes no more connections now.', passing: true },
  {
    states: ['08', '57P01', '57P02', '57P05', '25P03'],
    code: 'UNAVAILABLE',
    says: 'The store lost its connection; try again.',
    passing: true,
  },
  { states: ['57014'], code: 'DEADLINE_EXCEEDED', says: 'The store did not answer in time.' },
  { states: ['28'], code: 'UNAVAILABLE', says: 'The store refuses the user or the password.' },
  { states: ['3D000'], code: 'NOT_FOUND', says: 'There is no such database.' },
  { states: ['42501'], code: 'PERMISSION_DENIED', says: "The store's user may not do this." },
  { states: ['22003'], code: 'OUT_OF_RANGE', says: 'A number is beyond what the store can hold.' },
  {
    states: ['22012', '22P02', '22011', '22023', '2201B', '22025', '22019'],
    code: 'INVALID_ARGUMENT',
    says: 'The filter asks for what cannot be computed.',
  },
  { states: ['22021', '22P05'], code: 'INVALID_ARGUMENT', says: 'A text has a character that the store cannot hold.' },
  {
    states: ['22001'],
    code: 'INVALID_ARGUMENT',
    says: 'A name, version or externalId has more than the 255 characters that the store can hold.',
  },
  {
    states: ['54000'],
    code: 'INVALID_ARGUMENT',
    says: 'A uri or a string property is longer than the store can index, about 2,700 bytes.',
  },
  { states: ['54001', '53400'], code: 'RESOURCE_EXHAUSTED', says: 'The filter is more than the store can compute.' },
  { states: ['53'], code: 'UNAVAILABLE', says: "The store's disk or memory is full." },
  { states: ['XX001', 'XX002'], code: 'DATA_LOSS', says: 'The store is damaged; restore a backup.' },
];
