import {
  ActionIcon,
  Anchor,
  AppShell,
  Burger,
  Group,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconApi, IconHome, IconMoon, IconSun, IconTopologyStar3 } from '@tabler/icons-react';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { ArtifactPage } from './details/artifact-page.js';
import { ContextPage } from './details/context-page.js';
import { ExecutionPage } from './details/execution-page.js';
import { ImpactPage } from './details/impact-page.js';
import { RunPage } from './details/run-page.js';
import { WorkspacePage } from './details/workspace-page.js';
import { HomePage } from './home/home-page.js';
import { ArtifactsPage } from './lists/artifacts-page.js';
import { ExecutionsPage } from './lists/executions-page.js';
import { RunsPage } from './lists/runs-page.js';
import { WorkspacesPage } from './lists/workspaces-page.js';
import logo from './logo.svg';
import { KINDS } from './parts/kinds.js';
import { Empty, Loading } from './parts/states.js';

// Charts and graphs are large, and asked for by those who open them.
const ComparePage = lazy(async () => ({ default: (await import('./compare/compare-page.js')).ComparePage }));
const ExplorerPage = lazy(async () => ({ default: (await import('./explorer/explorer-page.js')).ExplorerPage }));

const PLACES: readonly {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number }>;
}[] = [
  { path: '/', label: 'Overview', icon: IconHome },
  { path: '/artifacts', label: 'Artifacts', icon: KINDS.DataSet.icon },
  { path: '/executions', label: 'Executions', icon: KINDS.Execution.icon },
  { path: '/runs', label: 'Runs', icon: KINDS.Run.icon },
  { path: '/workspaces', label: 'Workspaces', icon: KINDS.Workspace.icon },
  { path: '/lineage', label: 'Lineage', icon: IconTopologyStar3 },
];

/** The frame around every page, and which page an address is. */
export function App(): ReactElement {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 196, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
            <Anchor component={Link} to="/" underline="never" c="inherit">
              <Group gap={8} wrap="nowrap">
                <img src={logo} alt="" width={33} height={20} />
                <Text fw={650}>mlmd-graphql</Text>
              </Group>
            </Anchor>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <SchemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <nav aria-label="Main">
          {PLACES.map(({ path, label, icon: Icon }) => (
            <NavLink
              key={path}
              component={Link}
              to={path}
              label={label}
              leftSection={<Icon size={18} />}
              active={path === '/' ? pathname === '/' : pathname.startsWith(path)}
              onClick={close}
            />
          ))}
          <NavLink href="/graphiql" label="GraphQL" leftSection={<IconApi size={18} />} />
        </nav>
      </AppShell.Navbar>
      <AppShell.Main>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<HomePage />} />
            <Route path="/artifacts" element={<ArtifactsPage />} />
            <Route path="/artifacts/:id" element={<ArtifactPage />} />
            <Route path="/executions" element={<ExecutionsPage />} />
            <Route path="/executions/:id" element={<ExecutionPage />} />
            <Route path="/runs" element={<RunsPage />} />
            <Route path="/runs/*" element={<RunPage />} />
            <Route path="/workspaces" element={<WorkspacesPage />} />
            <Route path="/workspaces/:id" element={<WorkspacePage />} />
            <Route path="/contexts/:id" element={<ContextPage />} />
            <Route path="/impact" element={<ImpactPage />} />
            <Route path="/compare" element={<ComparePage />} />
            <Route path="/lineage" element={<ExplorerPage />} />
            <Route path="*" element={<Empty title="There is no page at this address" />} />
          </Routes>
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

function SchemeSwitch(): ReactElement {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      aria-label={isDark ? 'Light colours' : 'Dark colours'}
    >
      {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}
