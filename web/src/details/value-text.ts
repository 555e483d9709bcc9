/** A named value: a property, a parameter, a metric or a label. */
export interface NamedValue {
  readonly name: string;
  /** As JSON, where it is of a kind that JSON has. */
  readonly value?: unknown;
  /** For reading. */
  readonly text: string;
  /** The type that it is stored as. */
  readonly type?: string;
  /** True where its writer added it without declaring it. */
  readonly custom?: boolean;
}

/** A number that JavaScript may round, such as a 64-bit integer; what has one is left as it was written. */
const LONG_NUMBER = /\d{16}/;

/** Characters of JSON that needs no laying out. */
const ONE_LINE = 60;

/** Those whose name or value has the text somewhere, in either case; all for blanks. */
export function withText(rows: readonly NamedValue[], text: string): readonly NamedValue[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter((row) => `${row.name}\n${row.text}`.toLowerCase().includes(wanted));
}

/** The value as its writer stored it, where it is text: `text` has it in one line. */
export function whole({ value, text }: Pick<NamedValue, 'value' | 'text'>): string {
  return typeof value === 'string' ? value : text;
}

/**
 * The value as it reads best. An object or a list, be it stored as one or as text, is in one line where it is short, and
 * else laid out; all else is {@link whole}.
 */
export function readable(row: Pick<NamedValue, 'value' | 'text'>): string {
  const { value } = row;
  const json = typeof value === 'object' && value !== null ? value : parsed(whole(row).trim());
  if (json === undefined) return whole(row);
  const short = JSON.stringify(json);
  return short.length <= ONE_LINE ? short : JSON.stringify(json, null, 2);
}

function parsed(text: string): unknown {
  if (!/^[[{]/.test(text) || LONG_NUMBER.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
