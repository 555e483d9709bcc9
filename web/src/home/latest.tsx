import { Anchor, Box, Button, Group, Paper, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { impactPath, listPath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import {
  type ArtifactKind,
  LatestArtifactsDocument,
  LatestExecutionsDocument,
  LatestRunsDocument,
} from '../generated/operations.js';
import { KINDS, type KindName } from '../parts/kinds.js';
import { type Linked, NodeLink } from '../parts/node-link.js';
import { Failure, Loading } from '../parts/states.js';
import { StatusBadge } from '../parts/status-badge.js';
import { Time } from '../parts/time.js';
import styles from './home.module.css';

/** The artifacts of a kind that came last, each with the question that people ask of it first. */
export function LatestArtifacts({
  kind,
  typename,
}: {
  readonly kind: ArtifactKind;
  readonly typename: KindName;
}): ReactElement {
  const asked = useAsk(LatestArtifactsDocument, { kind });
  const { plural } = KINDS[typename];
  return (
    <Latest title={`Latest ${plural.toLowerCase()}`} all={listPath('artifacts', { kind })} asked={asked}>
      {asked.data?.data.artifacts?.nodes.map((node) => (
        <Line
          key={node.id}
          to={node}
          version={node.version}
          at={node.createdAt}
          end={<FirstQuestion kind={kind} id={node.id} name={node.displayName} />}
        />
      ))}
    </Latest>
  );
}

function FirstQuestion({
  kind,
  id,
  name,
}: {
  readonly kind: ArtifactKind;
  readonly id: string;
  readonly name: string;
}): ReactElement {
  const isModel = kind === 'MODEL';
  const question = isModel ? 'Came from?' : 'Touched what?';
  return (
    <Button
      component={Link}
      to={impactPath([id], isModel ? 'UPSTREAM' : 'DOWNSTREAM')}
      variant="default"
      size="compact-xs"
      fw={500}
      aria-label={`${question} ${name}`}
    >
      {question}
    </Button>
  );
}

/** The runs that came last; where a tool keeps none, its executions. */
export function LatestRuns(): ReactElement {
  const runs = useAsk(LatestRunsDocument, {});
  const hasNone = runs.data?.data.runs?.nodes.length === 0;
  const executions = useAsk(LatestExecutionsDocument, {}, { enabled: hasNone });
  return (
    <Latest
      title={hasNone ? 'Latest executions' : 'Latest runs'}
      all={listPath(hasNone ? 'executions' : 'runs')}
      asked={hasNone ? executions : runs}
    >
      {hasNone
        ? executions.data?.data.executions?.nodes.map((node) => (
            <Line key={node.id} to={node} at={node.createdAt} end={<StatusBadge status={node.status} />} />
          ))
        : runs.data?.data.runs?.nodes.map((node) => (
            <Line
              key={node.id}
              to={node}
              about={node.workspace?.name}
              at={node.createdAt}
              end={<StatusBadge status={node.status} />}
            />
          ))}
    </Latest>
  );
}

function Latest({
  title,
  all,
  asked: { data, error, isPending, refetch },
  children,
}: {
  readonly title: string;
  readonly all: string;
  /** The question that brings them. */
  readonly asked: Pick<UseQueryResult, 'data' | 'error' | 'isPending' | 'refetch'>;
  readonly children: readonly ReactNode[] | undefined;
}): ReactElement {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} miw={0}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Anchor component={Link} to={all} size="sm" aria-label={`All, not only the ${title.toLowerCase()}`}>
          All
        </Anchor>
      </Group>
      {isPending ? (
        <Loading lines={5} />
      ) : error !== null && data === undefined ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : children === undefined || children.length === 0 ? (
        <Text c="dimmed" size="sm">
          None yet
        </Text>
      ) : (
        <ul className={styles.latest}>{children}</ul>
      )}
    </Paper>
  );
}

function Line({
  to,
  version,
  about,
  at,
  end,
}: {
  readonly to: Linked;
  /** Tells things of one name apart. */
  readonly version?: string | null | undefined;
  readonly about?: string | null | undefined;
  readonly at: string | null;
  readonly end: ReactNode;
}): ReactElement {
  return (
    <li>
      <Group wrap="nowrap" gap="xs">
        <NodeLink to={to} />
        {version && (
          <Text size="xs" c="dimmed" truncate title={version} miw="4rem" flex="1 1 0">
            {version}
          </Text>
        )}
      </Group>
      <Group wrap="nowrap" justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" truncate>
          <Time at={at} />
          {about && ` · ${about}`}
        </Text>
        <Box style={{ flexShrink: 0 }}>{end}</Box>
      </Group>
    </li>
  );
}
