import { describe, expect, it } from 'vitest';
import { importCmf } from '../../src/exchange/cmf/index.js';
import type { Json } from '../../src/mlmd/model.js';
import { backends, backendsThatCan } from '../support/backends.js';
import {
  counts,
  documentOf,
  event,
  execution,
  exported,
  nodes,
  openEmpty,
  openFixture,
  PIPELINES,
  plain,
  stageOf,
} from './support/documents.js';

const INPUT = 3;
const OUTPUT = 4;
const NOTHING_CREATED = { pipelines: 0, stages: 0, executions: 0, artifacts: 0, events: 0 };

describe.each(backends)('$name: importing a document of CMF', ({ open }) => {
  it('brings everything in it, and twice adds nothing', async () => {
    const fixture = await openFixture();
    const documents = await Promise.all(PIPELINES.map(async (name) => documentOf(await exported(fixture, name))));
    const store = await open();

    const first = [];
    for (const document of documents) first.push(await importCmf(store, document));
    const before = await counts(store);
    const second = [];
    for (const document of documents) second.push(await importCmf(store, document));

    expect(first.map(({ created }) => created)).toEqual([
      { pipelines: 1, stages: 5, executions: 7, artifacts: 19, events: 33 },
      { pipelines: 1, stages: 1, executions: 1, artifacts: 2, events: 4 },
    ]);
    expect(second.map(({ status }) => status)).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(before).toEqual(await counts(fixture));
    expect(await counts(store)).toEqual(before);
  });

  it('completes an execution that lacks events', async () => {
    const store = await open();
    await importCmf(store, documentOf(stageOf(execution('u1', [event(INPUT, 'Dataset rows:r1 r1')]))));

    const whole = stageOf(execution('u1', [event(INPUT, 'Dataset rows:r1 r1'), event(OUTPUT, 'Model model:m1:7 m1')]));
    const completed = await importCmf(store, documentOf(whole));

    expect(completed.created).toEqual({ ...NOTHING_CREATED, artifacts: 1, events: 1 });
    expect(await counts(store)).toEqual([2, 1, 2, 2]);
  });

  it('adds the runs of an execution that is used again to those it has', async () => {
    const store = await open();
    const again = (uuids: string, metrics: string) =>
      documentOf(stageOf(execution(uuids, [event(OUTPUT, `Metrics drift:${metrics}:3 ${metrics}`)], { name: 'live' })));
    await importCmf(store, again('u1', 'm1'));

    const { created, updated } = await importCmf(store, again('u1,u2', 'm2'));

    expect([created, updated]).toEqual([
      { ...NOTHING_CREATED, artifacts: 1, events: 1 },
      { executions: 1, artifacts: 0 },
    ]);
    const [live, ...others] = await nodes(store, 'EXECUTION');
    expect(others).toEqual([]);
    expect(plain(live?.properties ?? new Map()).Execution_uuid).toBe('u1,u2');
  });

  it('takes artifacts with one uri for one, and adds to what is said of it', async () => {
    const store = await open();
    const said = (url: string, labels: string) => ({ properties: { url }, custom_properties: { labels, rows: 5 } });
    const first = stageOf(execution('u1', [event(OUTPUT, 'Dataset a.csv:h h', said('p:/x', 'one'))]));
    const second = {
      Pipeline: [
        {
          name: 'q',
          stages: [
            { name: 'q/s', executions: [execution('u2', [event(INPUT, 'Dataset b.csv:h h', said('q:/y', 'two'))])] },
          ],
        },
      ],
    };
    await importCmf(store, documentOf(first));

    const { created, updated } = await importCmf(store, documentOf(second));

    expect([created.artifacts, updated.artifacts]).toEqual([0, 1]);
    const [artifact, ...others] = await nodes(store, 'ARTIFACT');
    expect(others).toEqual([]);
    expect([artifact?.name, plain(artifact?.properties ?? new Map())]).toEqual(['a.csv:h', { url: 'p:/x,q:/y' }]);
    expect(plain(artifact?.customProperties ?? new Map())).toMatchObject({ labels: 'one,two', rows: 5n });
    const events = await store.eventsOf('ARTIFACT', artifact === undefined ? [] : [artifact.id]);
    expect(events.map(({ type, path }) => [type, path])).toEqual([
      ['OUTPUT', []],
      ['INPUT', [{ key: 'b.csv:h' }]],
    ]);
  });
});

