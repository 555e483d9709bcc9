import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Config, printableConfig, readInvocation, UsageError } from '../src/config.js';

function config(...args: readonly string[]): Config {
  const invocation = readInvocation(args, '1.2.3');
  if (invocation.kind !== 'SERVE') throw new Error(`asked for ${invocation.kind}`);
  return invocation.config;
}

function printed(...args: readonly string[]): string {
  const invocation = readInvocation(args, '1.2.3');
  return invocation.kind === 'PRINT' ? invocation.text : '';
}

function refusal(...args: readonly string[]): string {
  try {
    readInvocation(args, '1.2.3');
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('readInvocation', () => {
  it('serves a local file on the loopback address by default', () => {
    vi.stubEnv('npm_lifecycle_event', undefined);

    expect(config()).toEqual({
      store: 'sqlite:mlmd.db',
      host: '127.0.0.1',
      port: 4000,
      storePassword: undefined,
      readOnly: 'auto',
      demo: false,
      logLevel: 'info',
      introspection: true,
      corsOrigins: [],
      allowedHosts: [],
      underNpm: false,
      drainMs: 10_000,
      maxTokens: 10_000,
      limits: {
        maxBodyBytes: 1_048_576,
        maxDepth: 25,
        maxAliases: 100,
        maxBreadth: 50_000,
        maxCost: 1_000_000,
        maxPageSize: 100,
        maxHops: 100,
        maxNodes: 10_000,
        maxNeighborsPerNode: 10_000,
        deadlineMs: 10_000,
      },
      registerTypes: 'kubeflow',
      grpc: undefined,
    });
  });

  it('takes the same flags with and without the name of the default command', () => {
    expect(config('serve', '--port', '0', '--read-only')).toEqual(config('--port', '0', '--read-only'));
  });

  it('lets a flag win over the environment, and that over the default', () => {
    vi.stubEnv('MLMD_GRAPHQL_PORT', '5000');
    vi.stubEnv('MLMD_GRAPHQL_MAX_PAGE_SIZE', '7');

    const { port, limits } = config('--port', '6000');

    expect(port).toBe(6000);
    expect(limits.maxPageSize).toBe(7);
  });

  it('reads false in the environment as false', () => {
    vi.stubEnv('MLMD_GRAPHQL_READ_ONLY', 'false');
    vi.stubEnv('MLMD_GRAPHQL_INTROSPECTION', 'false');

    expect(config()).toMatchObject({ readOnly: false, introspection: false });
  });

  it("takes the store's password from the environment alone, and prints none", () => {
    vi.stubEnv('MLMD_GRAPHQL_STORE_PASSWORD', 'pw');

    expect(config().storePassword).toBe('pw');
    expect(JSON.parse(printed('--print-config'))).toMatchObject({ storePassword: '***' });
    expect(refusal('--store-password', 'pw')).toContain('unknown option');
  });

  it('leaves it to the store whether it is only read, unless it is told', () => {
    expect(config('--read-only').readOnly).toBe(true);
    expect(config('--read-only=false').readOnly).toBe(false);
    expect(config('--read-only', 'auto').readOnly).toBe('auto');
  });

  it('turns introspection off', () => {
    expect(config('--no-introspection').introspection).toBe(false);
  });

  it('takes several origins, as repeated flags or parted by commas', () => {
    expect(config('--cors-origin', 'https://a.example', '--cors-origin', 'http://localhost:3000').corsOrigins).toEqual([
      'https://a.example',
      'http://localhost:3000',
    ]);
    vi.stubEnv('MLMD_GRAPHQL_CORS_ORIGIN', 'https://a.example, https://b.example');
    expect(config().corsOrigins).toEqual(['https://a.example', 'https://b.example']);
  });

  it('takes host names, and refuses what is none', () => {
    expect(config('--allowed-host', 'a.example', '--allowed-host', 'b,c.example').allowedHosts).toEqual([
      'a.example',
      'b',
      'c.example',
    ]);
    expect(() => config('--allowed-host', 'https://a.example')).toThrow(
      "option '--allowed-host <name>' argument 'https://a.example' is invalid. Expected a host name",
    );
  });

  it('cannot be changed afterwards', () => {
    const frozen = config('--grpc-port', '0', '--grpc-tls-cert', 'cert.pem', '--grpc-tls-key', 'key.pem');

    const parts = [frozen, frozen.limits, frozen.corsOrigins, frozen.grpc, frozen.grpc?.tls];
    expect(parts.every(Object.isFrozen)).toBe(true);
  });

  it("serves MLMD's own protocol where it is given a port, on the same host as GraphQL", () => {
    expect(config('--grpc-port', '8080', '--host', '::1').grpc).toEqual({
      host: '::1',
      port: 8080,
      tls: undefined,
      maxMessageBytes: 104_857_600,
      duplicateEvents: 'reject',
    });
  });

  it('takes every setting of gRPC', () => {
    vi.stubEnv('MLMD_GRAPHQL_GRPC_PORT', '0');
    vi.stubEnv('MLMD_GRAPHQL_DUPLICATE_EVENTS', 'ignore');

    const files = ['--grpc-tls-cert', 'cert.pem', '--grpc-tls-key', 'key.pem', '--grpc-client-ca', 'ca.pem'];
    expect(config('--grpc-host', '0.0.0.0', '--grpc-max-message-bytes', '4096', ...files).grpc).toEqual({
      host: '0.0.0.0',
      port: 0,
      tls: { certFile: 'cert.pem', keyFile: 'key.pem', clientCaFile: 'ca.pem' },
      maxMessageBytes: 4096,
      duplicateEvents: 'ignore',
    });
  });

  it.each([
    [['--port', 'http'], "'--port <number>'", "'http'", 'Expected a whole number from 0 to 65535.'],
    [['--port', '65536'], "'--port <number>'", "'65536'", 'Expected a whole number from 0 to 65535.'],
    [['--port', '-1'], "'--port <number>'", "'-1'", 'Expected a whole number from 0 to 65535.'],
    [['--max-depth', '1e3'], "'--max-depth <number>'", "'1e3'", 'Expected a whole number from 1 to 2147483647.'],
    [['--max-depth', '0'], "'--max-depth <number>'", "'0'", 'Expected a whole number from 1'],
    [['--host', ''], "'--host <address>'", "''", 'Expected an address'],
    [['--grpc-port', '65536'], "'--grpc-port <number>'", "'65536'", 'Expected a whole number from 0 to 65535.'],
    [['--duplicate-events', 'keep'], "'--duplicate-events <how>'", "'keep'", 'Allowed choices are reject, ignore'],
    [['--register-types', 'all'], "'--register-types <which>'", "'all'", 'Allowed choices are kubeflow, none'],
    [['--log-level', 'loud'], "'--log-level <level>'", "'loud'", 'Allowed choices are trace, debug'],
    [['--read-only=maybe'], "'--read-only [boolean]'", "'maybe'", 'Expected true or false.'],
    [['--cors-origin', '*'], "'--cors-origin <origin>'", "'*'", 'Expected an origin'],
    [
      ['--cors-origin', 'https://a.example/path'],
      "'--cors-origin <origin>'",
      "'https://a.example/path'",
      'Expected an origin',
    ],
  ])('refuses %j, naming the flag, the value and what was expected', (args, ...facts) => {
    const message = refusal(...args);

    for (const fact of facts) expect(message).toContain(fact);
    expect(message).not.toContain('\n');
  });

  it('names the variable when a value from the environment is refused', () => {
    vi.stubEnv('MLMD_GRAPHQL_PORT', 'http');

    expect(refusal()).toContain("'http' from env 'MLMD_GRAPHQL_PORT'");
  });

  it.each([
    [['--prot', '1'], "unknown option '--prot' (Did you mean --port?); see --help."],
    [['--bogus'], "unknown option '--bogus'; see --help."],
    [['--port'], "option '--port <number>' argument missing"],
    [['serve', 'now'], "Unexpected argument 'now'"],
    [['sevre'], "Unexpected argument 'sevre'"],
    [['--demo', '--read-only'], '--demo'],
    [['--grpc-port', '0', '--grpc-tls-cert', 'cert.pem'], '--grpc-tls-key'],
    [['--grpc-port', '0', '--grpc-tls-key', 'key.pem'], '--grpc-tls-cert'],
    [['--grpc-port', '0', '--grpc-client-ca', 'ca.pem'], '--grpc-client-ca needs'],
    [['--grpc-host', '::1'], '--grpc-host needs --grpc-port.'],
    [['--grpc-tls-cert', 'cert.pem', '--grpc-tls-key', 'key.pem'], '--grpc-tls-cert needs --grpc-port.'],
  ])('refuses %j in one line', (args, said) => {
    const message = refusal(...args);

    expect(message).toContain(said);
    expect(message).not.toContain('\n');
  });

  it('prints its version', () => {
    expect(printed('--version')).toBe('1.2.3\n');
  });

  it('prints every flag with its variable and default', () => {
    const help = printed('--help');

    expect(help).toContain('--port <number>');
    expect(help).toContain('(default: 4000, env: MLMD_GRAPHQL_PORT)');
    expect(printed('serve', '--help')).toContain('--max-neighbors-per-node <number>');
  });

  it('prints the settings in force, without passwords', () => {
    const text = printed('--print-config', '--port', '7', '--store', 'postgresql://me:pw@host/mlmd');

    expect(JSON.parse(text)).toMatchObject({ port: 7, store: 'postgresql://me:***@host/mlmd' });
  });
});

describe('printableConfig', () => {
  it.each([
    ['sqlite:mlmd.db', 'sqlite:mlmd.db'],
    ['mysql://me:p@ss@host:3306/mlmd', 'mysql://me:***@host:3306/mlmd'],
    ['mysql://host/mlmd?user=me&password=pw&ssl=true', 'mysql://host/mlmd?user=me&password=***&ssl=true'],
    ['grpcs://host:8080?retries=2&token=secret', 'grpcs://host:8080?retries=2&token=***'],
    ['grpcs://host:8080?token-file=/run/token', 'grpcs://host:8080?token-file=/run/token'],
    ['grpc://host:8080?metadata=x-key:secret&metadata=x-a:b', 'grpc://host:8080?metadata=x-key:***&metadata=x-a:***'],
    ['grpc://host:8080?metadata=x-key%3Asecret', 'grpc://host:8080?metadata=x-key%3A***'],
  ])('prints %s as %s', (store, shown) => {
    expect(JSON.parse(printableConfig({ ...config(), store }))).toMatchObject({ store: shown });
  });
});
