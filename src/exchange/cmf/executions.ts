import type { Filter } from '../../mlmd/filter/filter.js';
import { isOneOf } from '../../mlmd/filter/tests.js';
import type { Execution, ExecutionId, Properties, TypeId, Value } from '../../mlmd/model.js';
import type { ExecutionPut, MetadataTransaction, Ref } from '../../mlmd/store.js';
import type { PipelineContexts } from './contexts.js';
import type { CmfExecution, CmfPipeline, CmfStage } from './document.js';
import { allNodes } from './lookup.js';
import { unionOf } from './merge.js';
import { stamped } from './names.js';
import { given, registerTypes } from './types.js';
import { mayHold, uuidsOf } from './uuids.js';

/** An execution of a document in its place. */
export interface ExecutionToImport {
  readonly pipeline: CmfPipeline;
  readonly stage: CmfStage;
  readonly execution: CmfExecution;
}

/** What came of the executions of a batch. */
export interface ImportedExecutions {
  /** Of each execution, in the order of the batch. */
  readonly ids: readonly ExecutionId[];
  /** Those that were there before. */
  readonly known: readonly ExecutionId[];
  readonly created: number;
  readonly updated: number;
}

/** An execution to be written, or a stored one, by any of its identities. */
interface Draft {
  readonly stored: Execution | undefined;
  put: ExecutionPut;
  isChanged: boolean;
}

/**
 * Finds the executions of a batch by what identifies them, and makes those that are missing. One that has no name is
 * another one's equal where they share a UUID in the same pipeline; one that is used again has a name, unique in its
 * stage, and its UUIDs are added to those that are stored. Nothing else of a stored one changes.
 */
export async function importExecutions(
  transaction: MetadataTransaction,
  batch: readonly ExecutionToImport[],
  contexts: PipelineContexts,
): Promise<ImportedExecutions> {
  const book = new DraftBook(await storedExecutions(transaction, batch, contexts));
  const fresh = batch.filter((one) => book.find(one) === undefined);
  const needed = fresh.map((one) => ({ type: typeNameOf(one), properties: one.execution.properties }));
  const typeIdOf = await registerTypes(transaction, 'EXECUTION', needed);
  const drafts = batch.map((one) => {
    const found = book.find(one);
    if (found === undefined) {
      return book.add(one, {
        stored: undefined,
        put: putOf(one, contexts, typeIdOf(typeNameOf(one))),
        isChanged: true,
      });
    }
    if (one.execution.name !== undefined) book.addUuids(found, one);
    return found;
  });

  const changed = [...new Set(drafts)].filter(({ isChanged }) => isChanged);
  const refs = new Map(changed.map((draft, index) => [draft, { index } as Ref<ExecutionId>]));
  const associations = batch.flatMap(({ stage }, place) => {
    const ref = refs.get(drafts[place] as Draft);
    const context = contexts.stageIds.get(stage.name);
    return ref === undefined || context === undefined ? [] : [{ execution: ref, context: { id: context } }];
  });
  const { executions } =
    changed.length === 0
      ? { executions: [] }
      : await transaction.putGraph({ executions: changed.map(({ put }) => put), associations, onExistingEdge: 'KEEP' });
  const written = new Map(changed.map((draft, index) => [draft, executions[index]]));
  const ids = drafts.map((draft) => given(draft.stored?.id ?? written.get(draft)));
  const known = new Set(drafts.flatMap(({ stored }) => (stored === undefined ? [] : [stored.id])));
  const updated = changed.filter(({ stored }) => stored !== undefined).length;
  return { ids, known: [...known], created: changed.length - updated, updated };
}

/** The stage that an execution says it is of, which is also its type wherever it was received. */
function typeNameOf({ stage, execution }: ExecutionToImport): string {
  const said = execution.properties.get('Context_Type');
  return said?.type === 'STRING' && said.value !== '' ? said.value : stage.name;
}

async function storedExecutions(
  transaction: MetadataTransaction,
  batch: readonly ExecutionToImport[],
  { allStageIds }: PipelineContexts,
): Promise<readonly Execution[]> {
  const names = batch.flatMap(({ execution }) => execution.name ?? []);
  const typeNames = [...new Set(batch.filter(({ execution }) => execution.name !== undefined).map(typeNameOf))];
  const uuids = [...new Set(batch.flatMap(({ execution }) => (execution.name === undefined ? execution.uuids : [])))];
  const byName: Filter = {
    op: 'AND',
    of: [
      { op: 'COLUMN', column: 'typeName', test: isOneOf(typeNames) },
      { op: 'COLUMN', column: 'name', test: isOneOf([...new Set(names)]) },
    ],
  };
  return [
    ...(names.length === 0 ? [] : await allNodes(transaction, 'EXECUTION', byName)),
    ...(uuids.length === 0
      ? []
      : await allNodes(transaction, 'EXECUTION', mayHold(uuids), { contextIds: allStageIds })),
  ];
}

/** Drafts by what identifies them. */
class DraftBook {
  readonly #byUuid = new Map<string, Draft>();
  readonly #byName = new Map<string, Draft>();

  constructor(stored: readonly Execution[]) {
    const drafts = new Map(stored.map((one) => [one.id, { stored: one, put: { ...one }, isChanged: false }]));
    for (const draft of drafts.values()) {
      const { typeName = '', name } = draft.stored;
      if (name !== undefined) this.#byName.set(`${typeName}\n${name}`, draft);
      for (const uuid of uuidsOf(draft.put)) this.#byUuid.set(uuid, draft);
    }
  }

  find(one: ExecutionToImport): Draft | undefined {
    if (one.execution.name !== undefined) return this.#byName.get(`${typeNameOf(one)}\n${one.execution.name}`);
    return one.execution.uuids.map((uuid) => this.#byUuid.get(uuid)).find((draft) => draft !== undefined);
  }

  add(one: ExecutionToImport, draft: Draft): Draft {
    const { name, uuids } = one.execution;
    if (name !== undefined) this.#byName.set(`${typeNameOf(one)}\n${name}`, draft);
    for (const uuid of uuids) this.#byUuid.set(uuid, draft);
    return draft;
  }

  addUuids(draft: Draft, one: ExecutionToImport): void {
    const before = uuidsOf(draft.put);
    if (one.execution.uuids.every((uuid) => before.includes(uuid))) return;
    const uuids = unionOf(before.join(','), one.execution.uuids.join(','));
    draft.put = { ...draft.put, properties: new Map([...draft.put.properties, ['Execution_uuid', text(uuids)]]) };
    draft.isChanged = true;
    this.add(one, draft);
  }
}

/** The ids among the properties, and the type, are this store's. */
function putOf(one: ExecutionToImport, { pipelineId, stageIds }: PipelineContexts, typeId: TypeId): ExecutionPut {
  const { pipeline, stage, execution } = one;
  const typeName = typeNameOf(one);
  const properties: Properties = new Map([
    ...execution.properties,
    ['Context_Type', text(typeName)],
    ['Execution_type_name', text(typeName)],
    ['Context_ID', { type: 'INT', value: given(stageIds.get(stage.name)) }],
    ['Pipeline_Type', text(pipeline.name)],
    ['Pipeline_id', { type: 'INT', value: pipelineId }],
  ]);
  return { typeId, name: execution.name, properties, customProperties: stamped(execution) };
}

function text(value: string): Value {
  return { type: 'STRING', value };
}
