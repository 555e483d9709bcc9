import type { Context, Execution } from '../mlmd/model.js';
import type { Parameter, StepRole } from './convention.js';
import { KFP_RUN } from './kfp-dag.js';
import { RESERVED } from './kubeflow-names.js';
import { CONVENTIONS } from './tools.js';

const OURS: ReadonlySet<string> = new Set(Object.values(RESERVED));

/**
 * What a step was given, by its tool's convention; where that says nothing its custom properties, by name, but for those
 * that tell which workspace and run it belongs to.
 */
export function parametersOf(execution: Execution): readonly Parameter[] {
  for (const tool of CONVENTIONS) {
    const parameters = tool.parametersOf?.(execution);
    if (parameters !== undefined) return parameters;
  }
  return [...execution.customProperties].flatMap(([name, stored]) => (OURS.has(name) ? [] : [{ name, stored }]));
}

/**
 * What a run was started with, by name: what its first graph of tasks was given where its tool keeps one, else the custom
 * properties of its context.
 */
export function parametersOfRun(run: Context, root: Execution | undefined): readonly Parameter[] {
  if (root !== undefined) return parametersOf(root);
  return run.typeName === KFP_RUN ? [] : [...run.customProperties].map(([name, stored]) => ({ name, stored }));
}

/** What a step gave back beside artifacts; `[]` where its tool keeps none. */
export function outputParametersOf(execution: Execution): readonly Parameter[] {
  for (const tool of CONVENTIONS) {
    const parameters = tool.outputParametersOf?.(execution);
    if (parameters !== undefined) return parameters;
  }
  return [];
}

/** What a step is to its pipeline. */
export function roleOf(execution: Execution): StepRole {
  for (const tool of CONVENTIONS) {
    const role = tool.roleOf?.(execution);
    if (role !== undefined) return role;
  }
  return 'STEP';
}
