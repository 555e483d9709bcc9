import type { ComparedOutputFragment } from '../../generated/operations.js';

/** Names by which tools say how far a training was when something was measured; the first that is there counts. */
export const STEP_NAMES: readonly string[] = ['global_step', 'step', 'iteration', 'epoch'];

/** What was measured at one step. */
export interface StepPoint {
  /** What counts the steps, for example `epoch`. */
  readonly stepName: string;
  readonly step: number;
  readonly metric: string;
  readonly value: number;
}

/**
 * What was measured step by step: metrics artifacts that hold a number named as steps are, in order of the steps. None
 * for metrics without such a number, and none where only one step was ever written: that is no course.
 */
export function pointsOf(outputs: readonly ComparedOutputFragment[]): readonly StepPoint[] {
  const points = outputs.flatMap((output) => (output.__typename === 'Metrics' ? pointsIn(output) : []));
  if (new Set(points.map(({ step }) => step)).size < 2) return [];
  return points.sort((left, right) => left.step - right.step);
}

function pointsIn({
  values,
  properties,
}: Extract<ComparedOutputFragment, { readonly __typename: 'Metrics' }>): readonly StepPoint[] {
  const named = [...values, ...properties];
  for (const stepName of STEP_NAMES) {
    const step = numberOf(named.find(({ name }) => name === stepName)?.text);
    if (step === undefined) continue;
    return values
      .filter(({ name }) => !STEP_NAMES.includes(name))
      .flatMap(({ name, text }) => {
        const value = numberOf(text);
        return value === undefined ? [] : [{ stepName, step, metric: name, value }];
      });
  }
  return [];
}

/** The number that a text is; undefined where it is none. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
