import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Join } from '../filter/query.js';
import type { NodeKind } from '../model.js';
import type { SqlDialect } from './dialect.js';
import { NODE_LAYOUT } from './tables.js';

/** SQLite joins 64 tables at most; a few are left for what stands around the query. */
export const MAX_TABLES = 60;

/** The tables of one join of a filter query. */
export interface JoinedTable {
  /** What the table with its columns is called. */
  readonly alias: string;
  /** The table whose `name` is the column `type`; undefined where a column is called so itself. */
  readonly typeAlias: string | undefined;
  readonly from: readonly RawBuilder<unknown>[];
  readonly on: readonly RawBuilder<SqlBool>[];
}

/**
 * What an INNER JOIN of a filter query takes.
 *
 * @param node - what the node's table is called.
 * @param alias - what the joined table is to be called; the other names begin with it.
 */
export function joinedTables(
  dialect: SqlDialect,
  kind: NodeKind,
  join: Join,
  node: string,
  alias: string,
): JoinedTable {
  const { typeKind, propertyTable, owner } = NODE_LAYOUT[kind];
  const ref = (column: string) => sql.ref(`${alias}.${column}`);
  const id = sql.ref(`${node}.id`);
  const table = (name: string) => sql`${sql.table(name)} as ${sql.ref(alias)}`;
  switch (join.to) {
    case 'TYPE':
      return {
        alias,
        typeAlias: alias,
        from: [table('Type')],
        on: [sql`${ref('id')} = ${sql.ref(`${node}.type_id`)}`, sql`${ref('type_kind')} = ${typeKind}`],
      };
    case 'PROPERTY':
      return {
        alias,
        typeAlias: undefined,
        from: [table(propertyTable)],
        on: [
          sql`${ref(owner)} = ${id}`,
          sql`${ref('name')} = ${join.name}`,
          sql`${ref('is_custom_property')} = ${dialect.flag(join.custom)}`,
        ],
      };
    case 'NEIGHBOR': {
      if (join.relation === 'events') {
        return { alias, typeAlias: undefined, from: [table('Event')], on: [sql`${ref(owner)} = ${id}`] };
      }
      const { link, near, far, neighbor } = linkOf(kind, join.relation);
      const [linkAlias, typeAlias] = [`${alias}l`, `${alias}t`];
      return {
        alias,
        typeAlias,
        from: [
          sql`${sql.table(link)} as ${sql.ref(linkAlias)}`,
          table(NODE_LAYOUT[neighbor].table),
          sql`${sql.table('Type')} as ${sql.ref(typeAlias)}`,
        ],
        on: [
          sql`${sql.ref(`${linkAlias}.${near}`)} = ${id}`,
          sql`${ref('id')} = ${sql.ref(`${linkAlias}.${far}`)}`,
          sql`${sql.ref(`${typeAlias}.id`)} = ${ref('type_id')}`,
        ],
      };
    }
    default:
      return join satisfies never;
  }
}

/** The table that says which neighbours a node has: its column of the node and that of the neighbour. */
interface Link {
  readonly link: 'Attribution' | 'Association' | 'ParentContext';
  readonly near: string;
  readonly far: string;
  readonly neighbor: NodeKind;
}

type Relation = Exclude<Extract<Join, { to: 'NEIGHBOR' }>['relation'], 'events'>;

function linkOf(kind: NodeKind, relation: Relation): Link {
  const upwards = (of: NodeKind, neighbor: NodeKind): Link => {
    const { table, member, context } = NODE_LAYOUT[of].membership;
    return { link: table, near: member, far: context, neighbor };
  };
  const downwards = (of: NodeKind): Link => {
    const { link, near, far } = upwards(of, of);
    return { link, near: far, far: near, neighbor: of };
  };
  switch (relation) {
    case 'contexts':
    case 'parent_contexts':
      return upwards(kind, 'CONTEXT');
    case 'child_contexts':
      return downwards('CONTEXT');
    case 'artifacts':
      return downwards('ARTIFACT');
    case 'executions':
      return downwards('EXECUTION');
    default:
      return relation satisfies never;
  }
}
