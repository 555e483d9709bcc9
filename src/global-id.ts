import { MetadataError } from './errors.js';
import { type ArtifactId, type ContextId, type ExecutionId, INT64_MAX, INT64_MIN } from './mlmd/model.js';

/**
 * What an id of the API names. MLMD numbers artifacts, executions and contexts apart, so the kind is part of the id.
 * A workspace and a run are contexts seen as such; `RUN_NAME` is a run of which the store keeps only the name, in a
 * workspace.
 */
export type GlobalId =
  | { readonly kind: 'ARTIFACT'; readonly id: ArtifactId }
  | { readonly kind: 'EXECUTION'; readonly id: ExecutionId }
  | { readonly kind: 'WORKSPACE'; readonly id: ContextId }
  | { readonly kind: 'CONTEXT'; readonly id: ContextId }
  | { readonly kind: 'RUN'; readonly id: ContextId }
  | { readonly kind: 'RUN_NAME'; readonly workspaceId: ContextId; readonly name: string };

/** What a {@link GlobalId} can be of, as its `kind` says. */
export type GlobalIdKind = GlobalId['kind'];

/** How each kind of id begins, up to the colon. */
const PREFIX = {
  ARTIFACT: 'artifact',
  EXECUTION: 'execution',
  WORKSPACE: 'workspace',
  CONTEXT: 'context',
  RUN: 'run',
  RUN_NAME: 'run',
} as const satisfies Record<GlobalIdKind, string>;

const FORMS = 'artifact:1, execution:1, workspace:1, context:1, run:1 or run:1/name';

/**
 * Writes an id.
 *
 * @returns `artifact:42`, `execution:7`, `workspace:3`, `context:9`, `run:12`, or `run:3/nightly%20build` for a name in
 *   workspace 3 (percent-encoded as `encodeURIComponent` does). Equal things have equal ids.
 */
export function toGlobalId(of: GlobalId): string {
  if (of.kind === 'RUN_NAME') return `${PREFIX.RUN_NAME}:${of.workspaceId}/${encodeURIComponent(of.name)}`;
  return `${PREFIX[of.kind]}:${of.id}`;
}

/**
 * Reads an id. Only what {@link toGlobalId} writes is one: no signs or zeros in front, nothing outside of 64 bits, no
 * other way of encoding a name; so that one thing never goes by two ids.
 *
 * @param argument - path of the input that held the text, for the error.
 * @throws MetadataError `INVALID_ARGUMENT` for any other text.
 */
export function parseGlobalId(text: string, argument?: string): GlobalId {
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  const parsed = colon < 0 ? undefined : fromParts(text.slice(0, colon), rest);
  if (parsed === undefined) throw badId(`${JSON.stringify(text)} is not an id; ids read ${FORMS}.`, argument);
  return parsed;
}

/**
 * Reads an id that must be of one kind.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for a malformed id and for one of another kind, saying which was expected.
 */
export function expectId<K extends GlobalIdKind>(
  text: string,
  kind: K,
  argument?: string,
): Extract<GlobalId, { readonly kind: K }> {
  const parsed = parseGlobalId(text, argument);
  if (!isKind(parsed, kind)) {
    throw badId(`${JSON.stringify(text)} names ${article(parsed.kind)}, and ${article(kind)} is expected.`, argument);
  }
  return parsed;
}

function isKind<K extends GlobalIdKind>(id: GlobalId, kind: K): id is Extract<GlobalId, { readonly kind: K }> {
  return id.kind === kind;
}

function fromParts(prefix: string, rest: string): GlobalId | undefined {
  switch (prefix) {
    case PREFIX.ARTIFACT:
      return withId(rest, (id) => ({ kind: 'ARTIFACT', id: id as ArtifactId }));
    case PREFIX.EXECUTION:
      return withId(rest, (id) => ({ kind: 'EXECUTION', id: id as ExecutionId }));
    case PREFIX.WORKSPACE:
      return withId(rest, (id) => ({ kind: 'WORKSPACE', id: id as ContextId }));
    case PREFIX.CONTEXT:
      return withId(rest, (id) => ({ kind: 'CONTEXT', id: id as ContextId }));
    case PREFIX.RUN:
      return runFrom(rest);
    default:
      return undefined;
  }
}

function runFrom(rest: string): GlobalId | undefined {
  const slash = rest.indexOf('/');
  if (slash < 0) return withId(rest, (id) => ({ kind: 'RUN', id: id as ContextId }));
  const name = decoded(rest.slice(slash + 1));
  if (name === undefined) return undefined;
  return withId(rest.slice(0, slash), (id) => ({ kind: 'RUN_NAME', workspaceId: id as ContextId, name }));
}

function withId(digits: string, make: (id: bigint) => GlobalId): GlobalId | undefined {
  if (!/^(?:0|-?[1-9][0-9]{0,18})$/.test(digits)) return undefined;
  const id = BigInt(digits);
  return id < INT64_MIN || id > INT64_MAX ? undefined : make(id);
}

/** The name that was encoded; undefined for an empty one and for an encoding that is not ours. */
function decoded(text: string): string | undefined {
  try {
    const name = decodeURIComponent(text);
    return name !== '' && encodeURIComponent(name) === text ? name : undefined;
  } catch {
    return undefined;
  }
}

function article(kind: GlobalIdKind): string {
  const name = PREFIX[kind];
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

function badId(message: string, argument: string | undefined): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', message, argument === undefined ? {} : { argument });
}
