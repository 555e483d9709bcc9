import type { ReactElement } from 'react';
import { listPath } from '../api/page-path.js';
import { useList } from '../api/use-list.js';
import {
  ContextArtifactsDocument,
  type ContextArtifactsQuery,
  ContextChildrenDocument,
  type ContextChildrenQuery,
  ContextDetailsDocument,
  type ContextDetailsQuery,
  ContextExecutionsDocument,
  type ContextExecutionsQuery,
  ContextParentsDocument,
  type ContextParentsQuery,
} from '../generated/operations.js';
import { Time } from '../parts/time.js';
import { Columns } from './columns.js';
import { ContextList } from './contexts-section.js';
import { Named, Version } from './event-table.js';
import { copied, type Fact, Facts } from './facts.js';
import { Heading } from './heading.js';
import { PropertiesSection } from './properties-section.js';
import { RowsTable } from './rows-table.js';
import { ListLink, ListSection, Section } from './section.js';
import { StepList } from './steps-section.js';
import { ThingPage } from './thing-page.js';

type ContextDetails = Extract<ContextDetailsQuery['context'], { readonly __typename: 'Context' }>;

const contextOf = ({ context }: ContextDetailsQuery) =>
  context && '__typename' in context ? (context as ContextDetails) : undefined;
const parentsOf = ({ context }: ContextParentsQuery) => (context && 'parents' in context ? context.parents : undefined);
const childrenOf = ({ context }: ContextChildrenQuery) =>
  context && 'children' in context ? context.children : undefined;
const executionsOf = ({ context }: ContextExecutionsQuery) =>
  context && 'executions' in context ? context.executions : undefined;
const artifactsOf = ({ context }: ContextArtifactsQuery) =>
  context && 'artifacts' in context ? context.artifacts : undefined;

/** A grouping node of MLMD as it is stored: what it is part of, what is part of it, and its members. */
export function ContextPage(): ReactElement {
  return (
    <ThingPage
      word="context"
      list={{ path: listPath('workspaces'), label: 'All workspaces' }}
      document={ContextDetailsDocument}
      thingOf={contextOf}
    >
      {(context) => <Details of={context} />}
    </ThingPage>
  );
}

function Details({ of: context }: { readonly of: ContextDetails }): ReactElement {
  const { id } = context;
  const parents = useList(ContextParentsDocument, { id }, parentsOf, { first: 10 });
  const children = useList(ContextChildrenDocument, { id }, childrenOf, { first: 10 });
  const executions = useList(ContextExecutionsDocument, { id }, executionsOf, { first: 10 });
  return (
    <>
      <Heading of={context} name={context.displayName} type={context.typeName} />
      <Columns
        about={
          <Section title="About">
            <Facts of={factsOf(context)} />
          </Section>
        }
        behind={
          <>
            <ContextList title="Part of" list={parents} empty="It is part of no other context." />
            <ContextList title="Parts" list={children} empty="No other context is part of it." />
          </>
        }
      >
        <StepList
          title="Executions"
          list={executions}
          empty="No execution is a member."
          aside={<ListLink to="executions" fit={{ context: id }} />}
        />
        <ArtifactsSection id={id} />
        <PropertiesSection rows={context.properties} />
      </Columns>
    </>
  );
}

function ArtifactsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(ContextArtifactsDocument, { id }, artifactsOf, { first: 10 });
  return (
    <ListSection
      title="Artifacts"
      list={list}
      empty="No artifact is a member."
      aside={<ListLink to="artifacts" fit={{ context: id }} />}
    >
      {(rows) => (
        <RowsTable
          label="Artifacts"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { header: 'Artifact', cell: (row) => <Named node={row} /> },
            { header: 'Version', cell: ({ version }) => version && <Version of={version} /> },
            { header: 'Created', width: 200, cell: ({ createdAt }) => <Time at={createdAt} /> },
          ]}
        />
      )}
    </ListSection>
  );
}

function factsOf(context: ContextDetails): readonly Fact[] {
  return [
    { label: 'Type', value: copied(context.typeName, 'type') },
    { label: 'Name', value: context.name !== context.displayName && copied(context.name, 'name') },
    { label: 'External id', value: copied(context.externalId, 'external id') },
    { label: 'Created', value: <Time at={context.createdAt} /> },
    { label: 'Updated', value: context.updatedAt !== context.createdAt && <Time at={context.updatedAt} /> },
  ];
}
