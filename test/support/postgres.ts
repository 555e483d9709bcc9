import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.js';

/** A database server that a test run has started. */
export interface StartedPostgres {
  /** Where it listens and who may do anything there, without a database: `postgres://USER:PASSWORD@HOST:PORT`. */
  readonly url: string;
  /** The process that listens. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Nothing here outlives the run, so nothing is synced. */
const FOR_TESTS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

const USER = 'app';
const PASSWORD = 'pw';

/** Paths of PEM files that the server shows its clients. */
interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** How a server is started. */
export interface PostgresOptions {
  /** For one that encrypts. */
  readonly tls?: TlsFiles;
  /** More settings of its own, such as `fsync=on`. */
  readonly settings?: readonly string[];
}

/**
 * Starts PostgreSQL in a temporary folder, on a free port of the loopback interface. It ends with this process at the
 * latest.
 *
 * @returns undefined, after saying so, where this machine has no PostgreSQL; where CI is set it must be there.
 */
export async function startPostgres({
  tls,
  settings = [],
}: PostgresOptions = {}): Promise<StartedPostgres | undefined> {
  const programs = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (programs === '' || spawnSync(join(programs, 'initdb'), ['--version']).status !== 0) {
    const reason = 'there is no PostgreSQL server; install it (Debian: postgresql)';
    if (process.env.CI) throw new Error(reason);
    console.warn(`skipped: ${reason}`);
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-postgres-'));
  const user = notRoot();
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  await writeFile(secret, PASSWORD);
  if (user !== undefined) await Promise.all([folder, secret].map((path) => chown(path, user.uid, user.gid)));
  const { status, stderr } = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${secret}`, '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...user, encoding: 'utf8', cwd: folder },
  );
  if (status !== 0) throw new Error(`PostgreSQL cannot be set up: ${stderr}`);
  const port = await freePort();
  const given = [
    ...FOR_TESTS,
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    ...settings,
  ];
  if (tls !== undefined) given.push('ssl=on', ...(await ownCopies(tls, folder, user)));
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...given.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr?.on('data', (text) => {
    log += text;
  });
  // An interrupt is its word for ending at once without waiting for clients.
  const kill = () => server.kill('SIGINT');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    const exited = once(server, 'exit');
    if (server.exitCode === null && server.signalCode === null && kill()) await exited;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}`;
  try {
    await answers(server, url);
  } catch (cause) {
    await stop();
    throw new Error(`PostgreSQL does not start: ${log}`, { cause });
  }
  return { url, pid: server.pid as number, stop };
}

/** PostgreSQL refuses to be root, so whoever the system keeps for it runs it then. */
function notRoot(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (which: '-u' | '-g') => Number(spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** It takes no key that others may read, or that is another's. @returns the settings that name the copies. */
async function ownCopies(tls: TlsFiles, folder: string, user: ReturnType<typeof notRoot>): Promise<readonly string[]> {
  return Promise.all(
    (['cert', 'key'] as const).map(async (which) => {
      const path = join(folder, which);
      await copyFile(tls[which], path);
      await chmod(path, 0o600);
      if (user !== undefined) await chown(path, user.uid, user.gid);
      return `ssl_${which}_file=${path}`;
    }),
  );
}

/** Waits until the server answers. */
async function answers(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client(`${url}/postgres`);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(25);
    }
  }
}
