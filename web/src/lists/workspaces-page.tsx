import type { ColumnDef } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { listPath } from '../api/page-path.js';
import { CountWorkspacesDocument, ListWorkspacesDocument, type WorkspaceRowFragment } from '../generated/operations.js';
import { NothingLogged } from '../parts/nothing-logged.js';
import { originText } from '../parts/origin.js';
import { createdColumn, nameColumn, textColumn, typeColumn } from './columns.js';
import { WordsField } from './filter-fields.js';
import { workspaceFilter } from './filters.js';
import { ORIGINS } from './list-address.js';
import { ListView } from './list-view.js';
import { useAddressList } from './use-address-list.js';

type Row = WorkspaceRowFragment;

const COLUMNS: readonly ColumnDef<Row>[] = [
  nameColumn<Row>('NAME'),
  textColumn<Row>('origin', 'Tool', ({ origin }) => originText(origin), 160),
  {
    id: 'runs',
    header: 'Runs',
    size: 90,
    meta: { align: 'right' },
    cell: ({ row: { original } }) => (
      <Link to={listPath('runs', { workspace: original.id })}>{original.runs.totalCount.toLocaleString()}</Link>
    ),
  },
  textColumn<Row>('description', 'Description', ({ description }) => description, 280),
  createdColumn<Row>(),
  typeColumn<Row>(),
];

const RARE: readonly string[] = ['type'];

/** Workspaces, pipelines and whatever else groups work. */
export function WorkspacesPage(): ReactElement {
  const found = useAddressList({
    document: ListWorkspacesDocument,
    count: CountWorkspacesDocument,
    filterOf: workspaceFilter,
    pageOf: (data) => data.workspaces,
    totalOf: (data) => data.workspaces?.totalCount,
  });
  const { address, onChange } = found;
  return (
    <ListView<Row>
      {...found}
      title="Workspaces"
      table="workspaces"
      nouns={['workspace', 'workspaces']}
      columns={COLUMNS}
      rare={RARE}
      sortFields={['CREATED_AT', 'UPDATED_AT', 'NAME', 'ID']}
      searchHint="Names"
      filters={
        <WordsField
          label="Tool"
          words={ORIGINS}
          value={address.origin}
          onChange={(origin) => onChange({ origin: [...origin] })}
          textOf={originText}
        />
      }
      nameOf={({ name }) => name}
      none={<NothingLogged title="No workspaces yet" />}
    />
  );
}
