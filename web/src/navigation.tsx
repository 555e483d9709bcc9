import { NavLink } from '@mantine/core';
import { IconApi, IconHome, IconPackages, IconTopologyStar3 } from '@tabler/icons-react';
import { parseAsString, useQueryState } from 'nuqs';
import type { ComponentType, ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { listPath } from './api/page-path.js';
import { KINDS } from './parts/kinds.js';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number }>;
  /** A part of the place before it. */
  readonly isPart?: boolean;
}

const PLACES: readonly Place[] = [
  { path: '/', label: 'Overview', icon: IconHome },
  { path: '/artifacts', label: 'Artifacts', icon: IconPackages },
  {
    path: listPath('artifacts', { kind: 'DATA_SET' }),
    label: 'Data sets',
    icon: KINDS.DataSet.icon,
    isPart: true,
  },
  { path: listPath('artifacts', { kind: 'MODEL' }), label: 'Models', icon: KINDS.Model.icon, isPart: true },
  { path: listPath('artifacts', { kind: 'METRICS' }), label: 'Metrics', icon: KINDS.Metrics.icon, isPart: true },
  { path: '/executions', label: 'Executions', icon: KINDS.Execution.icon },
  { path: '/runs', label: 'Runs', icon: KINDS.Run.icon },
  { path: '/workspaces', label: 'Workspaces', icon: KINDS.Workspace.icon },
  { path: '/lineage', label: 'Lineage', icon: IconTopologyStar3 },
];

/** The ways to the pages that are no thing's own. */
export function Navigation({ onGo }: { readonly onGo: () => void }): ReactElement {
  const { pathname } = useLocation();
  // The router does not hear of what a list changes in its own address.
  const [kind] = useQueryState('kind', parseAsString);
  const here = placeAt(pathname, kind);
  return (
    <nav aria-label="Main">
      {PLACES.map((place) => {
        const { path, label, icon: Icon, isPart } = place;
        return (
          <NavLink
            key={path}
            component={Link}
            to={path}
            label={label}
            leftSection={<Icon size={18} />}
            {...(isPart ? { pl: 34, py: 6 } : {})}
            active={place === here}
            aria-current={place === here ? 'page' : undefined}
            onClick={onGo}
          />
        );
      })}
      <NavLink href="/graphiql" label="GraphQL" leftSection={<IconApi size={18} />} />
    </nav>
  );
}

/** The place that a page belongs to; a list of one kind of artifacts has a place of its own. */
function placeAt(pathname: string, kind: string | null): Place | undefined {
  if (pathname === '/') return PLACES[0];
  const [, folder] = pathname.split('/');
  const ofKind = pathname === '/artifacts' && kind !== null ? `/artifacts?kind=${kind}` : undefined;
  return PLACES.find(({ path }) => path === ofKind) ?? PLACES.find(({ path }) => path === `/${folder}`);
}
