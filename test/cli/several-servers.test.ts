import { describe, expect, it } from 'vitest';
import { freshMysql, mysqlServer, queryMysql } from '../support/mysql-store.js';
import { freshPostgres, postgresServer, queryPostgres } from '../support/postgres-store.js';
import { ask, type Served, serve } from './support/command.js';

const LOG = `mutation ($step: LogExecutionInput!) {
  logExecution(input: $step) { created execution { id } outputs { created artifact { id } } }
}`;

/** A step that is the same but for its name, in a workspace and with a data set that are the same for all. */
function step(name: string) {
  return {
    execution: { workspace: { name: 'shared' }, name, externalId: name },
    inputs: [{ artifact: { dataSet: { name: 'rows', uri: 's3://rows', version: '1' } } }],
    outputs: [{ artifact: { model: { name, uri: `s3://${name}`, version: '1' } } }],
  };
}

const DATABASES = [
  { name: 'PostgreSQL', server: postgresServer, fresh: () => freshPostgres(), query: queryPostgres },
  { name: 'MariaDB', server: mysqlServer, fresh: () => freshMysql(), query: queryMysql },
];

describe.each(DATABASES)('several servers on one database of $name', ({ server, fresh, query }) => {
  it.skipIf(server === undefined)(
    'make one store, one workspace and one data set of what all of them log at the same moment',
    async () => {
      const store = await fresh();
      const served = await Promise.all([1, 2, 3].map(() => serve(['--store', store])));

      const answers = await Promise.all(
        served.flatMap((server, place) =>
          Array.from({ length: 10 }, (_, count) => logOn(server, `step ${place} ${count}`)),
        ),
      );

      expect(answers.filter((answer) => answer !== 'STORED')).toEqual([]);
      expect(await countsIn(query, store)).toEqual({ types: 15, workspaces: 1, data_sets: 1, models: 30, steps: 30 });
    },
    60_000,
  );

  it.skipIf(server === undefined)(
    'go on when one of them is killed, and keep every step that it said was stored',
    async () => {
      const store = await fresh();
      const served = await Promise.all([1, 2].map(() => serve(['--store', store])));
      const [killed, other] = served as [Served, Served];
      const stored = new Set<string>();
      let isKilled = false;

      // Fifty clients, each of which goes over to the other server when its own is gone.
      const clients = Array.from({ length: 50 }, async (_, client) => {
        for (let count = 0; count < 3; count += 1) {
          const name = `${client} ${count}`;
          const answer = await logOn(client % 2 === 0 && !isKilled ? killed : other, name).catch(() => 'GONE');
          if (answer === 'STORED') stored.add(name);
          else if (answer === 'GONE' && (await logOn(other, name)) === 'STORED') stored.add(name);
          if (stored.size === 50) {
            isKilled = true;
            killed.child.kill('SIGKILL');
          }
        }
      });
      await Promise.all(clients);

      expect(stored.size).toBe(150);
      expect(await countsIn(query, store)).toEqual({ types: 15, workspaces: 1, data_sets: 1, models: 150, steps: 150 });
    },
    120_000,
  );
});

async function logOn({ url }: Served, name: string): Promise<string> {
  const { errors } = await ask(url, LOG, { step: step(name) });
  return errors === undefined ? 'STORED' : JSON.stringify(errors);
}

async function countsIn(query: typeof queryMysql, store: string) {
  const [counts = {}] = await query(
    store,
    `select (select count(*) from Type) as types,
      (select count(*) from Context where name = 'shared') as workspaces,
      (select count(*) from Artifact where uri = 's3://rows') as data_sets,
      (select count(*) from Artifact where uri like 's3://%' and uri <> 's3://rows') as models,
      (select count(*) from Execution) as steps`,
  );
  return Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, Number(count)]));
}
