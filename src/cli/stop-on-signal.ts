import type { Logger } from '../log.js';

/** Closing the store after the requests may take so long, in milliseconds. */
const CLOSE_MS = 5_000;

/** A key press under `npm start` comes twice, from the terminal and from npm; within this time, in milliseconds, it is one. */
const SAME_SIGNAL_MS = 500;

/** How often, in milliseconds, to look whether npm is still there. */
const NPM_WATCH_MS = 500;

/** How a process is to end. */
export interface StopOptions {
  /** Resolves with whether all requests were answered. */
  readonly stop: () => Promise<boolean>;
  /** How long the requests may take, in milliseconds. */
  readonly drainMs: number;
  /** A signal to npm ends the shell in which npm runs the command, and npm; the command is left behind and hears nothing. */
  readonly underNpm: boolean;
  readonly log: Logger;
}

/**
 * Ends the process on SIGTERM or SIGINT, and when the npm that runs it has gone: with 0 once everything was stopped in
 * order, with 1 when that took too long, and at once, with 1, on a second signal.
 */
export function stopOnSignal({ stop, drainMs, underNpm, log }: StopOptions): void {
  let firstMs: number | undefined;

  const begin = async (reason: string) => {
    if (firstMs !== undefined) return;
    firstMs = performance.now();
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.error({ drainMs }, 'the store did not close in time');
      process.exit(1);
    }, drainMs + CLOSE_MS);
    const allAnswered = await stop();
    if (!allAnswered) log.error({ drainMs }, 'requests were cut off, as they took too long');
    process.exit(allAnswered ? 0 : 1);
  };

  const onSignal = (signal: NodeJS.Signals) => {
    if (firstMs !== undefined && performance.now() - firstMs > SAME_SIGNAL_MS) {
      log.warn({ signal }, 'stopped at once');
      process.exit(1);
    }
    // What it throws ends the process, as every unforeseen error does.
    void begin(signal);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);

  if (!underNpm) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void begin('npm has ended');
  }, NPM_WATCH_MS).unref();
}
