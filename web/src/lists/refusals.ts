import { AskError } from '../api/ask.js';

/** What the server says of one argument, for example `filter.mlmd`; undefined where it says nothing of that. */
export function refusalOf(error: Error | null, argument: string): string | undefined {
  return error instanceof AskError && error.argument === argument ? error.message : undefined;
}

/** Whether a field of the page shows what the server says, so that it need not be said twice. */
export function isSaidAtField(error: Error): boolean {
  return error instanceof AskError && (error.argument === 'filter.mlmd' || error.argument === 'filter.search');
}
