import { describe, expect, it } from 'vitest';
import {
  cachedFromIdOf,
  dagStatus,
  displayName,
  isLeftRunning,
  iterationCountOf,
  metricValuesOf,
  outputParametersOf,
  parametersOf,
  parentIdOf,
  roleOf,
  statusOf,
} from '../../src/conventions/index.js';
import type { ExecutionState, JsonObject, Properties, Value } from '../../src/mlmd/model.js';
import { artifact, execution, texts } from './support/nodes.js';

const TASK = 'system.ContainerExecution';
const DAG = 'system.DAGExecution';
/** The type of a step of the first version. */
const COMPONENT = 'components.Train@sha256=0f0f';

describe('a graph of tasks', () => {
  it.each<readonly [tasks: Partial<Record<ExecutionState | 'NONE', number>>, expected: object, status: ExecutionState]>(
    [
      [{}, {}, 'RUNNING'],
      [{ COMPLETE: 1 }, {}, 'COMPLETE'],
      [{ COMPLETE: 1, CACHED: 1, CANCELED: 1 }, { total_dag_tasks: 3n }, 'COMPLETE'],
      [{ CACHED: 2 }, { total_dag_tasks: 2n }, 'COMPLETE'],
      [{ COMPLETE: 2 }, { total_dag_tasks: 3n }, 'RUNNING'],
      // A retried task may be there twice.
      [{ COMPLETE: 4 }, { total_dag_tasks: 3n }, 'COMPLETE'],
      [{ COMPLETE: 2, RUNNING: 1 }, { total_dag_tasks: 3n }, 'RUNNING'],
      [{ COMPLETE: 2, NEW: 1 }, {}, 'RUNNING'],
      [{ COMPLETE: 2, NONE: 1 }, {}, 'RUNNING'],
      [{ FAILED: 1, RUNNING: 1 }, { total_dag_tasks: 3n }, 'FAILED'],
      [{ COMPLETE: 3, FAILED: 1 }, {}, 'FAILED'],
      // The passes of a loop count, not the tasks of each.
      [{ COMPLETE: 3 }, { iteration_count: 3n, total_dag_tasks: 1n }, 'COMPLETE'],
      [{ COMPLETE: 1 }, { iteration_count: 3n, total_dag_tasks: 1n }, 'RUNNING'],
      [{}, { iteration_count: 0n, total_dag_tasks: 1n }, 'COMPLETE'],
      [{ COMPLETE: 1, RUNNING: 0 }, {}, 'COMPLETE'],
      // Numbers that no driver writes.
      [{ COMPLETE: 1 }, { total_dag_tasks: -1n }, 'COMPLETE'],
    ],
  )('whose tasks are %o of %o is %s', (tasks, expected, status) => {
    const dag = execution({ typeName: DAG, customProperties: custom(expected as Record<string, bigint>) });

    expect(dagStatus(dag, new Map(Object.entries(tasks) as [ExecutionState, number][]))).toBe(status);
  });

  it.each([
    [DAG, 'RUNNING', true],
    [DAG, 'CANCELED', false],
    [DAG, undefined, false],
    [TASK, 'RUNNING', false],
  ] as const)('of type %s that is stored as %s is looked into: %s', (typeName, state, looked) => {
    expect(isLeftRunning(execution({ typeName, state }))).toBe(looked);
  });

  it.each([
    [{ iteration_count: 2n, iteration_index: 0n }, 'LOOP'],
    [{ iteration_index: 0n }, 'ITERATION'],
    [{ total_dag_tasks: 2n }, 'DAG'],
  ])('with %o is a %s', (values, role) => {
    expect(roleOf(execution({ typeName: DAG, customProperties: custom(values as Record<string, bigint>) }))).toBe(role);
  });
});

describe('a step', () => {
  it('of a pass is no pass, and an importer is one in either form', () => {
    const roles = [TASK, 'system.ImporterExecution', 'system.ImporterWorkspaceExecution', COMPONENT].map((typeName) =>
      roleOf(execution({ typeName, customProperties: custom({ iteration_index: 0n }) })),
    );

    expect(roles).toEqual(['STEP', 'IMPORTER', 'IMPORTER', 'STEP']);
  });

  it.each([
    ['12', 12n],
    ['', undefined],
    ['0', undefined],
    ['twelve', undefined],
    ['99999999999999999999', undefined],
  ])('says by %j that it was cached from %s', (stored, id) => {
    const cached = texts({ cached_execution_id: stored });

    expect(cachedFromIdOf(execution({ typeName: TASK, customProperties: cached }))).toBe(id);
    expect(cachedFromIdOf(execution({ customProperties: cached }))).toBeUndefined();
  });

  it("of another tool has no place in a graph, whatever its properties' names", () => {
    const alike = execution({ customProperties: custom({ parent_dag_id: 3n, iteration_count: 2n }) });

    expect([parentIdOf(alike), iterationCountOf(alike), roleOf(alike)]).toEqual([undefined, undefined, 'STEP']);
  });

  it('is named in the order of the user interface', () => {
    const properties = texts({ component_id: 'Train' });
    const names = [
      { task_name: 't', display_name: 'd' },
      { task_name: 't', display_name: '' },
      { task_id: 'i', kfp_pod_name: 'p' },
    ].map((values) => displayName(execution({ typeName: TASK, name: 'uuid', customProperties: texts(values) })));
    const first = displayName(
      execution({ typeName: COMPONENT, properties, customProperties: texts({ kfp_pod_name: 'p' }) }),
    );

    expect([...names, first]).toEqual(['d', 't', 'i', 'Train']);
  });
});

