import {
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type RawBuilder,
  type ReferenceNode,
  sql,
  type TableNode,
} from 'kysely';
import { SCHEMA_VERSION } from './schema.js';

/** The oldest schema version that is read; before it contexts had no parents, and types no versions. */
export const OLDEST_READABLE = 6;

/** A column that tables lack before a version of the schema. */
interface LaterColumn {
  readonly since: number;
  readonly tables: readonly string[];
  readonly column: string;
}

const NODE_TABLES = ['Artifact', 'Execution', 'Context'];
const PROPERTY_TABLES = ['ArtifactProperty', 'ExecutionProperty', 'ContextProperty'];

/** What came after version 6. Source: the migration schemes of metadata_source_query_config.cc. */
const LATER_COLUMNS: readonly LaterColumn[] = [
  { since: 7, tables: PROPERTY_TABLES, column: 'byte_value' },
  { since: 9, tables: ['Type', ...NODE_TABLES], column: 'external_id' },
  { since: 10, tables: PROPERTY_TABLES, column: 'proto_value' },
  { since: 10, tables: PROPERTY_TABLES, column: 'bool_value' },
];

/** The first version in which an event is there once: before, writing it again added a row, and the newest counts. */
const UNIQUE_EVENTS = 8;

/** How the tables of a store differ from those of the newest schema. */
export interface Layout {
  readonly version: number;
  /** By table, the columns that it lacks; only tables that lack any. */
  readonly absent: ReadonlyMap<string, readonly string[]>;
}

/** The layout that the engine's newest releases make, and we. */
export const NEWEST_LAYOUT: Layout = { version: SCHEMA_VERSION, absent: new Map() };

/** The columns of a table that a store of a version does not have yet, though the newest has; none where nothing came after. */
export function absentColumns(version: number, table: string): readonly string[] {
  return LATER_COLUMNS.filter(({ since, tables }) => since > version && tables.includes(table)).map(
    ({ column }) => column,
  );
}

/**
 * Lets the queries for the newest schema read a store of an older one as it is: in place of each table that was different
 * they get one that is made of it.
 *
 * The planners of SQLite, MySQL and MariaDB merge such a table into the query, so indexes are used as ever. Only reads: no
 * such table can be written to.
 */
export function layoutPlugins(layout: Layout): KyselyPlugin[] {
  if (layout.version >= SCHEMA_VERSION) return [];
  const transformer = new OlderTables(layout);
  return [
    {
      transformQuery: ({ node }) => transformer.transformNode(node),
      transformResult: async ({ result }) => result,
    },
  ];
}

class OlderTables extends OperationNodeTransformer {
  readonly #tables: ReadonlyMap<string, OperationNode>;

  constructor({ version, absent }: Layout) {
    super();
    const tables = [...absent].map(([name, columns]) => [name, withNulls(name, columns)] as const);
    const events = version < UNIQUE_EVENTS ? [['Event', newestEvents()] as const] : [];
    this.#tables = new Map([...tables, ...events].map(([name, table]) => [name, table.toOperationNode()]));
  }

  protected override transformTable(node: TableNode): TableNode {
    // Where a table may stand, so may what stands for it.
    return (this.#tables.get(node.table.identifier.name) ?? node) as TableNode;
  }

  /** The table of a column is one that the query has, by its alias. */
  protected override transformReference(node: ReferenceNode): ReferenceNode {
    return node;
  }
}

function withNulls(name: string, columns: readonly string[]): RawBuilder<unknown> {
  const nulls = columns.map((column) => sql`null as ${sql.ref(column)}`);
  return sql`(select older.*, ${sql.join(nulls)} from ${itself(name)} as older)`;
}

/**
 * The events after which none came with the same ends and type. They are looked up by execution, as a step reads and writes
 * few artifacts while a data set can be read by very many; the plus keeps SQLite from the artifact's index.
 */
function newestEvents(): RawBuilder<unknown> {
  return sql`(select older.* from ${itself('Event')} as older where not exists (
    select 1 from ${itself('Event')} as newer where newer.execution_id = older.execution_id
      and +newer.artifact_id = older.artifact_id and +newer.type = older.type and newer.id > older.id))`;
}

/**
 * The table as it is. Its name is mere text: a query within another comes by once with each, and what was put in the place
 * of a table must not be replaced again.
 */
function itself(name: string): RawBuilder<unknown> {
  return sql.raw(name);
}
