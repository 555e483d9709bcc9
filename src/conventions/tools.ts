import { cmf } from './cmf.js';
import type { Convention } from './convention.js';
import { kfp } from './kfp.js';
import { kfpV1 } from './kfp-v1.js';
import { kubeflow } from './kubeflow.js';
import { kubeflowHub } from './kubeflow-hub.js';
import { tfx } from './tfx.js';
import { tfxLegacy } from './tfx-legacy.js';

/** The tools whose conventions we know; one store may hold several. */
export const CONVENTIONS: readonly Convention[] = [kubeflow, kfp, kfpV1, tfx, tfxLegacy, cmf, kubeflowHub];
