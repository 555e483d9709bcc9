import { isDeepStrictEqual } from 'node:util';
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
  #left: Artifact[] | undefined;

  constructor(transaction: MetadataTransaction, executionId: ExecutionId, type: 'INPUT' | 'OUTPUT') {
    this.#transaction = transaction;
    this.#executionId = executionId;
    this.#type = type;
  }

  /** An artifact equal in all but its time, each one once: two equal ones in a step stay two when it is sent again. */
  async take(put: ArtifactPut): Promise<{ readonly ref: { readonly id: ArtifactId } } | undefined> {
    this.#left ??= await this.#load();
    const index = this.#left.findIndex((stored) => isRepeat(stored, put));
    const [found] = index < 0 ? [] : this.#left.splice(index, 1);
    return found === undefined ? undefined : { ref: { id: found.id } };
  }

  async #load(): Promise<Artifact[]> {
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

/** The time of the SDK's object differs each time that a step is sent, and with it the object's text. */
function isRepeat(stored: Artifact, put: ArtifactPut): boolean {
  return (
    stored.typeId === put.typeId &&
    stored.name === put.name &&
    stored.uri === put.uri &&
    stored.state === put.state &&
    isDeepStrictEqual(timeless(stored.properties), timeless(put.properties)) &&
    isDeepStrictEqual(new Map(stored.customProperties), new Map(put.customProperties))
  );
}

function timeless(properties: Properties): Properties {
  const rest = new Map(properties);
  const meta = rest.get(RESERVED.meta);
  const tree: JsonTree | undefined = meta?.type === 'STRING' ? parseJson(meta.value) : undefined;
  if (isJsonMap(tree))
    rest.set(RESERVED.meta, { type: 'STRING', value: printJson(new Map(tree).set('create_time', null)) });
  rest.delete('create_time');
  return rest;
}
