import { MetadataError } from '../../errors.js';
import type { Context, ContextId, Properties } from '../../mlmd/model.js';
import type { MetadataTransaction } from '../../mlmd/store.js';
import type { CmfPipeline, CmfStage } from './document.js';
import { nodesWhere } from './lookup.js';
import { stamped } from './names.js';
import { given, PIPELINE_TYPE, registerTypes, STAGE_TYPE, type Typed } from './types.js';

/** The contexts of a pipeline. */
export interface PipelineContexts {
  readonly pipelineId: ContextId;
  /** Of the stages asked for, by name. */
  readonly stageIds: ReadonlyMap<string, ContextId>;
  /** Of all stages of the pipeline, in which its executions are. */
  readonly allStageIds: readonly ContextId[];
  readonly created: { readonly pipelines: number; readonly stages: number };
}

interface Wanted extends Typed {
  readonly name: string;
  readonly customProperties: Properties;
}

/**
 * Finds the contexts of a pipeline and of stages, and makes those that are missing. What is there keeps its properties.
 *
 * @throws MetadataError `FAILED_PRECONDITION` for a name that a context of another type bears: cmflib finds contexts by
 *   name alone, and could not read the store any more.
 */
export async function ensureContexts(
  transaction: MetadataTransaction,
  pipeline: CmfPipeline,
  stages: readonly CmfStage[],
): Promise<PipelineContexts> {
  const wanted = [
    wantedPipeline(pipeline),
    ...new Map(stages.map((stage) => [stage.name, wantedStage(stage)])).values(),
  ];
  const stored = await storedContexts(transaction, wanted);
  const missing = wanted.filter(({ name }) => !stored.has(name));
  const ids = new Map([...stored].map(([name, { id }]) => [name, id]));
  for (const [name, id] of await putContexts(transaction, missing)) ids.set(name, id);
  const pipelineId = given(ids.get(pipeline.name));
  const stageIds = new Map(stages.map(({ name }) => [name, given(ids.get(name))]));
  const children = (await transaction.contextLinks([pipelineId], 'CHILDREN')).map(({ childId }) => childId);
  const unlinked = [...stageIds.values()].filter((id) => !children.includes(id));
  if (unlinked.length > 0) {
    const parentContexts = unlinked.map((id) => ({ child: { id }, parent: { id: pipelineId } }));
    await transaction.putGraph({ parentContexts, onExistingEdge: 'KEEP' });
  }
  const pipelines = missing.filter(({ type }) => type === PIPELINE_TYPE).length;
  const created = { pipelines, stages: missing.length - pipelines };
  return { pipelineId, stageIds, allStageIds: [...children, ...unlinked], created };
}

function wantedPipeline({ name, properties, customProperties }: CmfPipeline): Wanted {
  const own: Properties = new Map([...properties, ['Pipeline', { type: 'STRING', value: name }]]);
  return { name, type: PIPELINE_TYPE, properties: own, customProperties };
}

function wantedStage(stage: CmfStage): Wanted {
  const { name, properties } = stage;
  const own: Properties = new Map([...properties, ['Pipeline_Stage', { type: 'STRING', value: name }]]);
  return { name, type: STAGE_TYPE, properties: own, customProperties: stamped(stage) };
}

async function storedContexts(
  transaction: MetadataTransaction,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Context>> {
  const values = wanted.map(({ name }) => name);
  const typeOf = new Map(wanted.map(({ name, type }) => [name, type]));
  const found = new Map<string, Context>();
  for (const context of await nodesWhere(transaction, 'CONTEXT', { column: 'name', values })) {
    if (context.typeName !== typeOf.get(context.name)) {
      const message = `A context ${JSON.stringify(context.name)} is there already, of type ${context.typeName}; CMF tells contexts apart by name alone.`;
      throw new MetadataError('FAILED_PRECONDITION', message);
    }
    found.set(context.name, context);
  }
  return found;
}

async function putContexts(
  transaction: MetadataTransaction,
  missing: readonly Wanted[],
): Promise<readonly (readonly [name: string, id: ContextId])[]> {
  if (missing.length === 0) return [];
  const typeIdOf = await registerTypes(transaction, 'CONTEXT', missing);
  const puts = missing.map(({ type, ...context }) => ({ ...context, typeId: typeIdOf(type) }));
  const { contexts } = await transaction.putGraph({ contexts: puts, onExistingEdge: 'KEEP' });
  return contexts.map((id, index) => [missing[index]?.name ?? '', id] as const);
}
