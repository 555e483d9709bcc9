import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTopologyStar3 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { impactPath, lineagePath } from '../api/page-path.js';

/** The questions that a person has in an incident, and the picture that answers both. */
export function LineageButtons({ id }: { readonly id: string }): ReactElement {
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to={impactPath([id], 'DOWNSTREAM')}
        size="md"
        rightSection={<IconArrowRight size={18} aria-hidden />}
      >
        What did this touch?
      </Button>
      <Button
        component={Link}
        to={impactPath([id], 'UPSTREAM')}
        size="md"
        leftSection={<IconArrowLeft size={18} aria-hidden />}
      >
        Where did this come from?
      </Button>
      <Button
        component={Link}
        to={lineagePath([id])}
        size="md"
        variant="default"
        leftSection={<IconTopologyStar3 size={18} aria-hidden />}
      >
        Open lineage
      </Button>
    </Group>
  );
}
