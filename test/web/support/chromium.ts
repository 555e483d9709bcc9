import { existsSync } from 'node:fs';

/** Where Debian's package `chromium` puts it. */
const DEBIANS = '/usr/bin/chromium';

/**
 * The Chromium that pages are tried in: the one that MLMD_CHROMIUM names, else Debian's.
 *
 * @returns undefined, after saying so, where there is none; where CI is set it must be there.
 */
export function findChromium(): string | undefined {
  const path = process.env.MLMD_CHROMIUM || DEBIANS;
  if (existsSync(path)) return path;
  const reason = `there is no Chromium at ${path}; install one, or set MLMD_CHROMIUM to where it is`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`skipped: ${reason}`);
  return undefined;
}

/** What Chromium is started with: no sandbox, as containers and root allow none, and no errand of its own. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
