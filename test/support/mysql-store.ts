import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { inject, onTestFinished } from 'vitest';

/** Where this run's MariaDB is; undefined where the machine has none. */
export const mysqlServer = inject('servers').mysql;

let lastNumber = 0;

/**
 * An empty database that is dropped when the test is over.
 *
 * @param defaults - of its tables, such as `character set utf8mb4`; the server's where undefined.
 * @returns its URL.
 */
export async function freshMysql(defaults = ''): Promise<string> {
  lastNumber += 1;
  const name = `test_${process.pid}_${lastNumber}`;
  await queryMysql(`${mysqlServer}`, `create database ${name} ${defaults}`);
  onTestFinished(async () => {
    await queryMysql(`${mysqlServer}`, `drop database ${name}`);
  });
  return `${mysqlServer}/${name}`;
}

/** The rows of a statement on a server, or on one of its databases. */
export async function queryMysql(
  url: string,
  statement: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement);
    return rows;
  } finally {
    await connection.end();
  }
}
