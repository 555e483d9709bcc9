import { Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { CopyText } from '../parts/copy-text.js';
import styles from './compare.module.css';
import { differenceOf, extremesOf, type Row } from './model/rows.js';

/** Longer texts are cut, and copied whole. */
const LONG = 40;

/** What one subject bears, marked where it is not what the baseline bears: by weight and ground, and for numbers by how much. */
export function ValueCell({
  row,
  index,
  base,
  marksExtremes,
}: {
  readonly row: Row;
  readonly index: number;
  /** Place of the baseline among the subjects. */
  readonly base: number;
  readonly marksExtremes: boolean;
}): ReactElement {
  const cell = row.cells[index];
  const { differs, delta } = differenceOf(cell, row.cells[base]);
  const isMarked = differs && index !== base;
  return (
    <Group gap={6} wrap="nowrap" className={isMarked ? styles.differs : undefined}>
      {marksExtremes && <Extreme row={row} index={index} />}
      {cell === undefined ? (
        <Text span c="dimmed" title="Not there">
          –
        </Text>
      ) : cell.text.length > LONG ? (
        <CopyText text={cell.text} label={cell.name} />
      ) : (
        <Text span size="sm" fw={isMarked ? 650 : undefined}>
          {cell.text}
        </Text>
      )}
      {cell !== undefined && cell.count > 1 && (
        <Text span size="xs" c="dimmed">
          last of {cell.count}
        </Text>
      )}
      {isMarked && delta !== undefined && (
        <Text span size="xs" c="dimmed" title="Against the baseline">
          {delta}
        </Text>
      )}
    </Group>
  );
}

function Extreme({ row, index }: { readonly row: Row; readonly index: number }): ReactElement | null {
  const { highest, lowest } = extremesOf(row);
  if (highest.includes(index)) return <IconArrowUp size={14} aria-label="highest" className={styles.mark} />;
  if (lowest.includes(index)) return <IconArrowDown size={14} aria-label="lowest" className={styles.mark} />;
  return null;
}
