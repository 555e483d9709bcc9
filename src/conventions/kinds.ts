import type { BaseType } from '../mlmd/model.js';
import type { ArtifactKind } from './convention.js';
import { CONVENTIONS } from './tools.js';

const KINDS: ReadonlyMap<string, ArtifactKind> = new Map(CONVENTIONS.flatMap((tool) => [...tool.artifactKinds]));

const KIND_OF_BASE: ReadonlyMap<BaseType, ArtifactKind> = new Map<BaseType, ArtifactKind>([
  ['mlmd.Dataset', 'DATA_SET'],
  ['mlmd.Model', 'MODEL'],
  ['mlmd.Metrics', 'METRICS'],
]);

/** Whole words only: `ExampleStatistics` and `ModelBlessing` are neither. */
const KIND_OF_WORD: ReadonlyMap<string, ArtifactKind> = new Map<string, ArtifactKind>([
  ['dataset', 'DATA_SET'],
  ['examples', 'DATA_SET'],
  ['model', 'MODEL'],
  ['metrics', 'METRICS'],
  ['evaluation', 'METRICS'],
]);

/**
 * The kind of an artifact by its type: the exact name where a tool's convention knows it, else the system type that it
 * extends, else the last part of the name (`acme.org/v1/Data_Set`, `acme.Model`), else `OTHER`.
 */
export function artifactKind(type: {
  readonly name: string | undefined;
  readonly baseType: BaseType | undefined;
}): ArtifactKind {
  const { name = '', baseType } = type;
  const base = baseType === undefined ? undefined : (KIND_OF_BASE.get(baseType) ?? 'OTHER');
  const word = name.split(/[/.:]/).at(-1)?.toLowerCase().replace(/[_-]/g, '') ?? '';
  return KINDS.get(name) ?? base ?? KIND_OF_WORD.get(word) ?? 'OTHER';
}
