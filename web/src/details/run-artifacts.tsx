import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useList } from '../api/use-list.js';
import { RunArtifactsDocument, type RunArtifactsQuery } from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { Named, Version } from './event-table.js';
import { type Column, RowsTable } from './rows-table.js';
import { ListLink, ListSection } from './section.js';

const artifactsOf = ({ run }: RunArtifactsQuery) => run?.artifacts;

type Row = NonNullable<ReturnType<typeof artifactsOf>>['nodes'][number];

/** What a run wrote, and what it read that came from elsewhere. */
export function RunArtifactsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(RunArtifactsDocument, { id }, artifactsOf, { first: 25 });
  const columns: readonly Column<Row>[] = [
    { header: 'Artifact', cell: (row) => <Named node={row} /> },
    { header: 'Version', width: '18%', cell: ({ version }) => version && <Version of={version} /> },
    { header: 'Written by', width: '26%', cell: (row) => <Writer of={row} run={id} /> },
    { header: 'Read by', align: 'right', width: 90, cell: ({ consumedBy }) => stepsText(consumedBy.totalCount) },
  ];
  return (
    <ListSection
      title="Artifacts in and out"
      list={list}
      empty="It has neither read nor written any."
      aside={<ListLink to="artifacts" fit={{ run: id }} />}
    >
      {(rows) => <RowsTable label="Artifacts in and out" rows={rows} columns={columns} rowKey={(row) => row.id} />}
    </ListSection>
  );
}

function Writer({ of: artifact, run }: { readonly of: Row; readonly run: string }): ReactElement {
  const [step] = artifact.producedBy.nodes;
  if (step === undefined) {
    return (
      <Text size="sm" c="dimmed">
        came from outside
      </Text>
    );
  }
  return (
    <>
      <NodeLink to={step} icon={false} lines={2} />
      {step.run !== null && step.run.id !== run && (
        <Text size="xs" c="dimmed">
          in another run
        </Text>
      )}
    </>
  );
}

function stepsText(count: number): string {
  return count === 0 ? '–' : `${count.toLocaleString()} ${count === 1 ? 'step' : 'steps'}`;
}
