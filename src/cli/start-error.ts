/** A start that failed for a reason the operator can do something about. `message` is one line that says what. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** An address to listen on, and the flags that set it. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  readonly flags: { readonly host: string; readonly port: string };
}

/** Explains why an address could not be listened on; undefined for an error that is none of the known ones. */
export function explainListenError(error: unknown, { host, port, flags }: ListenAddress): StartError | undefined {
  const says = (message: string) => new StartError(message, { cause: error });
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return says(
        `Port ${port} of ${host} is in use; stop what uses it, or choose another with ${flags.port} (0 for any free one).`,
      );
    case 'EACCES':
      return says(`Port ${port} needs rights that this user does not have; choose one above 1023 with ${flags.port}.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return says(`'${host}' is not an address of this machine; choose another with ${flags.host}.`);
    default:
      return undefined;
  }
}
