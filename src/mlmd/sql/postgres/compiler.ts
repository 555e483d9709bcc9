import { type Dialect, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { DialectParts } from '../driver.js';
import { SCHEMA } from '../schema.js';

/** What Kysely knows of PostgreSQL. */
export const POSTGRES_PARTS: DialectParts = {
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new StrictCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
} satisfies Omit<Dialect, 'createDriver'>;

/**
 * MLMD creates `ArtifactProperty` without quotes, so that PostgreSQL keeps it as `artifactproperty`; Kysely quotes every
 * name and would look for `"ArtifactProperty"`.
 *
 * Source: kPostgreSQLMetadataSourceQueryConfig in metadata_source_query_config.cc.
 */
const STORED_NAMES: ReadonlyMap<string, string> = new Map(
  Object.keys(SCHEMA).map((name) => [name, name.toLowerCase()]),
);

/** What a parameter is by what it is here. An array's type follows from where it stands. */
function typeOf(value: unknown): string {
  if (typeof value === 'bigint') return '::bigint';
  if (typeof value === 'number') return '::double precision';
  if (typeof value === 'boolean') return '::boolean';
  if (typeof value === 'string') return '::text';
  return '';
}

/**
 * Says the type of every parameter. Left to itself PostgreSQL makes of it what stands beside it, and then refuses, of an
 * INT column, a number beyond 32 bits.
 */
class StrictCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(STORED_NAMES.get(identifier) ?? identifier);
  }

  protected override appendValue(parameter: unknown): void {
    super.appendValue(parameter);
    this.append(typeOf(parameter));
  }
}
