import { MetadataError } from '../../errors.js';
import {
  type CmfDocument,
  type CmfImport,
  documentTree,
  exportCmf,
  importCmf,
  readDocument,
} from '../../exchange/cmf/index.js';
import type { ImportCmfInput } from '../../generated/resolvers.js';
import type { RequestContext } from '../request-context.js';

/** Merges the document of an input. What is wrong with it is said of `input.document`. */
export async function importCmfInput({ store }: RequestContext, input: ImportCmfInput): Promise<CmfImport> {
  return importCmf(store, read(input), input.execUuid ?? undefined);
}

function read({ document }: ImportCmfInput): CmfDocument {
  try {
    return readDocument(documentTree(document));
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    throw new MetadataError(error.code, error.message, { argument: 'input.document' });
  }
}

/** The document of a pipeline; undefined where there is no such pipeline. `RESOURCE_EXHAUSTED` for one over `maxNodes`. */
export async function cmfDocument(
  { reader, limits }: RequestContext,
  args: { readonly pipeline: string; readonly execUuid?: string | null | undefined },
): Promise<string | undefined> {
  const limit = { name: 'maxNodes', max: limits.maxNodes };
  const pieces = await exportCmf(reader, args.pipeline, { execUuid: args.execUuid ?? undefined, limit });
  if (pieces === undefined) return undefined;
  const texts: string[] = [];
  for await (const piece of pieces) texts.push(piece);
  return texts.join('');
}
