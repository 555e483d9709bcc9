import { MetadataError } from '../../../errors.js';
import { toKebabCase } from '../../../kebab-case.js';

/** How a service is called: what its URL says, and the defaults for what it does not say. */
export interface GrpcSettings extends Numbers {
  /** Host and port, an IPv6 address in brackets. */
  readonly target: string;
  /** Undefined for `grpc://`, which is sent readable. */
  readonly tls: TlsSettings | undefined;
  readonly token: TokenSettings | undefined;
  /** Names, which may repeat, and values sent with every call, in the order given. */
  readonly metadata: readonly (readonly [name: string, value: string])[];
}

/** Paths of PEM files, and the name that the service's certificate has to be for where that is not the host's. */
export interface TlsSettings {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly serverName: string | undefined;
}

/** A bearer token, or the path of the file that holds it. */
export type TokenSettings =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FILE'; readonly path: string };

/** The settings that are whole numbers. */
interface Numbers {
  /** Milliseconds for one call, waiting and retries included. */
  readonly deadlineMs: number;
  /** Milliseconds for one attempt of a read. */
  readonly attemptMs: number;
  /** Milliseconds of silence, with calls under way, after which the connection is probed. */
  readonly keepaliveMs: number;
  /** Bytes of one message, either way. */
  readonly maxMessageBytes: number;
  /** Calls under way at once. */
  readonly maxCalls: number;
  /** Calls that may wait for their turn. */
  readonly maxWaiting: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Ids that one call asks for; more are split. */
  readonly batchSize: number;
  /** Nodes that one filter may fetch to be looked through here. */
  readonly maxScan: number;
}

