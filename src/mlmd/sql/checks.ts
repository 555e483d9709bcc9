import { type RawBuilder, sql } from 'kysely';
import type { FindingKind } from '../inspection.js';
import { EVENT_TYPES, type NodeKind, OUTPUT_EVENT_TYPES } from '../model.js';
import { NODE_LAYOUT } from './tables.js';

/** How one kind of finding is found. */
export interface Check {
  readonly kind: FindingKind;
  /** What follows FROM: a row for each that there is. */
  readonly from: RawBuilder<unknown>;
  /** The columns of an example, by what they are to be called. */
  readonly example: Readonly<Record<string, string>>;
  /** Which examples come first. */
  readonly order: string;
}

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];
const table = (name: string) => sql.table(name);
const typeNumbers = (types: readonly (typeof EVENT_TYPES)[number][]) =>
  sql.join(types.map((type) => BigInt(EVENT_TYPES.indexOf(type))));

/** Who should be there is joined, and those are kept who found nobody: every database does that in one pass. */
const EVENT_CHECKS: readonly Check[] = [
  {
    kind: 'EVENT_WITHOUT_ARTIFACT',
    from: sql`${table('Event')} as e left join ${table('Artifact')} as n on n.id = e.artifact_id where n.id is null`,
    example: { event: 'e.id', artifact: 'e.artifact_id', execution: 'e.execution_id' },
    order: 'e.id',
  },
  {
    kind: 'EVENT_WITHOUT_EXECUTION',
    from: sql`${table('Event')} as e left join ${table('Execution')} as n on n.id = e.execution_id where n.id is null`,
    example: { event: 'e.id', artifact: 'e.artifact_id', execution: 'e.execution_id' },
    order: 'e.id',
  },
  {
    kind: 'EVENT_OF_UNKNOWN_TYPE',
    from: sql`${table('Event')} as e where e.type not in (${typeNumbers(EVENT_TYPES.filter((type) => type !== 'UNKNOWN'))})`,
    example: { event: 'e.id', artifact: 'e.artifact_id', execution: 'e.execution_id', type: 'e.type' },
    order: 'e.id',
  },
  {
    kind: 'PATH_WITHOUT_EVENT',
    from: sql`${table('EventPath')} as s left join ${table('Event')} as e on e.id = s.event_id where e.id is null`,
    example: { event: 's.event_id' },
    order: 's.event_id',
  },
  {
    kind: 'EVENT_WITHOUT_PATH',
    from: sql`${table('Event')} as e left join ${table('EventPath')} as s on s.event_id = e.id where s.event_id is null`,
    example: { event: 'e.id', artifact: 'e.artifact_id', execution: 'e.execution_id' },
    order: 'e.id',
  },
  {
    kind: 'ARTIFACT_OF_SEVERAL_PRODUCERS',
    from: sql`(select artifact_id, count(distinct execution_id) as producers from ${table('Event')} as e
      where e.type in (${typeNumbers(OUTPUT_EVENT_TYPES)}) group by artifact_id
      having min(execution_id) <> max(execution_id)) as g`,
    example: { artifact: 'g.artifact_id', producers: 'g.producers' },
    order: 'g.artifact_id',
  },
];

function nodeChecks(kind: NodeKind): readonly Check[] {
  const { table: nodes, propertyTable, owner, typeKind } = NODE_LAYOUT[kind];
  const name = kind.toLowerCase();
  const bearer = `p.${owner}`;
  return [
    {
      kind: `${kind}_WITHOUT_TYPE`,
      from: sql`${table(nodes)} as n left join ${table('Type')} as t on t.id = n.type_id and t.type_kind = ${typeKind}
        where t.id is null`,
      example: { [name]: 'n.id', type: 'n.type_id' },
      order: 'n.id',
    },
    {
      kind: 'PROPERTY_WITHOUT_VALUE',
      from: sql`${table(propertyTable)} as p where p.int_value is null and p.double_value is null
        and p.string_value is null and p.proto_value is null and p.bool_value is null`,
      example: { [name]: bearer, property: 'p.name' },
      order: bearer,
    },
    {
      kind: 'PROPERTY_WITHOUT_NODE',
      from: sql`${table(propertyTable)} as p left join ${table(nodes)} as n on n.id = ${sql.ref(bearer)} where n.id is null`,
      example: { [name]: bearer, property: 'p.name' },
      order: bearer,
    },
  ];
}

function membershipCheck(kind: NodeKind, found: FindingKind): Check {
  const { table: nodes, membership } = NODE_LAYOUT[kind];
  const [member, context] = [`m.${membership.member}`, `m.${membership.context}`];
  return {
    kind: found,
    from: sql`${table(membership.table)} as m left join ${table(nodes)} as n on n.id = ${sql.ref(member)}
      left join ${table('Context')} as c on c.id = ${sql.ref(context)} where n.id is null or c.id is null`,
    example: kind === 'CONTEXT' ? { child: member, parent: context } : { [kind.toLowerCase()]: member, context },
    order: member,
  };
}

const OTHER_CHECKS: readonly Check[] = [
  {
    kind: 'DUPLICATE_TYPE',
    from: sql`(select min(id) as id, count(*) as copies, t.type_kind, t.name from ${table('Type')} as t
      group by t.type_kind, t.name, coalesce(t.version, '') having count(*) > 1) as g`,
    example: { type: 'g.id', name: 'g.name', copies: 'g.copies' },
    order: 'g.id',
  },
  {
    kind: 'ARTIFACTS_OF_ONE_URI',
    from: sql`(select min(n.id) as id, count(*) as copies, n.uri from ${table('Artifact')} as n where n.uri <> ''
      group by n.uri, n.type_id having count(*) > 1) as g`,
    example: { artifact: 'g.id', copies: 'g.copies', uri: 'g.uri' },
    order: 'g.id',
  },
  {
    kind: 'EXECUTION_RUNNING',
    from: sql`${table('Execution')} as n where n.last_known_state = 2`,
    example: { execution: 'n.id', since: 'n.create_time_since_epoch' },
    order: 'n.create_time_since_epoch',
  },
];

/** Every check there is; several may find the same kind, in different tables. */
export const CHECKS: readonly Check[] = [
  ...EVENT_CHECKS,
  ...KINDS.flatMap(nodeChecks),
  membershipCheck('ARTIFACT', 'ATTRIBUTION_WITHOUT_END'),
  membershipCheck('EXECUTION', 'ASSOCIATION_WITHOUT_END'),
  membershipCheck('CONTEXT', 'PARENT_LINK_WITHOUT_END'),
  ...OTHER_CHECKS,
];
