import type { ReactElement } from 'react';
import { listPath } from '../api/page-path.js';
import { useList } from '../api/use-list.js';
import {
  WorkspaceDetailsDocument,
  type WorkspaceDetailsQuery,
  WorkspaceStagesDocument,
  type WorkspaceStagesQuery,
} from '../generated/operations.js';
import { originText } from '../parts/origin.js';
import { Time } from '../parts/time.js';
import { Columns } from './columns.js';
import { ContextList } from './contexts-section.js';
import { copied, type Fact, Facts } from './facts.js';
import { Heading } from './heading.js';
import { ValuesSection } from './properties-section.js';
import { Section } from './section.js';
import { LatestStepsSection } from './steps-section.js';
import { ThingPage } from './thing-page.js';
import { WorkspaceCounts } from './workspace-counts.js';
import { WorkspaceRunsSection } from './workspace-runs.js';

type Workspace = NonNullable<WorkspaceDetailsQuery['workspace']>;

const workspaceOf = ({ workspace }: WorkspaceDetailsQuery) => workspace;
const stagesOf = ({ workspace }: WorkspaceStagesQuery) => workspace?.stages;

/** What a workspace holds: its runs to compare, the ways to its artifacts and executions, and its stages. */
export function WorkspacePage(): ReactElement {
  return (
    <ThingPage
      word="workspace"
      list={{ path: listPath('workspaces'), label: 'All workspaces' }}
      document={WorkspaceDetailsDocument}
      thingOf={workspaceOf}
    >
      {(workspace) => <Details of={workspace} />}
    </ThingPage>
  );
}

function Details({ of: workspace }: { readonly of: Workspace }): ReactElement {
  const { id } = workspace;
  return (
    <>
      <Heading
        of={workspace}
        name={workspace.name}
        type={originText(workspace.origin)}
        description={workspace.description}
      >
        <WorkspaceCounts id={id} />
      </Heading>
      <Columns
        about={
          <Section title="About">
            <Facts of={factsOf(workspace)} />
          </Section>
        }
        behind={<StagesSection id={id} />}
      >
        <WorkspaceRunsSection id={id} />
        <LatestStepsSection id={id} />
        <ValuesSection title="Labels" rows={workspace.labels.map(({ name, value }) => ({ name, text: value }))} />
        <ValuesSection title="Properties" rows={workspace.properties} />
      </Columns>
    </>
  );
}

/** The stages of a pipeline; nothing where the tool that made the workspace knows none. */
function StagesSection({ id }: { readonly id: string }): ReactElement | null {
  const list = useList(WorkspaceStagesDocument, { id }, stagesOf, { first: 25 });
  if (list.total === 0) return null;
  return <ContextList title="Stages" list={list} empty="It has no stages." />;
}

function factsOf(workspace: Workspace): readonly Fact[] {
  return [
    { label: 'Type', value: copied(workspace.typeName, 'type') },
    { label: 'Recorded by', value: originText(workspace.origin) },
    { label: 'Created', value: <Time at={workspace.createdAt} /> },
  ];
}
