import { expect } from 'vitest';
import { MetadataError } from '../../../src/errors.js';
import type { JsonObject } from '../../../src/mlmd/model.js';
import type { Calls, ResponseOf } from '../../../src/mlmd/wire/rpc.js';
import { type Contexts, type Execution, type Plain, properties, required } from './values.js';

/** MLMD's numbers of the states and event types that Kubeflow Pipelines writes. */
export const [RUNNING, COMPLETE, FAILED, CACHED, CANCELED] = [2, 3, 4, 5, 6] as const;
export const [INPUT, OUTPUT] = [3, 4] as const;
const LIVE = 2;

/** What a step ends with. */
export interface Ending {
  readonly state?: number;
  /** What it gave back beside artifacts. */
  readonly outputs?: JsonObject;
  readonly events?: readonly (readonly [artifactId: bigint, type: number, key: string])[];
}

/** What the driver and the launcher of Kubeflow Pipelines 2 call, in their order, with what they send. */
export class Pipelines {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Looks for the context, registers its type where there is none, and inserts it; existing already is success. */
  async context(typeName: string, name: string, customProperties: Readonly<Record<string, string>> = {}) {
    const find = async () => {
      const { context } = await this.#calls.call('getContextByTypeAndName', { typeName, contextName: name });
      return context;
    };
    const found = await find();
    if (found !== undefined) return found;
    const typeId = await this.#contextType(typeName);
    const context = { typeId, name, properties: new Map(), customProperties: properties(customProperties) };
    const put = { contexts: [context] };
    await this.#calls.call('putContexts', put);
    await expect(this.#calls.call('putContexts', put)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    return required(await find(), `context ${name}`);
  }

  async #contextType(typeName: string): Promise<bigint | undefined> {
    const found = await this.#calls.call('getContextType', { typeName }).catch((error: unknown) => {
      if (error instanceof MetadataError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    });
    if (found !== undefined) return found.contextType?.id;
    const type = { contextType: { name: typeName, properties: new Map() } };
    const { typeId } = await this.#calls.call('putContextType', type);
    expect(await this.#calls.call('putContextType', type)).toEqual({ typeId });
    return typeId;
  }

  async link(childId: bigint, parentId: bigint): Promise<void> {
    expect(await this.#calls.call('getParentContextsByContext', { contextId: childId })).toEqual({ contexts: [] });
    const put = { parentContexts: [{ childId, parentId }] };
    await this.#calls.call('putParentContexts', put);
    await expect(this.#calls.call('putParentContexts', put)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  }

  /** Inserts an execution in its contexts, which are sent whole, and reads it back. */
  async execution(typeName: string, contexts: Contexts, execution: Partial<Execution>): Promise<Execution> {
    const type = { executionType: { name: typeName, properties: new Map() } };
    const { typeId } = await this.#calls.call('putExecutionType', type);
    const { executionId = 0n } = await this.#calls.call('putExecution', {
      execution: { typeId, properties: new Map(), customProperties: new Map(), lastKnownState: RUNNING, ...execution },
      artifactEventPairs: [],
      contexts,
    });
    const { executions } = await this.#calls.call('getExecutionsById', { executionIds: [executionId] });
    return required(executions[0], `execution ${executionId}`);
  }

  /** Publishes the end of an execution with what it read and wrote. */
  async publish(
    execution: Execution,
    contexts: Contexts,
    { state = COMPLETE, outputs, events = [] }: Ending,
  ): Promise<void> {
    const given = outputs === undefined ? [] : properties({ outputs });
    await this.#calls.call('putExecution', {
      execution: {
        ...execution,
        lastKnownState: state,
        customProperties: new Map([...execution.customProperties, ...given]),
      },
      artifactEventPairs: events.map(([artifactId, type, key]) => ({
        event: { artifactId, type, path: { steps: [{ value: { $case: 'key', value: key } }] } },
      })),
      contexts,
    });
  }

  /** Inserts an artifact as the launcher does: it has no name but the one that it is to be shown with. */
  async artifact(
    typeName: string,
    uri: string,
    name: string,
    metadata: Readonly<Record<string, Plain>> = {},
  ): Promise<bigint> {
    const type = { artifactType: { name: typeName, properties: new Map() } };
    const { typeId } = await this.#calls.call('putArtifactType', type);
    const artifact = {
      typeId,
      uri,
      state: LIVE,
      properties: new Map(),
      customProperties: properties({ ...metadata, display_name: name, store_session_info: '{"Provider":"minio"}' }),
    };
    const { artifactIds } = await this.#calls.call('putArtifacts', { artifacts: [artifact] });
    const { artifacts } = await this.#calls.call('getArtifactsById', { artifactIds });
    expect(artifacts).toMatchObject([{ id: artifactIds[0], uri, state: LIVE }]);
    return required(artifactIds[0], `artifact ${name}`);
  }

  /** All pages of a context's executions; what is not asked for is set, but empty. */
  async executionsOf(contextId: bigint, filterQuery = ''): Promise<readonly (bigint | undefined)[]> {
    const ids: (bigint | undefined)[] = [];
    let nextPageToken = '';
    do {
      const request = { contextId, options: { maxResultSize: 1, filterQuery, nextPageToken } };
      const page: ResponseOf<'getExecutionsByContext'> = await this.#calls.call('getExecutionsByContext', request);
      ids.push(...page.executions.map(({ id }) => id));
      nextPageToken = page.nextPageToken ?? '';
    } while (nextPageToken !== '');
    return ids;
  }
}
