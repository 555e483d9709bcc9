// Runs the command that a tarball put into an otherwise empty folder, as a newcomer would: its version, a demo store on
// a free port, one query, a stop. Ends with an error at the first thing that is not as it should be.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [folder] = process.argv.slice(2);
const command = `${folder}/node_modules/.bin/mlmd-graphql`;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const printed = execFileSync('npx', ['--no-install', 'mlmd-graphql', '--version'], { cwd: folder, encoding: 'utf8' });
assert.equal(printed.trim(), version);

const server = spawn(command, ['--port', '0', '--demo'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
const exited = once(server, 'exit');
try {
  const [line] = await once(createInterface(server.stdout), 'line', { signal: AbortSignal.timeout(60_000) });
  const url = /http:\S+(?=\/graphql,)/.exec(line)?.[0];
  assert.ok(url, `the first line names no address: ${line}`);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  assert.equal((await fetch(`${url}/graphiql/graphiql.js`)).status, 200);
  const [script] = /\/assets\/[^"]+\.js/.exec(await (await fetch(url)).text()) ?? [];
  assert.ok(script, 'the page names no script');
  assert.equal((await fetch(url + script)).status, 200);
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ workspaces { nodes { name } } }' }),
  });
  assert.deepEqual(await answer.json(), { data: { workspaces: { nodes: [{ name: 'demo workspace' }] } } });
} finally {
  server.kill('SIGTERM');
}
assert.deepEqual(await exited, [0, null]);
console.log(`mlmd-graphql ${version} runs from its package`);
