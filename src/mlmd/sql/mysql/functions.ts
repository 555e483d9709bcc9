import { type Expression, type RawBuilder, sql } from 'kysely';
import { MetadataError } from '../../../errors.js';
import type { FunctionName, Text } from '../dialect.js';

type Term = Expression<unknown>;

const CAPITALS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Capitals of ASCII, each with its small letter. */
export const LETTERS: readonly (readonly [from: string, to: string])[] = CAPITALS.map((capital) => [
  capital,
  capital.toLowerCase(),
]);

/** Bytes with each of the letters replaced: the server's own LOWER knows no bytes, and of texts more letters than SQLite's. */
export function replaced(bytes: Text, letters: typeof LETTERS): RawBuilder<string | null> {
  const inner = sql<string | null>`${bytes}`;
  return letters.reduce((term, [from, to]) => sql`replace(${term}, ${sql.lit(from)}, ${sql.lit(to)})`, inner);
}

/** Bytes as the text that they are, for what looks at characters. */
export function utf8(bytes: Text): RawBuilder<string | null> {
  return sql`convert(${bytes} using utf8mb4) collate utf8mb4_bin`;
}

/** A filter query's call of a function. Texts come and go as bytes. */
export function call(name: FunctionName, terms: readonly Term[]): RawBuilder<unknown> {
  const [first, second, third] = terms as readonly [Term, Term?, Term?];
  const text = first as Text;
  switch (name) {
    case 'ABS':
    case 'COALESCE':
    case 'IFNULL':
    case 'NULLIF':
    case 'REPLACE':
    case 'SIGN':
      return sql`${sql.raw(name.toLowerCase())}(${sql.join([...terms])})`;
    case 'LENGTH':
      return sql`char_length(${utf8(text)})`;
    case 'LOWER':
      return replaced(text, LETTERS);
    case 'UPPER':
      return replaced(
        text,
        LETTERS.map(([capital, small]) => [small, capital] as const),
      );
    case 'SUBSTR':
      return sql`cast(substr(${sql.join([utf8(text), second, ...(third === undefined ? [] : [third])])}) as binary)`;
    case 'ROUND':
      // Of a decimal, halves go away from zero; of a double they go to the even neighbour.
      return sql`(round(cast(${first} as decimal(65, 15)), greatest(${second ?? sql`0`}, 0)) + 0e0)`;
    case 'UNICODE':
      return sql`cast(conv(hex(convert(nullif(left(${utf8(text)}, 1), '') using utf32)), 16, 10) as signed)`;
    case 'TRIM':
    case 'LTRIM':
    case 'RTRIM':
      return trim(name, text, second);
    default:
      return name satisfies never;
  }
}

/** What is trimmed off is a text here, and any of its characters in GoogleSQL and SQLite; of a space it is the same. */
function trim(name: 'TRIM' | 'LTRIM' | 'RTRIM', text: Text, characters: Term | undefined): RawBuilder<unknown> {
  if (characters === undefined) return sql`${sql.raw(name.toLowerCase())}(${text})`;
  throw new MetadataError('INVALID_ARGUMENT', `${name} takes off spaces only in this store; it takes one argument.`);
}
