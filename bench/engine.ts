import { execFileSync } from 'node:child_process';
import { pythonWith } from '../test/engine/support/python.js';

const python = pythonWith('ml_metadata');

/**
 * Runs bench/engine.py, which says what can be asked of it.
 *
 * @returns what it prints; undefined, after saying so, where Python does not have the engine.
 */
export function runEngine(...args: readonly (string | number)[]): unknown {
  if (python === undefined) return undefined;
  const printed = execFileSync(python, ['bench/engine.py', ...args.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed);
}
