import { Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { pagePath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import { NodePanelDocument, type NodePanelQuery } from '../generated/operations.js';
import { CopyText } from '../parts/copy-text.js';
import { NodeLink } from '../parts/node-link.js';
import { Failure, Problems } from '../parts/states.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import type { GraphNode } from './model/graph.js';
import styles from './node-panel.module.css';

/** A fact and its name; left out where there is none. */
type Fact = readonly [name: string, value: ReactNode];

interface Named {
  readonly name: string;
  readonly text: string;
}

type Asked = NonNullable<NodePanelQuery['node']>;

/** The most values of one sort to list; the node's page has them all. */
const MAX_VALUES = 12;

/** What is known of a node: at once what the graph holds, then what its own answer adds. */
export function NodeFacts({ node }: { readonly node: GraphNode }): ReactElement {
  const { data, error, isPlaceholderData, refetch } = useAsk(NodePanelDocument, { id: node.id });
  const told = isPlaceholderData ? undefined : (data?.data.node ?? undefined);
  return (
    <Stack gap="sm">
      <Facts of={[...factsOf(node), ...toldFacts(told)]} />
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : told === undefined ? (
        <Stack gap={6} role="status" aria-label="Loading details" aria-busy>
          <Skeleton h={14} w="70%" />
          <Skeleton h={14} w="50%" />
        </Stack>
      ) : (
        sections(told).map(([title, values], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records of metrics may share a name, and none moves.
          <Values key={index} title={title} values={values} id={node.id} />
        ))
      )}
      {data && !isPlaceholderData && <Problems of={data.problems} />}
    </Stack>
  );
}

function factsOf(node: GraphNode): readonly Fact[] {
  const { run, workspace } = node;
  return [
    ['Id', <CopyText key="id" text={node.id} label="id" />],
    ['Type', node.typeName],
    ['Version', node.version],
    ['Status', node.kind === 'Execution' && <StatusBadge status={node.status} />],
    ['Run', run && <NodeLink to={{ id: run.id, name: run.name, __typename: 'Run' }} />],
    ['Workspace', workspace && <NodeLink to={{ id: workspace.id, name: workspace.name, __typename: 'Workspace' }} />],
    ['URI', node.uri && <CopyText key="uri" text={node.uri} label="uri" />],
    ['Created', <Time key="created" at={node.createdAt} />],
  ];
}

function toldFacts(told: Asked | undefined): readonly Fact[] {
  if (told === undefined || !('updatedAt' in told)) return [];
  const facts: Fact[] = [
    ['Updated', <Time key="updated" at={told.updatedAt} />],
    ['External id', told.externalId && <CopyText key="external" text={told.externalId} label="external id" />],
  ];
  if (told.__typename === 'Execution') {
    return [
      ['Took', durationText(told.startedAt, told.finishedAt)],
      ['Cached from', told.cachedFrom && <NodeLink to={told.cachedFrom} />],
      ...facts,
    ];
  }
  const framework = told.__typename === 'Model' ? told.trainingFramework : null;
  return [
    ['State', told.state?.toLowerCase().replaceAll('_', ' ')],
    ['Description', told.description],
    ['Framework', framework && [framework.name, framework.version].filter(Boolean).join(' ')],
    ...facts,
  ];
}

function sections(told: Asked): readonly (readonly [title: string, values: readonly Named[]])[] {
  if (!('properties' in told)) return [];
  const own: (readonly [string, readonly Named[]])[] = [['Properties', toldApart(told.properties)]];
  switch (told.__typename) {
    case 'Model':
      return [
        ...(told.metrics?.nodes ?? []).map(({ displayName, values }) => [`Metrics: ${displayName}`, values] as const),
        ['Hyperparameters', named(told.hyperparameters)],
        ...own,
      ];
    case 'Metrics':
      return [['Values', told.values], ...own];
    case 'Execution':
      return [['Parameters', told.parameters], ['Output parameters', told.outputParameters], ...own];
    default:
      return own;
  }
}

/** A type's property and one of the writer's own may share a name. */
function toldApart(properties: readonly (Named & { readonly custom: boolean })[]): readonly Named[] {
  const declared = new Set(properties.filter(({ custom }) => !custom).map(({ name }) => name));
  return properties.map(({ name, custom, text }) => ({
    name: custom && declared.has(name) ? `${name} (custom)` : name,
    text,
  }));
}

/** Hyperparameters are JSON of any shape; what is no object has no names to list. */
function named(json: unknown): readonly Named[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
  return Object.entries(json).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

function Values({
  title,
  values,
  id,
}: {
  readonly title: string;
  readonly values: readonly Named[];
  readonly id: string;
}): ReactElement | null {
  if (values.length === 0) return null;
  const rest = values.length - MAX_VALUES;
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <Facts of={values.slice(0, MAX_VALUES).map(({ name, text }) => [name, <Value key={name} text={text} />])} />
      {rest > 0 && (
        <Text size="xs" mt={4}>
          <Link to={pagePath(id)}>{rest.toLocaleString()} more on its page</Link>
        </Text>
      )}
    </div>
  );
}

function Value({ text }: { readonly text: string }): ReactElement {
  return (
    <Text size="sm" lineClamp={3} title={text}>
      {text}
    </Text>
  );
}

function Facts({ of }: { readonly of: readonly Fact[] }): ReactElement {
  return (
    <dl className={styles.facts}>
      {of
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may repeat, and the facts never move.
          <div key={index} style={{ display: 'contents' }}>
            <dt title={name}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