describe.each(backendsThatCan('UNDO'))('$name: importing a document of CMF at once', ({ open }) => {
  it('from two sides brings it once', async () => {
    const store = await open();
    const fixture = await openFixture();
    const document = documentOf(await exported(fixture, 'Test-env'));

    const both = await Promise.all([importCmf(store, document), importCmf(store, document)]);

    expect(both.map(({ status }) => status).sort()).toEqual(['IMPORTED', 'UNCHANGED']);
    expect(await counts(store)).toEqual([6, 7, 19, 33]);
  });

  it('leaves nothing behind where a part cannot be written', async () => {
    const store = await open();
    const clash = stageOf(
      execution('u1', [event(OUTPUT, 'Dataset rows:r1 r1')]),
      execution('u2', [event(OUTPUT, 'Dataset rows:r1 r2')]),
    );

    await expect(importCmf(store, documentOf(clash))).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });

    expect(await counts(store)).toEqual([0, 0, 0, 0]);
  });
});

describe('a document of CMF', () => {
  it('names models and metrics after the execution here, and keeps when the sender made what it sends', async () => {
    const store = await openEmpty();
    await importCmf(store, documentOf(stageOf(execution('other', []))));

    await importCmf(
      store,
      documentOf(
        stageOf(
          execution('u1', [
            event(INPUT, 'Environment env.txt:e e'),
            event(OUTPUT, 'Model s3://b/model:m:77 m'),
            event(OUTPUT, 'Metrics loss:uuid:77 uuid', { properties: { metrics_name: 'loss:uuid:77' } }),
            event(OUTPUT, 'Dataset d:h h', { custom_properties: { original_create_time_since_epoch: '1' } }),
          ]),
        ),
      ),
    );

    const artifacts = await nodes(store, 'ARTIFACT');
    expect(
      artifacts.map(({ name, properties, customProperties }) => [name, plain(properties), plain(customProperties)]),
    ).toEqual([
      ['env.txt:e', {}, {}],
      ['s3://b/model:m:2', {}, { original_create_time_since_epoch: '3000' }],
      ['loss:uuid:2', { metrics_name: 'loss:uuid:2' }, { original_create_time_since_epoch: '3000' }],
      ['d:h', {}, { original_create_time_since_epoch: '1' }],
    ]);
    const [, step] = await nodes(store, 'EXECUTION');
    expect([step?.typeName, plain(step?.properties ?? new Map())]).toEqual([
      'p/train',
      {
        Execution_uuid: 'u1',
        Context_Type: 'p/train',
        Context_ID: 2n,
        Execution_type_name: 'p/train',
        Pipeline_Type: 'p',
        Pipeline_id: 1n,
      },
    ]);
  });

  it('keeps integers beyond 2^53, and doubles that are whole, on the way in and out', async () => {
    const store = await openEmpty();
    const text = JSON.stringify(stageOf(execution('u1', [], { custom_properties: { big: 'BIG', whole: 'WHOLE' } })));

    await importCmf(store, documentOf(text.replace('"BIG"', '9223372036854775807').replace('"WHOLE"', '2.0')));

    expect(await exported(store, 'p')).toMatch(/"big": 9223372036854775807,\s.*\s*"whole": 2\.0\n/);
  });

  it('is imported and exported by UUID too', async () => {
    const store = await openEmpty();
    const document = documentOf(stageOf(execution('u1', []), execution('u2,u3', [], { name: 'again' })));

    const { created } = await importCmf(store, document, 'u3');

    expect(created.executions).toBe(1);
    await expect(async () => importCmf(store, document, 'u4')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await importCmf(store, document);
    const text = await exported(store, 'p', 'u3');
    expect(
      documentOf(text).pipelines.flatMap(({ stages }) => stages.flatMap((stage) => stage.executions)),
    ).toMatchObject([{ name: 'again', uuids: ['u2', 'u3'] }]);
  });

  it('may hold artifacts of types that are not CMF’s own', async () => {
    const store = await openEmpty();
    const report = event(6, 'Validation_output v v', { properties: { version: 'v', score: 0.5 } });

    const { created } = await importCmf(store, documentOf(stageOf(execution('u1', [report]))));

    expect(created.artifacts).toBe(1);
    const [artifact] = await nodes(store, 'ARTIFACT');
    expect([artifact?.typeName, plain(artifact?.properties ?? new Map())]).toEqual([
      'Validation_output',
      { score: 0.5, version: 'v' },
    ]);
    expect(JSON.parse(await exported(store, 'p')).Pipeline[0].stages[0].executions[0].events[0].type).toBe(6);
  });

  it('is refused where another tool has a context of a name, as CMF tells contexts by name alone', async () => {
    const store = await openEmpty();
    await store.transaction(async (transaction) => {
      const put = {
        kind: 'CONTEXT',
        name: 'other',
        properties: new Map(),
        canAddFields: false,
        canOmitFields: false,
      } as const;
      const [type] = await transaction.putTypes([put]);
      if (type === undefined) throw new Error('no type');
      const context = { typeId: type.id, name: 'p', properties: new Map(), customProperties: new Map() };
      await transaction.putGraph({ contexts: [context], onExistingEdge: 'FAIL' });
    });

    await expect(importCmf(store, documentOf(stageOf(execution('u1', []))))).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: 'A context "p" is there already, of type other; CMF tells contexts apart by name alone.',
    });
  });
});

