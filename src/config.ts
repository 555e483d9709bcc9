import { Command, CommanderError } from 'commander';
import { type ArchiveConfig, archiveCommand } from './config/archive.js';
import { type DoctorConfig, doctorCommand } from './config/doctor.js';
import { type ExportConfig, exportCommand, type ImportConfig, importCommand } from './config/exchange.js';
import { printableConfig } from './config/printable.js';
import { type Config, serveCommand } from './config/serve.js';
import { UsageError } from './config/usage-error.js';

export type { ArchiveConfig } from './config/archive.js';
export type { DoctorConfig } from './config/doctor.js';
export type { ExportConfig, ImportConfig } from './config/exchange.js';
export { printableConfig, withoutPassword } from './config/printable.js';
export { type Config, type GrpcConfig, LOG_LEVELS, type LogLevel } from './config/serve.js';
export { UsageError } from './config/usage-error.js';

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: 'SERVE'; readonly config: Config }
  | { readonly kind: 'IMPORT'; readonly config: ImportConfig }
  | { readonly kind: 'EXPORT'; readonly config: ExportConfig }
  | { readonly kind: 'ARCHIVE'; readonly config: ArchiveConfig }
  | { readonly kind: 'DOCTOR'; readonly config: DoctorConfig }
  /** Text for stdout, ending with a newline: the help, the version or the settings. */
  | { readonly kind: 'PRINT'; readonly text: string };

/**
 * Reads the command line and the environment; nothing else reads them. Each command has a file in `config/`.
 *
 * @param args - what follows the program's name.
 * @param version - the package's version, for `--version`.
 * @returns what to do, its settings frozen, or what to print instead.
 * @throws {UsageError} naming the flag or variable, its value and what was expected.
 */
export function readInvocation(args: readonly string[], version: string): Invocation {
  let printed = '';
  let asked: Invocation | undefined;
  const serve = serveCommand(({ config, printConfig }) => {
    asked = printConfig ? { kind: 'PRINT', text: `${printableConfig(config)}\n` } : { kind: 'SERVE', config };
  });
  const imports = importCommand((config) => {
    asked = { kind: 'IMPORT', config };
  });
  const exports = exportCommand((config) => {
    asked = { kind: 'EXPORT', config };
  });
  const archive = archiveCommand((config) => {
    asked = { kind: 'ARCHIVE', config };
  });
  const doctor = doctorCommand((config) => {
    asked = { kind: 'DOCTOR', config };
  });
  const program = new Command('mlmd-graphql')
    .description('A GraphQL lineage service over ML Metadata (MLMD).')
    .version(version)
    .helpCommand(false)
    .addCommand(serve, { isDefault: true })
    .addCommand(imports)
    .addCommand(exports)
    .addCommand(archive)
    .addCommand(doctor)
    .addHelpText('after', () => `\nThe default command:\n\n${serve.helpInformation()}`);
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => {},
    });
  }

  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(whatToDo(error), { cause: error });
    return { kind: 'PRINT', text: printed };
  }
  return asked ?? { kind: 'PRINT', text: printed };
}

/**
 * Commander's message on one line: it begins with `error:`, and has its suggestion on a second one. It says what was
 * expected of a value, but not where the options are told.
 */
function whatToDo({ code, message }: CommanderError): string {
  const line = message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
  return code === 'commander.unknownOption' ? `${line}; see --help.` : line;
}
