import { Button, Checkbox, Group } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { comparePath } from '../api/page-path.js';
import { useList } from '../api/use-list.js';
import { WorkspaceRunsDocument, type WorkspaceRunsQuery } from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import { type Column, RowsTable } from './rows-table.js';
import { ListSection } from './section.js';

const runsOf = ({ workspace }: WorkspaceRunsQuery) => workspace?.runs;

type Row = NonNullable<ReturnType<typeof runsOf>>['nodes'][number];

const COLUMNS: readonly Column<Row>[] = [
  { header: 'Status', width: 110, cell: ({ status }) => <StatusBadge status={status} /> },
  { header: 'Started', width: 200, cell: ({ startedAt, createdAt }) => <Time at={startedAt ?? createdAt} /> },
  {
    header: 'Duration',
    width: 100,
    align: 'right',
    cell: ({ startedAt, finishedAt }) => durationText(startedAt, finishedAt) ?? '–',
  },
];

/** The runs of a workspace, latest first, any of which can be chosen to be compared. */
export function WorkspaceRunsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(WorkspaceRunsDocument, { id }, runsOf, { first: 25 });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const name: Column<Row> = {
    header: 'Run',
    cell: (row) => (
      <Group gap="sm" wrap="nowrap">
        <Checkbox
          size="sm"
          aria-label={`Compare ${row.displayName}`}
          checked={chosen.includes(row.id)}
          onChange={({ currentTarget: { checked } }) =>
            setChosen(checked ? [...chosen, row.id] : chosen.filter((other) => other !== row.id))
          }
        />
        <NodeLink to={row} lines={2} />
      </Group>
    ),
  };
  return (
    <ListSection
      title="Runs"
      list={list}
      empty="It has no runs: its tool keeps none, or none is recorded yet."
      aside={list.rows.length > 1 && <CompareChosen ids={chosen} />}
    >
      {(rows) => <RowsTable label="Runs" rows={rows} columns={[name, ...COLUMNS]} rowKey={(row) => row.id} />}
    </ListSection>
  );
}

function CompareChosen({ ids }: { readonly ids: readonly string[] }): ReactElement {
  const icon = <IconArrowsDiff size={16} aria-hidden />;
  if (ids.length < 2) {
    return (
      <Button size="xs" variant="default" leftSection={icon} disabled>
        Choose two or more to compare
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Button size="xs" component={Link} to={comparePath(ids)} leftSection={icon}>
        Compare {ids.length} runs
      </Button>
    </Group>
  );
}
