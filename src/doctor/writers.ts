import { type Origin, RUN_TYPES, WORKSPACE_TYPES } from '../conventions/index.js';
import type { TypeCount } from '../mlmd/inspection.js';

/** A tool that wrote to a store. */
export interface Writer {
  readonly tool: string;
  readonly workspaces: number;
  readonly runs: number;
}

const TOOLS: Readonly<Record<Origin, string>> = {
  KUBEFLOW: 'Kubeflow Metadata',
  KFP: 'Kubeflow Pipelines',
  TFX: 'TFX',
  CMF: 'CMF',
  KUBEFLOW_HUB: 'Kubeflow Hub',
  MLMD: 'MLMD itself',
};

/**
 * The tools whose contexts a store holds, as the conventions know them. Where there are none, whoever wrote it used MLMD
 * itself: one writer without workspaces.
 */
export function writersOf(types: readonly TypeCount[]): readonly Writer[] {
  const writers = new Map<Origin, { workspaces: number; runs: number }>();
  for (const { kind, name, nodes } of types) {
    if (kind !== 'CONTEXT') continue;
    for (const [role, origins] of [['workspaces', WORKSPACE_TYPES] as const, ['runs', RUN_TYPES] as const]) {
      const origin = origins.get(name);
      if (origin === undefined) continue;
      const writer = writers.get(origin) ?? { workspaces: 0, runs: 0 };
      writer[role] += nodes;
      writers.set(origin, writer);
    }
  }
  if (writers.size === 0) return [{ tool: TOOLS.MLMD, workspaces: 0, runs: 0 }];
  return [...writers].map(([origin, counts]) => ({ tool: TOOLS[origin], ...counts }));
}
