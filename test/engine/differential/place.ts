import { freshMysql, mysqlServer, queryMysql } from '../../support/mysql-store.js';
import { freshPostgres, postgresServer, queryPostgres } from '../../support/postgres-store.js';
import { DIFFERENCES_IN_MYSQL, DIFFERENCES_IN_POSTGRESQL, type Difference } from './differences.js';
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

/** The database servers that there are. */
export const PLACES: readonly Place[] = [
  ...(mysqlServer === undefined
    ? []
    : [
        {
          name: 'MariaDB',
          differences: DIFFERENCES_IN_MYSQL,
          // With a collation in which the engine too compares by bytes.
          fresh: () => freshMysql('character set latin1 collate latin1_nopad_bin'),
          level: async (url: string) => {
            for (const table of NUMBERED) await queryMysql(url, `alter table \`${table}\` auto_increment = 1`);
          },
        },
      ]),
  ...(postgresServer === undefined
    ? []
    : [
        {
          name: 'PostgreSQL',
          differences: DIFFERENCES_IN_POSTGRESQL,
          fresh: () => freshPostgres(),
          level: async (url: string) => {
            const last = NUMBERED.map(
              (table) => `setval('${table}_id_seq', coalesce((select max(id) from ${table}), 0) + 1, false)`,
            );
            await queryPostgres(url, `select ${last.join(', ')}`);
          },
        },
      ]),
];

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
