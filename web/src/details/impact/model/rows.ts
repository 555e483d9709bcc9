import { type ImpactNode, type Reach, type Row, wayTo } from './reach.js';

/** What a row is, as the reader sorts them: the name of its GraphQL type. */
export type RowKind = ImpactNode['__typename'];

/** All kinds, those that an incident is about first. */
export const ROW_KINDS = [
  'Model',
  'DataSet',
  'Metrics',
  'GenericArtifact',
  'Execution',
] as const satisfies readonly RowKind[];

/** Which rows to show. Empty lists and texts turn nothing away. */
export interface RowFilter {
  readonly kinds: readonly string[];
  readonly types: readonly string[];
  /** Looked for in name, version, type, id, uri, run and workspace, whatever the case. */
  readonly text: string;
}

/** What rows can be sorted by. */
export type RowOrder = 'DISTANCE' | 'NAME' | 'TYPE' | 'CREATED_AT';

/** The rows that a filter lets through, in the same order. */
export function filterRows(rows: readonly Row[], { kinds, types, text }: RowFilter): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ node }) =>
      (kinds.length === 0 || kinds.includes(node.__typename)) &&
      (types.length === 0 || types.includes(node.typeName)) &&
      (wanted === '' || textOf(node).includes(wanted)),
  );
}

/** The rows in another order; what is alike stays nearest first. */
export function sortRows(rows: readonly Row[], order: RowOrder, direction: 'ASC' | 'DESC'): readonly Row[] {
  if (order === 'DISTANCE' && direction === 'ASC') return rows;
  const sign = direction === 'ASC' ? 1 : -1;
  return [...rows].sort((left, right) => sign * compareBy(order, left, right));
}

/** How many rows there are of each kind, in the order of {@link ROW_KINDS}. */
export function countKinds(rows: readonly Row[]): readonly { readonly kind: RowKind; readonly count: number }[] {
  const counts = countBy(rows, ({ node }) => node.__typename);
  return ROW_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
}

/** The types of the rows and how many there are of each, most first. */
export function countTypes(rows: readonly Row[]): readonly { readonly type: string; readonly count: number }[] {
  return [...countBy(rows, ({ node }) => node.typeName)]
    .map(([type, count]) => ({ type, count }))
    .sort((left, right) => right.count - left.count || (left.type < right.type ? -1 : 1));
}

/** The rows as a table of texts under a header, each with the ids along the way that proves it. */
export function tableOf(rows: readonly Row[], found: Reach): readonly (readonly (string | number)[])[] {
  const header = [
    'distance',
    'kind',
    'id',
    'name',
    'type',
    'version',
    'status',
    'run',
    'run_id',
    'workspace',
    'created',
    'uri',
    'way',
    'way_names',
  ];
  return [header, ...rows.map((row) => cellsOf(row, found))];
}

/** The rows as plain objects, each with the way that proves it. */
export function objectsOf(rows: readonly Row[], found: Reach): readonly object[] {
  return rows.map(({ node: { __typename, ...node }, distance }) => ({
    ...node,
    kind: __typename,
    distance,
    way: wayTo(found, node.id).map(({ node: { id, displayName }, by }) => ({ id, displayName, by })),
  }));
}

function cellsOf({ node, distance }: Row, found: Reach): readonly (string | number)[] {
  const way = wayTo(found, node.id).map(({ node }) => node);
  return [
    distance,
    node.__typename,
    node.id,
    node.displayName,
    node.typeName,
    ('version' in node && node.version) || '',
    ('status' in node && node.status) || '',
    node.run?.displayName ?? '',
    node.run?.id ?? '',
    node.workspace?.name ?? '',
    node.createdAt,
    ('uri' in node && node.uri) || '',
    way.map(({ id }) => id).join(' > '),
    way.map(({ displayName }) => displayName).join(' > '),
  ];
}

function textOf(node: ImpactNode): string {
  const [version, uri] = 'uri' in node ? [node.version, node.uri] : [];
  return [node.displayName, version, node.typeName, node.id, uri, node.run?.displayName, node.workspace?.name]
    .join('\n')
    .toLowerCase();
}

function countBy<Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

function compareBy(order: RowOrder, left: Row, right: Row): number {
  switch (order) {
    case 'DISTANCE':
      return left.distance - right.distance;
    case 'NAME':
      return left.node.displayName.localeCompare(right.node.displayName);
    case 'TYPE':
      return left.node.typeName.localeCompare(right.node.typeName);
    case 'CREATED_AT':
      return Date.parse(left.node.createdAt) - Date.parse(right.node.createdAt);
  }
}
