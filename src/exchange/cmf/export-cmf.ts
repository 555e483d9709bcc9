import { isJsonMap, type JsonMap, type JsonTree, printJson } from '../../conventions/index.js';
import { limitExceeded } from '../../errors.js';
import { eachPage } from '../../mlmd/each-page.js';
import { EVERYTHING } from '../../mlmd/filter/filter.js';
import type { Context, Execution, ExecutionId } from '../../mlmd/model.js';
import type { MetadataReader } from '../../mlmd/store.js';
import { contextTree, type ExportedEvent, executionTree } from './export-tree.js';
import { BATCH, nodesWhere } from './lookup.js';
import { PIPELINE_TYPE } from './types.js';
import { mayHold, uuidsOf } from './uuids.js';

/** Which part of a pipeline is exported, and how much at most. */
export interface ExportOptions {
  /** Only executions that hold this UUID; all where undefined. Stages stay, empty. */
  readonly execUuid?: string | undefined;
  /** Most executions and events; any number where undefined. */
  readonly limit?: { readonly name: string; readonly max: number } | undefined;
}

/**
 * A pipeline as the text that `cmf metadata export` writes, in pieces of about an execution; what is in memory is a page
 * of executions. Stages and executions come in the order of their ids: who reads the document meets an artifact first
 * where it was made.
 *
 * @returns undefined where there is no such pipeline. The pieces throw `RESOURCE_EXHAUSTED` beyond the limit. What others
 *   write meanwhile may be in the text or not.
 */
export async function exportCmf(
  reader: MetadataReader,
  pipelineName: string,
  options: ExportOptions = {},
): Promise<AsyncIterable<string> | undefined> {
  const named = await nodesWhere(reader, 'CONTEXT', { column: 'name', values: [pipelineName] });
  const pipeline = named.find(({ typeName }) => typeName === PIPELINE_TYPE);
  return pipeline && pieces(reader, pipeline, options);
}

async function* pieces(reader: MetadataReader, pipeline: Context, options: ExportOptions): AsyncGenerator<string> {
  const links = await reader.contextLinks([pipeline.id], 'CHILDREN');
  const children = await reader.nodesById(
    'CONTEXT',
    links.map(({ childId }) => childId),
  );
  const stages = children.filter((stage) => stage !== undefined);
  yield `{\n  "Pipeline": [\n    {\n${members(contextTree(pipeline), '      ')},\n      "stages": [`;
  const count = counter(options.limit);
  for (const [place, stage] of stages.entries()) {
    yield `${place === 0 ? '' : ','}\n        {\n${members(contextTree(stage), '          ')},\n          "executions": [`;
    let isEmpty = true;
    for await (const execution of executionsOf(reader, stage, options)) {
      count(1 + execution.events.length);
      yield `${isEmpty ? '' : ','}\n            ${indented(executionTree(execution.execution, execution.events), '            ')}`;
      isEmpty = false;
    }
    yield isEmpty ? ']\n        }' : '\n          ]\n        }';
  }
  yield `${stages.length === 0 ? '' : '\n      '}]\n    }\n  ]\n}`;
}

interface ExportedExecution {
  readonly execution: Execution;
  readonly events: readonly ExportedEvent[];
}

async function* executionsOf(
  reader: MetadataReader,
  stage: Context,
  { execUuid }: ExportOptions,
): AsyncGenerator<ExportedExecution> {
  const filter = execUuid === undefined ? EVERYTHING : mayHold([execUuid]);
  for await (const page of eachPage(reader, 'EXECUTION', { filter, scope: { contextIds: [stage.id] }, size: BATCH })) {
    const executions = page.filter((execution) => execUuid === undefined || uuidsOf(execution).includes(execUuid));
    const events = await eventsByExecution(reader, executions);
    for (const execution of executions) yield { execution, events: events.get(execution.id) ?? [] };
  }
}

/** The events of executions, in the order in which each was written; those of a missing artifact are left out. */
async function eventsByExecution(
  reader: MetadataReader,
  executions: readonly Execution[],
): Promise<ReadonlyMap<ExecutionId, readonly ExportedEvent[]>> {
  const events = await reader.eventsOf(
    'EXECUTION',
    executions.map(({ id }) => id),
  );
  const ids = [...new Set(events.map(({ artifactId }) => artifactId))];
  const artifacts = await reader.nodesById('ARTIFACT', ids);
  const artifactById = new Map(ids.map((id, index) => [id, artifacts[index]]));
  const byExecution = new Map<ExecutionId, ExportedEvent[]>(executions.map(({ id }) => [id, []]));
  for (const event of events) {
    const artifact = artifactById.get(event.artifactId);
    if (artifact !== undefined) byExecution.get(event.executionId)?.push({ event, artifact });
  }
  return byExecution;
}

function counter(limit: ExportOptions['limit']): (more: number) => void {
  let total = 0;
  return (more) => {
    total += more;
    if (limit !== undefined && total > limit.max) {
      throw limitExceeded('An export of executions and events that number', total, limit);
    }
  };
}

/** JSON as `json.dumps` lays it out with an indent of 2. */
function indented(tree: JsonTree, pad: string): string {
  if (isJsonMap(tree)) return tree.size === 0 ? '{}' : `{\n${members(tree, `${pad}  `)}\n${pad}}`;
  if (!Array.isArray(tree) || tree.length === 0) return printJson(tree);
  return `[\n${tree.map((item: JsonTree) => `${pad}  ${indented(item, `${pad}  `)}`).join(',\n')}\n${pad}]`;
}

function members(map: JsonMap, pad: string): string {
  return [...map].map(([key, value]) => `${pad}${printJson(key)}: ${indented(value, pad)}`).join(',\n');
}
