import { Anchor } from '@mantine/core';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { CopyText } from '../parts/copy-text.js';
import styles from './details.module.css';

/** One thing that is known: its name, and the value as it is shown. */
export interface Fact {
  readonly label: string;
  /** A fact without a value is left out: null, undefined, false or an empty text. */
  readonly value: ReactNode;
}

/** What is known of a thing, name by name. */
export function Facts({ of: facts }: { readonly of: readonly Fact[] }): ReactElement {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '')
        .map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

/** A text of a machine that is copied with a click; nothing where there is none. */
export function copied(text: string | null | undefined, label: string): ReactNode {
  return text ? <CopyText text={text} label={label} /> : null;
}

/** A place of payload, to copy; one that a browser can open is a link as well. */
export function Location({ uri, label }: { readonly uri: string; readonly label: string }): ReactElement {
  return (
    <>
      <CopyText text={uri} label={label} />
      {/^https?:\/\//i.test(uri) && (
        <Anchor href={uri} target="_blank" rel="noreferrer" size="xs">
          Open in a new tab
        </Anchor>
      )}
    </>
  );
}
