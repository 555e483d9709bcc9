import { Anchor, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { pagePath } from '../api/page-path.js';
import { KindIcon } from './kind-icon.js';

/** What a link needs to know of a thing. */
export interface Linked {
  readonly __typename?: string;
  readonly id: string;
  readonly displayName?: string;
  readonly name?: string | null;
}

/** Leads to a thing's own page, by its name and the sign of its kind. */
export function NodeLink({ to, icon = true }: { readonly to: Linked; readonly icon?: boolean }): ReactElement {
  const name = to.displayName ?? to.name ?? to.id;
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      {icon && to.__typename !== undefined && <KindIcon typename={to.__typename} />}
      <Anchor component={Link} to={pagePath(to.id)} inherit truncate title={name}>
        {name}
      </Anchor>
    </Group>
  );
}
