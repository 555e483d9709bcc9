import type { EventType } from '../mlmd/model.js';

/** Events that say who wrote an artifact; what an orchestrator notes for itself, or has yet to do, says nothing of that. */
export const WRITTEN: readonly EventType[] = ['OUTPUT', 'DECLARED_OUTPUT'];
