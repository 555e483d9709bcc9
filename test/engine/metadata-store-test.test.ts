import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grpcAddressOf, type Served, serve, temporaryFolder } from '../cli/support/command.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata', 'grpc', 'pytest', 'absl.testing.absltest');

/**
 * What fails by mistakes of its own before it calls any service: they leave out an argument of the file's own helper, or ask for
 * `self.self`.
 */
const FAILED = [
  'test_connection_config_with_grpc_client_timeout_sec_errors',
  'test_connection_config_with_grpc_http2_max_ping_strikes',
  'test_connection_config_with_grpc_max_receive_message_length',
  'test_connection_config_with_grpc_max_receive_message_length_errors',
];
/** What its authors expect to fail. */
const XFAIL = ['test_downgrade_metadata_store', 'test_enable_metadata_store_upgrade_migration'];
const PASSED = 102;

/** Runs the file that the wheel brings against a service. @returns the names of its tests by how they ended, sorted. */
function runEnginesTests(address: string): ReadonlyMap<string, readonly string[]> {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  const where = 'import ml_metadata.metadata_store as package; print(package.__file__)';
  const folder = dirname(spawnSync(python ?? '', ['-c', where], { encoding: 'utf8' }).stdout.trim());
  const { stdout, stderr } = spawnSync(
    python ?? '',
    [
      ...['-B', '-m', 'pytest', 'metadata_store_test.py', '-p', 'no:cacheprovider', '-rA', '--tb=short'],
      ...['--use_grpc_backend', `--grpc_host=${host}`, `--grpc_port=${port}`],
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const endings = [...stdout.matchAll(/^(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)\b.*::(\w+)/gm)];
  if (endings.length === 0) throw new Error(`The tests did not run: ${stdout}${stderr}`);
  const byEnding = new Map<string, string[]>();
  for (const [, ending = '', name = ''] of endings)
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), name].sort());
  return byEnding;
}

describe.skipIf(python === undefined)("the engine's own test file", () => {
  it.each<[string, () => Promise<Served>]>([
    ['a new store', () => serveGrpc()],
    ["a new store without Kubeflow Metadata's types", () => serveGrpc('--register-types', 'none')],
    ['another service of ours', async () => serveGrpc('--store', `grpc://${grpcAddressOf(await serveGrpc())}`)],
  ])(
    'gives the same list against our service over %s as against the engine',
    { timeout: 120_000 },
    async (_what, start) => {
      const served = await start();

      const endings = runEnginesTests(grpcAddressOf(served));

      expect(endings.get('FAILED')).toEqual(FAILED);
      expect(endings.get('XFAIL')).toEqual(XFAIL);
      expect(endings.get('PASSED')).toHaveLength(PASSED);
      expect([...endings.keys()].sort()).toEqual(['FAILED', 'PASSED', 'XFAIL']);
    },
  );
});

async function serveGrpc(...args: readonly string[]): Promise<Served> {
  return serve(['--grpc-port', '0', ...args], { cwd: await temporaryFolder() });
}
