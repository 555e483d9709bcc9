import { isJsonMap, type JsonTree, parseJson, printJson, RESERVED } from '../conventions/index.js';
import type { Artifact, ArtifactId, ExecutionId, Properties } from '../mlmd/model.js';
import type { ArtifactPut, MetadataTransaction, PageArgs } from '../mlmd/store.js';

const PAGE_SIZE = 1_000;

/**
 * What a stored execution has logged already, in one direction. A step that is sent again, and is found by its
 * external id, finds here the metrics and other artifacts that have no identity of their own.
 */
export class RepeatedArtifacts {
  readonly #transaction: MetadataTransaction;
  readonly #executionId: ExecutionId;
  readonly #type: 'INPUT' | 'OUTPUT';
  /** Those that were not taken yet, by what makes them alike. */
  #left: ReadonlyMap<string, ArtifactId[]> | undefined;

  constructor(transaction: MetadataTransaction, executionId: ExecutionId, type: 'INPUT' | 'OUTPUT') {
    this.#transaction = transaction;
    this.#executionId = executionId;
    this.#type = type;
  }

  /** An artifact equal in all but its time, each one once: two equal ones in a step stay two when it is sent again. */
  async take(put: ArtifactPut): Promise<{ readonly ref: { readonly id: ArtifactId } } | undefined> {
    this.#left ??= byLikeness(await this.#load());
    const id = this.#left.get(likenessOf(put))?.shift();
    return id === undefined ? undefined : { ref: { id } };
  }

  async #load(): Promise<readonly Artifact[]> {
    const node = { kind: 'EXECUTION', id: this.#executionId } as const;
    const direction = this.#type === 'INPUT' ? 'UPSTREAM' : 'DOWNSTREAM';
    const loaded: Artifact[] = [];
    let page: PageArgs | undefined = { limit: PAGE_SIZE };
    while (page !== undefined) {
      const [events] = await this.#transaction.eventPages([node], { direction, types: [this.#type] }, page);
      const items = events?.items ?? [];
      const ids = items.map(({ value }) => value.artifactId);
      const artifacts = await this.#transaction.nodesById('ARTIFACT', ids);
      loaded.push(...artifacts.filter((artifact) => artifact !== undefined));
      page = events?.hasMore === true ? { limit: PAGE_SIZE, from: items.at(-1)?.position } : undefined;
    }
    return loaded;
  }
}

function byLikeness(artifacts: readonly Artifact[]): ReadonlyMap<string, ArtifactId[]> {
  const ids = new Map<string, ArtifactId[]>();
  for (const artifact of artifacts) {
    const likeness = likenessOf(artifact);
    const alike = ids.get(likeness);
    if (alike === undefined) ids.set(likeness, [artifact.id]);
    else alike.push(artifact.id);
  }
  return ids;
}

/** Equal for artifacts that are repeats of each other. A text, so that a thousand are found without comparing each pair. */
function likenessOf(put: ArtifactPut): string {
  const { typeId, name, uri, state, properties, customProperties } = put;
  return JSON.stringify([typeId, name, uri, state, timeless(properties), customProperties], inKeyOrder);
}

/** A client may send properties, and the fields of a struct, in another order each time. */
function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries: [string, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The time of the SDK's object differs each time that a step is sent, and with it the object's text. */
function timeless(properties: Properties): Properties {
  const rest = new Map(properties);
  const meta = rest.get(RESERVED.meta);
  const tree: JsonTree | undefined = meta?.type === 'STRING' ? parseJson(meta.value) : undefined;
  if (isJsonMap(tree))
    rest.set(RESERVED.meta, { type: 'STRING', value: printJson(new Map(tree).set('create_time', null)) });
  rest.delete('create_time');
  return rest;
}
