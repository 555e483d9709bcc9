import { Button, CloseButton, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpLeft, IconExternalLink, IconFlag3, IconRoute } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { impactPath, pagePath } from '../api/page-path.js';
import { KindIcon } from '../parts/kind-icon.js';
import { kindOf } from '../parts/kinds.js';
import type { KnownGraph } from './model/graph.js';
import type { Box, GroupBox, NodeBox } from './model/scene.js';
import type { Side, View } from './model/view.js';
import { NodeFacts } from './node-facts.js';
import styles from './node-panel.module.css';
import type { ChangeView } from './use-view.js';

/** What {@link NodePanel} needs. */
export interface NodePanelProps {
  readonly box: Box;
  readonly graph: KnownGraph;
  readonly view: View;
  readonly change: ChangeView;
  readonly onExpand: (id: string, side: Side) => void;
  readonly onCollapse: (id: string, side: Side) => void;
  /** Nodes that collapsing the box would hide, on each side. */
  readonly collapsible: Readonly<Record<Side, number>>;
  /** Shows the members of a group each in a box of its own. */
  readonly onOpen: (id: string) => void;
}

/** What the selected box is, and what can be asked from it. */
export function NodePanel(props: NodePanelProps): ReactElement {
  const { box, change } = props;
  const title = box.shape === 'node' ? box.node.label : box.label;
  return (
    <aside aria-label="Details" className={styles.panel}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {box.shape === 'node' && <KindIcon typename={box.node.kind} size={30} />}
        <div className={styles.head}>
          <Title order={2} size="h5" className={styles.name}>
            {title}
          </Title>
          <Text size="xs" c="dimmed">
            {box.shape === 'node' ? kindOf(box.node.kind).label : groupWords(box)}
          </Text>
        </div>
        <CloseButton aria-label="Close the details" onClick={() => change({ selected: undefined })} />
      </Group>
      <ScrollArea className={styles.body} type="auto" offsetScrollbars="y">
        {box.shape === 'node' ? <AboutNode {...props} box={box} /> : <AboutGroup {...props} box={box} />}
      </ScrollArea>
    </aside>
  );
}

function AboutNode(props: NodePanelProps & { readonly box: NodeBox }): ReactElement {
  const { box, change } = props;
  const { node } = box;
  return (
    <Stack gap="sm">
      <Questions ids={[node.id]}>
        <Button
          component={Link}
          to={pagePath(node.id)}
          variant="default"
          size="compact-sm"
          leftSection={<IconExternalLink size={14} />}
        >
          Open page
        </Button>
      </Questions>
      <Stack gap={4}>
        <Neighbors {...props} side="upstream" />
        <Neighbors {...props} side="downstream" />
      </Stack>
      <Group gap={6}>
        <Action icon={IconRoute} onClick={() => change({ pathFrom: node.id })}>
          Path from here
        </Action>
        <Action icon={IconRoute} onClick={() => change({ pathTo: node.id })}>
          Path to here
        </Action>
        <StartActions {...props} id={node.id} />
      </Group>
      <NodeFacts node={node} />
    </Stack>
  );
}

/** To draw the graph from this node instead, or from it too. */
function StartActions({ view, change, id }: NodePanelProps & { readonly id: string }): ReactElement {
  const isStart = view.of.includes(id);
  const fresh = { expanded: [], collapsed: [], opened: [] };
  return (
    <>
      {!(isStart && view.of.length === 1) && (
        <Action icon={IconFlag3} onClick={() => change({ of: [id], ...fresh })}>
          Start from here
        </Action>
      )}
      {!isStart && (
        <Action icon={IconFlag3} onClick={() => change({ of: [...view.of, id] })}>
          Add as a start
        </Action>
      )}
    </>
  );
}

