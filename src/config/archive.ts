import { Command, Option } from 'commander';
import { storePassword } from './store-password.js';
import { UsageError } from './usage-error.js';

/** What is archived, and where. */
export interface ArchiveConfig {
  /** URL of the store. May hold credentials. */
  readonly store: string;
  /** Of the store's database server, where the URL holds none. */
  readonly password: string | undefined;
  /** Path of the SQLite file to make. */
  readonly file: string;
  readonly quiet: boolean;
}

/** The command that copies a store into a file; what it is asked for goes to `invoke`. */
export function archiveCommand(invoke: (config: ArchiveConfig) => void): Command {
  return new Command('archive')
    .description('Copy a store of any kind into one new SQLite file, and compare every value.')
    .argument('<store>', 'the store, such as sqlite:mlmd.db or grpc://localhost:8080')
    .addOption(new Option('--to <file>', 'the file to make; it must not exist').makeOptionMandatory())
    .addOption(new Option('--quiet', 'say nothing but what went wrong').default(false))
    .action((store: string, { to, quiet }: { readonly to: string; readonly quiet: boolean }) => {
      if (to.trim() === '' || /^[a-z][a-z0-9+.-]+:/i.test(to)) {
        throw new UsageError(`--to '${to}' is not the path of a file; write one such as archive.db.`);
      }
      invoke(Object.freeze({ store, password: storePassword(), file: to, quiet }));
    });
}
