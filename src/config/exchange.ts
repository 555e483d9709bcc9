import { Command, Option } from 'commander';
import { adderTo } from './flags.js';
import { storePassword } from './store-password.js';
import { UsageError } from './usage-error.js';
import { MAX_INT, truthOrAuto, wholeNumber } from './values.js';

/** A document of another tool to bring into a store. */
export interface ImportConfig {
  /** URL of the store. May hold credentials. */
  readonly store: string;
  /** Of the store's database server, where the URL holds none. */
  readonly password: string | undefined;
  /** `auto` refuses to write where Kubeflow Pipelines keeps the store in a database server. */
  readonly readOnly: boolean | 'auto';
  /** Path of the document. */
  readonly file: string;
  readonly execUuid: string | undefined;
  readonly maxDocumentBytes: number;
}

/** A pipeline to write as a document of another tool. */
export interface ExportConfig {
  /** URL of the store. May hold credentials. */
  readonly store: string;
  /** Of the store's database server, where the URL holds none. */
  readonly password: string | undefined;
  readonly pipeline: string;
  readonly execUuid: string | undefined;
  /** Path of the document; undefined for stdout. */
  readonly to: string | undefined;
}

/** Of this size one takes about 1 GB of memory: 30 MB were measured to take 0.5. Larger ones come by pipeline or UUID. */
const MAX_DOCUMENT_BYTES = 64 * 1_048_576;

/** The command that brings documents into a store; what it is asked for goes to `invoke`. */
export function importCommand(invoke: (config: ImportConfig) => void): Command {
  const cmf = new Command('cmf')
    .description('Import a document that `cmf metadata export` wrote; twice adds nothing.')
    .argument('<file>', 'the document, in JSON');
  const add = adderTo(cmf);
  add('--store <url>', 'the store; a missing SQLite file is made', (option) => option.default('sqlite:mlmd.db'));
  add('--read-only [boolean]', 'refuse to write; auto to a database of Kubeflow Pipelines or Hub', (option) =>
    option.argParser(truthOrAuto).preset('true').default('auto'),
  );
  cmf.addOption(new Option('--exec-uuid <uuid>', 'only executions that hold this Execution_uuid'));
  add('--max-document-bytes <number>', 'bytes of a document', (option) =>
    option.default(MAX_DOCUMENT_BYTES).argParser(wholeNumber(1, MAX_INT)),
  );
  cmf.action((file: string, options: Omit<ImportConfig, 'file' | 'password'>) => {
    const { store, readOnly, execUuid, maxDocumentBytes } = options;
    invoke(Object.freeze({ store, password: storePassword(), readOnly, file, execUuid, maxDocumentBytes }));
  });
  return ofTools(new Command('import').description("Bring another tool's document into a store."), cmf);
}

/** The command that writes documents; what it is asked for goes to `invoke`. */
export function exportCommand(invoke: (config: ExportConfig) => void): Command {
  const cmf = new Command('cmf')
    .description('Export a pipeline of CMF as `cmf metadata export` does.')
    .argument('<pipeline>', 'its name, such as Test-env');
  const add = adderTo(cmf);
  add('--store <url>', 'the store; it is only read', (option) => option.default('sqlite:mlmd.db'));
  cmf.addOption(new Option('--exec-uuid <uuid>', 'only executions that hold this Execution_uuid'));
  cmf.addOption(
    new Option('--to <file>', 'where to write the document, which must not be there yet; stdout unless given'),
  );
  cmf.action((pipeline: string, options: Omit<ExportConfig, 'pipeline' | 'password'>) => {
    const { store, execUuid, to } = options;
    invoke(Object.freeze({ store, password: storePassword(), pipeline, execUuid, to }));
  });
  return ofTools(new Command('export').description("Write another tool's document from a store."), cmf);
}

/** A command with one below it for each tool, which has to be named. */
function ofTools(command: Command, ...tools: readonly Command[]): Command {
  for (const tool of tools) command.addCommand(tool);
  const names = tools.map((tool) => tool.name()).join(', ');
  return command.helpCommand(false).action(() => {
    throw new UsageError(`Say whose document to ${command.name()}: ${names}.`);
  });
}
