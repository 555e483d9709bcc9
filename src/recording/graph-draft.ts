import { MetadataError } from '../errors.js';
import type { ArtifactId, ContextId, EventType, ExecutionId, PathStep } from '../mlmd/model.js';
import type {
  ArtifactPut,
  ContextPut,
  EventPut,
  ExecutionPut,
  GraphIds,
  MetadataTransaction,
  Ref,
} from '../mlmd/store.js';

/** Nodes and edges gathered to be written together. Whatever is added can be referred to at once, before it has an id. */
export class GraphDraft {
  readonly #contexts: ContextPut[] = [];
  readonly #artifacts: ArtifactPut[] = [];
  readonly #executions: ExecutionPut[] = [];
  readonly #attributions = new Map<string, { artifact: Ref<ArtifactId>; context: Ref<ContextId> }>();
  readonly #associations = new Map<string, { execution: Ref<ExecutionId>; context: Ref<ContextId> }>();
  readonly #parents: { child: Ref<ContextId>; parent: Ref<ContextId> }[] = [];
  readonly #events = new Map<string, EventPut>();

  addContext(put: ContextPut): Ref<ContextId> {
    return { index: this.#contexts.push(put) - 1 };
  }

  addArtifact(put: ArtifactPut): Ref<ArtifactId> {
    return { index: this.#artifacts.push(put) - 1 };
  }

  /** Changes an artifact: one of this draft's, or a stored one. */
  setArtifact(ref: Ref<ArtifactId>, put: ArtifactPut): void {
    if ('index' in ref) this.#artifacts[ref.index] = put;
    else this.#artifacts.push({ ...put, id: ref.id });
  }

  addExecution(put: ExecutionPut): Ref<ExecutionId> {
    return { index: this.#executions.push(put) - 1 };
  }

  attribute(artifact: Ref<ArtifactId>, context: Ref<ContextId>): void {
    this.#attributions.set(keyOf(artifact, context), { artifact, context });
  }

  associate(execution: Ref<ExecutionId>, context: Ref<ContextId>): void {
    this.#associations.set(keyOf(execution, context), { execution, context });
  }

  addParent(child: Ref<ContextId>, parent: Ref<ContextId>): void {
    this.#parents.push({ child, parent });
  }

  /**
   * An event that happens now. MLMD keeps one per artifact, execution and type: of one added twice the paths are
   * strung together, as KFP and TFX write an artifact that is used in two places.
   */
  addEvent(artifact: Ref<ArtifactId>, execution: Ref<ExecutionId>, type: EventType, path: readonly PathStep[]): void {
    const key = keyOf(artifact, execution, type);
    const before = this.#events.get(key)?.path ?? [];
    this.#events.set(key, { artifact, execution, type, path: [...before, ...path] });
  }

  /** Writes it all; edges that are stored already stay as they are. */
  async write(transaction: MetadataTransaction): Promise<WrittenGraph> {
    const ids = await transaction.putGraph({
      contexts: this.#contexts,
      artifacts: this.#artifacts,
      executions: this.#executions,
      attributions: [...this.#attributions.values()],
      associations: [...this.#associations.values()],
      parentContexts: this.#parents,
      events: [...this.#events.values()],
      onExistingEdge: 'KEEP',
    });
    return new WrittenGraph(ids);
  }
}

/** The ids of what a draft referred to. */
export class WrittenGraph {
  readonly #ids: GraphIds;

  constructor(ids: GraphIds) {
    this.#ids = ids;
  }

  artifact(ref: Ref<ArtifactId>): ArtifactId {
    return idOf(ref, this.#ids.artifacts);
  }

  execution(ref: Ref<ExecutionId>): ExecutionId {
    return idOf(ref, this.#ids.executions);
  }

  context(ref: Ref<ContextId>): ContextId {
    return idOf(ref, this.#ids.contexts);
  }
}

function idOf<Id>(ref: Ref<Id>, written: readonly Id[]): Id {
  if ('id' in ref) return ref.id;
  const id = written[ref.index];
  if (id === undefined) throw new MetadataError('INTERNAL', 'The store gave no id for a new node.');
  return id;
}

function keyOf(one: Ref<bigint>, other: Ref<bigint>, type = ''): string {
  const keys = [one, other].map((ref) => ('id' in ref ? `#${ref.id}` : `${ref.index}`));
  return [...keys, type].join(' ');
}
