import type { Kysely, SqlBool } from 'kysely';
import { type RawBuilder, sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import type { Position } from '../store.js';
import type { SqlDialect } from './dialect.js';
import { Echo } from './echo.js';
import type { Tables } from './tables.js';

/** What queries are run with. */
export interface Session {
  readonly db: Kysely<Tables>;
  readonly dialect: SqlDialect;
  /** All of its statements see one state of the store, and their own writes. */
  readonly isTransaction: boolean;
}

/** The session of a transaction. Statements that do not wait for each other run in the order in which they were sent. */
export interface WriteSession extends Session {
  /** The store's clock: milliseconds since the epoch. */
  readonly now: () => number;
  /** The name of a savepoint from before anything that the transaction did. */
  readonly savepoint: string;
}

/** Runs several statements that see the same state of the store: the transaction's, or a snapshot of their own. */
export async function inSnapshot<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  if (session.isTransaction) return work(session);
  return session.db.transaction().execute((db) => work({ ...session, db, isTransaction: true }));
}

/**
 * Waits for all of several calls, also where one fails: what is still under way would else write after the failure has
 * been dealt with. Throws the failure of the first in the list that failed by itself.
 */
export async function together<T extends readonly unknown[]>(
  calls: readonly [...{ [Place in keyof T]: Promise<T[Place]> }],
): Promise<T> {
  const settled = await Promise.allSettled(calls);
  const failures = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) throw failures.find((failure) => !(failure instanceof Echo)) ?? failures[0];
  return Promise.all(calls) as Promise<unknown> as Promise<T>;
}

/** Holds for no row. */
export const NEVER: RawBuilder<SqlBool> = sql`1 = 0`;
/** Holds for every row. */
export const ALWAYS: RawBuilder<SqlBool> = sql`1 = 1`;

/**
 * The conditions joined by AND or OR, as a balanced tree: a chain is as deep as it is long to SQLite, which parses no
 * expression deeper than 1,000.
 */
export function joined(conditions: readonly RawBuilder<SqlBool>[], operator: 'and' | 'or'): RawBuilder<SqlBool> {
  const [first] = conditions;
  if (first === undefined) return operator === 'and' ? ALWAYS : NEVER;
  if (conditions.length === 1) return first;
  const middle = conditions.length / 2;
  const left = joined(conditions.slice(0, middle), operator);
  const right = joined(conditions.slice(middle), operator);
  return sql`(${left} ${sql.raw(operator)} ${right})`;
}

/** One key of an order, as an SQL term. */
export interface OrderKey {
  readonly term: RawBuilder<unknown>;
  readonly type: 'integer' | 'text';
  /** NULL is the least value of a nullable key. */
  readonly nullable?: boolean;
}

/**
 * Holds for the rows that come strictly after a position in an order that runs the given way; always, without one.
 * Throws `INVALID_ARGUMENT` for a position of another order.
 */
export function comesAfter(
  dialect: SqlDialect,
  keys: readonly OrderKey[],
  direction: 'asc' | 'desc',
  position: Position | undefined,
): RawBuilder<SqlBool> {
  if (position === undefined) return ALWAYS;
  if (position.length !== keys.length || !keys.every((key, place) => isKey(key, position[place]))) {
    throw new MetadataError('INVALID_ARGUMENT', 'The position does not belong to this order.');
  }
  const beyond = sql.raw(direction === 'asc' ? '>' : '<');
  const terms = keys.map((key) => termOf(dialect, key));
  if (dialect.comparesRows && !keys.some((key) => key.nullable)) {
    return sql`(${sql.join(terms)}) ${beyond} (${sql.join([...position])})`;
  }
  return joined(
    keys.map(({ nullable }, place) => {
      const ties = terms.slice(0, place).map((term, tie) => isSame(term, position[tie]));
      const key = { term: terms[place] as RawBuilder<unknown>, nullable };
      return joined([...ties, isBeyond(key, direction, position[place])], 'and');
    }),
    'or',
  );
}

function isKey(key: OrderKey, value: unknown): boolean {
  if (value === null) return key.nullable === true;
  return typeof value === (key.type === 'integer' ? 'bigint' : 'string');
}

function isSame(term: RawBuilder<unknown>, value: unknown): RawBuilder<SqlBool> {
  return value === null ? sql`${term} is null` : sql`${term} = ${value}`;
}

function isBeyond(
  { term, nullable }: Pick<OrderKey, 'term'> & { readonly nullable: boolean | undefined },
  direction: 'asc' | 'desc',
  value: unknown,
): RawBuilder<SqlBool> {
  if (direction === 'asc') return value === null ? sql`${term} is not null` : sql`${term} > ${value}`;
  if (value === null) return NEVER;
  return nullable ? sql`(${term} < ${value} or ${term} is null)` : sql`${term} < ${value}`;
}

/** ORDER BY terms for the keys, running the given way. */
export function orderTerms(
  dialect: SqlDialect,
  keys: readonly OrderKey[],
  direction: 'asc' | 'desc',
): readonly RawBuilder<unknown>[] {
  return keys.map((key) => {
    const term = termOf(dialect, key);
    return key.nullable ? dialect.nullsLeast(term, direction) : sql`${term} ${sql.raw(direction)}`;
  });
}

function termOf(dialect: SqlDialect, { term, type }: OrderKey): RawBuilder<unknown> {
  return type === 'text' ? dialect.bytes(term as RawBuilder<string | null>) : term;
}
