import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenOptions, openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { LineProcess } from '../engine/support/line-process.js';
import { pythonWith } from '../engine/support/python.js';
import { freshMysql, mysqlServer } from './mysql-store.js';
import { freshPostgres, postgresServer } from './postgres-store.js';
import { serveStore } from './served-store.js';

/** What some stores cannot do. */
export type Ability =
  /** Take their time from a clock that a test sets. */
  | 'SET_CLOCK'
  /** Hide what a transaction writes until it ends, and undo it when it fails. */
  | 'UNDO'
  /** Tell of the statements that it runs, as many for many nodes as for few. */
  | 'COUNT_STATEMENTS'
  /** Tell the version of the database's schema. */
  | 'TELL_SCHEMA'
  /** Write an attribution of an artifact that does not exist. */
  | 'DANGLE'
  /** Keep every double to the last bit. */
  | 'KEEP_DOUBLES'
  /** Keep an integer of 64 bits. */
  | 'KEEP_INT64'
  /** Keep a declared and a custom property of one name apart when they are updated. */
  | 'PART_PROPERTIES';

/** A kind of store to run the contract over. */
export interface Backend {
  readonly name: string;
  /** Opens a fresh store, which is closed and deleted when the test is over. */
  open(options?: Partial<OpenOptions>): Promise<MetadataStore>;
  /** Why it cannot do what it cannot. */
  readonly cannot: { readonly [ability in Ability]?: string };
}

/** The integer that a store keeps which is the nearest to this one. */
export function keptInteger({ cannot }: Pick<Backend, 'cannot'>, integer: bigint): bigint {
  if (cannot.KEEP_INT64 === undefined) return integer;
  const [least, greatest] = [-(2n ** 31n), 2n ** 31n - 1n];
  return integer < least ? least : integer > greatest ? greatest : integer;
}

/** What no store over gRPC can: the protocol has no call for it. */
const OVER_GRPC = {
  UNDO: 'each call is a transaction of the service, and no other is to be had',
  COUNT_STATEMENTS:
    "it makes calls, of which some take one context each; what they are turned into is the service's own",
  TELL_SCHEMA: 'no call tells of the schema',
  DANGLE: 'the call for attributions alone wants the artifact',
} as const;

/** What MLMD's columns on database servers cannot hold. */
const ON_SERVERS = { KEEP_INT64: 'the columns have 32 bits' } as const;

const python = pythonWith('ml_metadata', 'grpc');

/** Every store there is; the contract says the same of all of them. */
export const backends: readonly Backend[] = [
  { name: 'sqlite', cannot: {}, open: openFile },
  ...(postgresServer === undefined ? [] : [{ name: 'postgresql', cannot: ON_SERVERS, open: openDatabase }]),
  ...(mysqlServer === undefined ? [] : [{ name: 'mysql', cannot: ON_SERVERS, open: openMysql }]),
  {
    name: 'grpc',
    cannot: OVER_GRPC,
    open: async (options) => openUntilTheEnd(await serveStore(await openFile(options))),
  },
  ...(python === undefined ? [] : [engineBackend(python)]),
];

/** The stores that can do all of this. */
export function backendsThatCan(...abilities: readonly Ability[]): readonly Backend[] {
  return backends.filter(({ cannot }) => abilities.every((ability) => cannot[ability] === undefined));
}

/** The real engine behind our client. One process serves the stores of all tests of a file, as it takes a second to start. */
function engineBackend(python: string): Backend {
  let engine: LineProcess | undefined;
  const newPort = () => {
    engine ??= new LineProcess(python, 'engine_server.py', '--memory');
    return engine.echo('');
  };
  return {
    name: 'grpc to the engine',
    cannot: {
      ...OVER_GRPC,
      SET_CLOCK: 'the engine reads the clock of the system',
      KEEP_DOUBLES: 'the engine writes six decimals',
      PART_PROPERTIES: 'the engine finds property rows by their name alone',
    },
    open: async () => openUntilTheEnd(`grpc://127.0.0.1:${await newPort()}`),
  };
}

async function openFile(options: Partial<OpenOptions> = {}): Promise<MetadataStore> {
  return openUntilTheEnd(`sqlite:${join(await temporaryFolder(), 'mlmd.db')}`, options);
}

/** A store that is to be made as the test says is made in an empty database; else a copy of one is quicker. */
async function openDatabase(options: Partial<OpenOptions> = {}): Promise<MetadataStore> {
  const filled = options.onCreate === undefined && options.likeEngine === undefined;
  return openUntilTheEnd(await freshPostgres({ filled }), options);
}

async function openMysql(options: Partial<OpenOptions> = {}): Promise<MetadataStore> {
  return openUntilTheEnd(await freshMysql(), options);
}

async function openUntilTheEnd(url: string, options: Partial<OpenOptions> = {}): Promise<MetadataStore> {
  const store = await openStore(url, { readOnly: false, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** A folder that is gone when the test is over; made first, it goes last. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmd-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
