import { createWriteStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { pipeline as streamed } from 'node:stream/promises';
import { type ExportConfig, type ImportConfig, UsageError } from '../config.js';
import { isAnothersOwn } from '../conventions/index.js';
import { limitExceeded, MetadataError } from '../errors.js';
import { type CmfImport, documentTree, exportCmf, importCmf, readDocument } from '../exchange/cmf/index.js';
import { createLogger } from '../log.js';
import { openStore } from '../mlmd/open.js';
import type { MetadataStore } from '../mlmd/store.js';

/**
 * Brings CMF's document into a store, and says on stdout what was new.
 *
 * @throws UsageError for a file that cannot be read, MetadataError as reading the document, opening the store or the
 *   import does. Nothing is written then.
 */
export async function runImport({
  store: url,
  password,
  readOnly,
  file,
  execUuid,
  maxDocumentBytes,
}: ImportConfig): Promise<void> {
  const document = readDocument(documentTree(await textOf(file, maxDocumentBytes)));
  const store = await openStore(url, {
    readOnly: readOnly === true,
    leaveAlone: readOnly === 'auto' ? isAnothersOwn : undefined,
    password,
    log: createLogger('warn'),
  });
  const imported = await using(store, (opened) => importCmf(opened, document, execUuid));
  process.stdout.write(`${summaryOf(imported)}\n`);
}

/**
 * Writes a pipeline as CMF's document.
 *
 * @throws UsageError for a file that cannot be written, MetadataError `NOT_FOUND` for an unknown pipeline and as opening
 *   and reading the store do.
 */
export async function runExport({ store: url, password, pipeline, execUuid, to }: ExportConfig): Promise<void> {
  await using(await openStore(url, { readOnly: true, password }), async (store) => {
    const text = await exportCmf(store, pipeline, { execUuid });
    if (text === undefined) {
      throw new MetadataError('NOT_FOUND', `There is no pipeline of CMF named ${JSON.stringify(pipeline)}.`);
    }
    await write(text, to);
  });
}

async function using<T>(store: MetadataStore, work: (store: MetadataStore) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function textOf(file: string, max: number): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > max) throw limitExceeded('Document size', size, { name: 'maxDocumentBytes', max });
    return await readFile(file, 'utf8');
  } catch (error) {
    throw explained(error, file);
  }
}

async function write(text: AsyncIterable<string>, to: string | undefined): Promise<void> {
  if (to === undefined) {
    // Whoever reads slowly is waited for, and whoever has read enough, as `head` has, may go.
    return streamed(withNewline(text), process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  try {
    await streamed(withNewline(text), createWriteStream(to, { flags: 'wx' }));
  } catch (error) {
    // A part of a document is none, and would be in the way of the next attempt.
    if (problemOf(error) === undefined) await rm(to, { force: true });
    throw explained(error, to);
  }
}

async function* withNewline(text: AsyncIterable<string>): AsyncGenerator<string> {
  yield* text;
  yield '\n';
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'may not be opened by this user',
  EEXIST: 'is there already',
};

function problemOf(error: unknown): string | undefined {
  return PROBLEMS[(error as NodeJS.ErrnoException).code ?? ''];
}

function explained(error: unknown, file: string): unknown {
  const problem = problemOf(error);
  return problem === undefined ? error : new UsageError(`The file '${file}' ${problem}.`, { cause: error });
}

function summaryOf({ status, created, updated }: CmfImport): string {
  if (status === 'UNCHANGED') return 'Nothing is new: the store has all of it.';
  const parts = (counts: object) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${count === 1 ? what.replace(/s$/, '') : what}`)
      .join(', ');
  return `Imported: ${parts(created) || 'nothing new'}. Added to what was there: ${parts(updated) || 'nothing'}.`;
}
