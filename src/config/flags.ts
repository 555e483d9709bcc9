import { type Command, Option } from 'commander';
import { truth } from './values.js';

/** Every environment variable of ours starts with this: `--store` is also `MLMD_GRAPHQL_STORE`. */
const ENVIRONMENT_PREFIX = 'MLMD_GRAPHQL_';

/** Adds an option, which an environment variable sets too; a flag wins over it. */
export type Add = (flags: string, says: string, shape?: (option: Option) => Option) => void;

/** What adds options to a command. */
export function adderTo(command: Command): Add {
  return (flags, says, shape = (option) => option) => {
    const option = new Option(flags, says);
    option.env(`${ENVIRONMENT_PREFIX}${option.name().replaceAll('-', '_').toUpperCase()}`);
    command.addOption(shape(option));
  };
}

/** The shape of an option that is off unless it is given. */
export function switchedOff(option: Option): Option {
  return option.argParser(truth).preset('true').default(false);
}
