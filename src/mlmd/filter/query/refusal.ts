import { MetadataError } from '../../../errors.js';

/**
 * The refusal of a filter query, naming the place.
 *
 * @param at - offset into the text, from 0; the message counts from 1.
 * @param reason - a sentence.
 */
export function refusal(at: number, reason: string): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', `The filter query is wrong at character ${at + 1}: ${reason}`);
}

/** The refusal of a filter query that is too large, whatever it says. */
export function tooMuch(what: string, value: number, max: number): MetadataError {
  return new MetadataError(
    'RESOURCE_EXHAUSTED',
    `${what} of the filter query: ${value}, but at most ${max} are taken.`,
  );
}
