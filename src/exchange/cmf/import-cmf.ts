import { MetadataError } from '../../errors.js';
import type { ContextId } from '../../mlmd/model.js';
import type { MetadataStore, MetadataTransaction } from '../../mlmd/store.js';
import { importArtifacts } from './artifacts.js';
import { ensureContexts } from './contexts.js';
import type { CmfDocument, CmfPipeline } from './document.js';
import { type ExecutionToImport, importExecutions } from './executions.js';
import { batches } from './lookup.js';
import { given } from './types.js';

/** How many of each were made. */
export interface CmfCounts {
  readonly pipelines: number;
  readonly stages: number;
  readonly executions: number;
  readonly artifacts: number;
  readonly events: number;
}

/** What an import did. */
export interface CmfImport {
  /** `UNCHANGED` where everything was there already. */
  readonly status: 'IMPORTED' | 'UNCHANGED';
  /** The document's pipelines that hold executions, in its order. */
  readonly pipelineIds: readonly ContextId[];
  readonly created: CmfCounts;
  /** How many stored nodes were added to: artifacts by what else is said of them, executions by runs of theirs. */
  readonly updated: { readonly executions: number; readonly artifacts: number };
}

type Counted = Omit<CmfImport, 'status' | 'pipelineIds'>;

/**
 * Merges a document into a store, in one transaction: all of it, or nothing. Merging it again adds nothing, and completes
 * what a store without transactions was left with.
 *
 * Follows what CMF's server does with what is pushed to it, but that an execution which is there already still gets the
 * events that it lacks, and that every event keeps its type.
 *
 * @param execUuid - only executions that hold this UUID; all where undefined.
 * @throws MetadataError `NOT_FOUND` where the document has no execution with that UUID, and what a write throws.
 */
export function importCmf(
  store: Pick<MetadataStore, 'transaction'>,
  document: CmfDocument,
  execUuid?: string,
): Promise<CmfImport> {
  const pipelines = document.pipelines.map((pipeline) => withExecutions(pipeline, execUuid));
  if (execUuid !== undefined && pipelines.every(({ stages }) => stages.length === 0)) {
    throw new MetadataError('NOT_FOUND', `The document has no execution with UUID ${JSON.stringify(execUuid)}.`);
  }
  return store.transaction(async (transaction) => {
    const pipelineIds: ContextId[] = [];
    const counted: Counted[] = [];
    for (const pipeline of pipelines.filter(({ stages }) => stages.length > 0)) {
      const { pipelineId, ...counts } = await importPipeline(transaction, pipeline);
      pipelineIds.push(pipelineId);
      counted.push(counts);
    }
    const created = sum(
      counted.map((counts) => counts.created),
      NOTHING.created,
    );
    const updated = sum(
      counted.map((counts) => counts.updated),
      NOTHING.updated,
    );
    const isSame = [...Object.values(created), ...Object.values(updated)].every((count) => count === 0);
    return { status: isSame ? 'UNCHANGED' : 'IMPORTED', pipelineIds: [...new Set(pipelineIds)], created, updated };
  });
}

/** Stages are there for their executions: one without any is left out, as CMF's server does. */
function withExecutions(pipeline: CmfPipeline, execUuid: string | undefined): CmfPipeline {
  const stages = pipeline.stages.map((stage) => ({
    ...stage,
    executions: stage.executions.filter(({ uuids }) => execUuid === undefined || uuids.includes(execUuid)),
  }));
  return { ...pipeline, stages: stages.filter(({ executions }) => executions.length > 0) };
}

const NOTHING: Counted = {
  created: { pipelines: 0, stages: 0, executions: 0, artifacts: 0, events: 0 },
  updated: { executions: 0, artifacts: 0 },
};

async function importPipeline(
  transaction: MetadataTransaction,
  pipeline: CmfPipeline,
): Promise<Counted & { readonly pipelineId: ContextId }> {
  const contexts = await ensureContexts(transaction, pipeline, pipeline.stages);
  const all = pipeline.stages.flatMap((stage) => stage.executions.map((execution) => ({ pipeline, stage, execution })));
  const counted: Counted[] = [{ ...NOTHING, created: { ...NOTHING.created, ...contexts.created } }];
  for (const batch of batches<ExecutionToImport>(all)) {
    const executions = await importExecutions(transaction, batch, contexts);
    const events = batch.flatMap(({ stage, execution }, place) => {
      const executionId = given(executions.ids[place]);
      const stageId = given(contexts.stageIds.get(stage.name));
      return execution.events.map((event) => ({ ...event, executionId, stageId }));
    });
    const artifacts = await importArtifacts(transaction, events, executions.known);
    counted.push({
      created: {
        ...NOTHING.created,
        executions: executions.created,
        artifacts: artifacts.created,
        events: artifacts.events,
      },
      updated: { executions: executions.updated, artifacts: artifacts.updated },
    });
  }
  return {
    pipelineId: contexts.pipelineId,
    created: sum(
      counted.map((counts) => counts.created),
      NOTHING.created,
    ),
    updated: sum(
      counted.map((counts) => counts.updated),
      NOTHING.updated,
    ),
  };
}

/** Adds up counts of the same names. */
function sum<T extends object>(all: readonly T[], nothing: T): T {
  const names = Object.keys(nothing) as (keyof T)[];
  const total = (name: keyof T) => all.reduce((soFar, one) => soFar + Number(one[name]), 0);
  return Object.fromEntries(names.map((name) => [name, total(name)])) as T;
}
