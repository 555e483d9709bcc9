import { BinaryReader } from '@bufbuild/protobuf/wire';
import { MetadataError } from '../../../errors.js';
import { type RequestOf, RPCS, type Rpc } from '../rpc.js';
import { fieldNumbers } from './reads/raw-fields.js';
import { refuseOldUri } from './reads/uris.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the message that a call takes. Throws `INVALID_ARGUMENT`, as the engine does, for bytes that are no such message,
 * and also for strings that are not UTF-8: the engine stores those, but no other reader could tell what they say.
 */
export function decodeRequest<R extends Rpc>(rpc: R, bytes: Uint8Array): RequestOf<R> {
  const reader = new BinaryReader(bytes, (text) => UTF8.decode(text));
  try {
    // The generated code ends where it meets a tag that is none, and takes what it has for the whole.
    const fields = fieldNumbers(bytes);
    if (rpc === 'getArtifactsByUri') refuseOldUri(fields);
    // The generated code reads on where it is handed a reader instead of bytes; its type for servers does not say so.
    return RPCS[rpc].requestDeserialize(reader as unknown as Buffer) as RequestOf<R>;
  } catch (cause) {
    if (cause instanceof MetadataError) throw cause;
    throw new MetadataError('INVALID_ARGUMENT', 'The request cannot be decoded.', { cause });
  }
}
