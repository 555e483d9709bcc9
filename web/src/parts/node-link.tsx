import { Anchor, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { pagePath } from '../api/page-path.js';
import { KindIcon } from './kind-icon.js';
import { MiddleText } from './middle-text.js';

/** What a link needs to know of a thing. */
export interface Linked {
  readonly __typename?: string;
  readonly id: string;
  readonly displayName?: string;
  readonly name?: string | null;
}

/** Leads to a thing's own page, by its name and the sign of its kind. A long name is cut, and read whole by pointing at it. */
export function NodeLink({
  to,
  icon = true,
  lines = 1,
}: {
  readonly to: Linked;
  readonly icon?: boolean;
  /** Lines that the name may take before it is cut. */
  readonly lines?: number;
}): ReactElement {
  const name = to.displayName ?? to.name ?? to.id;
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      {icon && to.__typename !== undefined && <KindIcon typename={to.__typename} />}
      {lines === 1 ? (
        // Read out, the halves of the name would be two words.
        <Anchor component={Link} to={pagePath(to.id)} inherit title={name} aria-label={name} miw={0}>
          <MiddleText text={name} />
        </Anchor>
      ) : (
        <Anchor
          component={Link}
          to={pagePath(to.id)}
          inherit
          title={name}
          lineClamp={lines}
          style={{ overflowWrap: 'anywhere' }}
        >
          {name}
        </Anchor>
      )}
    </Group>
  );
}
