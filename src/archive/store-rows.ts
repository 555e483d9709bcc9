import { eachPage } from '../mlmd/each-page.js';
import { EVERYTHING } from '../mlmd/filter/filter.js';
import {
  ARTIFACT_STATES,
  EVENT_TYPES,
  type Event,
  EXECUTION_STATES,
  INT64_MAX,
  type Membership,
  type NodeKind,
  type NodeOf,
  type NodeRef,
  type NodeType,
  PROPERTY_TYPES,
  type Properties,
} from '../mlmd/model.js';
import type { Cell, Extents, RowChunk, RowReader } from '../mlmd/rows.js';
import { inRowOrder } from '../mlmd/sql/rows.js';
import { SCHEMA } from '../mlmd/sql/schema.js';
import { SQLITE } from '../mlmd/sql/sqlite/dialect.js';
import { NODE_LAYOUT } from '../mlmd/sql/tables.js';
import { toColumns } from '../mlmd/sql/values.js';
import type { MetadataReader } from '../mlmd/store.js';

/** Nodes that are asked for at once. */
const PAGE = 500;

/** Cells by their columns; those that are left out are NULL. */
type Cells = Readonly<Record<string, Cell>>;

/**
 * Reads a table in the order of its keys, in pieces that part no key. What is asked for by node may begin after that key;
 * what is numbered where it is read begins at the first.
 */
type TableReader = (from: From) => AsyncIterable<readonly Cells[]>;

interface From {
  readonly reader: MetadataReader;
  readonly extents: Extents;
  readonly after: bigint | undefined;
}

/**
 * Rebuilds rows from what a store tells of its nodes, where there are no tables to be read: what they would be if the
 * engine had written the same into a new file.
 *
 * The protocol hides the ids of events, attributions and associations, so these are numbered anew, in the order of the
 * nodes that they are of. Nor does it tell of what dangles, beside the events of artifacts that are missing.
 */
export class StoreRows implements RowReader {
  readonly #reader: MetadataReader;

  constructor(reader: MetadataReader) {
    this.#reader = reader;
  }

