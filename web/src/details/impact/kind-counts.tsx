import { Group, Paper, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { KindIcon } from '../../parts/kind-icon.js';
import { KINDS } from '../../parts/kinds.js';
import styles from './kind-counts.module.css';
import type { countKinds, RowKind } from './model/rows.js';

/** How many of each kind, the first thing that is asked; a click shows those alone, and another one all again. */
export function KindCounts({
  counts,
  isWhole,
  chosen,
  onChoose,
}: {
  readonly counts: ReturnType<typeof countKinds>;
  /** Whether there can be no more than were counted. */
  readonly isWhole: boolean;
  readonly chosen: readonly RowKind[];
  readonly onChoose: (kinds: readonly RowKind[]) => void;
}): ReactElement {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }} spacing="xs" role="group" aria-label="Kinds">
      {counts.map(({ kind, count }) => {
        const isChosen = chosen.includes(kind);
        return (
          <UnstyledButton
            key={kind}
            aria-pressed={isChosen}
            disabled={count === 0 && !isChosen}
            onClick={() => onChoose(isChosen ? chosen.filter((one) => one !== kind) : [...chosen, kind])}
          >
            <Paper withBorder px="sm" py={8} className={styles.card} data-chosen={isChosen || undefined}>
              <Group gap="sm" wrap="nowrap">
                <KindIcon typename={kind} size={30} />
                <div>
                  <Text fw={650} size="xl" lh={1.1}>
                    {count.toLocaleString()}
                    {!isWhole && '+'}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {count === 1 ? KINDS[kind].label : KINDS[kind].plural}
                  </Text>
                </div>
              </Group>
            </Paper>
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
