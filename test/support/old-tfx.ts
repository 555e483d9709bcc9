import type { PropertyType, Value } from '../../src/mlmd/model.js';
import type { GraphPut, MetadataStore } from '../../src/mlmd/store.js';

/** What TFX 0.21 declares for each of its types of context; every one is a text. */
const CONTEXTS = {
  pipeline: ['pipeline_name'],
  run: ['pipeline_name', 'run_id'],
  component_run: ['pipeline_name', 'run_id', 'component_id'],
} as const;

const EXECUTION = ['pipeline_name', 'pipeline_root', 'run_id', 'component_id', 'state', 'checksum_md5', 'num_steps'];
const ARTIFACT = ['name', 'state', 'pipeline_name', 'producer_component'];

/** The components of a run, each with its slot and whether the run found what it wrote in the cache. */
type Step = readonly [component: string, slot: string, state: 'complete' | 'cached' | 'new'];

/**
 * Writes what TFX 0.21 writes of a pipeline `taxi` with two runs, the second of which takes its examples from the cache
 * and has not finished training. Source: tfx/orchestration/metadata.py, release 0.21: contexts, executions and artifacts
 * declare texts, there are no links between contexts, and nothing has a state but in a property.
 */
export async function tellOldTfx(store: MetadataStore): Promise<void> {
  await store.transaction(async (transaction) => {
    const flags = { canAddFields: false, canOmitFields: false } as const;
    const names = ['pipeline', 'run', 'component_run'] as const;
    const ids = await transaction.putTypes([
      ...names.map((name) => ({ kind: 'CONTEXT' as const, name, properties: texts(CONTEXTS[name]), ...flags })),
      {
        kind: 'EXECUTION',
        name: 'tfx.components.example_gen.component.CsvExampleGen',
        properties: texts(EXECUTION),
        ...flags,
      },
      { kind: 'EXECUTION', name: 'tfx.components.trainer.component.Trainer', properties: texts(EXECUTION), ...flags },
      { kind: 'ARTIFACT', name: 'Examples', properties: texts(ARTIFACT), ...flags },
      { kind: 'ARTIFACT', name: 'Model', properties: texts(ARTIFACT), ...flags },
      // Somebody else's type of the same name says nothing of itself.
      { kind: 'CONTEXT', name: 'run', version: 'of another tool', properties: new Map(), ...flags },
    ]);
    const [pipeline, run, componentRun, gen, trainer, examples, model, otherRun] = ids.map(({ id }) => id);
    const typeOf = { CsvExampleGen: gen, Trainer: trainer } as const;
    const context = (typeId: typeof pipeline, name: string, properties: Readonly<Record<string, string>>) => ({
      typeId: known(typeId),
      name,
      properties: values(properties),
      customProperties: new Map(),
    });
    const taxi = { pipeline_name: 'taxi' };
    const artifact = (
      typeId: typeof model,
      name: string,
      component: string,
    ): NonNullable<GraphPut['artifacts']>[number] => ({
      typeId: known(typeId),
      uri: `/root/${component}/${name}/1`,
      properties: values({ ...taxi, name, state: 'published', producer_component: component }),
      customProperties: new Map(),
    });
    const execution = (runId: string, [component, , state]: Step) => ({
      typeId: known(component === 'Trainer' ? typeOf.Trainer : typeOf.CsvExampleGen),
      properties: values({
        ...taxi,
        run_id: runId,
        component_id: component,
        state,
        checksum_md5: 'c',
        num_steps: '10',
      }),
      customProperties: new Map(),
    });
    const runs: readonly (readonly [string, readonly Step[]])[] = [
      [
        '2020-01-01',
        [
          ['CsvExampleGen', 'examples', 'complete'],
          ['Trainer', 'model', 'complete'],
        ],
      ],
      [
        '2020-01-02',
        [
          ['CsvExampleGen', 'examples', 'cached'],
          ['Trainer', 'model', 'new'],
        ],
      ],
    ];
    const contexts = [
      context(pipeline, 'taxi', taxi),
      ...runs.map(([id]) => context(run, `taxi.${id}`, { ...taxi, run_id: id })),
      ...runs.flatMap(([id, steps]) =>
        steps.map(([component]) =>
          context(componentRun, `taxi.${id}.${component}`, { ...taxi, run_id: id, component_id: component }),
        ),
      ),
      context(otherRun, 'stray', {}),
    ];
    const at = (index: number) => ({ index });
    await transaction.putGraph({
      contexts,
      executions: runs.flatMap(([id, steps]) => steps.map((step) => execution(id, step))),
      artifacts: [artifact(examples, 'examples', 'CsvExampleGen'), artifact(model, 'model', 'Trainer')],
      associations: [0, 1, 2, 3].flatMap((place) =>
        [0, place < 2 ? 1 : 2, 3 + place].map((group) => ({ execution: at(place), context: at(group) })),
      ),
      attributions: [0, 1].flatMap((place) => [0, 1, 2].map((group) => ({ artifact: at(place), context: at(group) }))),
      events: [
        { artifact: at(0), execution: at(0), type: 'OUTPUT', path: [{ key: 'examples' }, { index: 0n }] },
        { artifact: at(0), execution: at(1), type: 'INPUT', path: [{ key: 'examples' }, { index: 0n }] },
        { artifact: at(1), execution: at(1), type: 'OUTPUT', path: [{ key: 'model' }, { index: 0n }] },
        { artifact: at(0), execution: at(2), type: 'OUTPUT', path: [{ key: 'examples' }, { index: 0n }] },
        { artifact: at(0), execution: at(3), type: 'INPUT', path: [{ key: 'examples' }, { index: 0n }] },
      ],
      onExistingEdge: 'FAIL',
    });
  });
}

function texts(names: readonly string[]): ReadonlyMap<string, PropertyType> {
  return new Map(names.map((name) => [name, 'STRING']));
}

function values(properties: Readonly<Record<string, string>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(properties).map(([name, value]) => [name, { type: 'STRING', value }]));
}

function known<T>(id: T | undefined): T {
  if (id === undefined) throw new Error('a type was not put');
  return id;
}
