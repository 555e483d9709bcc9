import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import { freshPostgres, postgresServer, queryPostgres } from '../support/postgres-store.js';
import { Engine } from './support/engine.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

/** What the catalogue says of every table of a database, and the rows that it has from the start. */
const LAYOUT = {
  columns: `select table_name, column_name, ordinal_position, data_type, character_maximum_length, is_nullable, column_default
    from information_schema.columns where table_schema = 'public' order by 1, 3`,
  indexes: `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  constraints: `select conrelid::regclass::text as table, conname, contype, pg_get_constraintdef(oid) as says
    from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
  types: 'select * from type order by id',
  version: 'select * from mlmdenv',
};

describe.skipIf(python === undefined || postgresServer === undefined)('a new store in PostgreSQL', () => {
  it("has the engine's tables, indexes, constraints and rows, by their names", async () => {
    const [ours, theirs] = [await freshPostgres(), await freshPostgres()];
    await (await openStore(ours, { readOnly: false, likeEngine: true })).close();
    const engine = new Engine(python ?? '', theirs);
    await engine.call('GetArtifactTypes', {});
    await engine.close();

    expect(await layoutOf(ours)).toEqual(await layoutOf(theirs));
  });
});

async function layoutOf(url: string) {
  const parts = Object.entries(LAYOUT).map(async ([part, statement]) => [part, await queryPostgres(url, statement)]);
  return Object.fromEntries(await Promise.all(parts));
}