interface NumberSetting {
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

const MAX_INT = 2 ** 31 - 1;

/** The defaults. Where a number is not obvious, the reason stands beside it. */
const NUMBERS: Readonly<Record<keyof Numbers, NumberSetting>> = {
  // As long as a GraphQL request gets: nobody waits for what comes later.
  deadlineMs: { value: 10_000, min: 1, max: MAX_INT },
  // Half of that, so that one lost answer leaves time to ask again.
  attemptMs: { value: 5_000, min: 1, max: MAX_INT },
  // gRPC's own servers hang up on the third probe too many without data between, when every call has met its deadline.
  keepaliveMs: { value: 5_000, min: 1_000, max: MAX_INT },
  // What Kubeflow Pipelines gives its own store; gRPC's 4 MiB are passed by one page of long properties.
  maxMessageBytes: { value: 104_857_600, min: 1_024, max: MAX_INT },
  // The reference server opens a database connection for each call, and MySQL allows 151 to all its clients.
  maxCalls: { value: 32, min: 1, max: 10_000 },
  // One for each node of the largest walk.
  maxWaiting: { value: 10_000, min: 0, max: 1_000_000 },
  // Five attempts, as the Python client makes.
  retries: { value: 4, min: 0, max: 20 },
  batchSize: { value: 1_000, min: 1, max: 10_000 },
  maxScan: { value: 20_000, min: 1, max: 10_000_000 },
};

const FORM = 'grpc://HOST:PORT or grpcs://HOST:PORT';
const TLS_PARAMETERS = ['ca', 'cert', 'key', 'server-name'] as const;
const TEXT_PARAMETERS = [...TLS_PARAMETERS, 'token', 'token-file', 'plain-token', 'metadata'] as const;
const NUMBER_PARAMETERS = new Map((Object.keys(NUMBERS) as (keyof Numbers)[]).map((name) => [toKebabCase(name), name]));

/**
 * Reads the URL of an MLMD service: `grpc://HOST:PORT?deadline-ms=5000`, or `grpcs://` for TLS.
 *
 * A `+` in a value stands for itself, as tokens have it; `%` encodes. There is no default port: 8080 is the reference
 * server's and 443 a gateway's, and a wrong guess would look like a service that is down.
 *
 * @returns frozen settings. Files that they name are not looked at here.
 * @throws {MetadataError} `INVALID_ARGUMENT` naming the parameter, its value unless it is secret, and what was expected.
 */
export function readGrpcSettings(url: string): GrpcSettings {
  const { isSecure, target, query } = takeApart(url);
  const given = parametersOf(query);
  const one = (name: (typeof TEXT_PARAMETERS)[number]) => given.get(name)?.[0];

  const stray = TLS_PARAMETERS.find((name) => given.has(name));
  if (!isSecure && stray !== undefined) {
    throw wrong(`The parameter '${stray}' is for TLS, which grpc:// does not use; write grpcs://.`);
  }
  return Object.freeze({
    target,
    tls: isSecure ? tlsOf(one('ca'), one('cert'), one('key'), one('server-name')) : undefined,
    token: tokenOf(one('token'), one('token-file'), isSecure || isTrue('plain-token', one('plain-token'))),
    metadata: Object.freeze((given.get('metadata') ?? []).map(toMetadata)),
    ...numbersOf(given),
  });
}

/** The host is taken apart by hand: WHATWG's URL leaves that of an unknown scheme as it stands, `%` and all. */
function takeApart(url: string): { readonly isSecure: boolean; readonly target: string; readonly query: string } {
  const [, scheme = '', authority = '', path = '', query = ''] =
    /^(grpcs?):\/\/([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/i.exec(url) ?? [];
  if (scheme === '') throw wrong(`The store's URL is not that of a service; write ${FORM}.`);
  if (authority.includes('@')) {
    throw wrong(
      "The store's URL holds a user or a password, which the protocol has not; see 'token' and 'token-file'.",
    );
  }
  if (path.length > 1) throw wrong(`The store's URL has the path '${path}'; write ${FORM}.`);
  const [, host, port = ''] = /^([a-z0-9._-]+|\[[0-9a-f:.]+(?:%[a-z0-9]+)?\]):(\d{1,5})$/i.exec(authority) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw wrong(`The store's URL names '${authority}' where a host and a port belong; write ${FORM}.`);
  }
  return { isSecure: scheme.toLowerCase() === 'grpcs', target: `${host}:${port}`, query };
}

function parametersOf(query: string): ReadonlyMap<string, readonly string[]> {
  const known: readonly string[] = [...TEXT_PARAMETERS, ...NUMBER_PARAMETERS.keys()];
  const given = new Map<string, string[]>();
  for (const part of query.split('&').filter((part) => part !== '')) {
    const [, name = '', text = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    if (!known.includes(name)) throw wrong(`The parameter '${name}' is unknown; there are: ${known.join(', ')}.`);
    const before = given.get(name) ?? [];
    if (before.length > 0 && name !== 'metadata') throw wrong(`The parameter '${name}' is given twice.`);
    given.set(name, [...before, decoded(name, text)]);
  }
  return given;
}

function decoded(name: string, text: string): string {
  if (text === '') throw wrong(`The parameter '${name}' has no value.`);
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw wrong(`The parameter '${name}' has a '%' that encodes nothing; write %25 for a percent sign.`, cause);
  }
}

function tlsOf(ca?: string, cert?: string, key?: string, serverName?: string): TlsSettings {
  if ((cert === undefined) !== (key === undefined)) {
    const [has, lacks] = cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    throw wrong(`The parameter '${has}' is given without '${lacks}'; a client certificate takes both.`);
  }
  if (serverName !== undefined && !/^[a-z0-9._-]+$/i.test(serverName)) {
    throw wrong(`The parameter 'server-name' is '${serverName}'; expected a host name such as mlmd.example.org.`);
  }
  return Object.freeze({ ca, cert, key, serverName });
}

function tokenOf(text: string | undefined, path: string | undefined, mayBeSent: boolean): TokenSettings | undefined {
  const name = text === undefined ? 'token-file' : 'token';
  if (text !== undefined && path !== undefined) throw wrong("Give one of the parameters 'token' and 'token-file'.");
  if ((text ?? path) !== undefined && !mayBeSent) {
    throw wrong(
      `The parameter '${name}' with grpc:// sends a secret readable; write grpcs://, or plain-token=true where something else encrypts the connection.`,
    );
  }
  if (path !== undefined) return Object.freeze({ kind: 'FILE', path });
  if (text === undefined) return undefined;
  if (!isToken(text))
    throw wrong("The parameter 'token' is not a bearer token: expected visible ASCII without spaces.");
  return Object.freeze({ kind: 'TEXT', text });
}

/** Whether a text can be sent as a bearer token: visible ASCII without spaces. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** Only as gRPC takes them: lower case, no binary values, and no name that gRPC or the token uses. */
function toMetadata(text: string): readonly [string, string] {
  const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (!/^[0-9a-z_.-]+$/.test(name) || /^grpc-|-bin$/.test(name)) {
    throw wrong(
      `The parameter 'metadata' names '${name}'; expected name:value, the name in lower case, not grpc-… or …-bin.`,
    );
  }
  if (name === 'authorization')
    throw wrong("The parameter 'metadata' names 'authorization'; see 'token' and 'token-file'.");
  if (!/^[\x20-\x7e]+$/.test(value))
    throw wrong(`The value of the metadata '${name}' is not printable ASCII, or empty.`);
  return Object.freeze([name, value] as const);
}

function isTrue(name: string, text = 'false'): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw wrong(`The parameter '${name}' is '${text}'; expected true or false.`);
}

function numbersOf(given: ReadonlyMap<string, readonly string[]>): Numbers {
  const read = [...NUMBER_PARAMETERS].map(([parameter, name]) => {
    const { value, min, max } = NUMBERS[name];
    const text = given.get(parameter)?.[0];
    if (text === undefined) return [name, value];
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return [name, number];
    throw wrong(`The parameter '${parameter}' is '${text}'; expected a whole number from ${min} to ${max}.`);
  });
  return Object.fromEntries(read) as unknown as Numbers;
}

function wrong(message: string, cause?: unknown): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', message, { cause });
}
