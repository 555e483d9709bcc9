import { Anchor, Group, Paper, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { type Listed, listPath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import { WorkspaceCountsDocument } from '../generated/operations.js';
import { KindIcon } from '../parts/kind-icon.js';
import { KINDS, type KindName } from '../parts/kinds.js';

const TILES: readonly {
  readonly kind: KindName;
  readonly count: 'dataSets' | 'models' | 'metrics' | 'others' | 'executions';
  readonly list: 'artifacts' | 'executions';
  readonly fit?: Listed;
}[] = [
  { kind: 'DataSet', count: 'dataSets', list: 'artifacts', fit: { kind: 'DATA_SET' } },
  { kind: 'Model', count: 'models', list: 'artifacts', fit: { kind: 'MODEL' } },
  { kind: 'Metrics', count: 'metrics', list: 'artifacts', fit: { kind: 'METRICS' } },
  { kind: 'GenericArtifact', count: 'others', list: 'artifacts', fit: { kind: 'OTHER' } },
  { kind: 'Execution', count: 'executions', list: 'executions' },
];

/** How much of each kind a workspace holds, each number leading to the list; until it is counted the way is open all the same. */
export function WorkspaceCounts({ id }: { readonly id: string }): ReactElement {
  const { data } = useAsk(WorkspaceCountsDocument, { id });
  return (
    <Group gap="xs">
      {TILES.map(({ kind, count, list, fit }) => (
        <Anchor
          key={kind}
          component={Link}
          to={listPath(list, { workspace: id, ...fit })}
          underline="never"
          c="inherit"
        >
          <Paper withBorder px="sm" py={6}>
            <Group gap={8} wrap="nowrap">
              <KindIcon typename={kind} />
              <Text fw={600} miw="1ch">
                {data?.data.workspace?.[count].totalCount.toLocaleString() ?? '…'}
              </Text>
              <Text size="sm">{KINDS[kind].plural}</Text>
            </Group>
          </Paper>
        </Anchor>
      ))}
    </Group>
  );
}
