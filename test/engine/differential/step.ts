import type { ListOperationOptions } from '../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import type { RequestOf, Rpc } from '../../../src/mlmd/wire/rpc.js';

/** One request of a sequence, the same for both services. */
export interface Step {
  readonly rpc: Rpc;
  readonly request: object;
  /**
   * Follows page tokens to the end, each service its own, with the options of the request changed by these in turn;
   * undefined for the first page only.
   */
  readonly nextPages?: readonly Partial<ListOperationOptions>[] | undefined;
}

/** Stands in a request for the update time that the service itself told of the node last: the two have clocks of their own. */
export const OWN_UPDATE_TIME = -4_611_686_018_427_387_904n;

/** A step whose request is checked to be one of its call's. */
export function step<R extends Rpc>(rpc: R, request: RequestOf<R>, nextPages?: Step['nextPages']): Step {
  return { rpc, request, nextPages };
}

/** A request, reply or part of one as text that can be read and compared; 64-bit integers end in `n`. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part) => {
    if (typeof part === 'bigint') return `${part}n`;
    if (part instanceof Map) return Object.fromEntries([...part].sort(([one], [other]) => (one < other ? -1 : 1)));
    if (Object.is(part, -0)) return '-0';
    return typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
  });
}

/** Whether the request would end the engine's process: a custom property with a value that holds nothing. */
export function endsTheEngine(part: unknown): boolean {
  if (part instanceof Map || Array.isArray(part)) return [...part.values()].some(endsTheEngine);
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([field, value]) =>
    field === 'customProperties'
      ? [...(value as Map<string, { readonly value: unknown }>).values()].some((held) => held.value === undefined)
      : endsTheEngine(value),
  );
}
