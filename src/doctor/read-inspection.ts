import { eachPage } from '../mlmd/each-page.js';
import { EVERYTHING } from '../mlmd/filter/filter.js';
import type { FindingKind, Inspection } from '../mlmd/inspection.js';
import type { Artifact, ArtifactId, Event, Execution } from '../mlmd/model.js';
import { OUTPUT_EVENT_TYPES } from '../mlmd/model.js';
import type { MetadataReader } from '../mlmd/store.js';
import { Tally } from './tally.js';

/** Nodes that are held at a time. */
const PAGE_SIZE = 1_000;

/** What no question to a reader tells: it leaves out what dangles, and one pass cannot remember every uri. */
const UNTOLD: readonly FindingKind[] = [
  'ATTRIBUTION_WITHOUT_END',
  'ASSOCIATION_WITHOUT_END',
  'PARENT_LINK_WITHOUT_END',
  'PROPERTY_WITHOUT_VALUE',
  'PROPERTY_WITHOUT_NODE',
  'PATH_WITHOUT_EVENT',
  'ARTIFACTS_OF_ONE_URI',
];

const ALL = { filter: EVERYTHING, size: PAGE_SIZE };

/**
 * Counts what a store holds that answers questions only, as one behind a protocol does: one pass over all nodes and their
 * events, holding one page of them at a time.
 */
export async function readInspection(reader: MetadataReader): Promise<Inspection> {
  const tally = new Tally();
  tally.addTypes(await reader.types());
  for await (const artifacts of eachPage(reader, 'ARTIFACT', ALL)) {
    tally.addNodes(artifacts);
    await readEventsOfArtifacts(reader, artifacts, tally);
  }
  for await (const executions of eachPage(reader, 'EXECUTION', ALL)) {
    tally.addNodes(executions);
    await readEventsOfExecutions(reader, executions, tally);
  }
  for await (const contexts of eachPage(reader, 'CONTEXT', ALL)) tally.addNodes(contexts);
  return tally.result(UNTOLD);
}

async function readEventsOfArtifacts(reader: MetadataReader, artifacts: readonly Artifact[], tally: Tally) {
  const ids = artifacts.map(({ id }) => id);
  const events = ids.length === 0 ? [] : await reader.eventsOf('ARTIFACT', ids);
  for (const event of events) tally.addEvent(event);
  for (const [artifact, producers] of producersOf(events)) {
    if (producers.size < 2) continue;
    tally.find('ARTIFACT_OF_SEVERAL_PRODUCERS', { artifact, producers: BigInt(producers.size) });
  }
  const there = await existing(reader, 'EXECUTION', [...new Set(events.map(({ executionId }) => executionId))]);
  for (const event of events) {
    if (!there.has(event.executionId)) tally.find('EVENT_WITHOUT_EXECUTION', endsOf(event));
  }
}

/** The events of artifacts are known by now, so only those are news whose artifact is missing. */
async function readEventsOfExecutions(reader: MetadataReader, executions: readonly Execution[], tally: Tally) {
  const ids = executions.map(({ id }) => id);
  const events = ids.length === 0 ? [] : await reader.eventsOf('EXECUTION', ids);
  const there = await existing(reader, 'ARTIFACT', [...new Set(events.map(({ artifactId }) => artifactId))]);
  for (const event of events) {
    if (there.has(event.artifactId)) continue;
    tally.addEvent(event);
    tally.find('EVENT_WITHOUT_ARTIFACT', endsOf(event));
  }
}

async function existing(
  reader: MetadataReader,
  kind: 'ARTIFACT' | 'EXECUTION',
  ids: readonly bigint[],
): Promise<ReadonlySet<bigint>> {
  return ids.length === 0 ? new Set() : reader.matchingIds(kind, ids as never[], EVERYTHING);
}

function producersOf(events: readonly Event[]): ReadonlyMap<ArtifactId, ReadonlySet<bigint>> {
  const producers = new Map<ArtifactId, Set<bigint>>();
  for (const { artifactId, executionId, type } of events) {
    if (!OUTPUT_EVENT_TYPES.includes(type)) continue;
    const of = producers.get(artifactId) ?? new Set();
    producers.set(artifactId, of.add(executionId));
  }
  return producers;
}

function endsOf({ artifactId, executionId }: Event): { readonly artifact: bigint; readonly execution: bigint } {
  return { artifact: artifactId, execution: executionId };
}
