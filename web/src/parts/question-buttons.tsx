import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTopologyStar3 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { impactPath, lineagePath } from '../api/page-path.js';

/** The two questions of an incident about one thing, small, for a row of a table. */
export function RowQuestions({ id, name }: { readonly id: string; readonly name: string }): ReactElement {
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label="Where did this come from?" openDelay={300}>
        <ActionIcon
          component={Link}
          to={impactPath([id], 'UPSTREAM')}
          variant="subtle"
          color="gray"
          aria-label={`Where did ${name} come from?`}
        >
          <IconArrowLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="What did this touch?" openDelay={300}>
        <ActionIcon
          component={Link}
          to={impactPath([id], 'DOWNSTREAM')}
          variant="subtle"
          color="gray"
          aria-label={`What did ${name} touch?`}
        >
          <IconArrowRight size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/**
 * The questions of an incident about one thing or several, with their words.
 *
 * @param props.large - for the page of the thing itself, where they are what most people came for.
 */
export function Questions({
  ids,
  large = false,
}: {
  readonly ids: readonly string[];
  readonly large?: boolean;
}): ReactElement {
  const these = ids.length === 1 ? 'this' : 'these';
  const icon = large ? 18 : 14;
  const size = large ? 'md' : 'xs';
  const variant = large ? 'filled' : 'default';
  return (
    <>
      <Button
        component={Link}
        to={impactPath(ids, 'UPSTREAM')}
        size={size}
        variant={variant}
        leftSection={<IconArrowLeft size={icon} />}
      >
        Where did {these} come from?
      </Button>
      <Button
        component={Link}
        to={impactPath(ids, 'DOWNSTREAM')}
        size={size}
        variant={variant}
        rightSection={<IconArrowRight size={icon} />}
      >
        What did {these} touch?
      </Button>
      <Button
        component={Link}
        to={lineagePath(ids)}
        size={size}
        variant="default"
        leftSection={<IconTopologyStar3 size={icon} />}
      >
        Open lineage
      </Button>
    </>
  );
}
