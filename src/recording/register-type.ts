import { MetadataError } from '../errors.js';
import type { RegisterTypeInput } from '../generated/resolvers.js';
import type { PropertyType, TypeId } from '../mlmd/model.js';
import { isOwnType, type OwnTypeName, ownType } from './kubeflow-types.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';
import { optionalKey, refuseRepeats, requiredText } from './validation.js';

/**
 * Registers a type, or finds the one of that kind, name and version; it evolves only as far as the flags allow.
 *
 * @throws MetadataError `TYPE_CONFLICT` where the stored type has other properties and the flags do not allow for it, and for
 *   the types that Kubeflow Metadata's SDK relies on, which stay as they are.
 */
export function registerType(
  store: RecordingStore,
  input: RegisterTypeInput,
  options: RecordingOptions,
): Promise<{ readonly typeId: TypeId; readonly created: boolean }> {
  return record(store, options, async ({ transaction }) => {
    const name = requiredText(input.name, 'input.name');
    const version = optionalKey(input.version, 'input.version');
    const properties = input.properties;
    for (const [index, property] of properties.entries()) requiredText(property.name, `input.properties.${index}.name`);
    refuseRepeats(
      properties.map((property) => property.name),
      'input.properties',
    );
    const declared = new Map(properties.map((property) => [property.name, property.type]));
    if (isOwnType(name) && version === undefined) refuseOther(name, declared);
    const put = {
      kind: input.kind,
      name,
      version,
      properties: declared,
      canAddFields: input.canAddFields,
      canOmitFields: input.canOmitFields,
    };
    const [registered] = await transaction.putTypes([put]).catch(pointToProperties);
    if (registered === undefined) throw new MetadataError('INTERNAL', 'The store gave no id for a type.');
    return { typeId: registered.id, created: registered.created };
  });
}

/** The SDK's types, and ours, can only be registered as they are. */
function refuseOther(name: OwnTypeName, declared: ReadonlyMap<string, PropertyType>): void {
  const { properties } = ownType(name);
  const same = properties.size === declared.size && [...properties].every(([key, type]) => declared.get(key) === type);
  if (same) return;
  const message = `Type ${name} is Kubeflow Metadata's, whose properties are fixed: ${[...properties.keys()].join(', ')}.`;
  throw new MetadataError('TYPE_CONFLICT', message, { argument: 'input.properties' });
}

/** The store knows no inputs; that a stored type has other properties is about this one. */
function pointToProperties(error: unknown): never {
  if (!(error instanceof MetadataError) || error.code !== 'TYPE_CONFLICT') throw error;
  throw new MetadataError(error.code, error.message, { cause: error, argument: 'input.properties' });
}
