import type { Origin } from '../generated/operations.js';

const NAMES: Readonly<Record<Origin, string>> = {
  KUBEFLOW: 'Kubeflow Metadata SDK',
  KFP: 'Kubeflow Pipelines',
  TFX: 'TFX',
  CMF: 'CMF',
  KUBEFLOW_HUB: 'Kubeflow Hub',
  MLMD: 'MLMD alone',
};

/** The tool whose convention makes this a run or a workspace, as its users call it. */
export function originText(origin: Origin): string {
  return NAMES[origin];
}
