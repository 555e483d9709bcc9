import { EVERYTHING } from '../../src/mlmd/filter/filter.js';
import { type Context, type NodeKind, type NodeOf, nodeKey, type TypeId } from '../../src/mlmd/model.js';
import type { MetadataReader, MetadataStore } from '../../src/mlmd/store.js';

const BY_ID = { field: 'ID', descending: false } as const;

/**
 * Writes a small store's rows into another one, after what that holds already; types of one name become one, with the
 * properties of both.
 */
export async function copyStore(from: MetadataReader, to: MetadataStore): Promise<void> {
  const types = (await from.types()).filter(({ name }) => !name.startsWith('mlmd.'));
  const contexts = await allOf(from, 'CONTEXT');
  const artifacts = await allOf(from, 'ARTIFACT');
  const executions = await allOf(from, 'EXECUTION');
  const memberships = await from.membershipsOf([...artifacts, ...executions]);
  const links = await from.contextLinks(
    contexts.map(({ id }) => id),
    'PARENTS',
  );
  const events = await from.eventsOf(
    'EXECUTION',
    executions.map(({ id }) => id),
  );
  const place = placesOf([...contexts, ...artifacts, ...executions]);
  const context = (id: Context['id']) => place({ kind: 'CONTEXT', id });
  await to.transaction(async (transaction) => {
    const put = await transaction.putTypes(types.map((type) => ({ ...type, canAddFields: true, canOmitFields: true })));
    const typeIds = new Map(types.map(({ id }, index) => [id, put[index]?.id]));
    const typed = <N extends { readonly typeId: TypeId }>(node: N) => ({
      ...node,
      id: undefined,
      typeId: typeIds.get(node.typeId) ?? node.typeId,
    });
    await transaction.putGraph({
      contexts: contexts.map(typed),
      artifacts: artifacts.map(typed),
      executions: executions.map(typed),
      attributions: memberships.flatMap(({ node, contextId }) =>
        node.kind === 'ARTIFACT' ? [{ artifact: place(node), context: context(contextId) }] : [],
      ),
      associations: memberships.flatMap(({ node, contextId }) =>
        node.kind === 'EXECUTION' ? [{ execution: place(node), context: context(contextId) }] : [],
      ),
      parentContexts: links.map(({ childId, parentId }) => ({ child: context(childId), parent: context(parentId) })),
      events: events.map(({ artifactId, executionId, ...event }) => ({
        ...event,
        artifact: place({ kind: 'ARTIFACT', id: artifactId }),
        execution: place({ kind: 'EXECUTION', id: executionId }),
      })),
      onExistingEdge: 'FAIL',
    });
  });
}

async function allOf<K extends NodeKind>(store: MetadataReader, kind: K): Promise<readonly NodeOf[K][]> {
  const query = { filter: EVERYTHING, order: BY_ID, page: { limit: 10_000 } };
  const [page] = await store.nodePages(kind, query);
  return page?.items.map(({ value }) => value) ?? [];
}

/** Where each node stands in the list of its kind. */
function placesOf(nodes: readonly { readonly kind: NodeKind; readonly id: bigint }[]) {
  const counts: Record<NodeKind, number> = { ARTIFACT: 0, EXECUTION: 0, CONTEXT: 0 };
  const places = new Map(nodes.map((node) => [nodeKey(node), counts[node.kind]++]));
  return (ref: { readonly kind: NodeKind; readonly id: bigint }) => ({ index: places.get(nodeKey(ref)) ?? -1 });
}
