import { MetadataError } from '../../errors.js';

/**
 * The statement or transaction left nothing behind, and the same may succeed when it is run again: a deadlock, a lock that
 * was waited for too long, a connection that was lost before anything was committed.
 */
export class PassingFailure extends MetadataError {}
