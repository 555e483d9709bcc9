import { Badge, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { listPath } from '../api/page-path.js';
import { useList } from '../api/use-list.js';
import {
  ArtifactConsumersDocument,
  type ArtifactConsumersQuery,
  ArtifactDetailsDocument,
  type ArtifactDetailsQuery,
  ArtifactProducersDocument,
  type ArtifactProducersQuery,
} from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { Questions } from '../parts/question-buttons.js';
import { Time } from '../parts/time.js';
import { HyperparametersSection, KindSection } from './artifact-kind.js';
import { Columns } from './columns.js';
import { ContextsSection } from './contexts-section.js';
import { StepEventTable } from './event-table.js';
import { copied, type Fact, Facts, Location } from './facts.js';
import { Heading } from './heading.js';
import { PropertiesSection } from './properties-section.js';
import { ListSection, Section } from './section.js';
import { ThingPage } from './thing-page.js';

type Artifact = NonNullable<ArtifactDetailsQuery['artifact']>;

const artifactOf = ({ artifact }: ArtifactDetailsQuery) => artifact;
const producersOf = ({ artifact }: ArtifactProducersQuery) =>
  artifact && { ...artifact.producedBy, nodes: artifact.producedBy.edges };
const consumersOf = ({ artifact }: ArtifactConsumersQuery) =>
  artifact && { ...artifact.consumedBy, nodes: artifact.consumedBy.edges };

/** What an artifact is, who wrote and who read it, and what follows from its kind. */
export function ArtifactPage(): ReactElement {
  return (
    <ThingPage
      word="artifact"
      list={{ path: listPath('artifacts'), label: 'All artifacts' }}
      document={ArtifactDetailsDocument}
      thingOf={artifactOf}
    >
      {(artifact) => <Details of={artifact} />}
    </ThingPage>
  );
}

function Details({ of: artifact }: { readonly of: Artifact }): ReactElement {
  const { id } = artifact;
  const producers = useList(ArtifactProducersDocument, { id }, producersOf, { first: 10 });
  const consumers = useList(ArtifactConsumersDocument, { id }, consumersOf, { first: 10 });
  return (
    <>
      <Heading
        of={artifact}
        name={artifact.displayName}
        type={artifact.typeName}
        within={[artifact.workspace, artifact.run]}
        description={artifact.description}
        badges={
          artifact.version !== null && (
            <Badge variant="light" color="gray" tt="none" radius="sm" title={artifact.version} maw={220}>
              {artifact.version}
            </Badge>
          )
        }
      >
        <Group gap="xs">
          <Questions ids={[id]} large />
        </Group>
      </Heading>
      <Columns
        about={
          <Section title="About">
            <Facts of={factsOf(artifact)} />
          </Section>
        }
        behind={<ContextsSection id={id} />}
      >
        <ListSection title="Produced by" list={producers} empty="No step in this store wrote it: it came from outside.">
          {(rows) => <StepEventTable label="Produced by" rows={rows} />}
        </ListSection>
        <KindSection of={artifact} />
        <ListSection title="Used by" list={consumers} empty="No step in this store has read it.">
          {(rows) => <StepEventTable label="Used by" rows={rows} />}
        </ListSection>
        <HyperparametersSection of={artifact} />
        <PropertiesSection rows={artifact.properties} />
      </Columns>
    </>
  );
}

function factsOf(artifact: Artifact): readonly Fact[] {
  const { uri, locations, labels } = artifact;
  const others = locations.filter((location) => location !== uri);
  return [
    { label: 'Type', value: copied(artifact.typeName, 'type') },
    { label: 'Version', value: copied(artifact.version, 'version') },
    { label: 'URI', value: uri && <Location uri={uri} label="uri" /> },
    {
      label: others.length > 1 ? 'Locations' : 'Location',
      value: others.length > 0 && others.map((location) => <Location key={location} uri={location} label="location" />),
    },
    { label: 'State', value: artifact.state?.toLowerCase().replaceAll('_', ' ') },
    { label: 'Owner', value: artifact.owner },
    ...kindFacts(artifact),
    // Some tools use the digest for a version, which stands above already.
    { label: 'Digest', value: artifact.digest !== artifact.version && copied(artifact.digest, 'digest') },
    { label: 'External id', value: copied(artifact.externalId, 'external id') },
    { label: 'Created', value: <Time at={artifact.createdAt} /> },
    { label: 'Updated', value: artifact.updatedAt !== artifact.createdAt && <Time at={artifact.updatedAt} /> },
    { label: 'Workspace', value: artifact.workspace && <NodeLink to={artifact.workspace} lines={2} /> },
    { label: 'Run', value: artifact.run && <NodeLink to={artifact.run} lines={2} /> },
    { label: 'Labels', value: labels.length > 0 && labels.map((label) => <Label key={label.name} {...label} />) },
  ];
}

function kindFacts(artifact: Artifact): readonly Fact[] {
  switch (artifact.__typename) {
    case 'Model': {
      const { name, version } = artifact.trainingFramework ?? {};
      return [
        { label: 'Model type', value: artifact.modelType },
        { label: 'Framework', value: name && [name, version].filter(Boolean).join(' ') },
      ];
    }
    case 'Metrics':
      return [
        { label: 'Measured in', value: artifact.metricsType?.toLowerCase() },
        { label: 'Of the model', value: artifact.model && <NodeLink to={artifact.model} lines={2} /> },
        { label: 'On the data', value: artifact.dataSet && <NodeLink to={artifact.dataSet} lines={2} /> },
      ];
    case 'DataSet':
      return [{ label: 'Query', value: copied(artifact.query, 'query') }];
    case 'GenericArtifact':
      return [];
  }
}

function Label({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <Text span size="sm" c="dimmed">
        {name}
      </Text>{' '}
      <Text span size="sm">
        {value}
      </Text>
    </div>
  );
}
