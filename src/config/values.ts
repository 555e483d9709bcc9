import { InvalidArgumentError } from 'commander';

/** GraphQL's Int, in which `server { limits }` shows the limits, and the most that a timer takes. */
export const MAX_INT = 2 ** 31 - 1;
export const MAX_TIMER_MS = MAX_INT;

/** Node takes an empty host for every address of the machine, which nobody means who leaves it empty. */
export function notEmpty(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Expected an address or a host name; 0.0.0.0 for every address.');
}

/** Environment variables switch things off too, so a flag that is present is not enough: `MLMD_GRAPHQL_DEMO=false`. */
export function truth(text: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new InvalidArgumentError('Expected true or false.');
}

/** Of what is decided by what a store holds, unless somebody says. */
export function truthOrAuto(text: string): boolean | 'auto' {
  return text === 'auto' ? text : truth(text);
}

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${min} to ${max}.`);
  };
}

/** A flag names one origin; the environment variable, which cannot be repeated, separates several by commas. */
export function addOrigins(text: string, before: readonly string[]): readonly string[] {
  const origins = text.split(',').map((origin) => origin.trim());
  for (const origin of origins) {
    if (!/^https?:/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new InvalidArgumentError('Expected an origin such as https://lineage.example.org, without a path.');
    }
  }
  return [...before, ...origins];
}

/** As with origins; a name as the Host header has it, without the port. */
export function addHosts(text: string, before: readonly string[]): readonly string[] {
  const hosts = text.split(',').map((host) => host.trim());
  for (const host of hosts) {
    if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(host)) {
      throw new InvalidArgumentError('Expected a host name such as lineage.example.org, without a port.');
    }
  }
  return [...before, ...hosts];
}
