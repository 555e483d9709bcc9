/** A command line or an environment that cannot be followed. `message` is one line for the operator. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
