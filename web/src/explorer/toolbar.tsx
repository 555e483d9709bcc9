import { ActionIcon, Group, Popover, SegmentedControl, Stack } from '@mantine/core';
import { IconAdjustments, IconCheck, IconLink } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useCopy } from '../parts/use-copy.js';
import type { KnownGraph } from './model/graph.js';
import type { Fold, View } from './model/view.js';
import { Starts } from './starts.js';
import type { ChangeView } from './use-view.js';
import { type HopLimits, WalkOptions } from './walk-options.js';

/** What {@link Toolbar} needs. */
export interface ToolbarProps {
  readonly view: View;
  readonly change: ChangeView;
  /** Undefined until the first answer. */
  readonly graph: KnownGraph | undefined;
  /** How the diagram was folded, by the view or as suits its size. */
  readonly fold: Fold | undefined;
  /** Undefined until the server has told. */
  readonly limits: HopLimits | undefined;
  /** The search and the exports, which know of the graph. */
  readonly children?: ReactNode;
}

/** Where the graph starts, how far it goes, how it is shown, and how to take it away. On a narrow page its options fold. */
export function Toolbar(props: ToolbarProps): ReactElement {
  const { view, change, children } = props;
  return (
    <Stack gap={6} role="toolbar" aria-label="Lineage graph">
      <Group gap="xs" justify="space-between">
        <Starts {...props} />
        <Group gap="xs">
          {children}
          <SegmentedControl
            size="xs"
            aria-label="Shown as"
            data={[
              { value: 'graph', label: 'Graph' },
              { value: 'table', label: 'Table' },
            ]}
            value={view.shownAs}
            onChange={(shownAs) => change({ shownAs: shownAs === 'table' ? 'table' : 'graph' })}
          />
          <CopyLink />
          <Options {...props} />
        </Group>
      </Group>
      <Group gap="md" visibleFrom="sm">
        <WalkOptions {...props} />
      </Group>
    </Stack>
  );
}

/** The same choices on a narrow page, behind a button. */
function Options(props: ToolbarProps): ReactElement {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon
          hiddenFrom="sm"
          variant="default"
          size={30}
          aria-label="Direction, hops and folding"
          title="Direction, hops and folding"
        >
          <IconAdjustments size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" align="flex-start">
          <WalkOptions {...props} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The address holds all of the view, so that whoever opens it sees the same. It is read at the press: it follows the view. */
function CopyLink(): ReactElement {
  const { copied, copy } = useCopy();
  return (
    <ActionIcon
      variant="default"
      size={30}
      onClick={() => void copy(globalThis.location.href)}
      aria-label={copied ? 'Link copied' : 'Copy a link to this view'}
      title="Copy a link to this view"
    >
      {copied ? <IconCheck size={16} /> : <IconLink size={16} />}
    </ActionIcon>
  );
}
