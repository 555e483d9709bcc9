import { MetadataError } from '../../errors.js';
import { BASE_TYPES, type BaseType, type NodeType, type PropertyType } from '../model.js';
import type { TypePut } from '../store.js';
import { checkText } from './values.js';

/** Refuses a type that would not come back as it was written, or that extends what it cannot. Throws `INVALID_ARGUMENT`. */
export function checkType({
  kind,
  name,
  version,
  description,
  externalId,
  baseType,
  properties,
  ...put
}: TypePut): void {
  if (name === '') throw new MetadataError('INVALID_ARGUMENT', 'A type needs a name.');
  checkText('The name of a type', name);
  checkText(`The version of type '${name}'`, version);
  checkText(`The description of type '${name}'`, description);
  checkText(`The externalId of type '${name}'`, externalId);
  checkText(`The input type of type '${name}'`, put.inputType);
  checkText(`The output type of type '${name}'`, put.outputType);
  for (const property of properties.keys()) checkText(`The name of a property of type '${name}'`, property);
  if (baseType !== undefined && !BASE_TYPES[kind].includes(baseType)) {
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `Type '${name}' cannot extend '${baseType}', which is of another kind.`,
    );
  }
}

/**
 * Refuses that a type extends itself, or what extends it. Only system types are extended, by their names. Throws
 * `INVALID_ARGUMENT`.
 *
 * @param baseOf - what a system type extends in turn.
 */
export function checkLine(
  { name, version }: Pick<NodeType, 'name' | 'version'>,
  baseType: BaseType,
  baseOf: (name: BaseType) => BaseType | undefined,
): void {
  if (version !== undefined) return;
  const seen = new Set<BaseType>();
  for (let base: BaseType | undefined = baseType; base !== undefined && !seen.has(base); base = baseOf(base)) {
    seen.add(base);
    if (base !== name) continue;
    throw new MetadataError('INVALID_ARGUMENT', `Type '${name}' cannot extend '${baseType}', which is or extends it.`);
  }
}

/** A stored type as a put makes it. */
export interface EvolvedType {
  readonly type: NodeType;
  /** Properties that it did not have. */
  readonly added: readonly (readonly [name: string, type: PropertyType])[];
  /** The base type where it had none. */
  readonly baseType: BaseType | undefined;
}

/**
 * What putting a type over the stored one of its name makes of that: what the flags allow is added, and a description,
 * inputs and outputs stay as they are. Throws `TYPE_CONFLICT` where the flags do not allow it.
 */
export function evolved(stored: NodeType, put: TypePut): EvolvedType {
  for (const [name, type] of stored.properties) {
    const given = put.properties.get(name);
    if (given === undefined && !put.canOmitFields) {
      throw conflict(put, `has a property '${name}' that is missing here, and canOmitFields is not set`);
    }
    if (given !== undefined && given !== type) {
      throw conflict(put, `declares property '${name}' as ${type}, not ${given}`);
    }
  }
  const added = [...put.properties].filter(([name]) => !stored.properties.has(name));
  const [first] = added;
  if (first !== undefined && !put.canAddFields) {
    throw conflict(put, `has no property '${first[0]}', and canAddFields is not set`);
  }
  const extendsAnother = put.baseType !== undefined && put.baseType !== stored.baseType;
  if (extendsAnother && stored.baseType !== undefined) {
    throw conflict(put, `extends '${stored.baseType}', not '${put.baseType}'`);
  }
  return {
    type: {
      ...stored,
      externalId: put.externalId || stored.externalId,
      baseType: put.baseType ?? stored.baseType,
      properties: new Map([...stored.properties, ...added]),
    },
    added,
    baseType: extendsAnother ? put.baseType : undefined,
  };
}

function conflict({ name, version }: TypePut, difference: string): MetadataError {
  const called = version ? `'${name}', version '${version}',` : `'${name}'`;
  return new MetadataError('TYPE_CONFLICT', `Type ${called} exists already and ${difference}.`);
}
