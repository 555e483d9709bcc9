import { resolve } from 'node:path';
import { type ArchiveReport, archive } from '../archive/archive.js';
import type { ArchiveConfig } from '../config.js';
import { withoutPassword } from '../config.js';
import { type ErrorCode, MetadataError } from '../errors.js';
import { createLogger } from '../log.js';
import { openStore } from '../mlmd/open.js';
import { createProgress } from './archive-progress.js';
import { StartError } from './start-error.js';

/** What may be over in a while. Nothing of what was copied is lost by it. */
const PASSING: readonly ErrorCode[] = ['UNAVAILABLE', 'ABORTED', 'DEADLINE_EXCEEDED'];

/** What a shell says of a process that such a signal ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Broken off by a signal. */
class Stopped extends Error {
  readonly signal: keyof typeof EXIT_CODES;

  constructor(signal: keyof typeof EXIT_CODES) {
    super('stopped');
    this.signal = signal;
  }
}

/**
 * Makes the archive, telling on stderr how it goes and on stdout what came of it. A signal breaks it off between two
 * writes and ends the process with 128 and the signal's number; a second one ends it at once.
 */
export async function runArchive({ store: url, password, file, quiet }: ArchiveConfig): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(EXIT_CODES[signal]);
      stop.abort(new Stopped(signal));
    });
  }
  const store = await openStore(url, { readOnly: true, password, log: createLogger(quiet ? 'error' : 'warn') });
  const source = nameOf(url);
  try {
    const progress = createProgress(process.stderr, quiet);
    const report = await archive({ store, source, file: resolve(file), progress, signal: stop.signal });
    if (!quiet) process.stdout.write(toText(report, file, source));
  } catch (error) {
    if (error instanceof Stopped) {
      process.stderr.write('mlmd-graphql: stopped; the same command goes on from here.\n');
      process.exitCode = EXIT_CODES[error.signal];
      return;
    }
    if (!(error instanceof MetadataError && PASSING.includes(error.code))) throw error;
    throw new StartError(`${error.message} The same command goes on from there.`, { cause: error });
  } finally {
    await store.close();
  }
}

/** What of a URL's parameters says which store it is, and not how it is reached. */
const IDENTITY = /^(?:schema|socket)=/;

/** Names a store for messages and for when its archive is gone on with, without what is secret or may be another by then. */
function nameOf(url: string): string {
  const [, path] = /^sqlite:(.*)$/is.exec(url) ?? [];
  if (path !== undefined) return `sqlite:${resolve(path)}`;
  const [address = '', query = ''] = withoutPassword(url).split('?');
  const kept = query.split('&').filter((parameter) => IDENTITY.test(parameter));
  return [address.replace(':***@', '@'), ...kept].join('?');
}

function toText({ tables, grown }: ArchiveReport, file: string, source: string): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = tables.map(({ table, rows, sha256 }) =>
    `${table.padEnd(18)} ${String(rows).padStart(12)}  ${rows === 0 ? '' : sha256}`.trimEnd(),
  );
  const later = grown.map(({ table, beyond }) => `${table} after ${beyond}`).join(', ');
  return [
    `${'table'.padEnd(18)} ${'rows'.padStart(12)}  sha256`,
    ...lines,
    `${file} holds ${source}: ${rows} rows, every value compared.`,
    ...(later === '' ? [] : [`Not in it, as it was written after the start: ${later}.`]),
    '',
  ].join('\n');
}
