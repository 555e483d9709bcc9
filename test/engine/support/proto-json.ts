import { fromBinary, toJson } from '@bufbuild/protobuf';
import { StructSchema } from '@bufbuild/protobuf/wkt';
import type { Artifact, Context, Execution, JsonObject, Properties, Value } from '../../../src/mlmd/model.js';

/** A property value as the engine's proto JSON has it; a proto must be a `google.protobuf.Struct`. */
export function valueJson(value: Value): JsonObject {
  switch (value.type) {
    case 'INT':
      return { int_value: String(value.value) };
    case 'DOUBLE':
      return { double_value: value.value };
    case 'STRING':
      return { string_value: value.value };
    case 'STRUCT':
      return { struct_value: value.value };
    case 'BOOLEAN':
      return { bool_value: value.value };
    case 'PROTO': {
      const struct = toJson(StructSchema, fromBinary(StructSchema, value.value.value)) as JsonObject;
      return { proto_value: { '@type': value.value.typeUrl, value: struct } };
    }
    default:
      return value satisfies never;
  }
}

/** A property map as proto JSON. */
export function propertiesJson(properties: Properties): JsonObject {
  return Object.fromEntries([...properties].map(([name, value]) => [name, valueJson(value)]));
}

/** A node as the engine tells of it; what is unset is absent, but an artifact always has a uri. */
export function nodeJson(node: Artifact | Execution | Context): JsonObject {
  const filled = (key: string, map: Properties) => (map.size === 0 ? {} : { [key]: propertiesJson(map) });
  const state = 'state' in node && node.state !== undefined ? node.state : undefined;
  return {
    id: String(node.id),
    type_id: String(node.typeId),
    ...(node.typeName !== undefined && { type: node.typeName }),
    ...(node.name !== undefined && { name: node.name }),
    ...(node.externalId !== undefined && { external_id: node.externalId }),
    ...(node.kind === 'ARTIFACT' && { uri: node.uri ?? '' }),
    ...(state !== undefined && { [node.kind === 'ARTIFACT' ? 'state' : 'last_known_state']: state }),
    ...filled('properties', node.properties),
    ...filled('custom_properties', node.customProperties),
    create_time_since_epoch: String(node.createTimeMs),
    last_update_time_since_epoch: String(node.updateTimeMs),
  };
}
