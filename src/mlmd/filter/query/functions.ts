import type { FunctionName, ValueType } from './tree.js';

/** What a parameter takes: a type, a number of either type, or anything that all other ANY of the call go with. */
export type Parameter = ValueType | 'NUMBER' | 'ANY';

/** How a function is called. */
export interface Signature {
  /** The last one repeats where `variadic`. */
  readonly takes: readonly Parameter[];
  /** How many of them must be given. */
  readonly least: number;
  readonly variadic?: boolean;
  /** The result's type; SAME is that of its NUMBER or its ANY. */
  readonly gives: ValueType | 'SAME';
}

const OF_TEXT = { takes: ['STRING'], least: 1 } as const;
const TRIMMING = { takes: ['STRING', 'STRING'], least: 1, gives: 'STRING' } as const;

/**
 * The functions of GoogleSQL that the engine can run on SQLite too, as it answers when asked; the rest of them it fails on.
 * Left out are FORMAT and JSON_EXTRACT, which run but mean something else there.
 */
export const FUNCTIONS: Readonly<Record<FunctionName, Signature>> = {
  ABS: { takes: ['NUMBER'], least: 1, gives: 'SAME' },
  COALESCE: { takes: ['ANY'], least: 1, variadic: true, gives: 'SAME' },
  IFNULL: { takes: ['ANY', 'ANY'], least: 2, gives: 'SAME' },
  LENGTH: { ...OF_TEXT, gives: 'INT64' },
  LOWER: { ...OF_TEXT, gives: 'STRING' },
  LTRIM: TRIMMING,
  NULLIF: { takes: ['ANY', 'ANY'], least: 2, gives: 'SAME' },
  REPLACE: { takes: ['STRING', 'STRING', 'STRING'], least: 3, gives: 'STRING' },
  ROUND: { takes: ['FLOAT64', 'INT64'], least: 1, gives: 'FLOAT64' },
  RTRIM: TRIMMING,
  SIGN: { takes: ['NUMBER'], least: 1, gives: 'SAME' },
  SUBSTR: { takes: ['STRING', 'INT64', 'INT64'], least: 2, gives: 'STRING' },
  TRIM: TRIMMING,
  UNICODE: { ...OF_TEXT, gives: 'INT64' },
  UPPER: { ...OF_TEXT, gives: 'STRING' },
};

/** Whether there is a function of that name, in capitals. */
export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}
