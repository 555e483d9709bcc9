import { type ReactElement, type ReactNode, type RefObject, useMemo } from 'react';
import { GraphTable } from './graph-table.js';
import type { KnownGraph } from './model/graph.js';
import { markPath } from './model/mark-path.js';
import type { Diagram } from './model/scene.js';
import type { Side, View } from './model/view.js';
import { Picture } from './picture/picture.js';
import type { BoxActions } from './picture/picture-context.js';
import type { Camera } from './picture/use-camera.js';
import styles from './stage.module.css';
import type { Laid } from './use-scene.js';
import { Waiting } from './waiting.js';

/** What {@link Stage} needs. */
export interface StageProps {
  /** Undefined until all that the graph starts from has been answered; so is `diagram`. */
  readonly graph: KnownGraph | undefined;
  readonly diagram: Diagram | undefined;
  /** The last diagram that has been laid out. */
  readonly laid: Laid | undefined;
  readonly view: View;
  /** What the reader searches the graph for. */
  readonly words: string;
  /** Ways to be marked, each as the ids of its nodes. */
  readonly ways: readonly (readonly string[])[];
  readonly hideable: Readonly<Record<Side, number>>;
  readonly actions: BoxActions;
  /** Is given the means to move the picture. */
  readonly camera: RefObject<Camera | undefined>;
  /** Whether more is on its way. */
  readonly isBusy: boolean;
  /** Whether an error stands elsewhere on the page, so that nothing is waited for. */
  readonly isFailed: boolean;
  /** What floats above the picture, and stands above the table. */
  readonly children: ReactNode;
}

/** The graph itself, as a picture or as a table. */
export function Stage(props: StageProps): ReactElement {
  const { graph, diagram, laid, view, words, ways, hideable, actions, camera, isBusy, isFailed, children } = props;
  const marked = useMemo(() => (laid && ways.length > 0 ? markPath(laid.diagram, ways) : undefined), [laid, ways]);
  if (view.shownAs === 'table') {
    return (
      <div className={styles.page} aria-busy={isBusy}>
        {children}
        {graph && diagram && (
          <div className={styles.table}>
            <GraphTable
              graph={graph}
              diagram={diagram}
              text={words}
              selected={view.selected}
              onSelect={actions.select}
              onExpand={actions.expand}
            />
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={styles.stage} aria-busy={isBusy}>
      {!isFailed && <Waiting graph={graph} diagram={diagram} laid={laid} />}
      {graph && laid && (
        <Picture
          diagram={laid.diagram}
          scene={laid.scene}
          starts={view.of}
          selected={view.selected}
          marked={marked}
          collapsible={hideable}
          actions={actions}
          onCamera={(moved) => {
            camera.current = moved;
          }}
        >
          <div className={styles.afloat}>{children}</div>
        </Picture>
      )}
    </div>
  );
}
