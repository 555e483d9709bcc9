import {
  IconBox,
  IconBrain,
  IconChartBar,
  IconDatabase,
  IconFile,
  IconFolders,
  IconPlayerPlay,
  IconRoute,
} from '@tabler/icons-react';

/** What a thing is to the reader: the name of its GraphQL type. */
export type KindName =
  | 'DataSet'
  | 'Model'
  | 'Metrics'
  | 'GenericArtifact'
  | 'Execution'
  | 'Run'
  | 'Workspace'
  | 'Context';

/** How a kind is shown wherever it appears: the same word, colour and icon on every page. */
export interface Kind {
  readonly label: string;
  readonly plural: string;
  /** A colour of the theme. */
  readonly color: string;
  readonly icon: typeof IconBox;
}

/** Every kind; artifacts have colours of their own, steps are neutral and square. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  DataSet: { label: 'Data set', plural: 'Data sets', color: 'blue', icon: IconDatabase },
  Model: { label: 'Model', plural: 'Models', color: 'teal', icon: IconBrain },
  Metrics: { label: 'Metrics', plural: 'Metrics', color: 'grape', icon: IconChartBar },
  GenericArtifact: { label: 'Artifact', plural: 'Other artifacts', color: 'gray', icon: IconFile },
  Execution: { label: 'Execution', plural: 'Executions', color: 'orange', icon: IconPlayerPlay },
  Run: { label: 'Run', plural: 'Runs', color: 'indigo', icon: IconRoute },
  Workspace: { label: 'Workspace', plural: 'Workspaces', color: 'cyan', icon: IconFolders },
  Context: { label: 'Context', plural: 'Contexts', color: 'gray', icon: IconBox },
};

/** The kind of a thing by its `__typename`; what is not known is an artifact. */
export function kindOf(typename: string): Kind {
  return Object.hasOwn(KINDS, typename) ? KINDS[typename as KindName] : KINDS.GenericArtifact;
}
