import { eachPage } from '../../mlmd/each-page.js';
import type { Column, Filter, Scope } from '../../mlmd/filter/filter.js';
import { isOneOf } from '../../mlmd/filter/tests.js';
import type { NodeKind, NodeOf } from '../../mlmd/model.js';
import type { MetadataReader } from '../../mlmd/store.js';

/** Most nodes of one page, and most values of one question: far below what any store takes. */
export const BATCH = 500;

/** Every node that passes, in id order. */
export async function allNodes<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  filter: Filter,
  scope?: Scope,
): Promise<readonly NodeOf[K][]> {
  const found: NodeOf[K][] = [];
  for await (const page of eachPage(reader, kind, { filter, scope, size: BATCH })) found.push(...page);
  return found;
}

/** Every node whose column has one of the values, in id order of each {@link BATCH} of values. */
export async function nodesWhere<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  { column, values }: { readonly column: Column; readonly values: readonly string[] },
): Promise<readonly NodeOf[K][]> {
  const found: NodeOf[K][] = [];
  for (const batch of batches([...new Set(values)])) {
    found.push(...(await allNodes(reader, kind, { op: 'COLUMN', column, test: isOneOf(batch) })));
  }
  return found;
}

/** The items in their order, {@link BATCH} at a time. */
export function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) => items.slice(n * BATCH, (n + 1) * BATCH));
}
