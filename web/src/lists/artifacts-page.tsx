import { Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { type ReactElement, useMemo } from 'react';
import { useAsk } from '../api/use-ask.js';
import { useList } from '../api/use-list.js';
import {
  type ArtifactFilter,
  type ArtifactRowFragment,
  CountArtifactsDocument,
  ListArtifactsDocument,
} from '../generated/operations.js';
import { CopyText } from '../parts/copy-text.js';
import { DataTable } from '../parts/data-table.js';
import { NodeLink } from '../parts/node-link.js';
import { Empty, Failure, Loading, Problems } from '../parts/states.js';
import { Time } from '../parts/time.js';

const KIND_NAMES = ['DATA_SET', 'MODEL', 'METRICS', 'OTHER'] as const;
const FIELDS = ['CREATED_AT', 'NAME', 'ID', 'UPDATED_AT'] as const;

const ADDRESS = {
  kind: parseAsStringLiteral(KIND_NAMES),
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(FIELDS).withDefault('CREATED_AT'),
  order: parseAsStringLiteral(['ASC', 'DESC'] as const).withDefault('DESC'),
};

const KINDS = [
  { value: '', label: 'All' },
  { value: 'DATA_SET', label: 'Data sets' },
  { value: 'MODEL', label: 'Models' },
  { value: 'METRICS', label: 'Metrics' },
  { value: 'OTHER', label: 'Other' },
];

const COLUMNS: readonly ColumnDef<ArtifactRowFragment>[] = [
  {
    id: 'name',
    header: 'Name',
    meta: { sortBy: 'NAME', grow: true },
    cell: ({ row: { original } }) => <NodeLink to={original} />,
  },
  { id: 'version', header: 'Version', cell: ({ row: { original } }) => original.version },
  { id: 'type', header: 'Type', cell: ({ row: { original } }) => original.typeName },
  {
    id: 'workspace',
    header: 'Workspace',
    cell: ({ row: { original } }) => original.workspace && <NodeLink to={original.workspace} />,
  },
  { id: 'run', header: 'Run', cell: ({ row: { original } }) => original.run && <NodeLink to={original.run} /> },
  {
    id: 'created',
    header: 'Created',
    meta: { sortBy: 'CREATED_AT' },
    cell: ({ row: { original } }) => <Time at={original.createdAt} />,
  },
  {
    id: 'uri',
    header: 'URI',
    meta: { grow: true },
    cell: ({ row: { original } }) => original.uri && <CopyText text={original.uri} label="uri" />,
  },
];

/** Artifacts of all kinds or of one: found, sorted and paged by the server, and described by the address. */
export function ArtifactsPage(): ReactElement {
  const [{ kind, q, sort, order }, setAddress] = useQueryStates(ADDRESS);
  const filter = useMemo<ArtifactFilter>(
    () => ({ ...(kind === null ? {} : { kind: [kind] }), ...(q.trim() === '' ? {} : { search: q.trim() }) }),
    [kind, q],
  );
  const list = useList(
    ListArtifactsDocument,
    { filter, orderBy: { field: sort, direction: order } },
    (data) => data.artifacts,
  );
  const count = useAsk(CountArtifactsDocument, { filter });
  const total = count.isPlaceholderData ? undefined : count.data?.data.artifacts?.totalCount;
  const search = useDebouncedCallback((text: string) => void setAddress({ q: text }), 250);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          Artifacts
        </Title>
        <Text c="dimmed" aria-live="polite">
          {total === undefined ? ' ' : `${total.toLocaleString()} found`}
        </Text>
      </Group>
      <Group>
        <SegmentedControl
          aria-label="Kind"
          data={KINDS}
          value={kind ?? ''}
          onChange={(value) => void setAddress({ kind: KIND_NAMES.find((name) => name === value) ?? null })}
        />
        <TextInput
          aria-label="Search artifacts"
          placeholder="Search names and properties"
          leftSection={<IconSearch size={16} />}
          defaultValue={q}
          onChange={(event) => search(event.currentTarget.value)}
          w={320}
        />
      </Group>
      <Problems of={list.problems} />
      {list.error ? (
        <Failure error={list.error} onRetry={list.retry} />
      ) : list.isPending ? (
        <Loading lines={12} />
      ) : list.rows.length === 0 ? (
        <Empty title="Nothing matches" />
      ) : (
        <DataTable
          label="Artifacts"
          rows={list.rows}
          columns={COLUMNS}
          rowId={({ id }) => id}
          total={total}
          sorting={{ field: sort, direction: order }}
          onSort={(sorting) => void setAddress({ sort: sorting.field, order: sorting.direction })}
          onEnd={list.loadMore}
        />
      )}
    </Stack>
  );
}
