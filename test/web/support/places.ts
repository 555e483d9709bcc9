import type { FixtureName } from '../../support/fixtures.js';

/** Every page of the UI, by an address of a store where it has something to show; those that differ with the tool, of several. */
export const PLACES: Readonly<Record<FixtureName, readonly string[]>> = {
  kubeflow: [
    '/',
    '/artifacts',
    '/artifacts?kind=MODEL',
    '/artifacts/1',
    '/artifacts/2',
    '/artifacts/3',
    '/executions',
    '/executions/1',
    '/runs',
    '/runs/1%2Frun_second',
    '/workspaces',
    '/workspaces/1',
    '/contexts/1',
    '/impact?of=artifact:1&direction=DOWNSTREAM',
    '/compare?of=run:1/run_second,run:2/run_transfer',
    '/lineage',
    '/lineage?of=artifact:1',
    '/nowhere',
  ],
  tfx: [
    '/artifacts?kind=DATA_SET',
    '/artifacts/14',
    '/executions/8',
    '/runs/23',
    '/impact?of=artifact:14&direction=UPSTREAM',
    '/compare?of=run:2,run:23,run:26',
    '/lineage?of=artifact:1&direction=DOWNSTREAM',
    '/lineage?of=run:23',
  ],
  cmf: [
    '/artifacts?kind=METRICS',
    '/artifacts/9',
    '/artifacts/10',
    '/executions/5',
    '/workspaces/1',
    '/compare',
    '/lineage?of=artifact:2&direction=DOWNSTREAM&as=table',
  ],
};
