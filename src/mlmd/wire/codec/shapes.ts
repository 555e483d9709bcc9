import {
  ArtifactStructType,
  type ArtifactType,
  ArtifactType_SystemDefinedBaseType,
  PropertyType,
} from '../generated/ml_metadata/proto/metadata_store.js';

/** A shape as MLMD keeps it: as proto JSON. */
export function toShapeText(shape: ArtifactStructType): string {
  return JSON.stringify(ArtifactStructType.toJSON(closed(shape)));
}

/** @returns undefined for a text that is no shape. */
export function fromShapeText(text: string | undefined): ArtifactStructType | undefined {
  if (!text) return undefined;
  try {
    return ArtifactStructType.fromJSON(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The same shape without numbers that its enums do not have, which read as unset and cannot be written as JSON. */
function closed({ kind }: ArtifactStructType): ArtifactStructType {
  switch (kind?.$case) {
    case undefined:
    case 'none':
    case 'any':
      return { kind };
    case 'simple':
      return { kind: { ...kind, value: closedType(kind.value) } };
    case 'unionType':
      return { kind: { ...kind, value: { candidates: kind.value.candidates.map(closed) } } };
    case 'intersection':
      return { kind: { ...kind, value: { constraints: kind.value.constraints.map(closed) } } };
    case 'list':
      return { kind: { ...kind, value: { element: kind.value.element && closed(kind.value.element) } } };
    case 'tuple':
      return { kind: { ...kind, value: { elements: kind.value.elements.map(closed) } } };
    case 'dict': {
      const { properties, extraPropertiesType } = kind.value;
      const members = [...properties].map(([name, member]) => [name, closed(member)] as const);
      const extra = extraPropertiesType && closed(extraPropertiesType);
      return { kind: { ...kind, value: { ...kind.value, properties: new Map(members), extraPropertiesType: extra } } };
    }
    default:
      return kind satisfies never;
  }
}

function closedType(type: ArtifactType): ArtifactType {
  const { properties, baseType } = type;
  return {
    ...type,
    properties: new Map([...properties].filter(([, number]) => PropertyType[number] !== undefined)),
    baseType: ArtifactType_SystemDefinedBaseType[baseType ?? -1] === undefined ? undefined : baseType,
  };
}
