import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, useMemo, useState } from 'react';
import { useAsk } from '../api/use-ask.js';
import { useList } from '../api/use-list.js';
import { PickRunsDocument, type PickRunsQuery, PickWorkspacesDocument } from '../generated/operations.js';
import { DataTable } from '../parts/data-table.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { StatusBadge } from '../parts/status-badge.js';
import { Time } from '../parts/time.js';

type RunRow = NonNullable<PickRunsQuery['runs']>['nodes'][number];

/** Finds runs, all of them or those of a workspace, and hands over as many as are ticked. */
export function RunPicker({
  chosen,
  workspace,
  onDone,
}: {
  readonly chosen: readonly string[];
  /** The workspace to begin with. */
  readonly workspace: { readonly id: string; readonly name: string } | null;
  readonly onDone: (ids: readonly string[]) => void;
}): ReactElement {
  const [ticked, setTicked] = useState(chosen);
  const [place, setPlace] = useState(workspace);
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const list = useList(
    PickRunsDocument,
    {
      filter: {
        ...(place === null ? {} : { workspaceId: place.id }),
        ...(wanted === '' ? {} : { name: { contains: wanted } }),
      },
    },
    ({ runs }) => runs,
  );
  const selected = useMemo(() => Object.fromEntries(ticked.map((id) => [id, true])), [ticked]);
  // Those that were ticked first stay first.
  const tick = (now: Readonly<Record<string, boolean>>) =>
    setTicked([...new Set([...ticked, ...Object.keys(now)])].filter((id) => now[id]));
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <WorkspaceSelect place={place} onChange={setPlace} />
        <TextInput
          aria-label="Search runs"
          placeholder="Search names of runs"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button disabled={ticked.length < 2} onClick={() => onDone(ticked)}>
          {ticked.length < 2 ? 'Compare' : `Compare ${ticked.length} runs`}
        </Button>
        {ticked.length < 2 && (
          <Text size="sm" c="dimmed">
            Choose two or more.
          </Text>
        )}
      </Group>
      {list.error ? (
        <Failure error={list.error} onRetry={list.retry} />
      ) : list.isPending ? (
        <Loading />
      ) : list.rows.length === 0 ? (
        <Empty title="No run matches">A store of CMF may have no runs: its executions can be compared.</Empty>
      ) : (
        <DataTable
          label="Runs"
          rows={list.rows}
          columns={COLUMNS}
          selection={{ selected, onChange: tick, nameOf }}
          rowId={({ id }) => id}
          onEnd={list.loadMore}
          height="55vh"
        />
      )}
    </Stack>
  );
}

function WorkspaceSelect({
  place,
  onChange,
}: {
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly onChange: (place: { readonly id: string; readonly name: string } | null) => void;
}): ReactElement {
  const [text, setText] = useState(place?.name ?? '');
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const isSearch = wanted !== '' && wanted !== place?.name;
  const { data } = useAsk(PickWorkspacesDocument, { filter: isSearch ? { name: { contains: wanted } } : null });
  const found = data?.data.workspaces?.nodes ?? [];
  const known = place && !found.some(({ id }) => id === place.id) ? [place, ...found] : found;
  return (
    <Select
      aria-label="Workspace"
      placeholder="All workspaces"
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={place?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
      // The server has searched already.
      filter={({ options }) => options}
      searchable
      clearable
      nothingFoundMessage="No workspace matches"
    />
  );
}

const COLUMNS: readonly ColumnDef<RunRow>[] = [
  { id: 'run', header: 'Run', meta: { grow: true }, cell: ({ row: { original } }) => original.displayName },
  {
    id: 'status',
    header: 'Status',
    size: 120,
    cell: ({ row: { original } }) => <StatusBadge status={original.status} />,
  },
  { id: 'workspace', header: 'Workspace', cell: ({ row: { original } }) => original.workspace?.name },
  {
    id: 'started',
    header: 'Started',
    size: 200,
    cell: ({ row: { original } }) => <Time at={original.startedAt ?? original.createdAt} />,
  },
];

function nameOf({ displayName }: RunRow): string {
  return displayName;
}
