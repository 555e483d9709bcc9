import { pipelineNames, type StageRule, stagePrefix, stageRuleOf } from '../../conventions/index.js';
import type { ContextId } from '../../mlmd/model.js';
import type { WorkspaceModel } from '../models.js';
import type { Loaders } from '../request-context.js';

/** The contexts that are the steps of a pipeline, by id; `[]` where its tool keeps none. */
export async function stageIdsOf(loaders: Loaders, { context, origin }: WorkspaceModel): Promise<readonly ContextId[]> {
  const rule = stageRuleOf(origin);
  if (rule === undefined) return [];
  return rule.by === 'CHILD' ? childStages(loaders, context.id, rule) : namedStages(loaders, context.name, rule);
}

async function childStages(loaders: Loaders, id: ContextId, { typeName }: StageRule): Promise<readonly ContextId[]> {
  const children = await Promise.all((await loaders.childIdsOf(id)).map((child) => loaders.context(child)));
  return children.flatMap((child) => (child?.typeName === typeName ? [child.id] : []));
}

/** Of a stage whose name fits several pipelines, the one with the longest name has it. */
async function namedStages(
  loaders: Loaders,
  pipeline: string,
  { typeName, workspaceType }: StageRule,
): Promise<readonly ContextId[]> {
  const prefix = stagePrefix(pipeline);
  const [stages, longer] = await Promise.all([
    loaders.contextsBeginning(typeName, prefix),
    loaders.contextsBeginning(workspaceType, prefix),
  ]);
  const others = new Set(longer.map(({ name }) => name));
  return stages.filter(({ name }) => !pipelineNames(name).some((other) => others.has(other))).map(({ id }) => id);
}
