import { KFP_DAG, KFP_RUN, rootDagName } from '../../conventions/index.js';
import type { Context, Execution } from '../../mlmd/model.js';
import type { Loaders } from '../request-context.js';

/** The first graph of tasks of a run; undefined for a run of another tool, and for one that has none yet. */
export async function rootDagOf(loaders: Loaders, run: Context): Promise<Execution | undefined> {
  if (run.typeName !== KFP_RUN) return undefined;
  const [root] = await loaders.executionsNamed(KFP_DAG, rootDagName(run.name));
  return root;
}
