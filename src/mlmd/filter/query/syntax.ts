import { refusal, tooMuch } from './refusal.js';
import type { Relation, ValueColumn } from './tree.js';

/** The operators that take expressions and give one; unary minus is `NEGATE`, unary plus `PLUS`. */
export type Operator =
  | ('=' | '!=' | '<' | '<=' | '>' | '>=')
  | ('+' | '-' | '*' | '/' | '&' | '|' | '<<' | '>>')
  | ('NEGATE' | 'PLUS' | '~')
  | ('IN' | 'BETWEEN' | 'LIKE' | 'IS NULL' | 'IS TRUE' | 'IS FALSE' | 'IS UNKNOWN')
  | ('NOT' | 'AND' | 'OR');

/** An expression as it was written, of which nothing is known yet but its form. */
export type Syntax = {
  /** Offset into the text of what makes it what it is: of an operator its sign, of a call its name. */
  readonly at: number;
} & (
  | { readonly form: 'LITERAL'; readonly value: bigint | number | string | boolean | null }
  | { readonly form: 'COLUMN'; readonly name: string }
  | { readonly form: 'NEIGHBOR'; readonly relation: Relation; readonly alias: string; readonly name: string }
  | { readonly form: 'PROPERTY'; readonly custom: boolean; readonly name: string; readonly column: ValueColumn }
  | { readonly form: 'OPERATION'; readonly operator: Operator; readonly of: readonly Syntax[] }
  | { readonly form: 'CALL'; readonly name: string; readonly arguments: readonly Syntax[] }
  | {
      readonly form: 'CASE';
      readonly operand: Syntax | undefined;
      readonly branches: readonly { readonly when: Syntax; readonly value: Syntax }[];
      readonly otherwise: Syntax | undefined;
    }
  | { readonly form: 'CAST'; readonly of: Syntax; readonly to: string }
);

/** How deep expressions may nest. SQLite parses none deeper than 1,000, and each of ours is up to three of its own. */
const MAX_DEPTH = 200;

/**
 * How many expressions a query may hold, IN lists of literals apart. Each may be a parameter of a statement that says the
 * query twice, and SQLite takes 32,766.
 */
const MAX_EXPRESSIONS = 10_000;

/** Counts what a query holds while it is read, and refuses what would be too much further down. */
export class Measure {
  #depth = 0;
  #expressions = 0;

  /** Reads a part that lies deeper by one. Throws `INVALID_ARGUMENT`, naming the place, where that is too deep. */
  deeper<T>(at: number, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw refusal(at, `It nests more than ${MAX_DEPTH} deep.`);
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** Takes note of one more, or takes `count` back. Throws `RESOURCE_EXHAUSTED`. */
  count(count: number): void {
    this.#expressions += count;
    if (this.#expressions > MAX_EXPRESSIONS) throw tooMuch('Expressions', this.#expressions, MAX_EXPRESSIONS);
  }

  /** Takes note of an operator that stands so many times in a row, each on the result of the one before. */
  chained(at: number, length: number): void {
    if (this.#depth + length > MAX_DEPTH) throw refusal(at, `It nests more than ${MAX_DEPTH} deep.`);
  }
}
