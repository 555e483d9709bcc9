import { readInvocation } from '../../../src/config.js';
import type { Limits } from '../../../src/limits.js';

const invocation = readInvocation([], '0.0.0');
if (invocation.kind !== 'SERVE') throw new Error('no arguments mean serve');

/** The limits of a server that is started without flags. */
export const DEFAULT_LIMITS: Limits = invocation.config.limits;
