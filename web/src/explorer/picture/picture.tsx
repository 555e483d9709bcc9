import '@xyflow/react/dist/base.css';
import { ActionIcon, Stack } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { highlight } from '../model/highlight.js';
import type { Diagram, Scene } from '../model/scene.js';
import { stepTo, type Way } from '../model/steps.js';
import type { Side } from '../model/view.js';
import { BoxCard } from './box-card.js';
import { CanvasLayer } from './canvas-layer.js';
import { Minimap } from './minimap.js';
import styles from './picture.module.css';
import { type BoxActions, PictureContext, type PictureState } from './picture-context.js';
import { type Camera, useCamera, ZOOMS } from './use-camera.js';
import { CARDS_FROM, useCards } from './use-cards.js';
import { useHits } from './use-hits.js';

/** What a picture is made from. */
export interface PictureProps {
  readonly diagram: Diagram;
  readonly scene: Scene;
  /** Ids of the nodes that the reader has started from. */
  readonly starts: readonly string[];
  readonly selected: string | undefined;
  /** Ids of boxes and lines that stand out while the reader points at none; undefined: those of what is selected. */
  readonly marked?: ReadonlySet<string> | undefined;
  readonly collapsible: PictureState['collapsible'];
  readonly actions: BoxActions;
  /** Handed the means to move the view, for search and panel. */
  readonly onCamera?: (camera: Camera) => void;
  /** What floats above the picture. */
  readonly children?: ReactNode;
}

const NODE_TYPES = { card: BoxCard };

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The graph as layers from left to right: lines on a canvas, boxes near enough to be read as cards above it. */
export function Picture(props: PictureProps): ReactElement {
  return (
    <ReactFlowProvider>
      <Stage {...props} />
    </ReactFlowProvider>
  );
}

function Stage({ diagram, scene, starts, selected, marked, collapsible, actions, onCamera, children }: PictureProps) {
  const [pointed, setPointed] = useState<string>();
  const [isReady, setReady] = useState(false);
  const [focused, setFocused] = useState<string>();
  const current = focused ?? selected ?? starts[0];
  const stage = useRef<HTMLDivElement>(null);
  const cards = useCards(scene);
  const camera = useCamera(scene, isReady, selected ?? starts[0], focused ?? selected);
  useEffect(() => onCamera?.(camera), [onCamera, camera]);
  const lit = useMemo(() => {
    if (pointed === undefined && marked !== undefined) return marked;
    const id = pointed ?? selected;
    return id !== undefined && diagram.boxes.some((box) => box.id === id) ? highlight(diagram, [id]) : undefined;
  }, [diagram, pointed, selected, marked]);
  const hits = useHits(scene, actions, setPointed);
  const state = useMemo<PictureState>(
    () => ({
      ...actions,
      starts: new Set(starts),
      selected,
      current,
      lit,
      collapsible,
      point: setPointed,
      focus: setFocused,
    }),
    [actions, starts, selected, current, lit, collapsible],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const at = current ?? scene.boxes[0]?.box.id;
    const way = WAYS[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || at === undefined) return;
    if (way !== undefined) {
      const next = focused === undefined ? at : stepTo(scene, at, way);
      if (next !== undefined) moveTo(next);
    } else if (event.key === '+') expandAt(at);
    else if (event.key === '-') collapseAt(at);
    else if (event.key === 'f') camera.fit();
    else if (event.key === 'Escape') actions.select(undefined);
    else return;
    event.preventDefault();
  };
  const moveTo = (id: string) => {
    camera.reveal(id);
    setFocused(id);
    // The card comes with the next rendering, where it was not in view before.
    setTimeout(() => stage.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(id)}"]`)?.focus(), 40);
  };
  const expandAt = (id: string) => {
    const box = diagram.boxes.find((one) => one.id === id);
    if (box?.shape === 'group') actions.open(id);
    else for (const side of sides) if ((box?.beyond[side] ?? 0) > 0) actions.expand(id, side);
  };
  const collapseAt = (id: string) => {
    if (id !== selected) return actions.select(id);
    for (const side of sides) if (collapsible[side] > 0) actions.collapse(id, side);
  };

  return (
    <PictureContext.Provider value={state}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards within. */}
      <div ref={stage} className={styles.picture} onKeyDown={onKeyDown}>
        <ReactFlow
          nodes={cards}
          nodeTypes={NODE_TYPES}
          minZoom={ZOOMS.min}
          maxZoom={ZOOMS.max}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
          onInit={() => setReady(true)}
          proOptions={{ hideAttribution: true }}
          aria-label={`Lineage graph, ${scene.boxes.length} boxes. Arrow keys move along it.`}
          {...hits}
        >
          <CanvasLayer scene={scene} lit={lit} selected={selected} cardsFrom={CARDS_FROM} />
        </ReactFlow>
        <ZoomButtons camera={camera} />
        <Minimap scene={scene} />
        {children}
      </div>
    </PictureContext.Provider>
  );
}

const sides: readonly Side[] = ['upstream', 'downstream'];

function ZoomButtons({ camera }: { readonly camera: Camera }): ReactElement {
  return (
    <Stack gap={4} className={styles.zoom}>
      <ActionIcon variant="default" size="lg" aria-label="Zoom in" onClick={() => camera.zoomBy(1.4)}>
        <IconPlus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label="Zoom out" onClick={() => camera.zoomBy(1 / 1.4)}>
        <IconMinus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label="Show all" title="Show all (f)" onClick={camera.fit}>
        <IconMaximize size={16} />
      </ActionIcon>
    </Stack>
  );
}
