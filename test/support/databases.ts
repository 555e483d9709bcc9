import type { TestProject } from 'vitest/node';
import { startMariadb } from './mariadb.js';
import { startPostgres } from './postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the database servers of this run are, without a database; undefined for one that this machine does not have. */
    readonly servers: { readonly postgresql: string | undefined; readonly mysql: string | undefined };
  }
}

/** Starts the database servers once for all tests. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [postgres, mariadb] = await Promise.all([startPostgres(), startMariadb()]);
  provide('servers', { postgresql: postgres?.url, mysql: mariadb?.url });
  return async () => {
    await Promise.all([postgres?.stop(), mariadb?.stop()]);
  };
}
