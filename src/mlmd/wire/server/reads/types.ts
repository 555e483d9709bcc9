import { MetadataError } from '../../../../errors.js';
import type { NodeKind, NodeType, TypeId } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import { fromType, SYSTEM_TYPE_NAMES, type TypeMessageOf } from '../../codec/types.js';
import type { Handlers, ReadRpc } from '../handlers.js';
import { foundByExternalIds } from './external-ids.js';

type TypeRpc = Extract<
  ReadRpc,
  `get${'Artifact' | 'Execution' | 'Context'}Type${'' | 's' | 'sById' | 'sByExternalIds'}`
>;

/** Answers the calls that read types. */
export function typeReads(reader: MetadataReader): Handlers<TypeRpc> {
  const { byName, byIds, all, byExternalIds } = readsOf(reader);
  return {
    getArtifactType: async (request) => ({ artifactType: await byName('ARTIFACT', request) }),
    getArtifactTypes: async () => ({ artifactTypes: await all('ARTIFACT') }),
    getArtifactTypesById: async ({ typeIds }) => ({ artifactTypes: await byIds('ARTIFACT', typeIds) }),
    getArtifactTypesByExternalIds: async ({ externalIds }) => ({
      artifactTypes: await byExternalIds('ARTIFACT', externalIds),
    }),
    getExecutionType: async (request) => ({ executionType: await byName('EXECUTION', request) }),
    getExecutionTypes: async () => ({ executionTypes: await all('EXECUTION') }),
    getExecutionTypesById: async ({ typeIds }) => ({ executionTypes: await byIds('EXECUTION', typeIds) }),
    getExecutionTypesByExternalIds: async ({ externalIds }) => ({
      executionTypes: await byExternalIds('EXECUTION', externalIds),
    }),
    getContextType: async (request) => ({ contextType: await byName('CONTEXT', request) }),
    getContextTypes: async () => ({ contextTypes: await all('CONTEXT') }),
    getContextTypesById: async ({ typeIds }) => ({ contextTypes: await byIds('CONTEXT', typeIds) }),
    getContextTypesByExternalIds: async ({ externalIds }) => ({
      contextTypes: await byExternalIds('CONTEXT', externalIds),
    }),
  };
}

/** A type as requests name it. */
export interface TypeName {
  readonly typeName?: string | undefined;
  /** No version and an empty one both name the type that has none. */
  readonly typeVersion?: string | undefined;
}

/** @returns the type of that name, or undefined; where racing writers made it twice, the one with the lower id. */
export async function findType(
  reader: MetadataReader,
  kind: NodeKind,
  { typeName = '', typeVersion }: TypeName,
): Promise<NodeType | undefined> {
  const versions = await reader.types({ kind, names: [typeName] });
  return versions.find(({ version }) => version === (typeVersion || undefined));
}

/**
 * The four ways to ask for types, whatever their kind. External ids and base types are told wherever a type is: the engine
 * leaves them out of some answers, which no client can rely on.
 */
function readsOf(reader: MetadataReader) {
  return {
    byName: async <K extends NodeKind>(kind: K, name: TypeName): Promise<TypeMessageOf[K]> => {
      const type = await findType(reader, kind, name);
      if (type === undefined) throw new MetadataError('NOT_FOUND', `There is no ${describe(kind, name)}.`);
      return fromType(kind, type);
    },
    /** In the order of the request, repeats too. */
    byIds: async <K extends NodeKind>(kind: K, ids: readonly bigint[]): Promise<readonly TypeMessageOf[K][]> => {
      const found = await reader.types({ kind, ids: [...new Set(ids)] as TypeId[] });
      const byId = new Map<bigint, TypeMessageOf[K]>(found.map((type) => [type.id, fromType(kind, type)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    /** MLMD's own types are hidden, and whatever bears one of their names; context types are not looked at. */
    all: async <K extends NodeKind>(kind: K): Promise<readonly TypeMessageOf[K][]> => {
      const types = await reader.types({ kind });
      const shown = types.filter(({ name }) => kind === 'CONTEXT' || !SYSTEM_TYPE_NAMES.has(name));
      return shown.map((type) => fromType(kind, type));
    },
    byExternalIds: async <K extends NodeKind>(kind: K, externalIds: readonly string[]) =>
      foundByExternalIds(`${kind.toLowerCase()} types`, externalIds, async () => {
        const types = await reader.types({ kind, externalIds });
        return types.map((type) => fromType(kind, type));
      }),
  };
}

function describe(kind: NodeKind, { typeName, typeVersion }: TypeName): string {
  return `${kind.toLowerCase()} type '${typeName ?? ''}'${typeVersion ? ` of version '${typeVersion}'` : ''}`;
}
