import { Command, Option } from 'commander';
import { toKebabCase } from '../kebab-case.js';
import type { Limits } from '../limits.js';
import { type Add, adderTo, switchedOff } from './flags.js';
import { storePassword } from './store-password.js';
import { UsageError } from './usage-error.js';
import { addHosts, addOrigins, MAX_INT, MAX_TIMER_MS, notEmpty, truth, truthOrAuto, wholeNumber } from './values.js';

/** How much is logged; `silent` for nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const REGISTER_TYPES = ['kubeflow', 'none'] as const;
const DUPLICATE_EVENTS = ['reject', 'ignore'] as const;

/** What Kubeflow Pipelines lets a message be, in bytes; gRPC's own default, 4 MiB, is too little for a long list. */
const MAX_MESSAGE_BYTES = 100 * 1_048_576;

/** The settings in force. A flag wins over its environment variable, and that over the default. */
export interface Config {
  /** URL of the store, such as `sqlite:mlmd.db`. May hold credentials: print it only through {@link printableConfig}. */
  readonly store: string;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Of the store's database server, where its URL holds none. */
  readonly storePassword: string | undefined;
  /** `auto` reads only where Kubeflow Pipelines keeps the store in a database server. */
  readonly readOnly: boolean | 'auto';
  /** Log the tutorial's story before serving. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Origins whose pages may call the API from a browser; none by default. */
  readonly corsOrigins: readonly string[];
  /** Host names that requests may be for beside the server's own, where it listens on loopback; none by default. */
  readonly allowedHosts: readonly string[];
  /** Whether npm runs the command, as `npm start` and `npx` do. */
  readonly underNpm: boolean;
  /** How long requests under way may take to end once a stop was asked for, in milliseconds. */
  readonly drainMs: number;
  /** Lexical tokens that one document may hold. Beside `limits`, because it is passed before there is an operation. */
  readonly maxTokens: number;
  readonly limits: Limits;
  /** What a store that is made new holds from the start: Kubeflow Metadata's types, or nothing that MLMD's engine would not. */
  readonly registerTypes: (typeof REGISTER_TYPES)[number];
  /** Undefined where MLMD's own service is not served. */
  readonly grpc: GrpcConfig | undefined;
}

/** How MLMD's own service is served. */
export interface GrpcConfig {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Paths of PEM files; undefined for a server that does not encrypt. */
  readonly tls:
    | { readonly certFile: string; readonly keyFile: string; readonly clientCaFile?: string | undefined }
    | undefined;
  /** Of one message, received or sent. */
  readonly maxMessageBytes: number;
  /** What an event that is stored already does: the engine's ALREADY_EXISTS, or nothing. */
  readonly duplicateEvents: (typeof DUPLICATE_EVENTS)[number];
}

/** What a command line asks for that serves. */
export interface ServeInvocation {
  readonly kind: 'SERVE';
  readonly config: Config;
  /** Print the settings instead. */
  readonly printConfig: boolean;
}

interface LimitSetting {
  readonly value: number;
  readonly says: string;
}

/** The defaults. Where a number is not obvious, the reason stands beside it. */
const LIMITS: Readonly<Record<keyof Limits, LimitSetting>> = {
  maxBodyBytes: { value: 1_048_576, says: 'bytes of a request body' },
  // The deepest operation of the documentation has 12 levels, GraphiQL's question for the schema 15.
  maxDepth: { value: 25, says: 'levels of fields in an operation' },
  maxAliases: { value: 100, says: 'aliases in an operation' },
  // Room for 25 workspaces with 25 runs each with 50 executions each, which is 31,900 nodes.
  maxBreadth: { value: 50_000, says: 'nodes that the pages of an operation may return, nested ones multiplied' },
  // Room for that breadth with ten fields each, twice over.
  maxCost: { value: 1_000_000, says: 'field values that an operation may return' },
  maxPageSize: { value: 100, says: 'items of one page' },
  maxHops: { value: 100, says: 'hops of a walk; a hop crosses one event' },
  maxNodes: { value: 10_000, says: "nodes of a walk's answer" },
  maxNeighborsPerNode: { value: 10_000, says: 'neighbours that a walk takes from one node' },
  deadlineMs: { value: 10_000, says: 'milliseconds for one request' },
};

/** The options of `serve` by the names that commander gives them. */
type Options = Omit<Config, 'corsOrigins' | 'allowedHosts' | 'limits' | 'underNpm' | 'grpc' | 'storePassword'> &
  Limits &
  GrpcOptions & {
    readonly corsOrigin: readonly string[];
    readonly allowedHost: readonly string[];
    readonly printConfig: boolean;
  };

interface GrpcOptions {
  readonly grpcHost?: string;
  readonly grpcPort?: number;
  readonly grpcTlsCert?: string;
  readonly grpcTlsKey?: string;
  readonly grpcClientCa?: string;
  readonly grpcMaxMessageBytes: number;
  readonly duplicateEvents: GrpcConfig['duplicateEvents'];
}

function toConfig(options: Options): Config {
  const limitNames = Object.keys(LIMITS) as (keyof Limits)[];
  const limits = Object.fromEntries(limitNames.map((name) => [name, options[name]])) as unknown as Limits;
  return Object.freeze({
    store: options.store,
    storePassword: storePassword(),
    host: options.host,
    port: options.port,
    readOnly: options.readOnly,
    demo: options.demo,
    logLevel: options.logLevel,
    introspection: options.introspection,
    corsOrigins: Object.freeze(options.corsOrigin),
    allowedHosts: Object.freeze(options.allowedHost),
    underNpm: process.env.npm_lifecycle_event !== undefined,
    drainMs: options.drainMs,
    maxTokens: options.maxTokens,
    limits: Object.freeze(limits),
    registerTypes: options.registerTypes,
    grpc: toGrpcConfig(options),
  });
}

