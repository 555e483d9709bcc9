import { GraphQLScalarType } from 'graphql';
import { type Logger as PinoLogger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { MetadataError } from '../../../src/errors.js';
import type { MetadataReader } from '../../../src/mlmd/store.js';
import { createSchema } from '../../../src/server/graphql.js';
import { type RunningServer, type ServeOptions, serve } from '../../../src/server/serve.js';
import { DEFAULT_LIMITS } from './limits.js';

/** A schema just large enough to show what the server does around any schema: fail, page, walk, wait. */
const TYPE_DEFS = `
  interface Node { id: ID! }
  type Query {
    hello(name: String! = "world"): String
    fails(how: String!): String
    slow: String
    counted: Int
    even(n: Even): String
    deep(deep: Deep): String
    things(first: Int, last: Int): ThingConnection
    nodes(ids: [ID!]!): [Node]!
    walk(input: WalkInput! = {}): Walk
    paths(maxPaths: Int! = 5): Paths
  }
  scalar Even
  input Deep { deeper: Deep }
  input WalkInput { maxNodes: Int! = 1000 }
  type Thing implements Node { id: ID! name: String things(first: Int, last: Int): ThingConnection labels: [Label!]! related: [Thing!]! }
  type Other implements Node { id: ID! name: String things(first: Int, last: Int): ThingConnection }
  type Label { name: String! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! totalCount: Int! }
  type ThingEdge { cursor: String! node: Thing! }
  type Walk { entries: [Entry!]! frontier(first: Int): ThingConnection! }
  type Entry { node: Thing! distance: Int! }
  type Paths { paths: [Path!]! }
  type Path { nodes: [Thing!]! }
`;

/** The schema of {@link startTinyServer}, with its resolvers. */
export function createTinySchema(slow: () => Promise<string> = async () => 'done') {
  return createSchema(TYPE_DEFS, {
    Node: { __resolveType: () => 'Thing' },
    Even: new GraphQLScalarType({ name: 'Even', parseValue: even }),
    Query: {
      hello: (_parent, { name }: { name: string }) => `hello ${name}`,
      fails: (_parent, { how }: { how: string }) => {
        throw failure(how);
      },
      slow: () => slow(),
      counted: (_parent, _args, { count }: { count: number }) => count,
    },
  });
}

function even(value: unknown): number {
  if (typeof value === 'number' && value % 2 === 0) return value;
  throw new MetadataError('INVALID_ARGUMENT', `${value} is not even.`);
}

function failure(how: string): Error {
  switch (how) {
    case 'NOT_FOUND':
      return new MetadataError('NOT_FOUND', 'There is no artifact 7.', { argument: 'id' });
    case 'UNAVAILABLE':
      return new MetadataError('UNAVAILABLE', 'The store is busy; try again.', {
        cause: new Error('SQLITE_BUSY secret'),
      });
    case 'DATA_LOSS':
      return new MetadataError('DATA_LOSS', 'The file /secret/mlmd.db is damaged.');
    default:
      return new Error('secret: select * from Artifact');
  }
}

/** A reader that answers `/readyz`, or fails as told: a real store cannot be made to fail on demand. */
export function readerThat(answer: () => Promise<[]>): MetadataReader {
  return { types: answer } as unknown as MetadataReader;
}

/** What a test may set; the rest has the defaults. */
export interface TinyServerOptions extends Partial<ServeOptions<object>['config']> {
  /** Answers the field `slow`. */
  readonly slow?: () => Promise<string>;
  readonly reader?: MetadataReader;
  readonly log?: PinoLogger;
  readonly createContext?: () => object;
}

/** Serves the tiny schema on a free port until the test ends. */
export async function startTinyServer(options: TinyServerOptions = {}): Promise<RunningServer> {
  const {
    slow,
    reader = readerThat(async () => []),
    log = pino({ level: 'silent' }),
    createContext = () => ({}),
    ...config
  } = options;
  const server = await serve({
    schema: createTinySchema(slow),
    createContext,
    reader,
    log,
    config: {
      host: '127.0.0.1',
      port: 0,
      corsOrigins: [],
      allowedHosts: [],
      drainMs: 1_000,
      introspection: true,
      maxTokens: 10_000,
      limits: DEFAULT_LIMITS,
      ...config,
    },
  });
  let stopped: Promise<boolean> | undefined;
  const stop = () => {
    stopped ??= server.stop();
    return stopped;
  };
  onTestFinished(async () => {
    await stop();
  });
  return { url: server.url, stop };
}

/** Posts one operation. */
export function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A logger whose lines can be read back. */
export function recordingLog(): { readonly log: PinoLogger; readonly lines: () => readonly Record<string, unknown>[] } {
  const written: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line)) };
}
