import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';

/** Where this run's PostgreSQL is; undefined where the machine has none. */
export const postgresServer = inject('servers').postgresql;

let template: Promise<string> | undefined;

/**
 * A database that is dropped when the test is over.
 *
 * @param filled - with an empty store in it, which is copied and so takes no time to make.
 * @param language - orders texts as this language does, where they are in the order of their bytes otherwise.
 * @returns its URL.
 */
export async function freshPostgres({
  filled = false,
  language,
}: {
  filled?: boolean;
  language?: string;
} = {}): Promise<string> {
  if (filled) template ??= makeTemplate();
  const name = newName();
  const template0 = `template template0 locale_provider icu icu_locale '${language}' locale 'C.UTF-8'`;
  const like = language !== undefined ? template0 : filled ? `template ${await template}` : '';
  await asAdmin(`create database ${name} ${like}`);
  onTestFinished(() => asAdmin(`drop database ${name} with (force)`));
  return `${postgresServer}/${name}`;
}

/** Each test file has one of its own, as nobody may be connected to what is copied. */
async function makeTemplate(): Promise<string> {
  const name = newName();
  await asAdmin(`create database ${name}`);
  const store = await openStore(`${postgresServer}/${name}`, { readOnly: false });
  await store.close();
  return name;
}

let lastNumber = 0;

function newName(): string {
  lastNumber += 1;
  return `test_${process.pid}_${lastNumber}`;
}

async function asAdmin(statement: string): Promise<void> {
  await queryPostgres(`${postgresServer}/postgres`, statement);
}

/** The rows of a statement on a database. */
export async function queryPostgres(
  url: string,
  statement: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows = [] } = await client.query(statement);
    return rows;
  } finally {
    await client.end();
  }
}
