import { MetadataError } from '../errors.js';

/**
 * An input that cannot be followed.
 *
 * @param argument - path of the input as the caller wrote it, e.g. `filter.and.0.name`.
 * @param message - one sentence that says what is wrong and what was expected.
 */
export function invalid(argument: string, message: string): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', message, { argument });
}

/** The error for something that the caller named and needs, and that the store does not hold. */
export function notFound(argument: string, what: string): MetadataError {
  return new MetadataError('NOT_FOUND', `There is no ${what}.`, { argument });
}
