import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { STORY } from '../../src/server/story.js';
import { ask, run, serve, temporaryFolder } from './support/command.js';

const COUNTS = '{ workspaces { totalCount } executions { totalCount } artifacts { totalCount } types { totalCount } }';

describe('mlmd-graphql', () => {
  it('makes a store in the folder it runs in, and says on one line of stdout where it serves', async () => {
    const folder = await temporaryFolder();

    const { url, lines } = await serve([], { cwd: folder });

    expect(await readdir(folder)).toContain('mlmd.db');
    expect(lines).toEqual([`UI at ${url}, GraphQL at ${url}/graphql, GraphiQL at ${url}/graphiql`]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('takes its settings from the environment, and shows them', async () => {
    const folder = await temporaryFolder();
    const env = {
      ...process.env,
      MLMD_GRAPHQL_STORE: `sqlite:${join(folder, 'other.db')}`,
      MLMD_GRAPHQL_MAX_HOPS: '7',
    };

    const { url } = await serve([], { env });

    expect(await readdir(folder)).toContain('other.db');
    expect((await ask(url, '{ server { version limits { maxHops maxPageSize } } }')).data).toEqual({
      server: { version: manifest.version, limits: { maxHops: 7, maxPageSize: 100 } },
    });
  });

  it.runIf(process.platform === 'linux')(
    'keeps its arguments from the list of processes, as a URL may hold a password',
    async () => {
      const { child } = await serve(['--store', 'sqlite:secret.db'], { cwd: await temporaryFolder() });

      const listed = await readFile(`/proc/${child.pid}/cmdline`, 'utf8');

      expect(listed).toContain('mlmd-graphql');
      expect(listed).not.toContain('secret');
    },
  );

  it("has the types of Kubeflow's SDK in a store that it made", async () => {
    const { url } = await serve([], { cwd: await temporaryFolder() });

    const { data } = await ask(url, '{ types(first: 100) { nodes { name } } }');

    expect(JSON.stringify(data)).toContain('kubeflow.org/alpha/model');
  });

  it('logs the story of --demo once, however often it is started', async () => {
    const cwd = await temporaryFolder();
    const counts = [];

    for (let start = 0; start < 2; start += 1) {
      const { url, child, exited } = await serve(['--demo'], { cwd });
      counts.push((await ask(url, COUNTS)).data);
      child.kill('SIGTERM');
      await exited;
    }

    expect(counts[0]).toMatchObject({ workspaces: { totalCount: 1 }, executions: { totalCount: 2 } });
    expect(counts[1]).toEqual(counts[0]);
  });

  it("answers every tab of the explorer on the story's store, the step sent twice", async () => {
    const { url } = await serve(['--demo'], { cwd: await temporaryFolder() });

    for (const { query, variables } of [...STORY, ...STORY]) {
      const { data, errors } = await ask(url, query, variables);

      expect(errors).toBeUndefined();
      // Nothing that was asked for is missing.
      expect(JSON.stringify(data)).not.toMatch(/"(nodes|edges|entries|paths)":\[\]|:null|"exists":false/);
    }
  });

  it('refuses mutations with --read-only, by a code of their own', async () => {
    const cwd = await temporaryFolder();
    const first = await serve(['--demo'], { cwd });
    first.child.kill('SIGTERM');
    await first.exited;
    const { url } = await serve(['--read-only'], { cwd });

    const { errors } = await ask(url, 'mutation { createWorkspace(input: { name: "x" }) { created } }');

    expect(errors?.[0]?.extensions.code).toBe('READ_ONLY');
    expect((await ask(url, '{ workspaces { totalCount } }')).data).toEqual({ workspaces: { totalCount: 1 } });
  });

  it('logs JSON lines on stderr, without what is in the metadata', async () => {
    const { url, child, exited, stderr } = await serve(['--log-level', 'trace', '--demo'], {
      cwd: await temporaryFolder(),
    });
    await ask(url, 'mutation { createWorkspace(input: { name: "secret-name" }) { created } }');

    child.kill('SIGTERM');
    await exited;

    const lines = (await stderr).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).msg)).toContain('answered');
    expect(lines.join()).not.toMatch(/secret-name|demo workspace/);
  });

  it.each([
    [['--version'], `${manifest.version}\n`],
    [['--print-config'], '"store": "sqlite:mlmd.db"'],
    [['--help'], '--max-breadth <number>'],
  ])('prints %j on stdout and touches no store', async (args, said) => {
    const cwd = await temporaryFolder();

    const { code, stdout, stderr } = await run(args, { cwd });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(said);
    expect(await readdir(cwd)).toEqual([]);
  });
});
