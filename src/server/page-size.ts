import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Limits } from '../limits.js';

/** Items of a page whose `first` or `last` is not given; `schema.graphql` says the same of every connection. */
const DEFAULT_PAGE_SIZE = 25;

type Field = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

/**
 * Tells how many nodes a field can return: a list of nodes itself, any other the lists right below it (`nodes`, `edges`,
 * `entries`). Undefined where that is not for the field to say.
 */
export type PageSizeOf = (
  parent: GraphQLNamedType,
  field: Field,
  node: FieldNode,
  variables: Arguments,
) => number | undefined;

/**
 * Reads off the schema what a page is: a field whose type's name ends in `Connection`, or that takes `maxNodes`,
 * `maxPaths` or a list of `ids`. A list of nodes that nothing in the query bounds counts as a default page.
 *
 * A size over its limit counts as the limit, because the resolver refuses it and can say more.
 */
export function createPageSizeOf(schema: GraphQLSchema, limits: Limits): PageSizeOf {
  const pages = pageTypes(schema);

  return (parent, field, node, variables) => {
    const type = getNamedType(field.type);
    const args = argumentsOf(field, node, variables);
    if (isConnection(type)) {
      return Math.min(count(args.first) ?? count(args.last) ?? DEFAULT_PAGE_SIZE, limits.maxPageSize);
    }
    const input = args.input as Arguments | null | undefined;
    const maxNodes = count(args.maxNodes) ?? count(input?.maxNodes);
    if (maxNodes !== undefined) return Math.min(maxNodes, limits.maxNodes);
    if (count(args.maxPaths) !== undefined) return count(args.maxPaths);
    if (!isListType(getNullableType(field.type))) return undefined;
    if (Array.isArray(args.ids)) return Math.min(args.ids.length, limits.maxPageSize);
    return hasId(type) && !pages.has(parent) ? DEFAULT_PAGE_SIZE : undefined;
  };
}

/** @returns the coerced arguments, or none where they do not coerce, as then the field will fail and return nothing. */
function argumentsOf(field: Field, node: FieldNode, variables: Arguments): Arguments {
  if (field.args.length === 0) return {};
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

/** The types whose lists are bounded by the field that returned them: connections, `Lineage`, `Paths`. */
function pageTypes(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const pages = new Set<GraphQLNamedType>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const returned = getNamedType(field.type);
      if (isConnection(returned) || takesSize(field)) pages.add(returned);
    }
  }
  return pages;
}

function takesSize({ args }: Field): boolean {
  return args.some(({ name, type }) => {
    const input = getNamedType(type);
    return (
      name === 'maxNodes' ||
      name === 'maxPaths' ||
      (name === 'input' && 'getFields' in input && 'maxNodes' in input.getFields())
    );
  });
}

function isConnection(type: GraphQLNamedType): boolean {
  return type.name.endsWith('Connection');
}

function hasId(type: GraphQLNamedType): boolean {
  return (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}
