import type { Context } from '../mlmd/model.js';
import type { StageRule } from './convention.js';

/** What the name of each stage of a pipeline begins with, where names tell whose a stage is. */
export function stagePrefix(pipelineName: string): string {
  return `${pipelineName}.`;
}

/** The names that the pipeline of a stage may have by the stage's own name, longest first. */
export function pipelineNames(stageName: string): readonly string[] {
  const names: string[] = [];
  for (let dot = stageName.lastIndexOf('.'); dot > 0; dot = stageName.lastIndexOf('.', dot - 1)) {
    names.push(stageName.slice(0, dot));
  }
  return names;
}

/**
 * The name of a step's stage within its pipeline. Of several it is the one that came last: a step inside of a nested
 * pipeline is also a member of the stage that is this pipeline's place in the outer one.
 *
 * @param contexts - of the step, by id.
 */
export function stageNameAmong(
  contexts: readonly Context[],
  { typeName, workspaceType }: Omit<StageRule, 'by'>,
): string | undefined {
  const stage = contexts.findLast((context) => context.typeName === typeName);
  if (stage === undefined) return undefined;
  const pipelines = new Set(contexts.filter((context) => context.typeName === workspaceType).map(({ name }) => name));
  const pipeline = pipelineNames(stage.name).find((name) => pipelines.has(name));
  return pipeline === undefined ? undefined : stage.name.slice(stagePrefix(pipeline).length);
}
