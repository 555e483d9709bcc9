import type { ArtifactKind, Direction, LineagePreset } from '../generated/operations.js';

/** Where the page of each kind of thing lies; the rest of an id follows. */
const FOLDERS: Readonly<Record<string, string>> = {
  artifact: '/artifacts/',
  execution: '/executions/',
  run: '/runs/',
  workspace: '/workspaces/',
  context: '/contexts/',
};

/**
 * The address of a thing's own page: `artifact:42` lies at `/artifacts/42`, and `run:3/nightly` at `/runs/3%2Fnightly`.
 *
 * @param id - as the API gives it.
 */
export function pagePath(id: string): string {
  const colon = id.indexOf(':');
  const folder = FOLDERS[id.slice(0, colon)];
  if (folder === undefined) throw new Error(`There is no page for ${id}.`);
  return folder + encodeURIComponent(id.slice(colon + 1));
}

/** The picture of what these come from and lead to; of a run it is the run's own graph. */
export function lineagePath(
  ids: readonly string[],
  { direction = 'BOTH', preset }: { readonly direction?: Direction; readonly preset?: LineagePreset } = {},
): string {
  const query = { of: listOf(ids), direction, ...(preset === undefined ? {} : { preset }) };
  return `/lineage?${new URLSearchParams(query)}`;
}

/** The list of all that these have touched (DOWNSTREAM) or come from (UPSTREAM), each with the way to it. */
export function impactPath(ids: readonly string[], direction: 'UPSTREAM' | 'DOWNSTREAM'): string {
  return `/impact?${new URLSearchParams({ of: listOf(ids), direction })}`;
}

/** These runs, or artifacts, or executions side by side. */
export function comparePath(ids: readonly string[]): string {
  return `/compare?${new URLSearchParams({ of: listOf(ids) })}`;
}

/** What of a list to show; what is left out is not asked for. */
export interface Listed {
  readonly kind?: ArtifactKind;
  /** The id of the workspace that all lie in. */
  readonly workspace?: string;
  /** The id of the run that all belong to. */
  readonly run?: string;
  /** The id of the context that all are members of. */
  readonly context?: string;
  /** Names of types, one of which each has. */
  readonly type?: readonly string[];
  /** Words that each has somewhere. */
  readonly q?: string;
}

/** The list of all things of a sort, or of those that fit. Runs and workspaces know `workspace` and `q` only. */
export function listPath(of: 'artifacts' | 'executions' | 'runs' | 'workspaces', fit: Listed = {}): string {
  const entries = Object.entries(fit).flatMap(([name, value]: [string, string | readonly string[]]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  const query = new URLSearchParams(entries).toString();
  return query === '' ? `/${of}` : `/${of}?${query}`;
}

/**
 * The id of the thing whose page an address is, or that the page belongs to; undefined where it is none.
 *
 * @param path - as it stands in the address, still encoded: the router would decode it twice.
 */
export function idOfPath(path: string): string | undefined {
  for (const [kind, folder] of Object.entries(FOLDERS)) {
    if (!path.startsWith(folder)) continue;
    const [encoded = ''] = path.slice(folder.length).split('/');
    try {
      return encoded === '' ? undefined : `${kind}:${decodeURIComponent(encoded)}`;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Ids as the address holds them. The name of a run may hold a comma, which stands escaped as nuqs escapes it. */
function listOf(ids: readonly string[]): string {
  return ids.map((id) => id.replaceAll(',', '%2C')).join(',');
}
