import type {
  ArtifactFilter,
  DateTimeFilter,
  ExecutionFilter,
  RunFilter,
  WorkspaceFilter,
} from '../generated/operations.js';
import { conditionFilter } from './condition.js';
import type { ListAddress } from './list-address.js';

/** The artifacts that an address asks for. */
export function artifactFilter(address: ListAddress): ArtifactFilter {
  const { kind, state, uri } = address;
  return {
    ...nodeFilter(address),
    ...(kind === null ? {} : { kind: [kind] }),
    ...(state.length === 0 ? {} : { state: [...state] }),
    ...(uri === '' ? {} : { uri: { contains: uri } }),
  };
}

/** The executions that an address asks for. */
export function executionFilter(address: ListAddress): ExecutionFilter {
  const { status } = address;
  return { ...nodeFilter(address), ...(status.length === 0 ? {} : { status: [...status] }) };
}

/** The runs that an address asks for. */
export function runFilter(address: ListAddress): RunFilter {
  const { q, workspace, status, origin } = address;
  return {
    ...(q.trim() === '' ? {} : { name: { contains: q.trim() } }),
    ...(workspace === '' ? {} : { workspaceId: workspace }),
    ...(status.length === 0 ? {} : { status: [...status] }),
    ...(origin.length === 0 ? {} : { origin: [...origin] }),
    ...createdFilter(address),
  };
}

/** The workspaces that an address asks for. */
export function workspaceFilter({ q, origin }: ListAddress): WorkspaceFilter {
  return {
    ...(q.trim() === '' ? {} : { name: { contains: q.trim() } }),
    ...(origin.length === 0 ? {} : { origin: [...origin] }),
  };
}

/** What artifacts and executions are both asked for. */
function nodeFilter(address: ListAddress): ArtifactFilter & ExecutionFilter {
  const { q, type, workspace, run, context, name, where, mlmd } = address;
  return {
    ...(q.trim() === '' ? {} : { search: q.trim() }),
    ...(type.length === 0 ? {} : { typeName: { in: [...type] } }),
    ...(workspace === '' ? {} : { workspaceId: workspace }),
    ...(run === '' ? {} : { runId: run }),
    ...(context === '' ? {} : { contextId: context }),
    ...(name === '' ? {} : { name: { contains: name } }),
    ...(where.length === 0 ? {} : { and: where.map(conditionFilter) }),
    ...(mlmd.trim() === '' ? {} : { mlmd: mlmd.trim() }),
    ...createdFilter(address),
  };
}

function createdFilter({ after, before }: ListAddress): { readonly createdAt?: DateTimeFilter } {
  if (after === null && before === null) return {};
  return {
    createdAt: {
      ...(after === null ? {} : { after: after.toISOString() }),
      ...(before === null ? {} : { before: before.toISOString() }),
    },
  };
}
