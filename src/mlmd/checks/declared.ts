import { MetadataError } from '../../errors.js';
import type { NodeType, Properties } from '../model.js';

/** Refuses properties that a type does not declare, or declares otherwise. Throws `TYPE_MISMATCH`. */
export function checkDeclared(type: NodeType, properties: Properties): void {
  for (const [name, value] of properties) {
    const declared = type.properties.get(name);
    if (declared === undefined) {
      throw new MetadataError('TYPE_MISMATCH', `Type '${type.name}' declares no property '${name}'.`);
    }
    if (declared !== value.type) {
      const difference = `is declared as ${declared}, but the value given is ${value.type}`;
      throw new MetadataError('TYPE_MISMATCH', `Property '${name}' of type '${type.name}' ${difference}.`);
    }
  }
}
