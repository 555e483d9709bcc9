import { Anchor, Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { type Listed, listPath } from '../api/page-path.js';
import type { List } from '../api/use-list.js';
import { Failure, Loading, Problems } from '../parts/states.js';

/** A part of a page under a heading of its own. */
export function Section({
  title,
  count,
  aside,
  children,
}: {
  readonly title: string;
  /** How many things it holds, where known. */
  readonly count?: number | undefined;
  /** Stands at the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} miw={0}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap={8}>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {count !== undefined && (
            <Badge variant="default" size="sm" radius="sm">
              {count.toLocaleString()}
            </Badge>
          )}
        </Group>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}

/**
 * A part of a page that is a list: the rows that are there, and a button for the next ones that says how many there
 * are. Where the list cannot be had it says so in its place, and the rest of the page stands.
 */
export function ListSection<Row, Data>({
  title,
  list,
  empty,
  isWhole = true,
  aside,
  note,
  children,
}: {
  readonly title: string;
  readonly list: List<Row, Data>;
  /** What no rows mean, as a sentence. */
  readonly empty: string;
  /** Whether there can be no more than the list knows of; where there can, it neither counts them nor says that there are none. */
  readonly isWhole?: boolean;
  readonly aside?: ReactNode;
  /** Stands above the rows, for example what they do not show. */
  readonly note?: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}): ReactElement {
  const { rows, total, problems, error, isPending } = list;
  return (
    <Section title={title} count={isWhole ? total : undefined} aside={aside}>
      <Problems of={problems} />
      {note}
      {isPending && <Loading lines={3} />}
      {rows.length > 0 && children(rows)}
      {rows.length === 0 && !isPending && error === null && problems.length === 0 && (
        <Text size="sm" c="dimmed">
          {isWhole ? empty : 'None within what was looked at.'}
        </Text>
      )}
      {error !== null && <Failure error={error} onRetry={list.retry} />}
      <More of={list} />
    </Section>
  );
}

/** Leads to the list of the same things, which can be sorted and searched. */
export function ListLink({ to, fit }: { readonly to: 'artifacts' | 'executions'; readonly fit: Listed }): ReactElement {
  return (
    <Anchor component={Link} to={listPath(to, fit)} size="sm">
      Open as a list
    </Anchor>
  );
}

/** Asks for the next rows of a list, and says how many are shown of how many. Nothing where all are. */
function More<Row, Data>({ of: list }: { readonly of: List<Row, Data> }): ReactElement | null {
  if (!list.hasMore || list.error !== null) return null;
  return (
    <Group gap="sm" mt="sm">
      <Button size="xs" variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
        Show more
      </Button>
      <Text size="sm" c="dimmed" aria-live="polite">
        {list.rows.length.toLocaleString()} shown
        {list.total !== undefined && ` of ${list.total.toLocaleString()}`}
      </Text>
    </Group>
  );
}
