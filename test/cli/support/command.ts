import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));

/** A new folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-graphql-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** How a command ended and what it said. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** Puts a shell in between, as npm does; it does not pass signals on. */
  readonly throughShell?: boolean;
  /** Takes what ends the command, to be called when it has served its purpose; by default when the test ends. */
  readonly onEnd?: (end: () => void) => void;
}

/** Starts the command, which ends with the test. */
export function start(args: readonly string[], { throughShell, onEnd = onTestFinished, ...options }: Options = {}) {
  const command = [process.execPath, MAIN, ...args];
  const [program = '', ...rest] = throughShell ? ['sh', '-c', '"$0" "$@"; exit $?', ...command] : command;
  const child = spawn(program, rest, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  // The whole group, so that a failed test leaves nothing behind.
  onEnd(() => {
    try {
      process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
    } catch {
      // It has ended already.
    }
  });
  return child;
}

/** Runs the command to its end. */
export async function run(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const child = start(args, options);
  const [[code], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

/** A command that serves. */
export interface Served {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything on stdout so far. */
  readonly lines: readonly string[];
  /** Its exit code. */
  readonly exited: Promise<number | null>;
  readonly stderr: Promise<string>;
}

/** Starts the command on a free port and waits until it serves. */
export async function serve(args: readonly string[], options: Options = {}): Promise<Served> {
  const child = start(['--port', '0', ...args], options);
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  output.on('line', (line) => lines.push(line));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const stderr = text(child.stderr);
  const said = await Promise.race([once(output, 'line'), exited]);
  const url = /http:\S+(?=\/graphql,)/.exec(String(said))?.[0];
  if (url === undefined) throw new Error(`It does not serve: ${await stderr}`);
  return { url, child, lines, exited, stderr };
}

/** Where a command that was given a port for gRPC serves it: the second line that it prints, together with the first. */
export function grpcAddressOf({ lines }: Served): string {
  const address = lines.map((line) => /^gRPC at (\S+)$/.exec(line)?.[1]).find((found) => found !== undefined);
  if (address === undefined) throw new Error(`It does not serve gRPC: ${lines.join(' ')}`);
  return address;
}

/** Asks one operation; throws where the answer is no JSON. */
export async function ask(url: string, query: string, variables?: Readonly<Record<string, unknown>>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  };
}
