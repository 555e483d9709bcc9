import { limitExceeded, type MetadataError } from '../../../errors.js';

/** The refusal of a reply that would be longer than the server sends. */
export function replyTooLong(bytes: number, maxBytes: number): MetadataError {
  return limitExceeded('A reply of bytes', bytes, { name: 'grpcMaxMessageBytes', max: maxBytes });
}
