import { MetadataError } from '../../../../errors.js';
import type { NodePuts } from '../../../checks/nodes.js';
import type { NodeKind } from '../../../model.js';
import type { PutOf } from '../../../store.js';
import { unless } from '../answers.js';
import { KIND_CALLS } from '../kind-calls.js';
import { RpcError } from '../rpc-error.js';
import type { Upstream } from '../upstream.js';

/**
 * The error of a call that writes nodes. Of a collision it says which node's name or external id is taken: the service
 * says no more than that there is one, and for an update not even that.
 *
 * @param puts - what the call was to write and surely did not, or it would be found to be in its own way.
 */
export async function explained(
  upstream: Upstream,
  puts: readonly NodePuts<NodeKind>[],
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof MetadataError && COLLISION_CODES.has(error.code))) return error;
  if (error instanceof RpcError && error.mayHaveHappened) return error;
  for (const nodes of puts) {
    const message = await collision(upstream, nodes);
    if (message !== undefined) return new MetadataError('ALREADY_EXISTS', message, { cause: error });
  }
  return error;
}

/** A unique key that is met while updating is INTERNAL. Source: mlmd-semantics, section 1. */
const COLLISION_CODES: ReadonlySet<string> = new Set(['ALREADY_EXISTS', 'INTERNAL']);

/** The first of the puts whose external id or name another node has, of the store or of the same list. */
async function collision<K extends NodeKind>(upstream: Upstream, nodes: NodePuts<K>): Promise<string | undefined> {
  const word = nodes.kind.toLowerCase();
  for (const [place, put] of nodes.puts.entries()) {
    const before = nodes.puts.slice(0, place);
    const { externalId, name, typeId } = put;
    if (
      externalId !== undefined &&
      (before.some((other) => other.externalId === externalId) || (await bearsExternalId(upstream, nodes.kind, put)))
    ) {
      return `Another ${word} has the externalId '${externalId}'.`;
    }
    if (
      name !== undefined &&
      (put.id === undefined || nodes.kind === 'CONTEXT') &&
      (before.some((other) => other.name === name && other.typeId === typeId) ||
        (await bearsName(upstream, nodes, put)))
    ) {
      return `Another ${word} of type '${nodes.types.get(typeId)?.name}' is named '${name}'.`;
    }
  }
  return undefined;
}

async function bearsExternalId<K extends NodeKind>({ calls }: Upstream, kind: K, { id, externalId = '' }: PutOf[K]) {
  // The call refuses an empty one.
  if (externalId === '') return false;
  const found = await unless('NOT_FOUND', KIND_CALLS[kind].byExternalIds(calls, [externalId]));
  return (found ?? []).some((node) => node.id !== id);
}

/** Whether a stored node of the same type has the name of a put. */
export async function bearsName<K extends NodeKind>({ calls }: Upstream, { kind, types }: NodePuts<K>, put: PutOf[K]) {
  const type = types.get(put.typeId);
  if (type === undefined || put.name === undefined) return false;
  const found = await KIND_CALLS[kind].byTypeAndName(calls, type, put.name);
  return found !== undefined && found.id !== put.id;
}
