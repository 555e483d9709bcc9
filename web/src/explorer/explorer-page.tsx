import { Box, Group, Loader, Title } from '@mantine/core';
import { type ReactElement, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Failure, Problems } from '../parts/states.js';
import { usePageTitle } from '../parts/use-page-title.js';
import styles from './explorer-page.module.css';
import { ExportMenu } from './export-menu.js';
import { FindInGraph } from './find-in-graph.js';
import { diagram } from './model/diagram.js';
import { ends } from './model/ends.js';
import type { KnownGraph } from './model/graph.js';
import { collapsible } from './model/reach.js';
import { summary } from './model/summary.js';
import type { View } from './model/view.js';
import { PathBar } from './path-bar.js';
import type { Camera } from './picture/use-camera.js';
import { held } from './questions.js';
import { SideBar } from './side-bar.js';
import { Stage } from './stage.js';
import { StartPage } from './start-page.js';
import { StatusBar } from './status-bar.js';
import { Toolbar } from './toolbar.js';
import { useBoxActions } from './use-box-actions.js';
import { useGraph } from './use-graph.js';
import { usePath } from './use-path.js';
import { useScene } from './use-scene.js';
import { useView } from './use-view.js';

/** The lineage of the nodes or runs that the address names, as a picture to walk through. */
export function ExplorerPage(): ReactElement {
  const [view, change] = useView();
  const path = usePath(view);
  const { graph: known, isOfBefore, isAsking, problems, error, retry, limits } = useGraph(view, path.ways);
  // What a large answer is merged and folded for need not be done at one go.
  const graph = useDeferredValue(known);
  const { of, expanded, collapsed, fold, opened, hiddenTypes, selected } = view;
  const drawn = useMemo(
    () => graph && diagram(graph, { of, expanded, collapsed, fold, opened, hiddenTypes }),
    [graph, of, expanded, collapsed, fold, opened, hiddenTypes],
  );
  const { laid, isLaying, error: layoutError } = useScene(drawn);
  // Between an answer and its picture nothing is asked or laid out for a moment, and yet more is on its way.
  const isBusy = isAsking || isLaying || graph !== known;
  const actions = useBoxActions(view, change);
  const hideable = useMemo(
    () => ({
      upstream: graph && selected !== undefined ? collapsible(graph, collapsed, { id: selected, side: 'upstream' }) : 0,
      downstream:
        graph && selected !== undefined ? collapsible(graph, collapsed, { id: selected, side: 'downstream' }) : 0,
    }),
    [graph, collapsed, selected],
  );
  const stops = useMemo(() => (drawn === undefined ? [] : ends(drawn, view.direction)), [drawn, view.direction]);
  const camera = useRef<Camera>(undefined);
  const [words, setWords] = useState('');
  const said = graph && drawn && limits && summary(drawn, graph.reasons, held(view, limits));
  usePageTitle(view.of.length === 0 ? 'Lineage' : titleOf(view, graph));
  if (view.of.length === 0) return <StartPage />;
  return (
    <Box className={styles.page}>
      <Group justify="space-between">
        <Title order={1} size="h3" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {titleOf(view, graph)}
        </Title>
        {isBusy && <Loader size="xs" />}
      </Group>
      <Toolbar view={view} change={change} graph={graph} fold={drawn?.fold} limits={limits}>
        {graph && drawn && said && (
          <>
            <FindInGraph
              graph={graph}
              diagram={drawn}
              view={view}
              change={change}
              text={words}
              onText={setWords}
              onShow={(id) => {
                camera.current?.centre(id);
                change({ selected: id });
              }}
              onOpen={actions.open}
            />
            <ExportMenu
              graph={graph}
              diagram={drawn}
              scene={view.shownAs === 'graph' && laid?.diagram === drawn ? laid.scene : undefined}
              view={view}
              missing={[...said.notShown, ...said.beyond]}
            />
          </>
        )}
      </Toolbar>
      <Problems of={problems} />
      {error !== null && <Failure error={error} onRetry={retry} />}
      {layoutError !== undefined && view.shownAs === 'graph' && <Failure error={layoutError} />}
      <div className={styles.body}>
        <Stage
          graph={graph}
          diagram={drawn}
          laid={laid}
          view={view}
          words={words}
          ways={path.ways}
          hideable={hideable}
          actions={actions}
          camera={camera}
          isBusy={isBusy}
          isFailed={error !== null || layoutError !== undefined}
        >
          {graph && <PathBar graph={graph} view={view} change={change} path={path} />}
        </Stage>
        {graph && drawn && (
          <SideBar
            diagram={drawn}
            graph={graph}
            view={view}
            change={change}
            collapsible={hideable}
            onExpand={actions.expand}
            onCollapse={actions.collapse}
            onOpen={actions.open}
          />
        )}
      </div>
      {graph && drawn && said && (
        <StatusBar
          summary={said}
          reasons={graph.reasons}
          ends={stops}
          isOfBefore={isOfBefore}
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