describe('parameters', () => {
  it('of Kubeflow Pipelines 2 are in two structs, by name', () => {
    const step = execution({
      typeName: TASK,
      customProperties: custom({ inputs: { b: 1, a: null }, outputs: { c: 'x' }, image: 'python' }),
    });

    expect(parametersOf(step)).toEqual([
      { name: 'a', stored: { type: 'JSON', value: null } },
      { name: 'b', stored: { type: 'JSON', value: 1 } },
    ]);
    expect(outputParametersOf(step)).toEqual([{ name: 'c', stored: { type: 'JSON', value: 'x' } }]);
  });

  it('of Kubeflow Pipelines 2 are none where the struct is missing or does not decode', () => {
    const step = execution({ typeName: TASK, customProperties: texts({ inputs: 'mlmd-struct::?', image: 'python' }) });

    expect([parametersOf(step), outputParametersOf(step)]).toEqual([[], []]);
  });

  it('of Kubeflow Pipelines 1 are what is marked so', () => {
    const step = execution({
      typeName: COMPONENT,
      properties: texts({ component_id: 'Train' }),
      customProperties: texts({ 'input:rate': '0.5', kfp_pod_name: 'p' }),
    });

    expect(parametersOf(step)).toEqual([{ name: 'rate', stored: { type: 'STRING', value: '0.5' } }]);
  });

  it('of anybody else are the custom properties, but for those that name a workspace and a run', () => {
    const step = execution({ customProperties: texts({ __kf_run__: 'r', __kf_workspace__: 'w', rate: '0.5' }) });

    expect(parametersOf(step).map(({ name }) => name)).toEqual(['rate']);
    expect(outputParametersOf(step)).toEqual([]);
  });
});

describe('metrics of Kubeflow Pipelines', () => {
  it('measure whatever is not the own of the launcher, lists and objects out of their wrapping', () => {
    const metrics = artifact({
      typeName: 'system.ClassificationMetrics',
      customProperties: custom({
        display_name: 'm',
        store_session_info: '{}',
        auc: 0.5,
        passed: 1n,
        note: 'good',
        curve: { list: [{ recall: 1 }] },
        matrix: { struct: { rows: [] } },
        both: { list: [], other: 1 },
      }),
    });

    expect(metricValuesOf(metrics).map(({ name, value, text }) => [name, value, text.replaceAll(' ', '')])).toEqual([
      ['auc', 0.5, '0.5'],
      ['passed', 1, '1'],
      ['note', undefined, 'good'],
      ['curve', undefined, '[{"recall":1}]'],
      ['matrix', undefined, '{"rows":[]}'],
      ['both', undefined, '{"list":[],"other":1}'],
    ]);
  });

  it('may be of any type that a component declares', () => {
    const values = { store_session_info: '{}', display_name: 'shown', score: 0.5 };

    const own = artifact({ typeName: 'acme.Report', name: 'n', customProperties: custom(values) });

    expect([displayName(own), metricValuesOf(own).length]).toEqual(['shown', 1]);
  });
});

describe('the status of a step', () => {
  it.each([
    ['new', 'NEW'],
    ['complete', 'COMPLETE'],
    ['cached', 'CACHED'],
    ['odd', undefined],
  ])('is what TFX declared before MLMD had a place for it: %s is %s', (state, status) => {
    expect(statusOf(execution({ properties: texts({ component_id: 'Trainer', state }) }))).toBe(status);
    expect(statusOf(execution({ properties: texts({ state }) }))).toBeUndefined();
  });
});

/** Custom properties: a bigint is an INT, a number a DOUBLE, an object a STRUCT. */
function custom(values: Readonly<Record<string, string | bigint | number | JsonObject>>): Properties {
  return new Map(Object.entries(values).map(([name, value]) => [name, toValue(value)]));
}

function toValue(value: string | bigint | number | JsonObject): Value {
  switch (typeof value) {
    case 'string':
      return { type: 'STRING', value };
    case 'bigint':
      return { type: 'INT', value };
    case 'number':
      return { type: 'DOUBLE', value };
    default:
      return { type: 'STRUCT', value };
  }
}
