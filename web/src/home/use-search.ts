import { useAsk } from '../api/use-ask.js';
import {
  SearchArtifactsDocument,
  SearchExecutionsDocument,
  SearchIdsDocument,
  SearchRunsDocument,
  SearchWorkspacesDocument,
} from '../generated/operations.js';
import type { KindName } from '../parts/kinds.js';
import { shortTypeName } from '../parts/type-name.js';

/** One thing that was found. */
export interface Hit {
  readonly id: string;
  readonly typename: string;
  readonly name: string;
  /** Tells it from others of its name: type, version, workspace. */
  readonly about: string;
}

/** What was found of one sort. */
export interface HitGroup {
  readonly label: string;
  readonly hits: readonly Hit[];
}

/** What a search has found so far. */
export interface Found {
  /** Without empty ones, in a fixed order. */
  readonly groups: readonly HitGroup[];
  readonly isAsking: boolean;
  /** Why nothing can be found: the first question that was refused. */
  readonly error: Error | null;
}

interface Node {
  readonly __typename: KindName;
  readonly id: string;
  readonly displayName?: string;
  readonly name?: string;
  readonly typeName?: string;
  readonly version?: string | null;
  readonly workspace?: { readonly name: string } | null;
}

/**
 * Looks for things of all sorts, each sort by a question of its own, so that none waits for another. Ids, and the bare
 * numbers by which other tools name artifacts and executions, lead to what they name.
 *
 * @param words - as typed; nothing is asked for none.
 */
export function useSearch(words: string): Found {
  const enabled = words !== '';
  const ids = idsIn(words);
  const byId = useAsk(SearchIdsDocument, { ids: [...ids] }, { enabled: ids.length > 0 });
  const artifacts = useAsk(SearchArtifactsDocument, { words }, { enabled });
  const executions = useAsk(SearchExecutionsDocument, { words }, { enabled });
  const runs = useAsk(SearchRunsDocument, { words }, { enabled });
  const workspaces = useAsk(SearchWorkspacesDocument, { words }, { enabled });
  const questions = [artifacts, executions, runs, workspaces];
  const groups = [
    group('By id', ids.length === 0 ? [] : byId.data?.data.nodes),
    group('Artifacts', artifacts.data?.data.artifacts?.nodes),
    group('Runs', runs.data?.data.runs?.nodes),
    group('Executions', executions.data?.data.executions?.nodes),
    group('Workspaces', workspaces.data?.data.workspaces?.nodes),
  ];
  return {
    groups: enabled ? groups.filter(({ hits }) => hits.length > 0) : [],
    isAsking: enabled && questions.some(({ isFetching }) => isFetching),
    error: questions.find(({ error }) => error)?.error ?? null,
  };
}

/** `artifact:42` stands for itself, `42` for an artifact and an execution. */
function idsIn(words: string): readonly string[] {
  if (/^(artifact|execution|run|workspace|context):\d/.test(words)) return [words];
  return /^\d{1,18}$/.test(words) ? [`artifact:${words}`, `execution:${words}`] : [];
}

function group(label: string, nodes: readonly (Node | null)[] | undefined): HitGroup {
  const hits = (nodes ?? []).flatMap((node) => (node === null ? [] : [hitOf(node)]));
  return { label, hits };
}

function hitOf({ __typename: typename, id, displayName, name, typeName, version, workspace }: Node): Hit {
  const about = [typeName && shortTypeName(typeName), version, workspace?.name];
  return { id, typename, name: displayName ?? name ?? id, about: about.filter(Boolean).join(' · ') };
}
