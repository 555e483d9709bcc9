import type { NodeKind } from './model.js';

/** What a store should not hold, or what is worth a look in it. */
export const FINDING_KINDS = [
  'EVENT_WITHOUT_ARTIFACT',
  'EVENT_WITHOUT_EXECUTION',
  'EVENT_OF_UNKNOWN_TYPE',
  'ARTIFACT_WITHOUT_TYPE',
  'EXECUTION_WITHOUT_TYPE',
  'CONTEXT_WITHOUT_TYPE',
  'ATTRIBUTION_WITHOUT_END',
  'ASSOCIATION_WITHOUT_END',
  'PARENT_LINK_WITHOUT_END',
  'PROPERTY_WITHOUT_VALUE',
  'PROPERTY_WITHOUT_NODE',
  'PATH_WITHOUT_EVENT',
  'DUPLICATE_TYPE',
  'ARTIFACT_OF_SEVERAL_PRODUCERS',
  'ARTIFACTS_OF_ONE_URI',
  'EXECUTION_RUNNING',
  'EVENT_WITHOUT_PATH',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Names of things, and which they are: `artifact` to 3. A time, `since`, is in milliseconds since the epoch. */
export type Example = Readonly<Record<string, bigint | string>>;

/** Something of which there is at least one. */
export interface Finding {
  readonly kind: FindingKind;
  readonly count: number;
  /** Up to {@link MAX_EXAMPLES} of them, lowest ids first; of executions that run, those that began first. */
  readonly examples: readonly Example[];
}

/** Most examples of one finding. */
export const MAX_EXAMPLES = 5;

/** How many nodes there are of a type; only types of which there are any. */
export interface TypeCount {
  readonly kind: NodeKind;
  readonly name: string;
  readonly version: string | undefined;
  readonly nodes: number;
}

/** What there is to count beside nodes; undefined where the store does not tell. */
export interface EdgeCounts {
  readonly events: number;
  readonly attributions: number | undefined;
  readonly associations: number | undefined;
  readonly parentLinks: number | undefined;
}

/** What a store holds, counted. Somebody may write meanwhile, so that counts may differ by what was. */
export interface Inspection {
  readonly nodes: Readonly<Record<NodeKind, number>>;
  readonly edges: EdgeCounts;
  /** By kind, then most nodes first. */
  readonly types: readonly TypeCount[];
  /** First creation and last update of a node; undefined where there is none with a time. */
  readonly firstCreateTimeMs: number | undefined;
  readonly lastUpdateTimeMs: number | undefined;
  /** In the order of {@link FINDING_KINDS}. */
  readonly findings: readonly Finding[];
  /** What the store cannot tell of, or not in the time that a statement has, whether it is there or not. */
  readonly untold: readonly FindingKind[];
}
