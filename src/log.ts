import { type Logger as PinoLogger, pino } from 'pino';
import type { LogLevel } from './config.js';

/** The logger that every part is handed. One line per event: a fixed message and fields, never values from the metadata. */
export type Logger = PinoLogger;

/**
 * Makes the logger: JSON lines on stderr, since stdout is the command line's own.
 *
 * Errors go under `err`, with their stack and causes. Lines are written at once, so that none is lost when the process
 * ends right after.
 */
export function createLogger(level: LogLevel): Logger {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ fd: 2, sync: true }));
}
