import type { AnyNode } from '../conventions/index.js';
import { displayName, nameOf, namingRuleOf, ownName, pipelineNames, stagePrefix } from '../conventions/index.js';
import type { Artifact, Context, Execution, NodeRef } from '../mlmd/model.js';
import { toSlots } from './event-facts.js';
import type { Loaders } from './request-context.js';
import { WRITTEN } from './written-events.js';

/**
 * A name fit to show, never empty: what the node itself tells and, only where that is nothing, what is around it. Names
 * that are asked for together cost the same few calls as one.
 */
export async function displayNameOf(loaders: Loaders, node: AnyNode): Promise<string> {
  switch (node.kind) {
    case 'ARTIFACT':
      return nameOf(node) ?? (await outputName(loaders, node)) ?? displayName(node);
    case 'EXECUTION':
      return ownName(node) ?? stepName(loaders, node);
    case 'CONTEXT':
      return (await stageName(loaders, node)) ?? displayName(node);
    default:
      return node satisfies never;
  }
}

/** A step's name may stand in a context: that of the node of the pipeline which it ran for. */
async function stepName(loaders: Loaders, execution: Execution): Promise<string> {
  return displayName(execution, await contextsOf(loaders, execution));
}

/** An artifact without a name is what a step put into a slot: `Trainer/model`. Of several steps, the first is it. */
async function outputName(loaders: Loaders, artifact: Artifact): Promise<string | undefined> {
  const { items } = await loaders.eventPage(artifact, { direction: 'UPSTREAM', types: WRITTEN }, { limit: 1 });
  const event = items[0]?.value;
  const [slot] = event === undefined ? [] : toSlots(event.path);
  const execution = event === undefined || slot === undefined ? undefined : await loaders.execution(event.executionId);
  return execution && `${await displayNameOf(loaders, execution)}/${slot?.replace(/\[0\]$/, '')}`;
}

/** The name of a stage within its pipeline, where it is to be cut out of the context's name. */
async function stageName(loaders: Loaders, context: Context): Promise<string | undefined> {
  const rule = namingRuleOf(context);
  if (rule === undefined) return undefined;
  const candidates = pipelineNames(context.name);
  const found = await Promise.all(candidates.map((name) => loaders.contextsNamed([rule.workspaceType], name)));
  const pipeline = candidates.find((_, index) => found[index]?.length !== 0);
  return pipeline === undefined ? undefined : context.name.slice(stagePrefix(pipeline).length);
}

async function contextsOf(loaders: Loaders, node: NodeRef): Promise<readonly Context[]> {
  const ids = await loaders.contextIdsOf(node);
  const contexts = await Promise.all(ids.map((id) => loaders.context(id)));
  return contexts.filter((context) => context !== undefined);
}
