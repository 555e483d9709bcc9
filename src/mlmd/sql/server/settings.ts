import { MetadataError } from '../../../errors.js';
import { toKebabCase } from '../../../kebab-case.js';

/** Where a database is and how it is used: what its URL says, and the defaults for what it does not say. */
export interface ServerSettings extends Numbers, Texts {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Undefined where the server asks for none. */
  readonly password: PasswordSettings | undefined;
  readonly tls: TlsMode;
}

/** A password, or the path of the file that holds it. */
export type PasswordSettings =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FILE'; readonly path: string };

/** Readable; encrypted where the server can; encrypted; encrypted and the server's certificate good for its name. */
const TLS_MODES = ['off', 'prefer', 'on', 'verify'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/** What the URLs of one kind of server look like. */
export interface UrlForm {
  readonly form: string;
  readonly schemes: readonly string[];
  readonly defaultPort: number;
  /** Which of the parameters that are texts it has. */
  readonly texts: readonly (keyof Texts)[];
}

/** The settings that are texts. */
interface Texts {
  /** Paths of PEM files. */
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  /** The name that the server's certificate has to be for where that is not the host's. */
  readonly serverName: string | undefined;
  /** Path of a socket on this machine, instead of host and port. */
  readonly socket: string | undefined;
  /** PostgreSQL's schema that holds the tables; what the user's search path names where undefined. */
  readonly schema: string | undefined;
}

/** The settings that are whole numbers. */
interface Numbers {
  /** Connections that read, beside the one that writes. */
  readonly pool: number;
  /** Milliseconds for making a connection. */
  readonly connectMs: number;
  /** Milliseconds for one statement. */
  readonly statementMs: number;
  /** Milliseconds that a write waits for others, and that it may stand still without being ended by the server. */
  readonly lockMs: number;
}

const MAX_INT = 2 ** 31 - 1;

/** The defaults. Where a number is not obvious, the reason stands beside it. */
const NUMBERS: Readonly<Record<keyof Numbers, { readonly value: number; readonly min: number; readonly max: number }>> =
  {
    // MySQL allows 151 connections to all its clients, PostgreSQL 100.
    pool: { value: 10, min: 1, max: 10_000 },
    connectMs: { value: 5_000, min: 1, max: MAX_INT },
    // As long as a GraphQL request gets: nobody waits for what comes later.
    statementMs: { value: 10_000, min: 1, max: MAX_INT },
    // As long as a busy SQLite file is waited for. MySQL counts in seconds.
    lockMs: { value: 5_000, min: 1_000, max: MAX_INT },
  };

const NUMBER_PARAMETERS = new Map((Object.keys(NUMBERS) as (keyof Numbers)[]).map((name) => [toKebabCase(name), name]));

/**
 * Reads the URL of a database: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?pool=20`, every part percent-encoded.
 *
 * @param given - the password where the URL holds none.
 * @returns frozen settings. Files that they name are not looked at here.
 * @throws {MetadataError} `INVALID_ARGUMENT` naming the parameter, its value unless it is secret, and what was expected.
 */
export function readServerSettings(url: string, form: UrlForm, given: string | undefined): ServerSettings {
  const { authority, path, query } = takeApart(url, form);
  const parameters = parametersOf(query, form);
  const { user, password, host, port } = readAuthority(authority, form, parameters.has('socket'));
  const database = decoded('the database', path);
  if (database === '') throw wrong(`The store's URL names no database; write ${form.form}.`);
  const texts = textsOf(parameters);
  return Object.freeze({
    host,
    port,
    database,
    user,
    password: passwordOf(password, parameters.get('password-file'), given),
    tls: tlsModeOf(parameters.get('tls'), texts),
    ...texts,
    ...numbersOf(parameters),
  });
}

function takeApart(url: string, { form, schemes }: UrlForm) {
  const [, scheme = '', authority = '', path = '', query = ''] =
    /^([a-z]+):\/\/([^/?#]*)(?:\/([^/?#]*))?(?:\?([^#]*))?$/i.exec(url) ?? [];
  if (schemes.includes(scheme.toLowerCase())) return { authority, path, query };
  throw wrong(
    `The store's URL is not that of a database; write ${form}, with '/', '?', '#' and '@' in a password encoded.`,
  );
}

function readAuthority(authority: string, { form, defaultPort }: UrlForm, hasSocket: boolean) {
  const [, userInfo = '', address = ''] = /^(?:(.*)@)?([^@]*)$/s.exec(authority) ?? [];
  const [, name = '', secret] = /^([^:]*)(?::(.*))?$/s.exec(userInfo) ?? [];
  const user = decoded('the user', name);
  if (user === '') throw wrong(`The store's URL names no user; write ${form}.`);
  const password = secret === undefined || secret === '' ? undefined : decoded('the password', secret);
  if (address === '' && hasSocket) return { user, password, host: 'localhost', port: defaultPort };
  const [, host, port = String(defaultPort)] = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(address) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw wrong(`The store's URL names '${address}' where a host and a port belong; write ${form}.`);
  }
  return { user, password, host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function parametersOf(query: string, form: UrlForm): ReadonlyMap<string, string> {
  const known = ['tls', 'password-file', ...form.texts.map(toKebabCase), ...NUMBER_PARAMETERS.keys()];
  const parameters = new Map<string, string>();
  for (const part of query.split('&').filter((part) => part !== '')) {
    const [, name = '', text = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    if (!known.includes(name)) throw wrong(`The parameter '${name}' is unknown; there are: ${known.join(', ')}.`);
    if (parameters.has(name)) throw wrong(`The parameter '${name}' is given twice.`);
    if (text === '') throw wrong(`The parameter '${name}' has no value.`);
    parameters.set(name, decoded(`the parameter '${name}'`, text));
  }
  return parameters;
}

function decoded(what: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // What it was made of may be a part of a password.
    throw wrong(`In the store's URL, ${what} has a '%' that encodes nothing; write %25 for a percent sign.`);
  }
}

function passwordOf(text?: string, path?: string, given?: string): PasswordSettings | undefined {
  if (text !== undefined && path !== undefined) {
    throw wrong("The store's URL has a password and the parameter 'password-file'; give one of them.");
  }
  if (path !== undefined) return Object.freeze({ kind: 'FILE', path });
  const password = text ?? given;
  return password === undefined ? undefined : Object.freeze({ kind: 'TEXT', text: password });
}

function textsOf(parameters: ReadonlyMap<string, string>): Texts {
  const texts: Texts = {
    ca: parameters.get('ca'),
    cert: parameters.get('cert'),
    key: parameters.get('key'),
    serverName: parameters.get('server-name'),
    socket: parameters.get('socket'),
    schema: parameters.get('schema'),
  };
  if ((texts.cert === undefined) !== (texts.key === undefined)) {
    const [has, lacks] = texts.cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    throw wrong(`The parameter '${has}' is given without '${lacks}'; a client certificate takes both.`);
  }
  return texts;
}

/** As `psql` and `mysql` do: encrypted where the server can. Whoever names an authority wants it to count. */
function tlsModeOf(text: string | undefined, { ca, cert, serverName }: Texts): TlsMode {
  if (text === undefined) return (ca ?? serverName) === undefined ? (cert === undefined ? 'prefer' : 'on') : 'verify';
  const mode = TLS_MODES.find((known) => known === text);
  if (mode === undefined) throw wrong(`The parameter 'tls' is '${text}'; expected one of ${TLS_MODES.join(', ')}.`);
  const stray = Object.entries({ ca, cert, 'server-name': serverName }).find(([, value]) => value !== undefined)?.[0];
  if (mode === 'off' && stray !== undefined) throw wrong(`The parameter '${stray}' is for TLS, which tls=off forbids.`);
  return mode;
}

function numbersOf(parameters: ReadonlyMap<string, string>): Numbers {
  const read = [...NUMBER_PARAMETERS].map(([parameter, name]) => {
    const { value, min, max } = NUMBERS[name];
    const text = parameters.get(parameter);
    if (text === undefined) return [name, value];
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return [name, number];
    throw wrong(`The parameter '${parameter}' is '${text}'; expected a whole number from ${min} to ${max}.`);
  });
  return Object.fromEntries(read) as unknown as Numbers;
}

function wrong(message: string): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', message);
}
