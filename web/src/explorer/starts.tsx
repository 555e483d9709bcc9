import { Group, Pill, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { AddStart } from './add-start.js';
import type { KnownGraph } from './model/graph.js';
import type { View } from './model/view.js';
import type { ChangeView } from './use-view.js';

/** The most starts to name one by one. */
const MAX_NAMED = 5;

/** Where the graph starts, each start to be taken away. */
export function Starts({
  view: { of },
  change,
  graph,
}: {
  readonly view: Pick<View, 'of'>;
  readonly change: ChangeView;
  readonly graph: KnownGraph | undefined;
}): ReactElement {
  return (
    <Group gap={6} role="group" aria-label="Starts">
      <Text size="sm" c="dimmed">
        From
      </Text>
      {of.slice(0, MAX_NAMED).map((id) => {
        const name = graph?.nodes.get(id)?.label ?? runName(graph, id) ?? id;
        return (
          <Pill
            key={id}
            size="md"
            maw={260}
            bd="1px solid var(--page-border)"
            title={name}
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Take ${name} away`, 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => change({ of: of.filter((other) => other !== id) })}
          >
            {name}
          </Pill>
        );
      })}
      {of.length > MAX_NAMED && <Text size="sm">and {(of.length - MAX_NAMED).toLocaleString()} more</Text>}
      <AddStart onAdd={(id) => !of.includes(id) && change({ of: [...of, id] })} />
    </Group>
  );
}

function runName(graph: KnownGraph | undefined, id: string): string | undefined {
  if (!id.startsWith('run:') || graph === undefined) return undefined;
  for (const { run } of graph.nodes.values()) if (run?.id === id) return `Run ${run.name}`;
  return undefined;
}
