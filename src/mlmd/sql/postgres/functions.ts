import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ValueType } from '../../filter/query.js';
import type { Arithmetic, FunctionName } from '../dialect.js';

type Term = Expression<unknown>;

/** What begins a text that is a number, as SQLite reads it. */
const INTEGER = '^\\s*([+-]?\\d+)';
const NUMBER = '^\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)';

/** A conversion: see `SqlDialect.cast`. Of a text the number that it begins with, else 0; fractions are cut off. */
export function cast(term: Term, to: ValueType, from: ValueType): RawBuilder<unknown> {
  switch (to) {
    case 'INT64':
    case 'UINT64':
      if (from === 'STRING')
        return once(
          [term],
          (text) => sql`case when ${text} is not null
          then coalesce(substring(${text} from ${INTEGER})::bigint, 0) end`,
        );
      if (from === 'FLOAT64') return sql`trunc(${term})::bigint`;
      return from === 'BOOL' ? sql`(${term})::int::bigint` : sql`(${term})::bigint`;
    case 'FLOAT64':
      if (from === 'STRING') {
        return once(
          [term],
          (text) => sql`case when ${text} is not null
          then coalesce(substring(${text} from ${NUMBER})::double precision, 0) end`,
        );
      }
      return sql`(${term})::double precision`;
    case 'BOOL':
      if (from === 'STRING') return sql`(lower(${term} collate "C") = 'true')`;
      return from === 'BOOL' ? sql`(${term})::boolean` : sql`(${term} <> 0)`;
    case 'STRING':
      return sql`(${term})::text`;
    default:
      return to satisfies never;
  }
}

/** An operator: see `SqlDialect.arithmetic`. Integers are widened first, as their columns have 32 bits. */
export function arithmetic(operator: Arithmetic, left: Term, right: Term): RawBuilder<unknown> {
  switch (operator) {
    case '+':
      return sql`(${left} + 0::bigint + ${right})`;
    case '-':
      return sql`(${left} + 0::bigint - ${right})`;
    case '*':
      return sql`(${left} * 1::bigint * ${right})`;
    case '/':
      return sql`(${left} / nullif(${right}, 0))`;
    case '&':
      return sql`((${left})::bigint & (${right})::bigint)`;
    case '|':
      return sql`((${left})::bigint | (${right})::bigint)`;
    case '<<':
      return shifted(left, right, sql`<<`, sql`>>`);
    case '>>':
      return shifted(left, sql`(-(${right}))`, sql`<<`, sql`>>`);
    default:
      return operator satisfies never;
  }
}

/** PostgreSQL goes by the last six bits of the width; what is shifted out is gone, and a negative width goes the other way. */
function shifted(left: Term, width: Term, up: RawBuilder<unknown>, down: RawBuilder<unknown>): RawBuilder<unknown> {
  return once(
    [sql`(${left})::bigint`, sql`(${width})::bigint`],
    (value, by) => sql`case
    when ${by} between 0 and 63 then ${value} ${up} (${by})::int
    when ${by} between -63 and -1 then ${value} ${down} (-${by})::int
    when ${by} < 0 then ${value} >> 63 when ${by} > 0 then 0 end`,
  );
}

/**
 * A term that looks at others more than once, each of which stands in the statement only once: written out again at every
 * level, a filter of some thirty nested calls would be longer than any memory. Without the OFFSET the planner writes them
 * out itself.
 */
function once(terms: readonly Term[], use: (...named: readonly Term[]) => RawBuilder<unknown>): RawBuilder<unknown> {
  const names = terms.map((_, place) => sql.ref(`o.v${place}`));
  const columns = terms.map((term, place) => sql`${term} as ${sql.ref(`v${place}`)}`);
  return sql`(select ${use(...names)} from (select ${sql.join(columns)} offset 0) as o)`;
}

/** A function: see `SqlDialect.call`. */
export function call(name: FunctionName, terms: readonly Term[]): RawBuilder<unknown> {
  const [first, second, third] = terms as readonly [Term, Term, Term | undefined];
  switch (name) {
    case 'LOWER':
    case 'UPPER':
      // By bytes only ASCII letters have two cases.
      return sql`${sql.raw(name.toLowerCase())}(${first} collate "C")`;
    case 'IFNULL':
      return sql`coalesce(${first}, ${second})`;
    case 'ROUND':
      // Only of numerics a number of places can be asked for; they round halves away from zero.
      return sql`round((${first})::numeric, ${places(terms[1])})::double precision`;
    case 'SIGN':
      // The function itself would make a float of an integer.
      return once(
        [first],
        (number) => sql`case when ${number} > 0 then 1 when ${number} < 0 then -1
        when ${number} = 0 then 0 end`,
      );
    case 'SUBSTR': {
      // A negative start counts from the end.
      return once([first, second], (text, place) => {
        const start = sql`(case when ${place} < 0 then length(${text}) + ${place} + 1 else ${place} end)::int`;
        return third === undefined ? sql`substr(${text}, ${start})` : sql`substr(${text}, ${start}, (${third})::int)`;
      });
    }
    case 'UNICODE':
      return sql`nullif(ascii(${first}), 0)`;
    case 'REPLACE':
      // Where nothing is looked for, nobody asks for what is to be put there.
      return once(
        [first, second],
        (text, sought) => sql`case when ${sought} = '' then ${text}
        else replace(${text}, ${sought}, ${third}) end`,
      );
    case 'ABS':
    case 'COALESCE':
    case 'LENGTH':
    case 'LTRIM':
    case 'NULLIF':
    case 'RTRIM':
    case 'TRIM':
      return sql`${sql.raw(name === 'TRIM' ? 'btrim' : name.toLowerCase())}(${sql.join(terms)})`;
    default:
      return name satisfies never;
  }
}

/** SQLite takes 0 to 30. */
function places(given: Term | undefined): RawBuilder<unknown> {
  return given === undefined ? sql`0` : sql`least(greatest(${given}, 0), 30)::int`;
}
