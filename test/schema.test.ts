import { readdirSync, readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from './support/api.js';

/** What can be described, or selected, under the name it has in the schema. */
interface Element {
  readonly name: string;
  readonly description: string | null | undefined;
}

const OURS = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

describe('schema.graphql', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    const undescribed = OURS.flatMap(elementsOf).filter(({ description }) => !description?.trim());

    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });

  it('says the same of a field in an interface and in the types that have it', () => {
    const differing = OURS.filter((type) => isObjectType(type) || isInterfaceType(type)).flatMap((type) =>
      type.getInterfaces().flatMap((parent) =>
        Object.values(parent.getFields()).flatMap((field) => {
          const own = type.getFields()[field.name];
          const same = parent.name === 'Node' || JSON.stringify(says(own)) === JSON.stringify(says(field));
          return same ? [] : [`${type.name}.${field.name}`];
        }),
      ),
    );

    expect(differing).toEqual([]);
  });

  it('is selected whole by the operations in test/operations', () => {
    const selected = selectedFields();
    const fields = OURS.filter(isObjectType).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );

    expect(fields.filter((field) => !selected.has(field))).toEqual([]);
  });
});

function elementsOf(type: GraphQLNamedType): readonly Element[] {
  return [type, ...membersOf(type).map(({ name, description }) => ({ name: `${type.name}.${name}`, description }))];
}

function membersOf(type: GraphQLNamedType): readonly Element[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    field,
    ...field.args.map(({ name, description }) => ({ name: `${field.name}(${name})`, description })),
  ]);
}

function says(field: GraphQLField<unknown, unknown> | undefined) {
  return [field?.description, field?.args.map(({ name, description }) => [name, description])];
}

/** Every field that an operation selects; one of an interface counts for all types that implement it. */
function selectedFields(): ReadonlySet<string> {
  const folder = new URL('operations/', import.meta.url);
  const selected = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.graphql'))) {
    const typeInfo = new TypeInfo(schema);
    const document = parse(readFileSync(new URL(file, folder), 'utf8'));
    visit(
      document,
      visitWithTypeInfo(typeInfo, {
        Field({ name }) {
          const parent = typeInfo.getParentType();
          if (!parent) return;
          selected.add(`${parent.name}.${name.value}`);
          if (!isInterfaceType(parent)) return;
          for (const type of schema.getPossibleTypes(parent)) selected.add(`${type.name}.${name.value}`);
        },
      }),
    );
  }
  return selected;
}
