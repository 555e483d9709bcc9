import { Center, Group, Loader, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { KnownGraph } from './model/graph.js';
import type { Diagram } from './model/scene.js';
import type { Laid } from './use-scene.js';

/** From so many boxes on a layout takes long enough to say how many there are. */
const MANY = 1_000;

/** What is waited for while there is no picture, or one of another question. Nothing once it is there. */
export function Waiting({
  graph,
  diagram,
  laid,
}: {
  readonly graph: KnownGraph | undefined;
  readonly diagram: Diagram | undefined;
  readonly laid: Laid | undefined;
}): ReactElement | null {
  if (laid !== undefined) return null;
  const boxes = diagram?.boxes.length ?? 0;
  const sizes = `${boxes.toLocaleString()} boxes and ${(diagram?.lines.length ?? 0).toLocaleString()} lines`;
  return (
    <Center h="100%" p="md">
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text c="dimmed">
          {graph === undefined ? 'Asking for the graph…' : `Finding places for ${sizes}…`}
          {boxes > MANY && ' This may take some seconds; folding siblings or runs makes it quick.'}
        </Text>
      </Group>
    </Center>
  );
}
