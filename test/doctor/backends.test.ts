import { describe, expect, it } from 'vitest';
import { printReport } from '../../src/doctor/print.js';
import { examine } from '../../src/doctor/report.js';
import type { ArtifactId, ContextId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { backends } from '../support/backends.js';
import { BARE } from '../support/seed.js';

describe.each(backends)('$name: what the doctor says', ({ open, cannot }) => {
  it('counts what is there, and what is amiss as far as it can be told', async () => {
    const store = await open();
    const canDangle = cannot.DANGLE === undefined;
    await fill(store, canDangle);

    const found = await examine(store);

    const { inspection, writers } = found;
    expect(inspection.nodes).toEqual({ ARTIFACT: 3, EXECUTION: 3, CONTEXT: 2 });
    expect(inspection.edges.events).toBe(5);
    expect(inspection.types).toEqual([
      { kind: 'ARTIFACT', name: 'Data', version: 'v1', nodes: 3 },
      { kind: 'EXECUTION', name: 'Step', version: undefined, nodes: 3 },
      { kind: 'CONTEXT', name: 'pipeline', version: undefined, nodes: 2 },
    ]);
    expect(inspection.firstCreateTimeMs).toBeGreaterThan(0);
    expect(inspection.lastUpdateTimeMs).toBeGreaterThanOrEqual(inspection.firstCreateTimeMs ?? Number.NaN);
    expect(writers).toEqual([{ tool: 'TFX', workspaces: 2, runs: 0 }]);
    const wanted = [
      { kind: 'EVENT_WITHOUT_EXECUTION', count: 1 },
      ...(canDangle ? [{ kind: 'ATTRIBUTION_WITHOUT_END', count: 1 }] : []),
      { kind: 'ARTIFACT_OF_SEVERAL_PRODUCERS', count: 1 },
      { kind: 'ARTIFACTS_OF_ONE_URI', count: 1 },
      { kind: 'EXECUTION_RUNNING', count: 2 },
      { kind: 'EVENT_WITHOUT_PATH', count: 4 },
    ].filter(({ kind }) => inspection.untold.every((untold) => untold !== kind));
    expect(inspection.findings.map(({ kind, count }) => ({ kind, count }))).toEqual(wanted);
    expect(printReport({ store: 'a store', served: { as: 'READ_WRITE' }, found })).toContain(
      '2  executions that are RUNNING',
    );
  });

  it('finds nothing in a store without nodes', async () => {
    const { inspection } = await examine(await open());

    expect(inspection).toMatchObject({ types: [], findings: [], firstCreateTimeMs: undefined });
  });
});

/** Three artifacts, two of one uri; three executions, two that run and two that wrote one artifact; an end that is missing. */
async function fill(store: MetadataStore, canDangle: boolean): Promise<void> {
  const type = { properties: new Map(), canAddFields: false, canOmitFields: false };
  await store.transaction(async (transaction) => {
    const [data, step, pipeline] = await transaction.putTypes([
      { ...type, kind: 'ARTIFACT', name: 'Data', version: 'v1' },
      { ...type, kind: 'EXECUTION', name: 'Step' },
      { ...type, kind: 'CONTEXT', name: 'pipeline' },
    ]);
    if (data === undefined || step === undefined || pipeline === undefined) throw new Error('no types');
    const { contexts } = await transaction.putGraph({
      artifacts: ['s3://a', 's3://a', 's3://b'].map((uri) => ({ ...BARE, typeId: data.id, uri })),
      executions: (['RUNNING', 'RUNNING', 'COMPLETE'] as const).map((state) => ({ ...BARE, typeId: step.id, state })),
      contexts: ['one', 'two'].map((name) => ({ ...BARE, typeId: pipeline.id, name })),
      events: [
        { artifact: { index: 0 }, execution: { index: 0 }, type: 'INPUT', path: [{ key: 'rows' }] },
        { artifact: { index: 2 }, execution: { index: 0 }, type: 'OUTPUT', path: [] },
        { artifact: { index: 2 }, execution: { index: 1 }, type: 'OUTPUT', path: [] },
        { artifact: { index: 1 }, execution: { index: 1 }, type: 'INPUT', path: [] },
        { artifact: { index: 1 }, execution: { id: 99n as never }, type: 'INPUT', path: [] },
      ],
      onExistingEdge: 'FAIL',
      onMissingEnd: 'WRITE',
    });
    if (!canDangle) return;
    await transaction.putGraph({
      attributions: [{ artifact: { id: 98n as ArtifactId }, context: { id: contexts[0] as ContextId } }],
      onExistingEdge: 'FAIL',
      onMissingEnd: 'WRITE',
    });
  });
}