function toGrpcConfig(options: Options): GrpcConfig | undefined {
  const { grpcPort, grpcHost, grpcTlsCert, grpcTlsKey, grpcClientCa, grpcMaxMessageBytes, duplicateEvents } = options;
  if ((grpcTlsCert === undefined) !== (grpcTlsKey === undefined)) {
    throw new UsageError('--grpc-tls-cert and --grpc-tls-key go together; give both, or neither.');
  }
  if (grpcClientCa !== undefined && grpcTlsCert === undefined) {
    throw new UsageError(
      '--grpc-client-ca needs --grpc-tls-cert and --grpc-tls-key: without TLS no client shows a certificate.',
    );
  }
  if (grpcPort === undefined) {
    if ((grpcHost ?? grpcTlsCert) === undefined) return undefined;
    throw new UsageError(`${grpcHost === undefined ? '--grpc-tls-cert' : '--grpc-host'} needs --grpc-port.`);
  }
  const tls =
    grpcTlsCert !== undefined && grpcTlsKey !== undefined
      ? Object.freeze({ certFile: grpcTlsCert, keyFile: grpcTlsKey, clientCaFile: grpcClientCa })
      : undefined;
  return Object.freeze({
    host: grpcHost ?? options.host,
    port: grpcPort,
    tls,
    maxMessageBytes: grpcMaxMessageBytes,
    duplicateEvents,
  });
}

/** The command that serves a store; what it is asked for goes to `invoke`. */
export function serveCommand(invoke: (asked: ServeInvocation) => void): Command {
  const serve = new Command('serve').description('Serve GraphQL over a store of ML Metadata.').allowExcessArguments();
  const add = adderTo(serve);

  add('--store <url>', 'the store; a missing SQLite file is made', (option) => option.default('sqlite:mlmd.db'));
  add('--host <address>', 'address to listen on', (option) => option.default('127.0.0.1').argParser(notEmpty));
  add('--port <number>', 'port to listen on; 0 for any free one', (option) =>
    option.default(4000).argParser(wholeNumber(0, 65_535)),
  );
  add(
    '--read-only [boolean]',
    'open the store for reading only; auto for a database of Kubeflow Pipelines or Hub',
    (option) => option.argParser(truthOrAuto).preset('true').default('auto'),
  );
  add('--demo [boolean]', "log the tutorial's story before serving; twice adds nothing", switchedOff);
  add('--log-level <level>', 'how much to log on stderr', (option) => option.choices(LOG_LEVELS).default('info'));
  add('--introspection [boolean]', 'whether clients may ask for the schema', (option) =>
    option.argParser(truth).preset('true').default(true),
  );
  serve.addOption(new Option('--no-introspection', 'refuse questions for the schema'));
  add('--cors-origin <origin>', 'a web origin whose pages may call the API; may be repeated', (option) =>
    option.default([], 'none').argParser(addOrigins),
  );
  add('--allowed-host <name>', 'a host name that requests may be for beside loopback; may be repeated', (option) =>
    option.default([], 'none').argParser(addHosts),
  );
  add('--register-types <which>', 'what a new store holds: the types of Kubeflow Metadata, or none', (option) =>
    option.choices(REGISTER_TYPES).default('kubeflow'),
  );
  addGrpcOptions(add);
  add('--drain-ms <number>', 'milliseconds that requests under way get when asked to stop', (option) =>
    option.default(10_000).argParser(wholeNumber(0, MAX_TIMER_MS)),
  );
  add('--max-tokens <number>', 'tokens of one GraphQL document', (option) =>
    option.default(10_000).argParser(wholeNumber(1, MAX_INT)),
  );
  for (const [name, { value, says }] of Object.entries(LIMITS)) {
    add(`--${toKebabCase(name)} <number>`, `limit: ${says}`, (option) =>
      option.default(value).argParser(wholeNumber(1, MAX_INT)),
    );
  }
  serve.addOption(
    new Option('--print-config', 'print the settings in force, passwords hidden, and exit').default(false),
  );
  serve.action((options: Options, { args: [unexpected] }: Command) => {
    if (unexpected !== undefined) throw new UsageError(`Unexpected argument '${unexpected}'; see --help.`);
    const config = toConfig(options);
    if (config.demo && config.readOnly === true)
      throw new UsageError('--demo writes to the store, which --read-only forbids.');
    invoke({ kind: 'SERVE', config, printConfig: options.printConfig });
  });
  return serve;
}

function addGrpcOptions(add: Add): void {
  add('--grpc-port <number>', "port for MLMD's own gRPC service; off unless given, 0 for any free one", (option) =>
    option.argParser(wholeNumber(0, 65_535)),
  );
  add('--grpc-host <address>', 'address for gRPC to listen on; that of --host unless given', (option) =>
    option.argParser(notEmpty),
  );
  add('--grpc-tls-cert <file>', 'certificate chain in PEM; gRPC is then encrypted');
  add('--grpc-tls-key <file>', 'private key of the certificate, in PEM');
  add('--grpc-client-ca <file>', 'authorities in PEM, of which gRPC clients must show a certificate');
  add('--grpc-max-message-bytes <number>', 'bytes of one gRPC message, received or sent', (option) =>
    option.default(MAX_MESSAGE_BYTES).argParser(wholeNumber(1, MAX_INT)),
  );
  add('--duplicate-events <how>', 'what an event over gRPC does that is stored already', (option) =>
    option.choices(DUPLICATE_EVENTS).default('reject'),
  );
}
