import { ActionIcon, Anchor, Button, Group, Popover, ScrollArea, Text, Timeline } from '@mantine/core';
import { IconChevronRight, IconListDetails } from '@tabler/icons-react';
import { Fragment, type ReactElement } from 'react';
import { Link } from 'react-router';
import { pagePath } from '../../api/page-path.js';
import { KindIcon } from '../../parts/kind-icon.js';
import { NodeLink } from '../../parts/node-link.js';
import { eventText } from './event-text.js';
import type { Stop } from './model/reach.js';
import styles from './way-cell.module.css';

/** Nodes of a way that stand in a row; what lies between is folded. */
const SHOWN = 4;

/** A way from a starting point to a node, as linked signs and names; a long one is folded in its middle, and opens. */
export function WayCell({ way }: { readonly way: readonly Stop[] }): ReactElement {
  const isLong = way.length > SHOWN;
  const [head, tail] = isLong ? [way.slice(0, 1), way.slice(-2)] : [way, []];
  return (
    <Group gap={4} wrap="nowrap">
      <Links of={head} />
      {isLong && (
        <>
          <Arrow />
          <WholeWay way={way} label={`${way.length - 3} more`} />
          <Arrow />
          <Links of={tail} />
        </>
      )}
      {!isLong && <WholeWay way={way} />}
    </Group>
  );
}

function Links({ of }: { readonly of: readonly Stop[] }): ReactElement {
  return (
    <>
      {of.map(({ node }, index) => (
        <Fragment key={node.id}>
          {index > 0 && <Arrow />}
          <KindIcon typename={node.__typename} size={16} />
          <Anchor component={Link} to={pagePath(node.id)} size="sm" className={styles.name} title={node.displayName}>
            {node.displayName}
          </Anchor>
        </Fragment>
      ))}
    </>
  );
}

function Arrow(): ReactElement {
  return <IconChevronRight size={14} color="var(--page-muted)" aria-label="then" className={styles.arrow} />;
}

/** Every hop of a way, one below the other, with the event that it crossed. */
function WholeWay({ way, label }: { readonly way: readonly Stop[]; readonly label?: string }): ReactElement {
  const last = way.at(-1)?.node.displayName ?? '';
  return (
    <Popover position="bottom-start" withArrow shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        {label === undefined ? (
          <ActionIcon size="sm" variant="subtle" color="gray" className={styles.more} aria-label={`The way to ${last}`}>
            <IconListDetails size={14} />
          </ActionIcon>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            className={styles.more}
            aria-label={`${label} on the way to ${last}`}
          >
            {label}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={`The way to ${last}`} maw="min(26rem, 92vw)">
        <ScrollArea.Autosize mah="50vh" type="auto">
          <Timeline bulletSize={24} lineWidth={2} pr="md">
            {way.map(({ node, by }) => (
              <Timeline.Item
                key={node.id}
                bullet={<KindIcon typename={node.__typename} />}
                title={<NodeLink to={node} icon={false} />}
              >
                <Text size="xs" c="dimmed">
                  {by === undefined ? 'where it starts' : eventText(by)} · {node.typeName}
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