/** The events on one side of a node, and what of them can be shown or hidden. */
function Neighbors({
  box: { id, node, beyond },
  side,
  collapsible,
  onExpand,
  onCollapse,
}: NodePanelProps & { readonly box: NodeBox; readonly side: Side }): ReactElement {
  const total = side === 'upstream' ? node.upstreamDegree : node.downstreamDegree;
  const more = beyond[side];
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <Text size="sm">
        <b>{total.toLocaleString()}</b> {sideWords(node.kind === 'Execution', side, total)}
        {more > 0 && <Text span c="dimmed">{`, ${more.toLocaleString()} not shown`}</Text>}
      </Text>
      <Group gap={4} wrap="nowrap">
        {more > 0 && (
          <Button size="compact-xs" variant="light" onClick={() => onExpand(id, side)}>
            Show {more.toLocaleString()} more
          </Button>
        )}
        {collapsible[side] > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => onCollapse(id, side)}>
            Hide {collapsible[side].toLocaleString()}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function sideWords(isExecution: boolean, side: Side, count: number): string {
  if (isExecution) return `${side === 'upstream' ? 'input' : 'output'}${count === 1 ? '' : 's'}`;
  return side === 'upstream' ? `time${count === 1 ? '' : 's'} produced` : `time${count === 1 ? '' : 's'} used`;
}

/** The most members of a group to list and to ask about at once: a longer address is refused by some servers. */
const MAX_MEMBERS = 100;

function AboutGroup({ box, graph, onOpen, change }: NodePanelProps & { readonly box: GroupBox }): ReactElement {
  const { members } = box;
  const listed = members.slice(0, MAX_MEMBERS);
  const isThing = box.foldedBy !== 'siblings' && /^(run|workspace):/.test(box.id);
  return (
    <Stack gap="sm">
      <Group gap={6}>
        <Button size="compact-sm" onClick={() => onOpen(box.id)}>
          Open the box
        </Button>
        {isThing && (
          <Button
            component={Link}
            to={pagePath(box.id)}
            variant="default"
            size="compact-sm"
            leftSection={<IconExternalLink size={14} />}
          >
            Open page
          </Button>
        )}
      </Group>
      {members.length <= MAX_MEMBERS && <Questions ids={members.map(({ id }) => id)} />}
      <Title order={3} size="h6">
        In this box
      </Title>
      <ul className={styles.members}>
        {listed.map((member) => (
          <li key={member.id}>
            <KindIcon typename={member.kind} size={18} />
            <Link to={pagePath(member.id)} title={member.label}>
              {member.label}
            </Link>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Start from ${member.label}`}
              onClick={() => change({ of: [member.id], expanded: [], collapsed: [], opened: [] })}
            >
              start
            </Button>
          </li>
        ))}
      </ul>
      {members.length > listed.length && (
        <Text size="xs" c="dimmed">
          And {(members.length - listed.length).toLocaleString()} more of {graph.nodes.size.toLocaleString()} known
          nodes; the table lists them all.
        </Text>
      )}
    </Stack>
  );
}

function groupWords({ foldedBy, members }: GroupBox): string {
  const count = members.length.toLocaleString();
  switch (foldedBy) {
    case 'siblings':
      return `${count} alike, in one box`;
    case 'runs':
      return `A run: ${count} nodes in one box`;
    case 'workspaces':
      return `A workspace: ${count} nodes in one box`;
  }
}

/** The two questions of an incident, asked of these nodes together. */
function Questions({
  ids,
  children,
}: {
  readonly ids: readonly string[];
  readonly children?: ReactNode;
}): ReactElement {
  const these = ids.length === 1 ? 'this' : 'these';
  return (
    <Group gap={6}>
      <Button
        component={Link}
        to={impactPath(ids, 'DOWNSTREAM')}
        size="compact-sm"
        variant="light"
        leftSection={<IconArrowDownRight size={14} />}
      >
        What did {these} touch?
      </Button>
      <Button
        component={Link}
        to={impactPath(ids, 'UPSTREAM')}
        size="compact-sm"
        variant="light"
        leftSection={<IconArrowUpLeft size={14} />}
      >
        Where did {these} come from?
      </Button>
      {children}
    </Group>
  );
}

function Action({
  icon: Icon,
  onClick,
  children,
}: {
  readonly icon: typeof IconRoute;
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Button size="compact-xs" variant="default" leftSection={<Icon size={13} />} onClick={onClick}>
      {children}
    </Button>
  );
}
