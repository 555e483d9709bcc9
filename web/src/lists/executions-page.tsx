import type { ColumnDef } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import { CountExecutionsDocument, type ExecutionRowFragment, ListExecutionsDocument } from '../generated/operations.js';
import { NothingLogged } from '../parts/nothing-logged.js';
import { Questions, RowQuestions } from '../parts/question-buttons.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import { stateText } from './chips.js';
import {
  createdColumn,
  mlmdColumns,
  nameColumn,
  runColumn,
  textColumn,
  typeColumn,
  workspaceColumn,
} from './columns.js';
import { WordsField } from './filter-fields.js';
import { executionFilter } from './filters.js';
import { STATUSES } from './list-address.js';
import { ListView } from './list-view.js';
import { CreatedFilters, ExpertFilters, PlaceFilters } from './node-filters.js';
import { refusalOf } from './refusals.js';
import { useAddressList } from './use-address-list.js';

type Row = ExecutionRowFragment;

const COLUMNS: readonly ColumnDef<Row>[] = [
  nameColumn<Row>(),
  { id: 'status', header: 'Status', size: 110, cell: ({ row }) => <StatusBadge status={row.original.status} /> },
  workspaceColumn<Row>(),
  runColumn<Row>(),
  createdColumn<Row>(),
  { id: 'started', header: 'Started', size: 212, cell: ({ row }) => <Time at={row.original.startedAt} /> },
  textColumn<Row>('duration', 'Duration', ({ startedAt, finishedAt }) => durationText(startedAt, finishedAt), 100),
  typeColumn<Row>(),
  textColumn<Row>('role', 'Role', ({ role }) => stateText(role), 110),
  ...mlmdColumns<Row>(),
  {
    id: 'questions',
    header: 'Lineage',
    size: 92,
    enableHiding: false,
    meta: { end: true },
    cell: ({ row: { original } }) => <RowQuestions id={original.id} name={original.displayName} />,
  },
];

const RARE: readonly string[] = ['started', 'role', 'updated', 'mlmdName', 'mlmdId'];

/** Steps that ran. */
export function ExecutionsPage(): ReactElement {
  const found = useAddressList({
    document: ListExecutionsDocument,
    count: CountExecutionsDocument,
    filterOf: executionFilter,
    pageOf: (data) => data.executions,
    totalOf: (data) => data.executions?.totalCount,
  });
  const { address, onChange, list } = found;
  return (
    <ListView<Row>
      {...found}
      title="Executions"
      table="executions"
      nouns={['execution', 'executions']}
      columns={COLUMNS}
      rare={RARE}
      sortFields={['CREATED_AT', 'UPDATED_AT', 'NAME', 'ID']}
      nameLabel="MLMD name"
      searchHint="Names, properties"
      filters={
        <>
          <PlaceFilters kind="EXECUTION" address={address} onChange={onChange} />
          <WordsField
            label="Status"
            words={STATUSES}
            value={address.status}
            onChange={(status) => onChange({ status: [...status] })}
          />
          <CreatedFilters address={address} onChange={onChange} />
          <ExpertFilters
            example="last_known_state = FAILED"
            error={refusalOf(list.error, 'filter.mlmd')}
            address={address}
            onChange={onChange}
          />
        </>
      }
      actions={(ids) => <Questions ids={ids} />}
      nameOf={nameOf}
      none={<NothingLogged title="No executions yet" />}
    />
  );
}

function nameOf({ displayName }: Row): string {
  return displayName;
}
