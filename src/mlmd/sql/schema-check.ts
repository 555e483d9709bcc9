import { MetadataError } from '../../errors.js';
import type { Logger } from '../../log.js';
import { absentColumns, type Layout, OLDEST_READABLE } from './older-layout.js';
import { SCHEMA, SCHEMA_VERSION } from './schema.js';

/** A database as it was found. */
export interface FoundSchema {
  /** Names the database in messages, which say that it is `what`, and to name `other` where it cannot be used. */
  readonly name: string;
  readonly what: string;
  readonly other: string;
  /** The columns of each table and view, MLMD's own as MLMD spells them. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** The first two rows of MLMDEnv; asked for only where there is such a table. */
  readonly versions: () => Promise<readonly bigint[]>;
}

/**
 * How the MLMD store in a database is laid out; undefined where the database holds nothing yet. One of an older layout than
 * the newest can only be read, through `layoutPlugins`.
 *
 * Throws `FAILED_PRECONDITION` for anything else: another program's tables, another schema version, a part of the
 * tables; `DATA_LOSS` where MLMD's version table contradicts itself.
 */
export async function judgeSchema(found: FoundSchema): Promise<Layout | undefined> {
  const { name, what, other, columns } = found;
  const tables = [...columns.keys()];
  if (tables.length === 0) return undefined;
  const missing = Object.keys(SCHEMA).filter((table) => !columns.has(table));
  if (!columns.has('MLMDEnv')) {
    if (columns.get('Type')?.includes('is_artifact_type')) throw olderSchema(name, 0n);
    if (missing.length < Object.keys(SCHEMA).length - 1 && columns.has('Artifact') && columns.has('Execution')) {
      throw halfMade(found, missing);
    }
    const some = tables.slice(0, 3).join(', ');
    throw new MetadataError(
      'FAILED_PRECONDITION',
      `${name} is not an MLMD store: it is ${what} of another program (tables ${some}). Name ${other}.`,
    );
  }
  const version = await checkVersion(found);
  if (missing.length > 0) throw halfMade(found, missing);
  return { version, absent: checkColumns(found, version) };
}

/** Says that a store is only read though writing was asked for, and what can be done about it. */
export function warnOlderSchema(log: Logger | undefined, version: number): void {
  log?.warn(
    { schemaVersion: version },
    `reading the store only, as its schema is older than version ${SCHEMA_VERSION}; ml-metadata 1.11 or newer upgrades it (enable_upgrade_migration)`,
  );
}

/** @returns the columns that are not there and, at that version, need not be. */
function checkColumns(found: FoundSchema, version: number): Layout['absent'] {
  const absent = Object.entries(SCHEMA).flatMap(([table, { columns: wanted }]) => {
    const lacks = Object.keys(wanted).filter((column) => !found.columns.get(table)?.includes(column));
    const later = absentColumns(version, table);
    const missing = lacks.filter((column) => !later.includes(column));
    if (missing.length > 0) {
      throw halfMade(
        found,
        missing.map((column) => `${table}.${column}`),
      );
    }
    return lacks.length === 0 ? [] : [[table, lacks] as const];
  });
  return new Map(absent);
}

async function checkVersion(found: FoundSchema): Promise<number> {
  const { name } = found;
  const [first, second] = await found.versions();
  if (first === undefined) throw halfMade(found, ['the row of MLMDEnv']);
  if (second !== undefined) {
    throw new MetadataError(
      'DATA_LOSS',
      `${name} says several schema versions (table MLMDEnv has more than one row), so it is damaged. Restore a backup.`,
    );
  }
  if (first > SCHEMA_VERSION) {
    throw new MetadataError(
      'FAILED_PRECONDITION',
      `${name} has MLMD schema version ${first}, newer than the ${SCHEMA_VERSION} handled here. Use a newer release.`,
    );
  }
  if (first < OLDEST_READABLE) throw olderSchema(name, first);
  return Number(first);
}

function olderSchema(name: string, version: bigint): MetadataError {
  return new MetadataError(
    'FAILED_PRECONDITION',
    `${name} has MLMD schema version ${version}, older than the ${OLDEST_READABLE} to ${SCHEMA_VERSION} handled here. ` +
      'Upgrade it with ml-metadata 1.11 or newer (enable_upgrade_migration), after a backup.',
  );
}

function halfMade({ name, other }: FoundSchema, missing: readonly string[]): MetadataError {
  const some = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ', …' : '');
  return new MetadataError(
    'FAILED_PRECONDITION',
    `${name} is an incomplete MLMD store: it lacks ${some}. Restore a backup, or name ${other}.`,
  );
}
