import type { TypeKind } from '../../generated/resolvers.js';
import type { TypeConnectionModel } from '../models.js';
import { plainEdges } from '../paging/connection.js';
import type { CursorOrder } from '../paging/cursor.js';
import { type PageInput, toPageArgs } from '../paging/page-input.js';
import type { RequestContext } from '../request-context.js';
import { memoryConnection } from './memory-list.js';

const BY_ID: CursorOrder = { name: 'TYPE', keys: ['INT'] };

/** Lists the registered types, by id. There are never many: a store's types are read as a whole. */
export async function typeConnection(
  { loaders, limits }: RequestContext,
  args: PageInput & { readonly kind?: TypeKind | null | undefined },
): Promise<TypeConnectionModel> {
  const page = toPageArgs(args, BY_ID, limits);
  const types = await loaders.types();
  const items = args.kind ? types.filter(({ kind }) => kind === args.kind) : types;
  return memoryConnection({ order: BY_ID, items, positionOf: ({ id }) => [id], toEdges: plainEdges }, page);
}