const WRONG: readonly { readonly says: string; readonly given: Json }[] = [
  { says: 'The document is not JSON.', given: '{"Pipeline": [' },
  { says: 'The document is [1]; expected an object.', given: '[1]' },
  { says: 'Pipeline is missing; expected a list of at least one pipeline.', given: {} },
  { says: 'Pipeline is []; expected a list of at least one pipeline.', given: { Pipeline: [] } },
  { says: 'Pipeline[0].name is missing; expected a text.', given: { Pipeline: [{}] } },
  { says: 'Pipeline[0].stages is "x"; expected a list.', given: { Pipeline: [{ name: 'p', stages: 'x' }] } },
  {
    says: 'Pipeline[0].stages[0].executions[0].properties.Execution_uuid is missing; expected a text.',
    given: stageOf({ name: '', properties: {}, events: [] }),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].properties.Execution_uuid is "u1,"; expected UUIDs with a comma between them.',
    given: stageOf(execution('u1,', [])),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].properties.Git_Repo is 5; expected a text.',
    given: stageOf(execution('u1', [], { properties: { Execution_uuid: 'u1', Git_Repo: 5 } })),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].custom_properties.list is [1]; expected a number or a text.',
    given: stageOf(execution('u1', [], { custom_properties: { list: [1] } })),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].custom_properties.big is 9223372036854775808, which does not fit in 64 bits.',
    given: JSON.stringify(stageOf(execution('u1', [], { custom_properties: { big: 'B' } }))).replace(
      '"B"',
      '9223372036854775808',
    ),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].custom_properties.big is beyond 2^53, where a JSON value is not exact; send the document as text.',
    given: stageOf(execution('u1', [], { custom_properties: { big: 2 ** 53 } })),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].create_time_since_epoch is "now"; expected milliseconds since the epoch.',
    given: stageOf(execution('u1', [], { create_time_since_epoch: 'now' })),
  },
  {
    says: "Pipeline[0].stages[0].executions[0].events[1].type is 0; expected the number of an event's type: 3 for input, 4 for output.",
    given: stageOf(execution('u1', [event(INPUT, 'Dataset a:h h'), event(0, 'Dataset b:i i')])),
  },
  {
    says: 'Pipeline[0].stages[0].executions[0].events[0].artifact.uri is ""; expected a text.',
    given: stageOf(execution('u1', [event(INPUT, 'Dataset a')])),
  },
];

describe('a document that is wrong', () => {
  it.each(WRONG)('is refused with its place: $says', ({ says, given }) => {
    expect(() => documentOf(given)).toThrowError(expect.objectContaining({ code: 'INVALID_ARGUMENT', message: says }));
  });
});
