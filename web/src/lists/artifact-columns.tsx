import type { ColumnDef } from '@tanstack/react-table';
import type { ArtifactKind, ArtifactRowFragment } from '../generated/operations.js';
import { CopyText } from '../parts/copy-text.js';
import { RowQuestions } from '../parts/question-buttons.js';
import { stateText } from './chips.js';
import {
  createdColumn,
  mlmdColumns,
  nameColumn,
  runColumn,
  textColumn,
  typeColumn,
  Values,
  workspaceColumn,
} from './columns.js';

type Row = ArtifactRowFragment;
type Column = ColumnDef<Row>;

const VERSION: Column = textColumn('version', 'Version', ({ version }) => version, 110);

const VALUES: Column = {
  id: 'values',
  header: 'Values',
  cell: ({ row: { original } }) => (original.__typename === 'Metrics' ? <Values of={original.values} /> : null),
};

/** What tells things of one name apart, where all kinds stand together. */
const VERSION_OR_VALUES: Column = {
  id: 'versionOrValues',
  header: 'Version or values',
  size: 170,
  cell: ({ row: { original } }) =>
    original.__typename === 'Metrics' && original.values.length > 0 ? (
      <Values of={original.values} />
    ) : (
      original.version && <span title={original.version}>{original.version}</span>
    ),
};

const URI: Column = {
  id: 'uri',
  header: 'URI',
  size: 240,
  cell: ({ row: { original } }) => original.uri && <CopyText text={original.uri} label="uri" />,
};

const METRICS_TYPE: Column = textColumn(
  'metricsType',
  'Measured in',
  (row) => (row.__typename === 'Metrics' && row.metricsType ? stateText(row.metricsType) : undefined),
  110,
);

const MODEL_TYPE: Column = textColumn('modelType', 'Model type', (row) =>
  row.__typename === 'Model' ? row.modelType : undefined,
);

const FRAMEWORK: Column = textColumn('framework', 'Framework', (row) =>
  row.__typename === 'Model' && row.trainingFramework
    ? [row.trainingFramework.name, row.trainingFramework.version].filter(Boolean).join(' ')
    : undefined,
);

const QUESTIONS: Column = {
  id: 'questions',
  header: 'Lineage',
  size: 92,
  enableHiding: false,
  meta: { end: true },
  cell: ({ row: { original } }) => <RowQuestions id={original.id} name={original.displayName} />,
};

/** Columns that are hidden until a reader asks for them. */
export const RARE_ARTIFACT_COLUMNS: readonly string[] = [
  'state',
  'owner',
  'description',
  'updated',
  'mlmdName',
  'mlmdId',
];

/** The columns of each list of artifacts, those first that tell its things apart. */
export function artifactColumns(kind: ArtifactKind | null): readonly Column[] {
  return [
    nameColumn<Row>(),
    ...firstColumns(kind),
    workspaceColumn<Row>(),
    createdColumn<Row>(),
    runColumn<Row>(),
    URI,
    textColumn<Row>('state', 'State', ({ state }) => state && stateText(state)),
    textColumn<Row>('owner', 'Owner', ({ owner }) => owner),
    textColumn<Row>('description', 'Description', ({ description }) => description, 240),
    ...mlmdColumns<Row>(),
    QUESTIONS,
  ];
}

function firstColumns(kind: ArtifactKind | null): readonly Column[] {
  switch (kind) {
    case 'DATA_SET':
      return [VERSION, typeColumn<Row>()];
    case 'MODEL':
      return [VERSION, MODEL_TYPE, FRAMEWORK];
    case 'METRICS':
      return [{ ...VALUES, size: 280 }, METRICS_TYPE];
    case 'OTHER':
      return [typeColumn<Row>(), VERSION];
    case null:
      return [typeColumn<Row>(), VERSION_OR_VALUES];
    default:
      return kind satisfies never;
  }
}
