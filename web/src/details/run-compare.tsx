import { Button, Menu, Text } from '@mantine/core';
import { IconArrowsDiff, IconListCheck } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { comparePath, pagePath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import { type RunDetailsQuery, WorkspaceRunsDocument } from '../generated/operations.js';
import { StatusBadge } from '../parts/status-badge.js';

/** Runs that the menu offers; the workspace's page has them all. */
const OFFERED = 8;

/** Leads to this run beside one of the latest others of its workspace, or to the list to choose several from. */
export function CompareMenu({ run }: { readonly run: NonNullable<RunDetailsQuery['run']> }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { workspace } = run;
  const { data } = useAsk(
    WorkspaceRunsDocument,
    { id: workspace?.id ?? '', first: OFFERED + 1 },
    { enabled: isOpen && workspace !== null },
  );
  if (workspace === null) return null;
  const runs = data?.data.workspace?.runs.nodes;
  const others = (runs ?? []).filter(({ id }) => id !== run.id).slice(0, OFFERED);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={320}>
      <Menu.Target>
        <Button size="md" variant="light" leftSection={<IconArrowsDiff size={18} aria-hidden />}>
          Compare with…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Latest runs of {workspace.name}</Menu.Label>
        {others.map((other) => (
          <Menu.Item
            key={other.id}
            component={Link}
            to={comparePath([run.id, other.id])}
            rightSection={<StatusBadge status={other.status} />}
          >
            <Text size="sm" truncate>
              {other.displayName}
            </Text>
          </Menu.Item>
        ))}
        {others.length === 0 && (
          <Menu.Item disabled>{runs === undefined ? 'Asking…' : 'It has no other run'}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item component={Link} to={pagePath(workspace.id)} leftSection={<IconListCheck size={16} />}>
          Choose several
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
