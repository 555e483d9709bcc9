import { Button, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { comparePath, listPath } from '../api/page-path.js';
import { CountRunsDocument, ListRunsDocument, type RunRowFragment } from '../generated/operations.js';
import { NothingLogged } from '../parts/nothing-logged.js';
import { originText } from '../parts/origin.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import { createdColumn, nameColumn, textColumn, Values, workspaceColumn } from './columns.js';
import { WordsField } from './filter-fields.js';
import { runFilter } from './filters.js';
import { ORIGINS, STATUSES } from './list-address.js';
import { ListView } from './list-view.js';
import { CreatedFilters } from './node-filters.js';
import { WorkspaceField } from './place-fields.js';
import { useAddressList } from './use-address-list.js';

type Row = RunRowFragment;

const COLUMNS: readonly ColumnDef<Row>[] = [
  nameColumn<Row>('NAME'),
  { id: 'status', header: 'Status', size: 110, cell: ({ row }) => <StatusBadge status={row.original.status} /> },
  workspaceColumn<Row>(),
  { id: 'started', header: 'Started', size: 212, cell: ({ row }) => <Time at={row.original.startedAt} /> },
  textColumn<Row>('duration', 'Duration', ({ startedAt, finishedAt }) => durationText(startedAt, finishedAt), 110),
  { id: 'metrics', header: 'Metrics', size: 260, cell: ({ row }) => <Values of={row.original.metrics} /> },
  createdColumn<Row>(),
  textColumn<Row>('origin', 'Tool', ({ origin }) => originText(origin), 150),
  textColumn<Row>('description', 'Description', ({ description }) => description, 240),
];

const RARE: readonly string[] = ['created', 'origin', 'description'];

/** Runs of pipelines and of notebooks. */
export function RunsPage(): ReactElement {
  const found = useAddressList({
    document: ListRunsDocument,
    count: CountRunsDocument,
    filterOf: runFilter,
    pageOf: (data) => data.runs,
    totalOf: (data) => data.runs?.totalCount,
  });
  const { address, onChange } = found;
  return (
    <ListView<Row>
      {...found}
      title="Runs"
      table="runs"
      nouns={['run', 'runs']}
      columns={COLUMNS}
      rare={RARE}
      sortFields={['CREATED_AT', 'NAME']}
      searchHint="Names"
      filters={
        <>
          <WorkspaceField value={address.workspace} onChange={(workspace) => onChange({ workspace })} />
          <WordsField
            label="Status"
            words={STATUSES}
            value={address.status}
            onChange={(status) => onChange({ status: [...status] })}
          />
          <WordsField
            label="Tool"
            words={ORIGINS}
            value={address.origin}
            onChange={(origin) => onChange({ origin: [...origin] })}
            textOf={originText}
          />
          <CreatedFilters address={address} onChange={onChange} />
        </>
      }
      actions={(ids) => <Compare ids={ids} />}
      nameOf={nameOf}
      none={
        <NothingLogged title="No runs">
          <Text inherit>
            Some tools, CMF among them, keep no runs: look among the <Link to={listPath('executions')}>executions</Link>
            .
          </Text>
        </NothingLogged>
      }
    />
  );
}

function nameOf({ displayName }: Row): string {
  return displayName;
}

function Compare({ ids }: { readonly ids: readonly string[] }): ReactElement {
  return (
    <Button component={Link} to={comparePath(ids)} size="xs" leftSection={<IconScale size={14} />}>
      {ids.length === 1 ? 'Choose others to compare with' : `Compare these ${ids.length}`}
    </Button>
  );
}
