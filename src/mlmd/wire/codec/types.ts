import { compareText } from '../../filter/evaluate.js';
import { BASE_TYPES, type NodeKind, type NodeType, PROPERTY_TYPES, type TypeId } from '../../model.js';
import type { TypePut } from '../../store.js';
import type * as wire from '../generated/ml_metadata/proto/metadata_store.js';
import type { PropertyType as WirePropertyType } from '../generated/ml_metadata/proto/metadata_store.js';
import { fromShapeText, toShapeText } from './shapes.js';

/** The message of each kind of type. */
export interface TypeMessageOf {
  readonly ARTIFACT: wire.ArtifactType;
  readonly EXECUTION: wire.ExecutionType;
  readonly CONTEXT: wire.ContextType;
}

/** The names of MLMD's own types, of whatever kind: those that other types extend. */
export const SYSTEM_TYPE_NAMES: ReadonlySet<string> = new Set(Object.values(BASE_TYPES).flat());

/** A type as a service answers with it. A property whose type we do not know is left out. */
export function toType<K extends NodeKind>(kind: K, message: TypeMessageOf[K]): NodeType {
  return { kind, id: (message.id ?? 0n) as TypeId, ...definition(kind, message) };
}

/** The message of a type; base types of contexts do not exist. */
export function fromType<K extends NodeKind>(kind: K, type: NodeType): TypeMessageOf[K] {
  return message(kind, type, type.id);
}

/** What a message asks to register. Properties declared as UNKNOWN are left out: see {@link unknownProperties}. */
export function toTypePut<K extends NodeKind>(
  kind: K,
  type: TypeMessageOf[K],
  flags: Pick<TypePut, 'canAddFields' | 'canOmitFields'>,
): TypePut {
  return { kind, ...definition(kind, type), ...flags };
}

/** The message that asks for a put. */
export function fromTypePut<K extends NodeKind>(kind: K, put: TypePut): TypeMessageOf[K] {
  return message(kind, put, undefined);
}

/** The properties that a message declares as UNKNOWN. Enums are closed: other numbers that are no type read as unset. */
export function unknownProperties(properties: ReadonlyMap<string, WirePropertyType>): readonly string[] {
  return [...properties].filter(([, number]) => number === 0).map(([name]) => name);
}

function definition<K extends NodeKind>(kind: K, type: TypeMessageOf[K]) {
  const { inputType, outputType } = type as wire.ExecutionType;
  const { baseType } = type as { readonly baseType?: number | undefined };
  const properties = [...type.properties].flatMap(([name, number]) => {
    const propertyType = PROPERTY_TYPES[number];
    return propertyType === undefined ? [] : [[name, propertyType] as const];
  });
  return {
    name: type.name ?? '',
    version: type.version || undefined,
    description: type.description,
    externalId: type.externalId,
    baseType: baseType === undefined ? undefined : BASE_TYPES[kind][baseType - 1],
    properties: new Map(properties.sort(([one], [other]) => compareText(one, other))),
    inputType: inputType && toShapeText(inputType),
    outputType: outputType && toShapeText(outputType),
  };
}

function message<K extends NodeKind>(
  kind: K,
  type: Omit<TypePut, 'canAddFields' | 'canOmitFields'>,
  id: TypeId | undefined,
) {
  const { name, version, description, externalId, baseType } = type;
  const numbers = [...type.properties].map(([property, propertyType]) => {
    return [property, PROPERTY_TYPES.indexOf(propertyType) as WirePropertyType] as const;
  });
  const isExecution = kind === 'EXECUTION';
  return {
    id,
    name,
    version,
    description,
    externalId,
    properties: new Map(numbers),
    ...(baseType !== undefined && { baseType: BASE_TYPES[kind].indexOf(baseType) + 1 }),
    ...(isExecution && { inputType: fromShapeText(type.inputType), outputType: fromShapeText(type.outputType) }),
  } as unknown as TypeMessageOf[K];
}
