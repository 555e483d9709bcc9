import { type ErrorCode, MetadataError } from '../../../errors.js';
import { PassingFailure } from '../passing-failure.js';
import { UniqueViolation } from '../unique-violation.js';

/** The parts of an error of the driver that are looked at; those of the server's own have a number and a message. */
interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly message?: string;
  readonly sqlMessage?: string;
}

/** A statement that was not sent, because one before it had ended the transaction that it was meant for. */
export class TransactionGone extends Error {}

/** A statement that is longer than the server takes, which is told before it is sent: the server would hang up. */
export class StatementTooLong extends Error {}

/** A server that was not heard of in time; it may be doing what it was asked for all the same. */
export class ServerSilent extends Error {}

/** The server rolled the whole transaction back. */
const DEADLOCK = 1213;
/** Only the statement was rolled back, which leaves half a transaction. */
const LOCK_WAIT = 1205;

/** Whether an error ends the transaction that the statement was a part of. */
export function endsTransaction(error: unknown): boolean {
  const { errno } = partsOf(error);
  return errno === DEADLOCK || errno === LOCK_WAIT;
}

/** Whether the server was asked to write where it may not: after a failover, that was the primary. */
export function isReadOnlyServer(error: unknown): boolean {
  return READ_ONLY.includes(partsOf(error).errno ?? 0);
}

const READ_ONLY: readonly number[] = [1290, 1792, 1836];

/** Whether a connection failed because the server does not encrypt. */
export function lacksTls(error: unknown): boolean {
  return partsOf(error).code === NO_TLS;
}

const NO_TLS = 'HANDSHAKE_NO_SSL_SUPPORT';

/** Whether a statement failed only because one before it in the transaction had. */
export function isEcho(error: unknown): boolean {
  return error instanceof TransactionGone;
}

/** Whether the server does not know what was asked for: a variable, a function, or a form of statement. */
export function isUnknown(error: unknown): boolean {
  return [1064, 1193, 1231, 1305].includes(partsOf(error).errno ?? 0);
}

/** What a client says of a server that hung up; as an error of the server's it comes from a proxy. */
const LOST_BEHIND: readonly number[] = [2006, 2013];

/** Whether a proxy lost the server. */
export function isLostBehind(error: unknown): boolean {
  return LOST_BEHIND.includes(partsOf(error).errno ?? 0);
}

/**
 * What callers are told of an error of the driver.
 *
 * @see https://mariadb.com/kb/en/mariadb-error-code-reference/
 * @see https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html
 */
export function toMetadataError(cause: unknown): MetadataError {
  if (cause instanceof MetadataError) return cause;
  const { code = '', errno = 0, sqlMessage = '' } = partsOf(cause);
  if (errno === 1062 || errno === 1586) return new UniqueViolation(keyColumns(sqlMessage), undefined, { cause });
  if (errno === 1406) {
    const [, column = 'value'] = /column '([^']*)'/.exec(sqlMessage) ?? [];
    return new MetadataError('INVALID_ARGUMENT', `A ${column} is longer than the store can hold.`, { cause });
  }
  const known = REFUSALS.find(({ numbers }) => numbers.includes(errno));
  if (known !== undefined) {
    const Kind = known.passing === true ? PassingFailure : MetadataError;
    return new Kind(known.code, known.says, { cause });
  }
  if (cause instanceof StatementTooLong) {
    return new MetadataError('INVALID_ARGUMENT', 'A value is too long for the store.', { cause });
  }
  if (cause instanceof ServerSilent) return new MetadataError('UNAVAILABLE', 'The store does not answer.', { cause });
  if (code === NO_TLS) {
    return new MetadataError('UNAVAILABLE', "The store's server does not encrypt connections.", { cause });
  }
  if (isOfTls(code)) {
    return new MetadataError('UNAVAILABLE', `The store's certificate is not accepted (${code}).`, { cause });
  }
  if (errno === 0 && isOfNetwork(code)) {
    return new PassingFailure('UNAVAILABLE', 'The store cannot be reached.', { cause });
  }
  return new MetadataError('INTERNAL', 'The store could not carry out a statement.', { cause });
}

