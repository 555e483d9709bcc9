import { expect, it } from 'vitest';
import { ask, serve, temporaryFolder } from './support/command.js';

const STEPS = Array.from({ length: 40 }, (_, index) => `step-${index}`);

const LOG = `mutation ($name: String!) {
  logExecution(input: {
    execution: { workspace: { name: "w" }, run: { name: "r" }, name: $name, externalId: $name }
    inputs: [{ artifact: { dataSet: { name: "rows", uri: "s3://rows", version: "1" } } }]
    outputs: [{ artifact: { model: { name: $name, uri: "s3://model", version: "1" } } }]
  }) { created }
}`;

const STEP = `query ($name: String!) {
  execution(by: { externalId: $name }) {
    run { name }
    inputs { nodes { displayName } }
    outputs { nodes { displayName } }
  }
}`;

// SIGKILL in the middle of writing: what was answered is whole, and a client that sends everything again doubles nothing.
it('a killed command has kept every step that it answered, and sending all again doubles none', async () => {
  const cwd = await temporaryFolder();
  const first = await serve([], { cwd });
  const answered: string[] = [];
  const sent = STEPS.map(async (name) => {
    const { data } = await ask(first.url, LOG, { name });
    if (data !== undefined && answered.push(name) === 10) first.child.kill('SIGKILL');
  });
  await Promise.allSettled(sent);
  await first.exited;

  const { url } = await serve([], { cwd });
  const kept = await Promise.all(answered.map(async (name) => (await ask(url, STEP, { name })).data));
  const again = await Promise.all(STEPS.map(async (name) => (await ask(url, LOG, { name })).errors));

  expect(answered.length).toBeGreaterThanOrEqual(10);
  expect(kept).toEqual(
    answered.map((name) => ({
      execution: {
        run: { name: 'r' },
        inputs: { nodes: [{ displayName: 'rows' }] },
        outputs: { nodes: [{ displayName: name }] },
      },
    })),
  );
  expect(again).toEqual(STEPS.map(() => undefined));
  const counts = '{ workspaces { totalCount } runs { totalCount } executions { totalCount } artifacts { totalCount } }';
  expect((await ask(url, counts)).data).toEqual({
    workspaces: { totalCount: 1 },
    runs: { totalCount: 1 },
    executions: { totalCount: STEPS.length },
    artifacts: { totalCount: 1 + STEPS.length },
  });
});
