import { freshMysql, mysqlServer, queryMysql } from '../../support/mysql-store.js';
import { DIFFERENCES_IN_MYSQL, type Difference } from './differences.js';
import type { Step } from './step.js';

/** Where the two stores of a pair are, when both are in a database server's databases. */
export interface Place {
  readonly name: string;
  readonly differences: readonly Difference[];
  /** The URL of a new database. */
  fresh(): Promise<string>;
  /** Has the next rows of a database numbered after the last that is there: each refusal uses up numbers of its own. */
  level(url: string): Promise<void>;
}

const NUMBERED = ['Type', 'Artifact', 'Execution', 'Context', 'Event'];

/** MariaDB, with a collation in which the engine too compares by bytes. */
export const MARIADB: Place | undefined =
  mysqlServer === undefined
    ? undefined
    : {
        name: 'MariaDB',
        differences: DIFFERENCES_IN_MYSQL,
        fresh: () => freshMysql('character set latin1 collate latin1_nopad_bin'),
        level: async (url) => {
          for (const table of NUMBERED) await queryMysql(url, `alter table \`${table}\` auto_increment = 1`);
        },
      };

/** The step with nothing in it that the columns of a server cannot hold, of which the engine says INTERNAL. */
export function fitted(step: Step): Step {
  return { ...step, request: withSmallIntegers(step.request) as object };
}

function withSmallIntegers(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withSmallIntegers);
  if (part instanceof Map) return new Map([...part].map(([name, value]) => [name, withSmallIntegers(value)]));
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return part;
  const { $case, value } = part as { readonly $case?: string; readonly value?: unknown };
  if ($case === 'intValue') return { $case, value: BigInt.asIntN(32, value as bigint) };
  return Object.fromEntries(Object.entries(part).map(([field, held]) => [field, withSmallIntegers(held)]));
}
