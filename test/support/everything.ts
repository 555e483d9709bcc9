import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * Writes a selection of every field of a type.
 *
 * @param levels - how many levels of objects; below, only what is no object is selected.
 * @param page - arguments for every connection.
 */
export function everythingOf(schema: GraphQLSchema, typeName: string, levels: number, page: string): string {
  const type = schema.getType(typeName);
  if (type === undefined) throw new Error(`the schema has no type ${typeName}`);
  return select(schema, type, levels, page);
}

function select(schema: GraphQLSchema, type: GraphQLNamedType, levels: number, page: string): string {
  if (isInterfaceType(type)) {
    const parts = schema.getPossibleTypes(type).map((possible) => {
      return `... on ${possible.name} ${select(schema, possible, levels, page)}`;
    });
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => selectField(schema, type, field, levels, page));
  return `{ __typename ${fields.join(' ')} }`;
}

/** Nullable and non-null fields of one name do not merge across types, so each is given its type's name. */
function selectField(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  levels: number,
  page: string,
): readonly string[] {
  const type = getNamedType(field.type);
  const alias = `${parent.name}_${field.name}`;
  const args = argumentsOf(field, page);
  if (!isCompositeType(type)) return [`${alias}: ${field.name}${args}`];
  if (levels === 0) return [];
  return [`${alias}: ${field.name}${args} ${select(schema, type, levels - 1, page)}`];
}

function argumentsOf({ name, args, type }: GraphQLField<unknown, unknown>, page: string): string {
  if (getNamedType(type).name.endsWith('Connection')) return `(${page})`;
  return args.some((argument) => argument.name === 'name') && name === 'value' ? '(name: "accuracy")' : '';
}
