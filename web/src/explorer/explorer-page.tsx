import { Box, Group, Loader, Title } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { Failure, Problems } from '../parts/states.js';
import styles from './explorer-page.module.css';
import { diagram } from './model/diagram.js';
import type { KnownGraph } from './model/graph.js';
import { collapsible } from './model/reach.js';
import { summary } from './model/summary.js';
import type { View } from './model/view.js';
import { Picture } from './picture/picture.js';
import { StartPage } from './start-page.js';
import { StatusBar } from './status-bar.js';
import { useBoxActions } from './use-box-actions.js';
import { useGraph } from './use-graph.js';
import { useScene } from './use-scene.js';
import { useView } from './use-view.js';

/** The lineage of the nodes or runs that the address names, as a picture to walk through. */
export function ExplorerPage(): ReactElement {
  const [view, change] = useView();
  const { graph, isAsking, problems, error, retry, limits } = useGraph(view);
  const { of, expanded, collapsed, fold, opened, hiddenTypes, selected } = view;
  const drawn = useMemo(
    () => graph && diagram(graph, { of, expanded, collapsed, fold, opened, hiddenTypes }),
    [graph, of, expanded, collapsed, fold, opened, hiddenTypes],
  );
  const { laid, isLaying } = useScene(drawn);
  const actions = useBoxActions(view, change);
  const hideable = useMemo(
    () => ({
      upstream: graph && selected !== undefined ? collapsible(graph, collapsed, { id: selected, side: 'upstream' }) : 0,
      downstream:
        graph && selected !== undefined ? collapsible(graph, collapsed, { id: selected, side: 'downstream' }) : 0,
    }),
    [graph, collapsed, selected],
  );
  if (view.of.length === 0) return <StartPage />;
  return (
    <Box className={styles.page}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {titleOf(view, graph)}
        </Title>
        {(isAsking || isLaying) && <Loader size="xs" />}
      </Group>
      <Problems of={problems} />
      {error !== null && <Failure error={error} onRetry={retry} />}
      <div className={styles.stage}>
        {graph && laid && (
          <Picture
            diagram={laid.diagram}
            scene={laid.scene}
            starts={view.of}
            selected={selected}
            collapsible={hideable}
            actions={actions}
          />
        )}
      </div>
      {graph && drawn && (
        <StatusBar
          summary={summary(drawn, graph.reasons, view)}
          reasons={graph.reasons}
          view={view}
          limits={limits}
          change={change}
        />
      )}
    </Box>
  );
}

function titleOf({ of, direction }: View, graph: KnownGraph | undefined): string {
  const [first = ''] = of;
  const name = graph?.nodes.get(first)?.label ?? graph?.nodes.get(graph.roots[0] ?? '')?.run?.name ?? first;
  const others = of.length > 1 ? ` and ${of.length - 1} more` : '';
  switch (direction) {
    case 'UPSTREAM':
      return `What ${name}${others} came from`;
    case 'DOWNSTREAM':
      return `What came from ${name}${others}`;
    case 'BOTH':
    case 'ANY':
      return `Lineage of ${name}${others}`;
  }
}
