import { execFileSync } from 'node:child_process';

/** Builds dist/ once before the tests: the SQLite worker and the command line are run from there. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
