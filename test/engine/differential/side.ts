import type { ListOperationOptions } from '../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { comparable, Sightings, sets } from './comparable.js';
import type { Reply, Service } from './service.js';
import { OWN_UPDATE_TIME, type Step, textOf } from './step.js';
import { NODE_FIELDS } from './world.js';

/** What a step gave on one side. */
export interface Outcome {
  /** The replies as they came: several where pages were followed. */
  readonly replies: readonly Reply[];
  /** What must be the same on both sides. */
  readonly comparable: unknown;
}

// Enough for every list that a sequence makes; the engine's own paging by update time may go on for ever.
const MOST_PAGES = 60;

/** One of the two services, with what it told of its own clock. */
export class Side {
  readonly #service: Service;
  readonly #sightings = new Sightings();

  constructor(service: Service) {
    this.#service = service;
  }

  /** Makes the request of a step, and those for the pages that follow. */
  async play(step: Step): Promise<Outcome> {
    const replies: Reply[] = [];
    let request = this.#withOwnTimes(step.request);
    for (;;) {
      const reply = await this.#service.call(step.rpc, request);
      replies.push(reply);
      const token = (reply.message as { readonly nextPageToken?: string } | undefined)?.nextPageToken;
      if (!token || step.nextPages === undefined || replies.length === MOST_PAGES) break;
      const change = step.nextPages[(replies.length - 1) % step.nextPages.length];
      const { options } = request as { readonly options?: ListOperationOptions };
      request = { ...request, options: { ...options, ...change, nextPageToken: token } };
    }
    return { replies, comparable: this.#comparable(step, replies) };
  }

  #comparable(step: Step, replies: readonly Reply[]): unknown {
    const parts = replies.map(({ code, message }) => {
      if (message === undefined) return { code };
      const reply = comparable(message, this.#sightings);
      return step.rpc === 'getArtifactsByUri' ? sets(reply) : reply;
    });
    return isByUpdateTime(step) ? byUpdateTime(step, parts) : parts;
  }

  #withOwnTimes(request: object): object {
    return Object.fromEntries(
      Object.entries(request).map(([field, value]) => {
        if (Array.isArray(value)) {
          return [field, value.map((item) => this.#ownTime(field, item))];
        }
        return [field, this.#ownTime(field, value)];
      }),
    );
  }

  /** A node with this service's own update time of it where that is asked for; the artifact of a pair, too. */
  #ownTime(field: string, value: unknown): unknown {
    const kind = NODE_FIELDS.get(field);
    if (field === 'artifactEventPairs') return this.#withOwnTimes(value as object);
    if (kind === undefined || typeof value !== 'object' || value === null) return value;
    const node = value as { readonly id?: bigint; readonly lastUpdateTimeSinceEpoch?: bigint };
    if (node.lastUpdateTimeSinceEpoch !== OWN_UPDATE_TIME) return node;
    return { ...node, lastUpdateTimeSinceEpoch: this.#sightings.updateTime(kind, node.id) };
  }
}

/** Whether a step asks for a list by update time. */
export function isByUpdateTime({ request }: Step): boolean {
  return (request as { readonly options?: ListOperationOptions }).options?.orderByField?.field === 2;
}

/**
 * Which of the nodes that one request wrote comes first by update time depends on how fast it went. So it is only
 * compared which nodes there are in all, or, of the first page alone, how many.
 */
function byUpdateTime({ nextPages }: Step, parts: readonly object[]): unknown {
  const nodes = parts.map((part) =>
    Object.entries(part).flatMap(([field, value]) => (NODE_FIELDS.has(field) ? value : [])),
  );
  const codes = parts.map((part) => ('code' in part ? part.code : 0));
  if (nextPages?.some((change) => Object.keys(change).length > 0) ?? true) return [codes[0], nodes[0]?.length];
  return [new Set(codes), new Set(nodes.flat().map(textOf).sort())];
}
