import type { ReactElement } from 'react';
import styles from './middle-text.module.css';

/** Names of so many letters mostly fit, and lose their end where they do not. */
const SHORT = 18;

/** The last letters of a long name without a slash, which stay when it is too long for its place. */
const TAIL = 7;

/**
 * A name on one line. Where it does not fit a long one loses its middle: names of outputs and versions differ at their
 * end, as `Transform/pre_transform_stats` and `Transform/post_transform_stats` do.
 */
export function MiddleText({ text: whole }: { readonly text: string }): ReactElement {
  const text = whole.replaceAll(/[\r\n\t]+/g, ' ');
  const slash = text.lastIndexOf('/', text.length - 2);
  const split = text.length <= SHORT ? text.length : slash > 0 ? slash : tailOf(text);
  return (
    <span className={styles.whole}>
      <span className={styles.head}>{text.slice(0, split)}</span>
      {split < text.length && <span className={styles.tail}>{text.slice(split)}</span>}
    </span>
  );
}

/** Where the tail of a text begins: between two letters, and not within one that is kept as two halves. */
function tailOf(text: string): number {
  const at = text.length - TAIL;
  const isHalf = (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return isHalf ? at - 1 : at;
}
