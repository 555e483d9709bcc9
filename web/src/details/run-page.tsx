import { Button, Group } from '@mantine/core';
import { IconTopologyStar3 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { lineagePath, listPath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import { RunDetailsDocument, type RunDetailsQuery, RunMetricsDocument } from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { originText } from '../parts/origin.js';
import { Failure, Problems } from '../parts/states.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import { Columns } from './columns.js';
import { type Fact, Facts } from './facts.js';
import { Heading } from './heading.js';
import { ValuesSection } from './properties-section.js';
import { RunArtifactsSection } from './run-artifacts.js';
import { CompareButton } from './run-compare.js';
import { Section } from './section.js';
import { FailedStepsSection, RunStepsSection } from './steps-section.js';
import { ThingPage } from './thing-page.js';

type Run = NonNullable<RunDetailsQuery['run']>;

const runOf = ({ run }: RunDetailsQuery) => run;

/** What became of a run: its steps, its parameters and metrics, and what it read and wrote. */
export function RunPage(): ReactElement {
  return (
    <ThingPage
      word="run"
      list={{ path: listPath('runs'), label: 'All runs' }}
      document={RunDetailsDocument}
      thingOf={runOf}
    >
      {(run) => <Details of={run} />}
    </ThingPage>
  );
}

function Details({ of: run }: { readonly of: Run }): ReactElement {
  return (
    <>
      <Heading
        of={run}
        name={run.displayName}
        type={originText(run.origin)}
        within={[run.workspace]}
        description={run.description}
        badges={run.status !== null && <StatusBadge status={run.status} />}
      >
        <Group gap="xs">
          <Button
            component={Link}
            to={lineagePath([run.id])}
            size="md"
            leftSection={<IconTopologyStar3 size={18} aria-hidden />}
          >
            Open this run's graph
          </Button>
          <CompareButton run={run} />
        </Group>
      </Heading>
      <Columns
        about={
          <>
            <Section title="About">
              <Facts of={factsOf(run)} />
            </Section>
            <MetricsSection id={run.id} />
          </>
        }
      >
        {run.status === 'FAILED' && <FailedStepsSection run={run} />}
        <RunStepsSection run={run} />
        <ValuesSection title="Parameters" rows={run.parameters} />
        <RunArtifactsSection id={run.id} />
        <ValuesSection title="Properties" rows={run.properties} />
      </Columns>
    </>
  );
}

function MetricsSection({ id }: { readonly id: string }): ReactElement | null {
  const { data, error, refetch } = useAsk(RunMetricsDocument, { id });
  if (error !== null) {
    return (
      <Section title="Metrics">
        <Failure error={error} onRetry={() => void refetch()} />
      </Section>
    );
  }
  return (
    <>
      <Problems of={data?.problems ?? []} />
      <ValuesSection title="Metrics" rows={data?.data.run?.metrics ?? []} />
    </>
  );
}

function factsOf(run: Run): readonly Fact[] {
  return [
    { label: 'Status', value: <StatusBadge status={run.status} /> },
    { label: 'Started', value: <Time at={run.startedAt} /> },
    { label: 'Finished', value: <Time at={run.finishedAt} /> },
    { label: 'Duration', value: durationText(run.startedAt, run.finishedAt) },
    { label: 'Name', value: run.name !== run.displayName && run.name },
    { label: 'Workspace', value: run.workspace && <NodeLink to={run.workspace} lines={2} /> },
    { label: 'Recorded by', value: originText(run.origin) },
  ];
}
