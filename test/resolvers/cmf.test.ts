import { describe, expect, it } from 'vitest';
import { event, execution, exported, openEmpty, openFixture, stageOf } from '../exchange/support/documents.js';
import { startTestApi } from '../support/api.js';

const IMPORT = `mutation ($document: JSON!, $execUuid: String) {
  importCmf(input: { document: $document, execUuid: $execUuid }) {
    status
    workspaces { name stages { nodes { displayName executions { totalCount } } } }
    created { executions artifacts events }
  }
}`;
const EXPORT =
  'query ($pipeline: String!, $execUuid: String) { cmfDocument(pipeline: $pipeline, execUuid: $execUuid) }';

describe('importCmf', () => {
  it('takes a document as text, exact to the last integer, and again says that nothing is new', async () => {
    const store = await openEmpty();
    const api = await startTestApi(store);
    const text = JSON.stringify(
      stageOf(execution('u1', [event(4, 'Metrics m:u:1 u', { custom_properties: { n: 'BIG' } })])),
    ).replace('"BIG"', '9007199254740993');

    const first = await api.read(IMPORT, { document: text });
    const second = await api.read(IMPORT, { document: text });

    expect(first.importCmf).toEqual({
      status: 'IMPORTED',
      workspaces: [{ name: 'p', stages: { nodes: [{ displayName: 'train', executions: { totalCount: 1 } }] } }],
      created: { executions: 1, artifacts: 1, events: 1 },
    });
    expect(second.importCmf).toMatchObject({ status: 'UNCHANGED', workspaces: [{ name: 'p' }] });
    expect(await exported(store, 'p')).toContain('"n": 9007199254740993');
  });

  it('says of input.document what is wrong in it, and writes nothing', async () => {
    const store = await openEmpty();
    const api = await startTestApi(store);
    const half = stageOf(execution('u1', []), execution('', []));

    const { errors } = await api.ask(IMPORT, { document: half });

    expect(errors).toMatchObject([
      {
        message: 'Pipeline[0].stages[0].executions[1].properties.Execution_uuid is ""; expected a text.',
        extensions: { code: 'BAD_USER_INPUT', argument: 'input.document' },
      },
    ]);
    expect((await api.read(EXPORT, { pipeline: 'p' })).cmfDocument).toBeNull();
  });

  it('imports one execution by its UUID', async () => {
    const api = await startTestApi(await openEmpty());
    const document = stageOf(execution('u1', []), execution('u2', []));

    const { importCmf } = await api.read(IMPORT, { document, execUuid: 'u2' });
    const unknown = await api.ask(IMPORT, { document, execUuid: 'u3' });

    expect(importCmf.created.executions).toBe(1);
    expect(unknown.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});

describe('cmfDocument', () => {
  it('is the export of a pipeline, whole or of one execution', async () => {
    const store = await openFixture();
    const api = await startTestApi(store);
    const execUuid = 'db4d0098-e60a-11f1-9bef-02fc00000001';

    const whole = await api.read(EXPORT, { pipeline: 'Test-env' });
    const one = await api.read(EXPORT, { pipeline: 'Test-env', execUuid });

    expect(whole.cmfDocument).toBe(await exported(store, 'Test-env'));
    expect(one.cmfDocument).toBe(await exported(store, 'Test-env', execUuid));
    expect(one.cmfDocument.match(/"Execution_uuid": "[^"]*"/g)).toEqual([`"Execution_uuid": "${execUuid}"`]);
  });

  it('is refused where it holds more than maxNodes executions and events', async () => {
    const api = await startTestApi(await openFixture(), { limits: { maxNodes: 39 } });

    const { errors } = await api.ask(EXPORT, { pipeline: 'Test-env' });
    const small = await api.read(EXPORT, { pipeline: 'Reuse-env' });

    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'maxNodes', value: 40, max: 39 } }]);
    expect(small.cmfDocument).toContain('"Reuse-env/Monitor"');
  });
});
