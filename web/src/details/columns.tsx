import { Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './details.module.css';

/** The body of a page: what the thing is, beside what happened to it. On a narrow screen all of it is one column. */
export function Columns({
  about,
  behind,
  children,
}: {
  /** What the thing is, in a few lines. */
  readonly about: ReactNode;
  /** What few people look for. */
  readonly behind?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={styles.columns}>
      <Stack miw={0}>{about}</Stack>
      <Stack miw={0} className={styles.main}>
        {children}
      </Stack>
      {behind !== undefined && <Stack miw={0}>{behind}</Stack>}
    </div>
  );
}
