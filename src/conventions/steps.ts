import type { Execution } from '../mlmd/model.js';
import type { Parameter, StepRole } from './convention.js';
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
