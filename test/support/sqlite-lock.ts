import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** Another program's hand on an SQLite file. */
export interface Lock {
  release(): void;
}

/** Locks a file as another program's open transaction does; until it is released, or the test is over. */
export function lockFile(path: string, begin: 'immediate' | 'exclusive'): Lock {
  const database = new Database(path);
  database.exec(`begin ${begin}`);
  onTestFinished(() => void database.close());
  return { release: () => void database.exec('rollback') };
}
