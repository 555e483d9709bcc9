import { describe, expect, it } from 'vitest';
import { startTestApi } from '../support/api.js';
import { backends } from '../support/backends.js';

const CREATE = 'mutation { createWorkspace(input: { name: "lab" }) { created workspace { name } } }';
const NAMES = '{ workspaces { nodes { name } } }';

describe.each(backends)('$name: the answer to a mutation', ({ open }) => {
  it('has time of its own, however long others kept the write waiting', async () => {
    const store = await open();
    const deadlineMs = 1_000;
    const api = await startTestApi(store, { limits: { deadlineMs } });
    // Types and statements are made ready, so that the answer is only the reading of one row.
    await api.read('mutation { createWorkspace(input: { name: "first" }) { created workspace { name } } }');

    const held = store.transaction(() => new Promise((resolve) => setTimeout(resolve, 1.5 * deadlineMs)));
    const answer = await api.ask(CREATE);
    await held;

    expect(answer).toEqual({ data: { createWorkspace: { created: true, workspace: { name: 'lab' } } } });
  });

  it('says that the write is stored where only the answer cannot be read', async () => {
    const store = await open();
    const inNoTime = await startTestApi(store, { limits: { deadlineMs: 0 } });
    const api = await startTestApi(store);

    const { errors } = await inNoTime.ask(CREATE);

    expect(errors).toMatchObject([
      {
        message:
          'What was sent is stored, but could not be read back: The request took longer than 0 ms (--deadline-ms).',
        extensions: { code: 'DEADLINE_EXCEEDED', setting: '--deadline-ms' },
      },
    ]);
    expect(await api.read(NAMES)).toEqual({ workspaces: { nodes: [{ name: 'lab' }] } });
  });
});
