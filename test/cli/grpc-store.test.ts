import { expect, it } from 'vitest';
import { ask, grpcAddressOf, run, serve, temporaryFolder } from './support/command.js';

const LOG = `mutation ($name: String!) {
  logExecution(input: {
    execution: { workspace: { name: "w" }, run: { name: "r" }, name: $name, externalId: $name }
    inputs: [{ artifact: { dataSet: { name: "rows", uri: "s3://rows", version: "1" } } }]
    outputs: [{ artifact: { model: { name: $name, uri: "s3://model", version: "1" } } }]
  }) { created }
}`;

const STEPS = `{ executions(first: 100) { nodes { run { name } outputs { nodes { displayName } } } } }`;

// The service that the store is behind is killed and started anew on its port, with its file.
it('a server in front of a service that goes says so, and recovers when it returns', async () => {
  const cwd = await temporaryFolder();
  const behind = await serve(['--grpc-port', '0'], { cwd });
  const address = grpcAddressOf(behind);
  const port = address.split(':').at(-1) ?? '';
  const front = await serve(['--store', `grpc://${address}?deadline-ms=2000`], { cwd });
  const readiness = async () => (await fetch(`${front.url}/readyz`)).status;
  expect((await ask(front.url, LOG, { name: 'a' })).errors).toBeUndefined();
  expect(await readiness()).toBe(200);

  behind.child.kill('SIGKILL');
  await behind.exited;
  const refused = await ask(front.url, STEPS);
  const lost = await ask(front.url, LOG, { name: 'b' });
  expect(refused.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
  expect(lost.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
  expect(await readiness()).toBe(503);

  await serve(['--grpc-port', port], { cwd });
  await expect.poll(readiness, { timeout: 15_000 }).toBe(200);
  for (const name of ['a', 'b']) expect((await ask(front.url, LOG, { name })).errors).toBeUndefined();
  const { data } = await ask(front.url, STEPS);

  const newestFirst = ['b', 'a'].map((name) => ({ run: { name: 'r' }, outputs: { nodes: [{ displayName: name }] } }));
  expect(data).toEqual({ executions: { nodes: newestFirst } });
});

it('a service that is not there is told at the start, by its address', async () => {
  const { code, stderr } = await run(['--store', 'grpc://127.0.0.1:1?deadline-ms=500', '--port', '0']);

  expect(code).not.toBe(0);
  expect(stderr).toContain('127.0.0.1:1: The MLMD service cannot be reached.');
});
