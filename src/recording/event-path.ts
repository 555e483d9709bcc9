import type { PathStepInput } from '../generated/resolvers.js';
import type { PathStep } from '../mlmd/model.js';
import { intInput } from './properties-input.js';
import { badInput, optionalText } from './validation.js';

/** The slot that an artifact took: steps into the inputs or outputs of the execution, by key or by position. */
export function eventPath(steps: readonly PathStepInput[] | null | undefined, argument: string): readonly PathStep[] {
  return (steps ?? []).map((step, index) => {
    const at = `${argument}.${index}`;
    if (typeof step.index === 'bigint') return { index: intInput(step.index, `${at}.index`) };
    const key = optionalText(step.key, `${at}.key`);
    if (key === undefined) throw badInput('A step of a path needs exactly one of index and key.', at);
    return { key };
  });
}
