import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client, credentials } from '@grpc/grpc-js';
import { type RequestOf, type ResponseOf, RPCS, type Rpc } from '../src/mlmd/wire/rpc.js';
import { pythonWith } from '../test/engine/support/python.js';

/** A service of MLMD's protocol in a process of its own, and a client of it. */
export interface Service {
  /** The bytes of a reply, which {@link decode} reads: what a client takes for that is not the service's time. */
  ask<R extends Rpc>(rpc: R, request: RequestOf<R>): Promise<Buffer>;
  stop(): Promise<void>;
}

const python = pythonWith('ml_metadata', 'grpc');

/** What each fsync of a service takes in addition, in milliseconds, as on a slower disk; other than 0 it needs strace. */
export interface Disk {
  readonly fsyncMs: number;
}

/** Serves an SQLite file, made where there is none, with the built command. */
export function startOurs(path: string, disk: Disk, ...flags: readonly string[]): Promise<Service> {
  const args = ['dist/cli/main.js', '--store', `sqlite:${path}`, '--port', '0', '--grpc-port', '0', ...flags];
  return start(run(process.execPath, args, disk), /^gRPC at .*?([\d.]+:\d+)/);
}

/** Serves an SQLite file with the real engine; undefined, after saying so, where Python does not have it. */
export async function startTheirs(path: string, disk: Disk): Promise<Service | undefined> {
  if (python === undefined) return undefined;
  const args = ['-W', 'ignore', 'test/engine/engine_server.py', path];
  return start(run(python, args, disk), /^(\d+)$/);
}

function run(program: string, args: readonly string[], { fsyncMs }: Disk): ChildProcess {
  const slowed = `inject=fsync,fdatasync:delay_exit=${fsyncMs * 1_000}`;
  const strace = ['-D', '-f', '-o', '/dev/null', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync', '-e', slowed];
  const [command, ...rest] = fsyncMs === 0 ? [program, ...args] : ['strace', ...strace, program, ...args];
  return spawn(command ?? program, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Reads a reply. */
export function decode<R extends Rpc>(rpc: R, reply: Buffer): ResponseOf<R> {
  return (RPCS[rpc].responseDeserialize as (bytes: Buffer) => ResponseOf<R>)(reply);
}

/** @param address - finds the address, or the port on 127.0.0.1, in a line of the program's output. */
async function start(child: ChildProcess, address: RegExp): Promise<Service> {
  // Also where the measurement fails.
  process.once('exit', () => child.kill());
  const found = await addressIn(child, address);
  const client = new Client(found.includes(':') ? found : `127.0.0.1:${found}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
  });
  return {
    ask: (rpc, request) => call(client, rpc, request),
    async stop() {
      client.close();
      const exited = once(child, 'exit');
      // One of them ends with its stdin, the other at a signal.
      child.stdin?.end();
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function addressIn(child: ChildProcess, address: RegExp): Promise<string> {
  if (child.stdout === null) throw new Error('the output of a service is not to be had');
  for await (const line of createInterface(child.stdout)) {
    const [, found] = address.exec(line) ?? [];
    if (found !== undefined) return found;
  }
  throw new Error('a service ended before it served');
}

function call<R extends Rpc>(client: Client, rpc: R, request: RequestOf<R>): Promise<Buffer> {
  const serialize = RPCS[rpc].requestSerialize as (request: RequestOf<R>) => Buffer;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(RPCS[rpc].path, serialize, asItIs, request, (error, reply) => {
      if (reply === undefined) reject(error);
      else resolve(reply);
    });
  });
}

function asItIs(bytes: Buffer): Buffer {
  return bytes;
}
