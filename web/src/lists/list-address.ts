import {
  createParser,
  type inferParserType,
  parseAsIsoDateTime,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { useCallback } from 'react';
import type { ArtifactKind, ArtifactState, ExecutionStatus, OrderField, Origin } from '../generated/operations.js';
import { type Condition, conditionOf, conditionText } from './condition.js';

/** Kinds of artifacts, in the order that a reader meets them. */
export const ARTIFACT_KINDS = ['DATA_SET', 'MODEL', 'METRICS', 'OTHER'] as const satisfies readonly ArtifactKind[];

/** States of artifacts. */
export const ARTIFACT_STATES = [
  'LIVE',
  'PENDING',
  'REFERENCE',
  'MARKED_FOR_DELETION',
  'DELETED',
  'ABANDONED',
  'UNKNOWN',
] as const satisfies readonly ArtifactState[];

/** What becomes of executions and runs. */
export const STATUSES = [
  'COMPLETE',
  'FAILED',
  'RUNNING',
  'CACHED',
  'CANCELED',
  'NEW',
  'UNKNOWN',
] as const satisfies readonly ExecutionStatus[];

/** Tools that write workspaces and runs. */
export const ORIGINS = ['KUBEFLOW', 'KFP', 'TFX', 'CMF', 'KUBEFLOW_HUB', 'MLMD'] as const satisfies readonly Origin[];

const ORDER_FIELDS = ['CREATED_AT', 'UPDATED_AT', 'NAME', 'ID'] as const satisfies readonly OrderField[];

const text = parseAsString.withDefault('');

const PARSERS = {
  kind: parseAsStringLiteral(ARTIFACT_KINDS),
  q: text,
  type: parseAsNativeArrayOf(parseAsString),
  workspace: text,
  run: text,
  context: text,
  state: parseAsNativeArrayOf(parseAsStringLiteral(ARTIFACT_STATES)),
  status: parseAsNativeArrayOf(parseAsStringLiteral(STATUSES)),
  origin: parseAsNativeArrayOf(parseAsStringLiteral(ORIGINS)),
  name: text,
  uri: text,
  after: parseAsIsoDateTime,
  before: parseAsIsoDateTime,
  where: parseAsNativeArrayOf(createParser<Condition>({ parse: conditionOf, serialize: conditionText })),
  mlmd: text,
  sort: parseAsStringLiteral(ORDER_FIELDS).withDefault('CREATED_AT'),
  order: parseAsStringLiteral(['ASC', 'DESC'] as const).withDefault('DESC'),
  at: parseAsString,
};

/** All that an address says of a list; each list heeds what it knows. `at` is the cursor that the first row shown follows. */
export type ListAddress = Readonly<inferParserType<typeof PARSERS>>;

/** Changes to an address; null takes a part away. */
export type AddressPatch = { readonly [Key in keyof ListAddress]?: ListAddress[Key] | null };

/** What the address says of the list, and how to change that. Another list begins at its start. */
export function useListAddress(): {
  readonly address: ListAddress;
  readonly change: (patch: AddressPatch) => void;
  /** Notes where in the list the reader is, without going anywhere. */
  readonly note: (at: string | null) => void;
} {
  const [address, set] = useQueryStates(PARSERS);
  const change = useCallback(
    (patch: AddressPatch) => void set({ at: null, ...patch } as Parameters<typeof set>[0]),
    [set],
  );
  const note = useCallback((at: string | null) => void set({ at }, { throttleMs: 500 }), [set]);
  return { address, change, note };
}