  async extents(): Promise<Extents> {
    const types = await this.#reader.types();
    const highest = {
      Type: types.at(-1)?.id,
      Artifact: await highestId(this.#reader, 'ARTIFACT'),
      Execution: await highestId(this.#reader, 'EXECUTION'),
      Context: await highestId(this.#reader, 'CONTEXT'),
    };
    return new Map(
      Object.entries(TABLES).flatMap(([table, { ofNode }]) => {
        const highestKey = ofNode === undefined ? INT64_MAX : highest[ofNode];
        return highestKey === undefined ? [] : [[table, { rows: undefined, highestKey }]];
      }),
    );
  }

  async *chunks(table: string, extents: Extents, after: bigint | undefined): AsyncIterable<RowChunk> {
    const upTo = extents.get(table)?.highestKey;
    const layout = TABLES[table];
    if (upTo === undefined || layout === undefined) return;
    const columns = Object.keys(SCHEMA[table]?.columns ?? {});
    for await (const cells of layout.read({ reader: this.#reader, extents, after })) {
      const rows = cells.map((row) => columns.map((column) => row[column] ?? null));
      const wanted = rows.filter(
        ([key]) => typeof key === 'bigint' && key <= upTo && (after === undefined || key > after),
      );
      const last = wanted.at(-1)?.[0];
      if (typeof last === 'bigint') yield { rows: inRowOrder(table, wanted), upTo: last };
    }
    yield { rows: [], upTo };
  }
}

interface TableLayout {
  /** The table whose ids are the keys of this one; undefined for keys that are counted here. */
  readonly ofNode: 'Type' | 'Artifact' | 'Execution' | 'Context' | undefined;
  readonly read: TableReader;
}

const TABLES: Readonly<Record<string, TableLayout>> = {
  Type: { ofNode: 'Type', read: ofTypes(typeRow) },
  TypeProperty: { ofNode: 'Type', read: ofTypes(typePropertyRows) },
  ParentType: { ofNode: 'Type', read: ofTypes(parentTypeRows) },
  Artifact: { ofNode: 'Artifact', read: ofNodes('ARTIFACT', nodeRow) },
  ArtifactProperty: { ofNode: 'Artifact', read: ofNodes('ARTIFACT', propertyRows) },
  Execution: { ofNode: 'Execution', read: ofNodes('EXECUTION', nodeRow) },
  ExecutionProperty: { ofNode: 'Execution', read: ofNodes('EXECUTION', propertyRows) },
  Context: { ofNode: 'Context', read: ofNodes('CONTEXT', nodeRow) },
  ContextProperty: { ofNode: 'Context', read: ofNodes('CONTEXT', propertyRows) },
  ParentContext: { ofNode: 'Context', read: parentContextRows },
  Event: { ofNode: undefined, read: (from) => numbered(eventsByPage(from), (event, id) => [eventRow(event, id)]) },
  EventPath: { ofNode: undefined, read: (from) => numbered(eventsByPage(from), pathRows) },
  Association: { ofNode: undefined, read: (from) => numbered(membershipsByPage(from, 'EXECUTION'), membershipRow) },
  Attribution: { ofNode: undefined, read: (from) => numbered(membershipsByPage(from, 'ARTIFACT'), membershipRow) },
};

const BY_ID = { field: 'ID', descending: false } as const;

async function highestId(reader: MetadataReader, kind: NodeKind): Promise<bigint | undefined> {
  const order = { ...BY_ID, descending: true };
  const [page] = await reader.nodePages(kind, { filter: EVERYTHING, order, page: { limit: 1 } });
  return page?.items[0]?.value.id;
}

/** Every node of a kind up to the highest that is archived, page by page. */
async function* pagesOf<K extends NodeKind>(
  { reader, extents, after }: From,
  kind: K,
): AsyncIterable<readonly NodeOf[K][]> {
  const highest = extents.get(NODE_LAYOUT[kind].table)?.highestKey;
  if (highest === undefined) return;
  const from = after === undefined ? undefined : [after];
  for await (const nodes of eachPage(reader, kind, { filter: EVERYTHING, size: PAGE, from })) {
    yield nodes.filter(({ id }) => id <= highest);
    if (nodes.some(({ id }) => id >= highest)) return;
  }
}

function ofNodes(kind: NodeKind, rowsOf: (node: NodeOf[NodeKind]) => readonly Cells[]): TableReader {
  return async function* (from) {
    for await (const nodes of pagesOf(from, kind)) yield nodes.flatMap(rowsOf);
  };
}

function ofTypes(rowsOf: (type: NodeType, all: readonly NodeType[]) => readonly Cells[]): TableReader {
  return async function* ({ reader }) {
    const types = await reader.types();
    yield types.flatMap((type) => rowsOf(type, types));
  };
}

function typeRow(type: NodeType): readonly Cells[] {
  const row = {
    id: type.id,
    name: type.name,
    version: type.version ?? null,
    type_kind: NODE_LAYOUT[type.kind].typeKind,
    description: type.description ?? null,
    input_type: type.inputType ?? null,
    output_type: type.outputType ?? null,
    external_id: type.externalId ?? null,
  };
  return [row];
}

function typePropertyRows({ id, properties }: NodeType): readonly Cells[] {
  return [...properties].map(([name, type]) => ({
    type_id: id,
    name,
    data_type: BigInt(PROPERTY_TYPES.indexOf(type)),
  }));
}

function parentTypeRows({ id, kind, baseType }: NodeType, all: readonly NodeType[]): readonly Cells[] {
  const base = all.find((type) => type.kind === kind && type.name === baseType && type.version === undefined);
  return base === undefined ? [] : [{ type_id: id, parent_type_id: base.id }];
}

function nodeRow(node: NodeOf[NodeKind]): readonly Cells[] {
  const row = {
    id: node.id,
    type_id: node.typeId,
    name: node.name ?? null,
    external_id: node.externalId ?? null,
    create_time_since_epoch: BigInt(node.createTimeMs),
    last_update_time_since_epoch: BigInt(node.updateTimeMs),
  };
  switch (node.kind) {
    case 'ARTIFACT':
      // The engine stores an unset uri as an empty string.
      return [{ ...row, uri: node.uri ?? '', state: placeOf(ARTIFACT_STATES, node.state) }];
    case 'EXECUTION':
      return [{ ...row, last_known_state: placeOf(EXECUTION_STATES, node.state) }];
    case 'CONTEXT':
      return [row];
    default:
      return node satisfies never;
  }
}

function placeOf(names: readonly string[], name: string | undefined): Cell {
  return name === undefined ? null : BigInt(names.indexOf(name));
}

function propertyRows(node: NodeOf[NodeKind]): readonly Cells[] {
  const { owner } = NODE_LAYOUT[node.kind];
  const rowsOf = (properties: Properties, isCustom: boolean) =>
    [...properties].map(([name, value]) => ({
      ...(toColumns(value, SQLITE) as Cells),
      [owner]: node.id,
      name,
      is_custom_property: SQLITE.flag(isCustom) as Cell,
    }));
  return [...rowsOf(node.properties, false), ...rowsOf(node.customProperties, true)];
}

async function* parentContextRows(from: From): AsyncIterable<readonly Cells[]> {
  const highest = from.extents.get('Context')?.highestKey ?? 0n;
  for await (const contexts of pagesOf(from, 'CONTEXT')) {
    const ids = contexts.map(({ id }) => id);
    const links = ids.length === 0 ? [] : await from.reader.contextLinks(ids, 'PARENTS');
    const rows = links.map(({ childId, parentId }) => ({ context_id: childId, parent_context_id: parentId }));
    yield rows.filter(({ parent_context_id: parent }) => parent <= highest);
  }
}

/** The events of all executions, but those of artifacts that are not archived as they came later. */
async function* eventsByPage({ reader, extents }: From): AsyncIterable<readonly Event[]> {
  const highest = extents.get('Artifact')?.highestKey ?? 0n;
  for await (const executions of pagesOf({ reader, extents, after: undefined }, 'EXECUTION')) {
    const ids = executions.map(({ id }) => id);
    const events = ids.length === 0 ? [] : await reader.eventsOf('EXECUTION', ids);
    yield events.filter(({ artifactId }) => artifactId <= highest);
  }
}

async function* membershipsByPage(
  { reader, extents }: From,
  kind: NodeRef['kind'],
): AsyncIterable<readonly Membership[]> {
  const highest = extents.get('Context')?.highestKey ?? 0n;
  for await (const nodes of pagesOf({ reader, extents, after: undefined }, kind)) {
    const memberships = nodes.length === 0 ? [] : await reader.membershipsOf(nodes);
    yield memberships.filter(({ contextId }) => contextId <= highest);
  }
}

/** Numbers what is read, from 1 on. */
async function* numbered<T>(
  pages: AsyncIterable<readonly T[]>,
  rowsOf: (item: T, id: bigint) => readonly Cells[],
): AsyncIterable<readonly Cells[]> {
  let last = 0n;
  for await (const items of pages) {
    const first = last + 1n;
    last += BigInt(items.length);
    yield items.flatMap((item, place) => rowsOf(item, first + BigInt(place)));
  }
}

function eventRow({ artifactId, executionId, type, timeMs }: Event, id: bigint): Cells {
  return {
    id,
    artifact_id: artifactId,
    execution_id: executionId,
    type: BigInt(EVENT_TYPES.indexOf(type)),
    milliseconds_since_epoch: timeMs ?? null,
  };
}

function pathRows({ path }: Event, id: bigint): readonly Cells[] {
  return path.map((step) => ({
    event_id: id,
    is_index_step: SQLITE.flag('index' in step) as Cell,
    step_index: 'index' in step ? step.index : null,
    step_key: 'index' in step ? null : step.key,
  }));
}

function membershipRow({ node, contextId }: Membership, id: bigint): readonly Cells[] {
  return [{ id, context_id: contextId, [NODE_LAYOUT[node.kind].owner]: node.id }];
}
