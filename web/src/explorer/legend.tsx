import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { KindIcon } from '../parts/kind-icon.js';
import { shortTypeName } from '../parts/type-name.js';
import styles from './legend.module.css';
import type { KnownGraph } from './model/graph.js';
import { type LegendEntry, legendOf, onlyType, toggled } from './model/legend.js';
import type { View } from './model/view.js';
import type { ChangeView } from './use-view.js';

/** What the signs mean, and how many nodes there are of each type: a press on a type hides or shows it. */
export function Legend({
  graph,
  view: { hiddenTypes },
  change,
}: {
  readonly graph: KnownGraph;
  readonly view: Pick<View, 'hiddenTypes'>;
  readonly change: ChangeView;
}): ReactElement {
  const entries = useMemo(() => legendOf(graph.nodes.values(), hiddenTypes), [graph, hiddenTypes]);
  return (
    <section aria-label="Legend" className={styles.legend}>
      <Stack gap={2}>
        {entries.map((entry) => (
          <LegendRow
            key={`${entry.kind} ${entry.typeName}`}
            entry={entry}
            canBeAlone={entries.length > 1}
            onToggle={() => change({ hiddenTypes: toggled(hiddenTypes, entry.typeName) })}
            onOnly={() => change({ hiddenTypes: onlyType(entries, entry.typeName) })}
          />
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt={6}>
        Round: artifacts. Square: executions.
      </Text>
      {hiddenTypes.length > 0 && (
        <Button size="compact-xs" variant="light" mt={6} fullWidth onClick={() => change({ hiddenTypes: [] })}>
          Show all types
        </Button>
      )}
    </section>
  );
}

function LegendRow({
  entry: { kind, typeName, count, isHidden },
  canBeAlone,
  onToggle,
  onOnly,
}: {
  readonly entry: LegendEntry;
  readonly canBeAlone: boolean;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}): ReactElement {
  const name = shortTypeName(typeName);
  const Eye = isHidden ? IconEyeOff : IconEye;
  return (
    <Group gap={4} wrap="nowrap" className={styles.row}>
      <UnstyledButton
        className={styles.type}
        data-hidden={isHidden || undefined}
        aria-pressed={!isHidden}
        title={`${isHidden ? 'Show' : 'Hide'} ${typeName}`}
        onClick={onToggle}
      >
        <KindIcon typename={kind} size={20} />
        <Text span size="sm" truncate className={styles.name}>
          {name}
        </Text>
        <Text span size="xs" c="dimmed" className={styles.count}>
          {count.toLocaleString()}
        </Text>
        <Eye size={14} className={styles.eye} aria-hidden />
      </UnstyledButton>
      {canBeAlone && (
        <UnstyledButton
          className={styles.only}
          aria-label={`Only ${typeName}`}
          title={`Only ${typeName}`}
          onClick={onOnly}
        >
          only
        </UnstyledButton>
      )}
    </Group>
  );
}
