import { type JsonTree, printJson } from '../conventions/index.js';
import type { LabelInput } from '../generated/resolvers.js';
import { optionalText, refuseRepeats, requiredText } from './validation.js';

/**
 * Labels that the store can keep, in the order given.
 *
 * @returns undefined where there are none to speak of: left out or null. `INVALID_ARGUMENT` for an empty name and for a name given twice.
 */
export function labelsInput(
  labels: readonly LabelInput[] | null | undefined,
  argument: string,
): readonly LabelInput[] | undefined {
  if (labels === null || labels === undefined) return undefined;
  for (const [index, label] of labels.entries()) {
    requiredText(label.name, `${argument}.${index}.name`);
    optionalText(label.value, `${argument}.${index}.value`);
  }
  refuseRepeats(
    labels.map(({ name }) => name),
    argument,
  );
  return labels;
}

/** Labels as the SDK's dictionary. */
export function labelsTree(labels: readonly LabelInput[]): JsonTree {
  return new Map(labels.map(({ name, value }) => [name, value]));
}

/** Labels as the text of the SDK's dictionary. */
export function labelsText(labels: readonly LabelInput[]): string {
  return printJson(labelsTree(labels));
}
