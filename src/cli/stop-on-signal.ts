import type { Logger } from '../log.js';

/** Closing the store after the requests may take so long, in milliseconds. */
const CLOSE_MS = 5_000;

/** A key press under `npm start` comes twice, from the terminal and from npm; within this time, in milliseconds, it is one. */
const SAME_SIGNAL_MS = 500;

/**
 * Ends the process on SIGTERM or SIGINT: with 0 once everything was stopped in order, with 1 when that took too long, and
 * at once, with 1, on a second signal.
 *
 * @param stop - resolves with whether all requests were answered.
 * @param drainMs - how long the requests may take.
 */
export function stopOnSignal(stop: () => Promise<boolean>, drainMs: number, log: Logger): void {
  let firstMs: number | undefined;

  const end = async () => {
    setTimeout(() => {
      log.error({ drainMs }, 'the store did not close in time');
      process.exit(1);
    }, drainMs + CLOSE_MS);
    const allAnswered = await stop();
    if (!allAnswered) log.error({ drainMs }, 'requests were cut off, as they took too long');
    process.exit(allAnswered ? 0 : 1);
  };

  const onSignal = (signal: NodeJS.Signals) => {
    const nowMs = performance.now();
    if (firstMs === undefined) {
      firstMs = nowMs;
      log.info({ signal }, 'stopping');
      // What it throws ends the process as every unforeseen error does.
      void end();
    } else if (nowMs - firstMs > SAME_SIGNAL_MS) {
      log.warn({ signal }, 'stopped at once');
      process.exit(1);
    }
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
