import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { listPath } from '../api/page-path.js';
import type { HomeCountsQuery } from '../generated/operations.js';
import { KindIcon } from '../parts/kind-icon.js';
import { KINDS, type KindName } from '../parts/kinds.js';
import styles from './home.module.css';

const TILES: readonly { readonly kind: KindName; readonly count: CountName; readonly path: string }[] = [
  { kind: 'DataSet', count: 'dataSets', path: listPath('artifacts', { kind: 'DATA_SET' }) },
  { kind: 'Model', count: 'models', path: listPath('artifacts', { kind: 'MODEL' }) },
  { kind: 'Metrics', count: 'metrics', path: listPath('artifacts', { kind: 'METRICS' }) },
  { kind: 'GenericArtifact', count: 'others', path: listPath('artifacts', { kind: 'OTHER' }) },
  { kind: 'Execution', count: 'executions', path: listPath('executions') },
  { kind: 'Run', count: 'runs', path: listPath('runs') },
  { kind: 'Workspace', count: 'workspaces', path: listPath('workspaces') },
];

type CountName = keyof HomeCountsQuery;

/** How much there is of each kind; every tile leads to its list, also before it is counted. */
export function CountTiles({ counts }: { readonly counts: HomeCountsQuery | undefined }): ReactElement {
  return (
    <SimpleGrid cols={{ base: 2, xs: 4, md: 7 }} spacing="sm">
      {TILES.map(({ kind, count, path }) => (
        <Paper key={kind} component={Link} to={path} withBorder p="sm" className={styles.tile}>
          <Group gap={8} wrap="nowrap">
            <KindIcon typename={kind} />
            <Text fz="xl" fw={650} lh={1.2}>
              {counts?.[count]?.totalCount.toLocaleString() ?? '…'}
            </Text>
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {KINDS[kind].plural}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
