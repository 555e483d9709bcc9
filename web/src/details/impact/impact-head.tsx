import { ActionIcon, Anchor, Button, Flex, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconTopologyStar3, IconX } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { lineagePath, pagePath } from '../../api/page-path.js';
import type { ImpactNodeFragment } from '../../generated/operations.js';
import { NodeLink } from '../../parts/node-link.js';
import { NodePicker } from '../../parts/node-picker.js';
import { usePageTitle } from '../../parts/use-page-title.js';
import type { SetShown, Shown } from './use-question.js';

/** Says what is asked, in words, and lets the reader ask it of other nodes or the other way round. */
export function ImpactHead({
  shown: { of, direction, preset },
  setShown,
  roots,
  children,
}: {
  readonly shown: Shown;
  readonly setShown: SetShown;
  readonly roots: readonly ImpactNodeFragment[];
  readonly children?: ReactNode;
}): ReactElement {
  const setStarts = (ids: readonly string[]) => void setShown({ of: [...new Set(ids)] }, { history: 'push' });
  return (
    <Stack gap="xs">
      <Flex justify="space-between" align="flex-start" gap="sm" direction={{ base: 'column', sm: 'row' }}>
        <Heading direction={direction} of={of} roots={roots} />
        <Group gap="xs" wrap="nowrap">
          {of.length > 0 && (
            <Button
              component={Link}
              to={lineagePath(of, { direction, ...(preset === 'EVERYTHING' ? {} : { preset }) })}
              variant="default"
              leftSection={<IconTopologyStar3 size={16} />}
            >
              As a graph
            </Button>
          )}
          {children}
        </Group>
      </Flex>
      <Group gap="xs">
        <SegmentedControl
          aria-label="Question"
          value={direction}
          onChange={(value) =>
            void setShown({ direction: value === 'UPSTREAM' ? 'UPSTREAM' : 'DOWNSTREAM' }, { history: 'push' })
          }
          data={[
            { value: 'DOWNSTREAM', label: 'What it touched' },
            { value: 'UPSTREAM', label: 'Where it came from' },
          ]}
        />
        {of.length > 1 &&
          of.map((id) => (
            <Paper withBorder key={id} pl="xs" pr={4} py={4} maw={320}>
              <Group gap={4} wrap="nowrap">
                <NodeLink to={roots.find((root) => root.id === id) ?? { id }} />
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`Do not start from ${id}`}
                  onClick={() => setStarts(of.filter((one) => one !== id))}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Group>
            </Paper>
          ))}
        <NodePicker label="Add a starting point" onPick={(id) => setStarts([...of, id])} />
      </Group>
    </Stack>
  );
}

function Heading({
  direction,
  of,
  roots,
}: {
  readonly direction: Shown['direction'];
  readonly of: readonly string[];
  readonly roots: readonly ImpactNodeFragment[];
}): ReactElement {
  const [id] = of;
  const name = roots.find((root) => root.id === id)?.displayName ?? id;
  const more = of.length > 1 ? ` and ${of.length - 1} more` : '';
  const isDown = direction === 'DOWNSTREAM';
  usePageTitle(
    id === undefined
      ? 'Lineage as a list'
      : `${isDown ? 'What' : 'Where'} ${name}${more} ${isDown ? 'touched' : 'came from'}`,
  );
  const linked = id !== undefined && (
    <Anchor component={Link} to={pagePath(id)} inherit underline="always" style={{ overflowWrap: 'anywhere' }}>
      {name}
    </Anchor>
  );
  return (
    <div>
      <Title order={1} size="h2" lineClamp={3}>
        {id === undefined ? (
          isDown ? (
            'What did it touch?'
          ) : (
            'Where did it come from?'
          )
        ) : isDown ? (
          <>
            What {linked}
            {more} {more === '' ? 'has' : 'have'} touched
          </>
        ) : (
          <>
            Where {linked}
            {more} came from
          </>
        )}
      </Title>
      <Text c="dimmed" size="sm">
        {isDown
          ? 'Every step that read it, all that these made of it, and so on.'
          : 'Every step that made it, all that these read, and so on.'}{' '}
        A hop goes from an artifact to a step or from a step to an artifact: from a data set to the model trained on it
        is two.
      </Text>
    </div>
  );
}
