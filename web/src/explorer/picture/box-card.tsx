import { Text, UnstyledButton } from '@mantine/core';
import { IconArrowsMaximize, IconFlag3Filled, IconMinus } from '@tabler/icons-react';
import type { Node, NodeProps } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { KindIcon } from '../../parts/kind-icon.js';
import { kindOf } from '../../parts/kinds.js';
import { MiddleText } from '../../parts/middle-text.js';
import { shortTypeName } from '../../parts/type-name.js';
import { boxKind } from '../model/box-kind.js';
import type { Box, GroupBox, NodeBox, PlacedBox } from '../model/scene.js';
import type { Side } from '../model/view.js';
import styles from './box-card.module.css';
import { colorOf, isRound } from './palette.js';
import { usePicture } from './picture-context.js';

/** What the graph library is told of a box. */
export type CardNode = Node<{ readonly placed: PlacedBox }, 'card'>;

/** A box as it looks from near: what it is, its name, and what lies beyond it on either side. */
export const BoxCard = memo(function BoxCard({ data }: NodeProps<CardNode>): ReactElement {
  const { box } = data.placed;
  const { starts, selected, current, lit, select, focus, open, point } = usePicture();
  const isFaded = lit !== undefined && !lit.has(box.id);
  const isStart = box.shape === 'node' && starts.has(box.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing lights up what is related, which selecting does as well.
    <div
      className={styles.card}
      data-round={isRound(box) || undefined}
      data-group={box.shape === 'group' || undefined}
      data-selected={selected === box.id || undefined}
      data-start={isStart || undefined}
      data-faded={isFaded || undefined}
      style={{ '--card-color': `var(--mantine-color-${colorOf(box)}-filled)` } as React.CSSProperties}
      onMouseEnter={() => point(box.id)}
      onMouseLeave={() => point(undefined)}
    >
      <UnstyledButton
        className={styles.face}
        data-box={box.id}
        tabIndex={current === box.id ? 0 : -1}
        aria-pressed={selected === box.id}
        title={titleOf(box)}
        onClick={() => select(box.id)}
        onFocus={() => focus(box.id)}
        onDoubleClick={() => box.shape === 'group' && open(box.id)}
      >
        <KindIcon typename={boxKind(box)} size={34} />
        <span className={styles.words}>
          <Text span className={styles.name}>
            {box.shape === 'group' && <b>{box.members.length.toLocaleString()} × </b>}
            <MiddleText text={nameOf(box)} />
          </Text>
          <Text span className={styles.type}>
            {box.shape === 'node' ? <NodeLine box={box} /> : groupLine(box)}
          </Text>
        </span>
        {isStart && <IconFlag3Filled size={14} className={styles.flag} role="img" aria-label="Start" />}
      </UnstyledButton>
      <Beyond box={box} side="upstream" />
      <Beyond box={box} side="downstream" />
    </div>
  );
});

function NodeLine({ box: { node } }: { readonly box: NodeBox }): ReactElement {
  return (
    <>
      {node.status !== undefined && <i className={styles.status} data-status={node.status} />}
      {node.status !== undefined && node.status !== 'COMPLETE' && `${node.status.toLowerCase()} · `}
      {shortTypeName(node.typeName)}
      {node.version !== undefined && ` · ${node.version}`}
    </>
  );
}

/** How much lies beyond on a side, which a press shows; of the selected box, what a press hides. */
function Beyond({ box, side }: { readonly box: Box; readonly side: Side }): ReactElement | null {
  const { selected, collapsible, expand, collapse, open } = usePicture();
  const count = box.beyond[side];
  const to = side === 'upstream' ? 'upstream of' : 'downstream of';
  if (count > 0) {
    const label = `Show ${count.toLocaleString()} more ${to} ${nameOf(box)}`;
    const act = () => (box.shape === 'group' ? open(box.id) : expand(box.id, side));
    return (
      <UnstyledButton
        className={styles.beyond}
        data-side={side}
        tabIndex={-1}
        aria-label={label}
        title={label}
        onClick={act}
      >
        +{count.toLocaleString()}
      </UnstyledButton>
    );
  }
  if (box.shape === 'group') {
    if (side === 'upstream') return null;
    const label = `Open ${box.members.length} × ${box.label}`;
    return (
      <UnstyledButton
        className={styles.beyond}
        data-side={side}
        tabIndex={-1}
        aria-label={label}
        title={label}
        onClick={() => open(box.id)}
      >
        <IconArrowsMaximize size={12} />
      </UnstyledButton>
    );
  }
  if (box.id !== selected || collapsible[side] === 0) return null;
  const label = `Hide the ${collapsible[side].toLocaleString()} that only this leads to ${side}`;
  return (
    <UnstyledButton
      className={styles.beyond}
      data-side={side}
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => collapse(box.id, side)}
    >
      <IconMinus size={12} />
    </UnstyledButton>
  );
}

function nameOf(box: Box): string {
  if (box.shape === 'node') return box.node.label;
  return box.foldedBy === 'siblings' ? shortTypeName(box.label) : box.label;
}

function groupLine({ foldedBy, members }: GroupBox): string {
  switch (foldedBy) {
    case 'siblings':
      return `alike · ${kindOf(members[0]?.kind ?? '').plural}`;
    case 'runs':
      return 'nodes of this run';
    case 'workspaces':
      return 'nodes of this workspace';
  }
}

function titleOf(box: Box): string {
  if (box.shape === 'group') return `${box.members.length} × ${box.label}`;
  return `${box.node.label}\n${box.node.typeName}`;
}
