import { Router } from 'express';
import type { MetadataReader } from '../mlmd/store.js';
import { createDeadline } from './deadline.js';

/** A store that takes longer for one row than this, in milliseconds, does not answer. */
const READY_TIMEOUT_MS = 2_000;

/**
 * Answers what an orchestrator asks: `/healthz` is 200 while the process lives, `/readyz` only while the store answers a
 * look-up of one row and no stop was asked for; 503 otherwise.
 */
export function healthRoutes(reader: MetadataReader, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const isReady = !isStopping() && (await answers(reader));
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  return router;
}

/** @returns whether the store answers a look-up of one row in good time. */
export async function answers(reader: MetadataReader): Promise<boolean> {
  try {
    await createDeadline(READY_TIMEOUT_MS)
      .guard(reader)
      .types({ names: ['mlmd.Dataset'] });
    return true;
  } catch {
    return false;
  }
}
