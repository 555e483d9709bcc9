import { Anchor } from '@mantine/core';
import { lazy, type ReactElement } from 'react';
import { Link, Route, Routes } from 'react-router';
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
import { Empty } from './parts/states.js';
import { usePageTitle } from './parts/use-page-title.js';

// Charts and graphs are large, and asked for by those who open them.
const ComparePage = lazy(async () => ({ default: (await import('./compare/compare-page.js')).ComparePage }));
const ExplorerPage = lazy(async () => ({ default: (await import('./explorer/explorer-page.js')).ExplorerPage }));

/** Which page an address is. */
export function Pages(): ReactElement {
  return (
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
      <Route path="*" element={<NoPage />} />
    </Routes>
  );
}

function NoPage(): ReactElement {
  usePageTitle('No such page');
  return (
    <Empty title="There is no page at this address">
      The address may have been cut off on its way here. The{' '}
      <Anchor component={Link} to="/" underline="always">
        overview
      </Anchor>{' '}
      leads to all that there is.
    </Empty>
  );
}