/** The driver gives errors of the network the negative numbers of the system. */
function partsOf(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  const { errno, ...parts } = error as DriverError;
  const { code, sqlMessage } = error as DriverError;
  return {
    ...parts,
    ...(code !== undefined && { code }),
    ...(sqlMessage !== undefined && { sqlMessage }),
    errno: Math.max(errno ?? 0, 0),
  };
}

/**
 * The columns of the key that a message names: `Duplicate entry '10-a' for key 'UniqueArtifactTypeName'`, in MySQL 8 with
 * the table before it. The value may hold anything, and the server's language be another, so only its end is looked at.
 * A store that was migrated to schema version 9 has other names for the keys of external ids.
 */
function keyColumns(message: string): readonly string[] {
  const [, key = ''] = /'(?:\w+\.)?(\w+)'\W*$/.exec(message) ?? [];
  if (/^external_id|ExternalId$/i.test(key)) return ['external_id'];
  return /^(type_id|Unique\w+TypeName)$/i.test(key) ? ['type_id', 'name'] : [key];
}

/** Node's and OpenSSL's codes for certificates, and the driver's for what it says of them. */
function isOfTls(code: string): boolean {
  return (
    /^(ERR_TLS_|ERR_SSL_|CERT_|HANDSHAKE_SSL|.*(_CERT|_CERTIFICATE|_SIGNATURE|ISSUER)(_|$))/.test(code) ||
    code === 'EPROTO'
  );
}

function isOfNetwork(code: string): boolean {
  return /^(E[A-Z_]+|PROTOCOL_.*)$/.test(code);
}

interface Refusal {
  readonly numbers: readonly number[];
  readonly code: ErrorCode;
  readonly says: string;
  readonly passing?: boolean;
}

const REFUSALS: readonly Refusal[] = [
  { numbers: [DEADLOCK], code: 'ABORTED', says: 'The store gave way to another writer; try again.', passing: true },
  {
    numbers: [LOCK_WAIT, 3572],
    code: 'ABORTED',
    says: 'The store is busy with another program; try again.',
    passing: true,
  },
  { numbers: READ_ONLY, code: 'UNAVAILABLE', says: 'The store cannot be written now.', passing: true },
  { numbers: [1040, 1203, 1226], code: 'UNAVAILABLE', says: 'The store takes no more connections now.', passing: true },
  // Among them those of proxies and clusters: a node that is not in step with the others, a connection that was killed.
  {
    numbers: [1047, 1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1927, ...LOST_BEHIND, 4031],
    code: 'UNAVAILABLE',
    says: 'The store lost its connection; try again.',
    passing: true,
  },
  { numbers: [1969, 3024, 1317], code: 'DEADLINE_EXCEEDED', says: 'The store did not answer in time.' },
  {
    numbers: [1045, 1251, 1698, 1862, 3118, 3159],
    code: 'UNAVAILABLE',
    says: 'The store refuses the user or the password.',
  },
  { numbers: [1049], code: 'NOT_FOUND', says: 'There is no such database.' },
  { numbers: [1044, 1142, 1143, 1227, 1370], code: 'PERMISSION_DENIED', says: "The store's user may not do this." },
  { numbers: [1264, 1690], code: 'OUT_OF_RANGE', says: 'A number is beyond what the store can hold.' },
  {
    numbers: [1292, 1365, 1366, 1411, 3854],
    code: 'INVALID_ARGUMENT',
    says: 'The filter asks for what cannot be computed.',
  },
  { numbers: [1153, 1162], code: 'INVALID_ARGUMENT', says: 'A value is too long for the store.' },
  {
    numbers: [1038, 1041, 1104, 1116, 1390, 1436, 1119],
    code: 'RESOURCE_EXHAUSTED',
    says: 'The filter is more than the store can compute.',
  },
  { numbers: [1021, 1037, 1114, 3170], code: 'UNAVAILABLE', says: "The store's disk or memory is full." },
  {
    numbers: [126, 127, 145, 1034, 1035, 1194, 1712],
    code: 'DATA_LOSS',
    says: 'The store is damaged; restore a backup.',
  },
];
