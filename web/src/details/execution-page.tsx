import { Badge, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { listPath } from '../api/page-path.js';
import { useList } from '../api/use-list.js';
import {
  ExecutionDetailsDocument,
  type ExecutionDetailsQuery,
  ExecutionInputsDocument,
  type ExecutionInputsQuery,
  ExecutionOutputsDocument,
  type ExecutionOutputsQuery,
} from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { Questions } from '../parts/question-buttons.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import { Columns } from './columns.js';
import { ContextsSection } from './contexts-section.js';
import { ArtifactEventTable } from './event-table.js';
import { copied, type Fact, Facts } from './facts.js';
import { Heading } from './heading.js';
import { PropertiesSection, ValuesSection } from './properties-section.js';
import { roleText } from './role.js';
import { ListSection, Section } from './section.js';
import { ChildrenSection } from './steps-section.js';
import { ThingPage } from './thing-page.js';

type Execution = NonNullable<ExecutionDetailsQuery['execution']>;

const executionOf = ({ execution }: ExecutionDetailsQuery) => execution;
const inputsOf = ({ execution }: ExecutionInputsQuery) =>
  execution && { ...execution.inputs, nodes: execution.inputs.edges };
const outputsOf = ({ execution }: ExecutionOutputsQuery) =>
  execution && { ...execution.outputs, nodes: execution.outputs.edges };

/** What became of a step, what it was given, and what it read and wrote. */
export function ExecutionPage(): ReactElement {
  return (
    <ThingPage
      word="execution"
      list={{ path: listPath('executions'), label: 'All executions' }}
      document={ExecutionDetailsDocument}
      thingOf={executionOf}
    >
      {(execution) => <Details of={execution} />}
    </ThingPage>
  );
}

function Details({ of: execution }: { readonly of: Execution }): ReactElement {
  const { id } = execution;
  const inputs = useList(ExecutionInputsDocument, { id }, inputsOf, { first: 10 });
  const outputs = useList(ExecutionOutputsDocument, { id }, outputsOf, { first: 10 });
  return (
    <>
      <Heading
        of={execution}
        name={execution.displayName}
        type={execution.typeName}
        within={[execution.workspace, execution.run]}
        description={execution.description}
        badges={
          <>
            {execution.status !== null && <StatusBadge status={execution.status} />}
            {execution.role !== 'STEP' && (
              <Badge variant="default" size="sm" radius="sm">
                {roleText(execution.role)}
              </Badge>
            )}
          </>
        }
      >
        <Group gap="xs">
          <Questions ids={[id]} large />
        </Group>
      </Heading>
      <Columns
        about={
          <Section title="About">
            <Facts of={factsOf(execution)} />
          </Section>
        }
        behind={<ContextsSection id={id} />}
      >
        <ListSection title="Inputs" list={inputs} empty="It has read no artifact.">
          {(rows) => <ArtifactEventTable label="Inputs" rows={rows} />}
        </ListSection>
        <ListSection title="Outputs" list={outputs} empty="It has written no artifact.">
          {(rows) => <ArtifactEventTable label="Outputs" rows={rows} />}
        </ListSection>
        <ValuesSection title="Parameters" rows={execution.parameters} />
        <ValuesSection title="Output parameters" rows={execution.outputParameters} />
        {isGroup(execution) && <ChildrenSection id={id} />}
        <PropertiesSection rows={execution.properties} />
      </Columns>
    </>
  );
}

function factsOf(execution: Execution): readonly Fact[] {
  const { status, storedStatus, iterationIndex, iterationCount } = execution;
  return [
    { label: 'Type', value: copied(execution.typeName, 'type') },
    { label: 'Status', value: <StatusBadge status={status} /> },
    {
      label: 'Stored status',
      value: storedStatus !== status && (
        <>
          <StatusBadge status={storedStatus} />
          <Text size="xs" c="dimmed">
            Its tool left this status as it was; the one above follows from the tasks that it is made of.
          </Text>
        </>
      ),
    },
    { label: 'Started', value: <Time at={execution.startedAt} /> },
    { label: 'Finished', value: <Time at={execution.finishedAt} /> },
    { label: 'Duration', value: durationText(execution.startedAt, execution.finishedAt) },
    { label: 'Role', value: execution.role !== 'STEP' && roleText(execution.role) },
    { label: 'Part of', value: execution.parent && <NodeLink to={execution.parent} lines={2} /> },
    { label: 'Iteration', value: iterationIndex !== null && `${iterationIndex} (counted from 0)` },
    { label: 'Iterations', value: iterationCount?.toLocaleString() },
    { label: 'Cached from', value: execution.cachedFrom && <NodeLink to={execution.cachedFrom} lines={2} /> },
    { label: 'External id', value: copied(execution.externalId, 'external id') },
    { label: 'Recorded', value: execution.startedAt === null && <Time at={execution.createdAt} /> },
    { label: 'Workspace', value: execution.workspace && <NodeLink to={execution.workspace} lines={2} /> },
    { label: 'Run', value: execution.run && <NodeLink to={execution.run} lines={2} /> },
  ];
}

/** Whether the step is made of others; no other tool than Kubeflow Pipelines has such. */
function isGroup({ role }: Execution): boolean {
  return role === 'DAG' || role === 'LOOP' || role === 'ITERATION';
}
