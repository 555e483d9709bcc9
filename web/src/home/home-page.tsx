import { Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useAsk } from '../api/use-ask.js';
import { AboutServerDocument, HomeCountsDocument } from '../generated/operations.js';
import { Failure, Problems } from '../parts/states.js';
import { usePageTitle } from '../parts/use-page-title.js';
import { CountTiles } from './count-tiles.js';
import { EmptyStore } from './empty-store.js';
import { LatestArtifacts, LatestRuns } from './latest.js';
import { SearchBox } from './search-box.js';

/** What this store is, how much is in it, and what came last. */
export function HomePage(): ReactElement {
  usePageTitle('Overview');
  const counted = useAsk(HomeCountsDocument, {});
  const counts = counted.data?.data;
  const isEmpty = counts !== undefined && Object.values(counts).every((count) => count?.totalCount === 0);
  return (
    <Stack gap="lg" maw={1200} mx="auto">
      <Stack gap={4}>
        <Title order={1} size="h2">
          What is in this store
        </Title>
        <Store />
      </Stack>
      {counted.error && <Failure error={counted.error} onRetry={() => void counted.refetch()} />}
      <Problems of={counted.data?.problems ?? []} />
      {isEmpty ? (
        <EmptyStore />
      ) : (
        <>
          <SearchBox size="lg" />
          <CountTiles counts={counts} />
          <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
            <LatestArtifacts kind="DATA_SET" typename="DataSet" />
            <LatestArtifacts kind="MODEL" typename="Model" />
            <LatestRuns />
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}

const STORES: Readonly<Record<string, string>> = {
  sqlite: 'SQLite file',
  mysql: 'MySQL database',
  mariadb: 'MariaDB database',
  postgresql: 'PostgreSQL database',
  grpc: 'MLMD server',
};

function Store(): ReactElement {
  const server = useAsk(AboutServerDocument, {}).data?.data.server;
  if (server === undefined) return <Text c="dimmed">&nbsp;</Text>;
  const { store, schemaVersion, readOnly, version } = server;
  return (
    <Group gap="xs">
      <Text c="dimmed">
        {STORES[store] ?? store}
        {schemaVersion !== null && `, MLMD schema ${schemaVersion}`}, served by mlmd-graphql {version}
      </Text>
      <Badge variant="default" tt="none" fw={500}>
        {readOnly ? 'Read only' : 'Can be written to'}
      </Badge>
    </Group>
  );
}
