import { withoutPassword } from '../config/printable.js';
import { MetadataError } from '../errors.js';
import type { OpenOptions } from './open-options.js';
import { MYSQL_FORM, openMysqlStore } from './sql/mysql/store.js';
import { openPostgresStore, POSTGRES_FORM } from './sql/postgres/store.js';
import { openSqliteStore } from './sql/sqlite/store.js';
import type { MetadataStore } from './store.js';
import { openGrpcStore } from './wire/client/open-grpc-store.js';

export type { OpenOptions } from './open-options.js';

/** One kind of store, with the form of its URLs for messages. */
interface Backend {
  readonly form: string;
  /** @param rest - what follows the scheme's colon. */
  readonly open: (rest: string, options: OpenOptions) => Promise<MetadataStore>;
}

/** What is behind each scheme. */
const BACKENDS: ReadonlyMap<string, Backend> = new Map([
  ['sqlite', { form: 'sqlite:PATH', open: openSqlite }],
  ['postgres', { form: POSTGRES_FORM, open: (rest, options) => openPostgresStore(`postgres:${rest}`, options) }],
  ['postgresql', { form: POSTGRES_FORM, open: (rest, options) => openPostgresStore(`postgres:${rest}`, options) }],
  ['mysql', { form: MYSQL_FORM, open: (rest, options) => openMysqlStore(`mysql:${rest}`, options) }],
  ['mariadb', { form: MYSQL_FORM, open: (rest, options) => openMysqlStore(`mysql:${rest}`, options) }],
  ['grpc', { form: 'grpc://HOST:PORT', open: (rest, options) => openGrpcStore(`grpc:${rest}`, options) }],
  ['grpcs', { form: 'grpcs://HOST:PORT', open: (rest, options) => openGrpcStore(`grpcs:${rest}`, options) }],
]);

/**
 * Opens the store that a URL names: `sqlite:PATH`, the path absolute or relative to the working directory; the database
 * of a server, at `postgres://USER@HOST/DATABASE` or `mysql://USER@HOST/DATABASE`; or the service
 * at `grpc://HOST:PORT` or, over TLS, `grpcs://HOST:PORT`, with settings of its own behind a `?`.
 *
 * Throws MetadataError with a message of one line for the operator: `INVALID_ARGUMENT` for a URL that is none or whose
 * scheme is unknown, else what the backend throws when it cannot open the store.
 */
export async function openStore(url: string, options: OpenOptions): Promise<MetadataStore> {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(url) ?? [];
  const forms = [...new Set([...BACKENDS.values()].map(({ form }) => form))].join(', ');
  if (scheme === undefined || rest === undefined) {
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `The store '${withoutPassword(url)}' has no scheme; write one of: ${forms}.`,
    );
  }
  const backend = BACKENDS.get(scheme.toLowerCase());
  if (backend === undefined) {
    throw new MetadataError('INVALID_ARGUMENT', `The store scheme '${scheme}' is unknown; write one of: ${forms}.`);
  }
  return backend.open(rest, options);
}

async function openSqlite(path: string, options: OpenOptions): Promise<MetadataStore> {
  if (path === '') throw new MetadataError('INVALID_ARGUMENT', "The store 'sqlite:' has no path; write sqlite:PATH.");
  if (path === ':memory:' || path.startsWith('file:')) {
    throw new MetadataError('INVALID_ARGUMENT', `The store 'sqlite:${path}' is not a file's path; write sqlite:PATH.`);
  }
  if (/^\/\/[^/]/.test(path)) {
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `The store 'sqlite:${path}' names a host; write sqlite:PATH, without '//'.`,
    );
  }
  return openSqliteStore(path, options);
}
