import { Command, Option } from 'commander';
import { storePassword } from './store-password.js';

/** Which store is to be examined, and for whom. */
export interface DoctorConfig {
  /** URL of the store. May hold credentials. */
  readonly store: string;
  /** Of the store's database server, where its URL holds none. */
  readonly password: string | undefined;
  /** Say it as JSON. */
  readonly json: boolean;
}

/** The command that says what a store is and what is amiss in it; what it is asked for goes to `invoke`. */
export function doctorCommand(invoke: (config: DoctorConfig) => void): Command {
  return new Command('doctor')
    .description(
      'Say what a store is, who wrote it, what is wrong with it and whether it can be served. Writes nothing.',
    )
    .argument('<store>', 'the store, such as sqlite:mlmd.db or grpc://localhost:8080')
    .addOption(new Option('--json', 'say it as JSON, for machines').default(false))
    .addHelpText(
      'after',
      '\nIt ends with 0, with 1 where something that was recorded is lost from view, and with 2 where the store cannot be opened.',
    )
    .action((store: string, { json }: { readonly json: boolean }) => {
      invoke(Object.freeze({ store, password: storePassword(), json }));
    });
}
