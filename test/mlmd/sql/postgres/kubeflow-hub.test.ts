import { describe, expect, it } from 'vitest';
import { openStore } from '../../../../src/mlmd/open.js';
import { freshPostgres, postgresServer, queryPostgres } from '../../../support/postgres-store.js';

describe.runIf(postgresServer !== undefined)('the database of Kubeflow Hub in PostgreSQL', () => {
  it.each([true, false])(
    'is refused by name, as its tables have others than MLMD gives them (read-only: %s)',
    async (readOnly) => {
      const url = await freshPostgres();
      await queryPostgres(
        url,
        `create table schema_migrations (version bigint primary key, dirty boolean not null);
      create table "Type" (id integer generated always as identity primary key, name varchar(255) not null);
      create table "MLMDEnv" (schema_version integer primary key);
      insert into "MLMDEnv" values (10)`,
      );

      const opening = openStore(url, { readOnly });

      await expect(opening).rejects.toMatchObject({
        code: 'FAILED_PRECONDITION',
        message: expect.stringMatching(/names with capitals \("MLMDEnv"\), as Kubeflow Hub makes them in PostgreSQL/),
      });
    },
  );
});
