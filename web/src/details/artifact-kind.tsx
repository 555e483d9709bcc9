import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { impactPath } from '../api/page-path.js';
import { useList } from '../api/use-list.js';
import {
  type ArtifactDetailsQuery,
  DataSetModelsDocument,
  type DataSetModelsQuery,
  ModelDataSetsDocument,
  type ModelDataSetsQuery,
  ModelMetricsDocument,
  type ModelMetricsLink,
  type ModelMetricsQuery,
  type ReachedFragment,
} from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { Time } from '../parts/time.js';
import { Named, Version } from './event-table.js';
import { Incomplete } from './incomplete.js';
import { ValuesSection } from './properties-section.js';
import { type Column, RowsTable } from './rows-table.js';
import { ListSection } from './section.js';
import type { NamedValue } from './value-text.js';

type Artifact = NonNullable<ArtifactDetailsQuery['artifact']>;

const modelConnection = ({ artifact }: DataSetModelsQuery) =>
  artifact && 'models' in artifact ? artifact.models : undefined;
const dataSetConnection = ({ artifact }: ModelDataSetsQuery) =>
  artifact && 'dataSets' in artifact ? artifact.dataSets : undefined;
const metricsConnection = ({ artifact }: ModelMetricsQuery) =>
  artifact && 'metrics' in artifact ? artifact.metrics : undefined;

const modelsOf = (data: DataSetModelsQuery) => edges(modelConnection(data));
const dataSetsOf = (data: ModelDataSetsQuery) => edges(dataSetConnection(data));
const metricsOf = (data: ModelMetricsQuery) => edges(metricsConnection(data));

/** What only this kind of artifact has: a data set its models, a model its data and metrics, metrics their values. */
export function KindSection({ of: artifact }: { readonly of: Artifact }): ReactElement | null {
  switch (artifact.__typename) {
    case 'DataSet':
      return <ModelsSection id={artifact.id} />;
    case 'Model':
      return (
        <>
          <MetricsSection id={artifact.id} />
          <DataSetsSection id={artifact.id} />
        </>
      );
    case 'Metrics':
      return <ValuesSection title="Values" rows={artifact.values} />;
    case 'GenericArtifact':
      return null;
  }
}

/** What a model was told before it was trained; nothing for what is no model, or has none. */
export function HyperparametersSection({ of: artifact }: { readonly of: Artifact }): ReactElement | null {
  if (artifact.__typename !== 'Model') return null;
  return <ValuesSection title="Hyperparameters" rows={namedValues(artifact.hyperparameters)} />;
}

function namedValues(json: unknown): readonly NamedValue[] {
  if (json === null || json === undefined) return [];
  const entries = typeof json === 'object' && !Array.isArray(json) ? Object.entries(json) : [['value', json] as const];
  return entries.map(([name, value]) => ({
    name,
    value,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

interface ReachedRow {
  readonly distance: number;
  readonly node: ReachedFragment;
}

const REACHED: readonly Column<ReachedRow>[] = [
  { header: 'Name', cell: ({ node }) => <Named node={node} /> },
  { header: 'Version', width: '20%', cell: ({ node }) => node.version && <Version of={node.version} /> },
  { header: 'Run', width: '24%', cell: ({ node }) => node.run && <NodeLink to={node.run} icon={false} lines={2} /> },
  {
    header: 'Distance',
    align: 'right',
    width: 90,
    cell: ({ distance }) => `${distance} ${distance === 1 ? 'hop' : 'hops'}`,
  },
];

function ModelsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(DataSetModelsDocument, { id }, modelsOf, { first: 10 });
  const walked = list.data && modelConnection(list.data)?.completeness;
  return (
    <ListSection
      title="Models trained on this data"
      isWhole={walked?.complete ?? true}
      list={list}
      note={<Incomplete of={walked} whole={impactPath([id], 'DOWNSTREAM')} />}
      empty="No model was made from it, as far as this store tells."
    >
      {(rows) => (
        <RowsTable label="Models trained on this data" rows={rows} columns={REACHED} rowKey={({ node }) => node.id} />
      )}
    </ListSection>
  );
}

function DataSetsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(ModelDataSetsDocument, { id }, dataSetsOf, { first: 10 });
  const walked = list.data && dataSetConnection(list.data)?.completeness;
  return (
    <ListSection
      title="Data behind this model"
      isWhole={walked?.complete ?? true}
      list={list}
      note={<Incomplete of={walked} whole={impactPath([id], 'UPSTREAM')} />}
      empty="This store knows of no data set behind it."
    >
      {(rows) => (
        <RowsTable label="Data behind this model" rows={rows} columns={REACHED} rowKey={({ node }) => node.id} />
      )}
    </ListSection>
  );
}

type MetricsRow = NonNullable<ReturnType<typeof metricsConnection>>['edges'][number];

/** How a metrics artifact is known to speak of the model. */
const VIA: Readonly<Record<ModelMetricsLink, string>> = {
  PROPERTY: 'names the model',
  GRAPH: 'from a step with the model',
  BOTH: 'names the model',
};

const METRICS: readonly Column<MetricsRow>[] = [
  {
    header: 'Metrics',
    cell: ({ node, via }) => (
      <Stack gap={0} miw={0}>
        <NodeLink to={node} lines={2} />
        <Text size="xs" c="dimmed" pl={28} component="div">
          <Time at={node.createdAt} />, {VIA[via]}
        </Text>
      </Stack>
    ),
  },
  {
    header: 'Values',
    width: '34%',
    cell: ({ node }) =>
      node.values.length > 0 && (
        <Group gap={6}>
          {node.values.map(({ name, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may repeat, and the values never move.
            <Badge key={index} variant="light" color="grape" radius="sm" tt="none" fw={500}>
              {name} <b>{text}</b>
            </Badge>
          ))}
        </Group>
      ),
  },
  { header: 'Measured in', width: 110, cell: ({ node }) => node.metricsType?.toLowerCase() },
  {
    header: 'On the data',
    width: '20%',
    cell: ({ node }) => node.dataSet && <NodeLink to={node.dataSet} icon={false} lines={2} />,
  },
];

function MetricsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(ModelMetricsDocument, { id }, metricsOf, { first: 10 });
  return (
    <ListSection title="Metrics of this model" list={list} empty="No metrics of it are recorded.">
      {(rows) => (
        <RowsTable label="Metrics of this model" rows={rows} columns={METRICS} rowKey={({ node }) => node.id} />
      )}
    </ListSection>
  );
}

/** A list of the API whose items are its edges: these say more than the nodes do. */
function edges<Connection extends { readonly edges: readonly unknown[] }>(
  connection: Connection | null | undefined,
): (Connection & { readonly nodes: Connection['edges'] }) | null | undefined {
  return connection && { ...connection, nodes: connection.edges };
}
