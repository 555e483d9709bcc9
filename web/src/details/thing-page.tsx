import { Button, Group, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { type Answer, AskError } from '../api/ask.js';
import { idOfPath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import type { TypedDocumentString } from '../generated/operations.js';
import { CopyText } from '../parts/copy-text.js';
import { Empty, Failure, Loading, Problems } from '../parts/states.js';
import styles from './details.module.css';

/** What {@link ThingPage} needs to find a thing and to speak of it. */
export interface ThingPageProps<Data, Thing> {
  /** What it is called in a sentence: `artifact`. */
  readonly word: string;
  /** The list to go back to. */
  readonly list: { readonly path: string; readonly label: string };
  readonly document: TypedDocumentString<Data, { readonly id: string }>;
  readonly thingOf: (data: Data) => Thing | null | undefined;
  readonly children: (thing: Thing) => ReactNode;
}

/**
 * The page of the thing whose id is in the address: its content once it is there, and until then its shape. An id that
 * leads nowhere, and one that is none, have a page as well.
 */
export function ThingPage<Data, Thing>(props: ThingPageProps<Data, Thing>): ReactElement {
  const { pathname } = useLocation();
  const id = idOfPath(pathname);
  if (id === undefined) return <NotFound {...props} title="This address names nothing" id={pathname} />;
  // Two things never share a state: the answer for one is not shown while the other is asked for.
  return <Asked key={id} id={id} {...props} />;
}

function Asked<Data, Thing>({
  id,
  ...props
}: ThingPageProps<Data, Thing> & { readonly id: string }): ReactElement | null {
  const answer = useAsk(props.document, { id });
  const { error, data } = answer;
  if (error instanceof AskError && (error.code === 'BAD_USER_INPUT' || error.code === 'NOT_FOUND')) {
    return <NotFound {...props} title={`This is not the id of any ${props.word}`} id={id} />;
  }
  if (data === undefined) return <Waiting answer={answer} />;
  const thing = props.thingOf(data.data);
  if (thing === null || thing === undefined) {
    return data.problems.length > 0 ? (
      <Problems of={data.problems} />
    ) : (
      <NotFound {...props} title={`There is no such ${props.word} in this store`} id={id} />
    );
  }
  return (
    <Stack>
      <Problems of={data.problems} />
      {props.children(thing)}
    </Stack>
  );
}

/** The shape of a page whose thing is on its way, or why it does not come. */
function Waiting<Data>({ answer }: { readonly answer: UseQueryResult<Answer<Data>, Error> }): ReactElement {
  if (answer.error !== null) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <Stack gap="xl">
      <Loading lines={3} />
      <div className={styles.columns}>
        <Loading lines={8} />
        <Loading lines={8} />
      </div>
    </Stack>
  );
}

function NotFound({
  title,
  id,
  list,
  word,
}: {
  readonly title: string;
  readonly id: string;
  readonly list: { readonly path: string; readonly label: string };
  readonly word: string;
}): ReactElement {
  return (
    <Empty title={title} order={1}>
      <Stack align="center" gap="md">
        <CopyText text={id} label="id" />
        <span>
          It may have been deleted, or the link may come from another store. Each store numbers its own {word}s.
        </span>
        <Group justify="center">
          <Button component={Link} to={list.path} variant="light">
            {list.label}
          </Button>
          <Button component={Link} to="/" variant="default">
            Overview
          </Button>
        </Group>
      </Stack>
    </Empty>
  );
}
