import type { ReactElement } from 'react';
import styles from './middle-text.module.css';

/** The last letters of a name without a slash that stay when it is too long for its place. */
const TAIL = 7;

/**
 * A name on one line that loses its middle where it does not fit: names of outputs and versions differ at their end, as
 * `Transform/pre_transform_stats` and `Transform/post_transform_stats` do.
 */
export function MiddleText({ text }: { readonly text: string }): ReactElement {
  const slash = text.lastIndexOf('/');
  const split = slash > 0 && slash < text.length - 1 ? slash : Math.max(text.length - TAIL, 0);
  return (
    <span className={styles.whole}>
      <span className={styles.head}>{text.slice(0, split)}</span>
      <span className={styles.tail}>{text.slice(split)}</span>
    </span>
  );
}
