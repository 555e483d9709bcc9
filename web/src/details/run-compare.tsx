import { Button, Divider, NavLink, Popover, Text } from '@mantine/core';
import { IconArrowsDiff, IconListCheck } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { comparePath, pagePath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import { type RunDetailsQuery, WorkspaceRunsDocument } from '../generated/operations.js';
import { Failure, Loading } from '../parts/states.js';
import { StatusBadge } from '../parts/status-badge.js';

/** Runs that are offered; the workspace's page has them all. */
const OFFERED = 8;

type Run = NonNullable<RunDetailsQuery['run']>;

/** Leads to this run beside one of the latest others of its workspace, or to the list to choose several from. */
export function CompareButton({ run }: { readonly run: Run }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { workspace } = run;
  if (workspace === null) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="md"
          variant="default"
          leftSection={<IconArrowsDiff size={18} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          Compare with…
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={`Latest runs of ${workspace.name}`}>
        <OtherRuns id={run.id} workspace={workspace} />
        <Divider my={4} />
        <NavLink
          component={Link}
          to={pagePath(workspace.id)}
          label="Choose several"
          leftSection={<IconListCheck size={16} aria-hidden />}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function OtherRuns({
  id,
  workspace,
}: {
  readonly id: string;
  readonly workspace: { readonly id: string };
}): ReactElement {
  const { data, error, refetch } = useAsk(WorkspaceRunsDocument, { id: workspace.id, first: OFFERED + 1 });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={4} />;
  const others = (data.data.workspace?.runs.nodes ?? []).filter((run) => run.id !== id).slice(0, OFFERED);
  if (others.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="xs">
        The workspace has no other run.
      </Text>
    );
  }
  return (
    <>
      {others.map((other) => (
        <NavLink
          key={other.id}
          component={Link}
          to={comparePath([id, other.id])}
          label={other.displayName}
          title={other.displayName}
          styles={{ label: { overflowWrap: 'anywhere' } }}
          rightSection={<StatusBadge status={other.status} />}
        />
      ))}
    </>
  );
}
