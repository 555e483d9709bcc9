import type { FindingKind } from '../mlmd/inspection.js';

/**
 * Whether a finding matters: `LOSS` where something that was recorded is not seen, `LOOK` where only somebody who knows
 * the pipelines can tell, `NONE` where nobody will notice.
 */
export type Weight = 'LOSS' | 'LOOK' | 'NONE';

/** What a kind of finding is, and why it matters or does not. */
export interface Meaning {
  readonly weight: Weight;
  /** What there are many of, as in `events whose artifact is missing`. */
  readonly what: string;
  readonly because: string;
}

/** What each kind of finding means to whoever asks the store here. */
export const MEANINGS: Readonly<Record<FindingKind, Meaning>> = {
  EVENT_WITHOUT_ARTIFACT: {
    weight: 'LOSS',
    what: 'events whose artifact is missing',
    because: 'walks leave them out, so lineage ends there',
  },
  EVENT_WITHOUT_EXECUTION: {
    weight: 'LOSS',
    what: 'events whose execution is missing',
    because: 'walks leave them out, so lineage ends there',
  },
  EVENT_OF_UNKNOWN_TYPE: {
    weight: 'LOSS',
    what: 'events of no type that MLMD has',
    because: 'they say neither input nor output, so walks leave them out',
  },
  ARTIFACT_WITHOUT_TYPE: {
    weight: 'LOSS',
    what: 'artifacts of a type that is missing',
    because: 'they are shown without a type, and the engine refuses to update them',
  },
  EXECUTION_WITHOUT_TYPE: {
    weight: 'LOSS',
    what: 'executions of a type that is missing',
    because: 'they are shown without a type, and the engine refuses to update them',
  },
  CONTEXT_WITHOUT_TYPE: {
    weight: 'LOSS',
    what: 'contexts of a type that is missing',
    because: 'nobody can tell whether they are workspaces or runs',
  },
  ATTRIBUTION_WITHOUT_END: {
    weight: 'LOSS',
    what: 'attributions whose artifact or context is missing',
    because: 'they are left out',
  },
  ASSOCIATION_WITHOUT_END: {
    weight: 'LOSS',
    what: 'associations whose execution or context is missing',
    because: 'they are left out',
  },
  PARENT_LINK_WITHOUT_END: {
    weight: 'LOSS',
    what: 'parent links of which a context is missing',
    because: 'they are left out, so runs may have lost their workspace',
  },
  PROPERTY_WITHOUT_VALUE: {
    weight: 'LOSS',
    what: 'properties without a value',
    because: 'they are left out here, and make the engine fail every read of what bears them',
  },
  PROPERTY_WITHOUT_NODE: {
    weight: 'NONE',
    what: 'properties of what is missing',
    because: 'nobody reads them',
  },
  PATH_WITHOUT_EVENT: {
    weight: 'NONE',
    what: 'path steps of events that are missing',
    because: 'nobody reads them',
  },
  DUPLICATE_TYPE: {
    weight: 'LOOK',
    what: 'types that are there more than once',
    because: 'a search by name finds the rows of all, new rows get the lowest id',
  },
  ARTIFACT_OF_SEVERAL_PRODUCERS: {
    weight: 'LOOK',
    what: 'artifacts that several executions wrote',
    because: 'each cached step repeats the output of the first; otherwise two steps wrote one thing',
  },
  ARTIFACTS_OF_ONE_URI: {
    weight: 'LOOK',
    what: 'uris that several artifacts of one type share',
    because: 'one thing may have been logged several times, with its lineage in as many pieces',
  },
  EXECUTION_RUNNING: {
    weight: 'LOOK',
    what: 'executions that are RUNNING',
    because: 'they run, or ended without a word; roots of runs of Kubeflow Pipelines stay so',
  },
  EVENT_WITHOUT_PATH: {
    weight: 'NONE',
    what: 'events without a path',
    because: 'not every tool says which input or output an artifact was',
  },
};
