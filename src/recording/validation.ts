import { MetadataError } from '../errors.js';

/** The refusal of a wrong input. */
export function badInput(message: string, argument: string): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', message, { argument });
}

/**
 * Text that must say something.
 *
 * @param argument - path of the text in the input, as the caller wrote it.
 * @returns the text as it stands. `INVALID_ARGUMENT` for an empty or blank one, and for what {@link optionalText} refuses.
 */
export function requiredText(text: string, argument: string): string {
  if (text.trim() === '') throw badInput(`${lastOf(argument)} must not be empty.`, argument);
  return storable(text, argument);
}

/**
 * Text that may be left out; null counts as left out, an empty one does not.
 *
 * @returns the text as it stands. `INVALID_ARGUMENT` for what MLMD could not keep: a NUL, half of a surrogate pair, and
 *   two texts that its engine takes for something else.
 */
export function optionalText(text: string | null | undefined, argument: string): string | undefined {
  return text === null || text === undefined ? undefined : storable(text, argument);
}

/** An identifier that may be left out, but not be empty. */
export function optionalKey(text: string | null | undefined, argument: string): string | undefined {
  return text === null || text === undefined ? undefined : requiredText(text, argument);
}

/** Refuses a list in which two items bear one name; `INVALID_ARGUMENT` at the second one. */
export function refuseRepeats(names: readonly string[], argument: string): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) throw badInput(`${JSON.stringify(name)} is given twice.`, `${argument}.${index}.name`);
    seen.add(name);
  }
}

/** Source of the last two: the engine reads them as NULL and as an encoded Struct, and then fails on the whole node. */
function storable(text: string, argument: string): string {
  const problem = text.includes('\0')
    ? 'a NUL character'
    : /\p{Surrogate}/u.test(text)
      ? 'half of a surrogate pair'
      : text === '__MLMD_NULL__' || text.startsWith('mlmd-struct::')
        ? 'a mark that MLMD uses itself'
        : undefined;
  if (problem !== undefined) throw badInput(`${lastOf(argument)} holds ${problem}, which MLMD cannot keep.`, argument);
  return text;
}

/** What the input is called: the last part of its path that is no index. */
function lastOf(argument: string): string {
  return argument.split('.').findLast((part) => !/^\d+$/.test(part)) ?? argument;
}
