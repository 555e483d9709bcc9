import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port.js';

/** A database server that a test run has started. */
export interface StartedMariadb {
  /** Where it listens and who may do anything there, without a database: `mysql://USER:PASSWORD@HOST:PORT`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian keeps the server out of the path of ordinary users. */
const ENVIRONMENT = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };

/** Nothing here outlives the run, so nothing is synced; tables in one common file are made and dropped in no time. */
const FOR_TESTS = [
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  '--skip-log-bin',
  '--debug-no-sync',
  '--innodb-flush-method=nosync',
  '--innodb-flush-log-at-trx-commit=0',
  '--skip-innodb-doublewrite',
  '--innodb-file-per-table=0',
  '--innodb-buffer-pool-size=64M',
  '--max-connections=500',
];

/** Paths of PEM files. */
interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/**
 * Starts MariaDB in a temporary folder, on a free port of the loopback interface. It ends with this process at the latest.
 *
 * @param tls - what it encrypts with; it does not where undefined.
 * @returns undefined, after saying so, where this machine has no MariaDB; where CI is set it must be there.
 */
export async function startMariadb({ tls }: { readonly tls?: TlsFiles } = {}): Promise<StartedMariadb | undefined> {
  if (spawnSync('mariadbd', ['--no-defaults', '--version'], { env: ENVIRONMENT }).status !== 0) {
    const reason = 'there is no mariadbd; install MariaDB (Debian: mariadb-server)';
    if (process.env.CI) throw new Error(reason);
    console.warn(`skipped: ${reason}`);
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-mariadb-'));
  // It refuses to be root, and whoever it is instead must get through to its data.
  await chmod(folder, 0o711);
  const data = join(folder, 'data');
  const place = [...(process.getuid?.() === 0 ? ['--user=mysql'] : []), `--datadir=${data}`];
  install(place);
  const encrypting = tls === undefined ? [] : await ownCopies(tls, folder);
  const port = await freePort();
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      ...place,
      ...FOR_TESTS,
      ...encrypting,
      `--port=${port}`,
      `--socket=${join(data, 's')}`,
      '--pid-file=pid',
    ],
    { env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.on('data', (text) => {
    log += text;
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    const exited = once(server, 'exit');
    if (server.exitCode === null && server.signalCode === null && kill()) await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await letIn(server, port);
  } catch (cause) {
    await stop();
    throw new Error(`MariaDB does not start: ${log}`, { cause });
  }
  return { url: `mysql://${USER}:${PASSWORD}@127.0.0.1:${port}`, stop };
}

/** Whoever the server runs as may not get to where these lie, nor read them. */
async function ownCopies(tls: TlsFiles, folder: string): Promise<readonly string[]> {
  const copied = (['cert', 'key'] as const).map(async (which) => {
    const path = join(folder, which);
    await copyFile(tls[which], path);
    await chmod(path, 0o644);
    return `--ssl-${which}=${path}`;
  });
  return Promise.all(copied);
}

const USER = 'app';
const PASSWORD = 'pw';

/** Makes the server's own tables. */
function install(place: readonly string[]): void {
  const { status, stderr } = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', ...place, ...FOR_TESTS, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { env: ENVIRONMENT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`MariaDB cannot be set up: ${stderr}`);
}

/** Waits until the server answers, and makes the user of the tests. */
async function letIn(server: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      const root = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      await root.query(`create user ${USER}@127.0.0.1 identified by '${PASSWORD}'`);
      await root.query(`grant all on *.* to ${USER}@127.0.0.1`);
      return await root.end();
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(25);
    }
  }
}
