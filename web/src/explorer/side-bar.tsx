import { Text } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { Legend } from './legend.js';
import type { KnownGraph } from './model/graph.js';
import type { Box, Diagram } from './model/scene.js';
import { NodePanel, type NodePanelProps } from './node-panel.js';
import styles from './side-bar.module.css';

/** What {@link SideBar} needs. */
export interface SideBarProps extends Omit<NodePanelProps, 'box'> {
  readonly diagram: Diagram;
}

/** Beside the graph, and always there, so that a click moves nothing: what the signs mean, and what is selected. */
export function SideBar({ diagram, ...rest }: SideBarProps): ReactElement {
  const { graph, view, change } = rest;
  const box = useMemo(() => boxOf(view.selected, graph, diagram), [view.selected, graph, diagram]);
  return (
    <div className={styles.side} data-selected={box !== undefined || undefined}>
      <details className={styles.legend} open={isRoomy}>
        <summary>Legend</summary>
        <Legend graph={graph} view={view} change={change} />
      </details>
      <div className={styles.panel}>
        {box === undefined ? (
          <Text size="sm" c="dimmed" p="sm">
            Select a box to see what it is, and to ask what it touched.
          </Text>
        ) : (
          <NodePanel key={box.id} box={box} {...rest} />
        )}
      </div>
    </div>
  );
}

// Where the legend would leave the graph no room, it is closed at first.
const isRoomy = globalThis.matchMedia('(min-width: 62em)').matches;

/** A box of the picture, or a node that is in a folded one or not shown, as a row of the table may be. */
function boxOf(id: string | undefined, graph: KnownGraph, diagram: Diagram): Box | undefined {
  if (id === undefined) return undefined;
  const box = diagram.boxes.find((one) => one.id === id);
  const node = graph.nodes.get(id);
  if (box !== undefined || node === undefined) return box;
  return { shape: 'node', id, node, beyond: { upstream: 0, downstream: 0 } };
}
