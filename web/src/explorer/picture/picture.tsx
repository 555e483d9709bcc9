import '@xyflow/react/dist/base.css';
import { ActionIcon, Stack } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { highlight } from '../model/highlight.js';
import type { Diagram, Scene } from '../model/scene.js';
import { BoxCard } from './box-card.js';
import { CanvasLayer } from './canvas-layer.js';
import { KeysHelp } from './keys-help.js';
import { Minimap } from './minimap.js';
import styles from './picture.module.css';
import { type BoxActions, PictureContext, type PictureState } from './picture-context.js';
import { type Camera, useCamera, ZOOMS } from './use-camera.js';
import { CARDS_FROM, useCards } from './use-cards.js';
import { useHits } from './use-hits.js';
import { useKeys } from './use-keys.js';

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
  const [isHelping, setHelping] = useState(false);
  const [isReady, setReady] = useState(false);
  const [focused, setFocused] = useState<string>();
  const ids = useMemo(() => new Set(scene.boxes.map(({ box }) => box.id)), [scene]);
  // A run has no box in its own graph, and what the keyboard was at may have been folded or hidden since.
  const known = [focused, selected, ...starts].find((id) => id !== undefined && ids.has(id));
  const current = known ?? scene.boxes[0]?.box.id;
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

  const onKeyDown = useKeys({
    diagram,
    scene,
    at: current,
    hasFocus: focused !== undefined && focused === current,
    selected,
    collapsible,
    actions,
    camera,
    onHelp: () => setHelping(true),
    onMove: (id) => {
      setFocused(id);
      // The card comes with the next rendering, where it was not in view before.
      setTimeout(() => stage.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(id)}"]`)?.focus(), 40);
    },
  });

  return (
    <PictureContext.Provider value={state}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
      <div
        ref={stage}
        className={styles.picture}
        role="group"
        aria-label={`Lineage graph, ${scene.boxes.length} boxes. Arrow keys move along it, question mark lists the keys.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: from afar there are no cards that could be focused.
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
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
          aria-label="Boxes in view"
          {...hits}
        >
          <CanvasLayer scene={scene} lit={lit} selected={selected} cardsFrom={CARDS_FROM} />
        </ReactFlow>
        <ZoomButtons camera={camera}>
          <KeysHelp isOpen={isHelping} onChange={setHelping} />
        </ZoomButtons>
        <Minimap scene={scene} />
        {children}
      </div>
    </PictureContext.Provider>
  );
}

function ZoomButtons({ camera, children }: { readonly camera: Camera; readonly children: ReactNode }): ReactElement {
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
      {children}
    </Stack>
  );
}
