import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { PageSizeOf } from './page-size.js';

/** How much an operation may make the server do, known before it runs. */
export interface OperationSize {
  /** Levels of fields. */
  readonly depth: number;
  /** Aliases, those of a fragment once for each time it is spread. */
  readonly aliases: number;
  /** The most nodes that its pages and walks can return: nested ones multiplied, siblings added. */
  readonly breadth: number;
  /** The most field values that it can return; a list of values that are no nodes counts as one of them. */
  readonly cost: number;
}

/** What an operation is measured with. */
export interface MeasureOptions {
  readonly schema: GraphQLSchema;
  readonly pageSizeOf: PageSizeOf;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Measures a valid operation in one pass, in time linear in the document: a fragment is measured once, however often it
 * is spread. (`graphql-query-complexity` and GraphQL Armor's rules walk it again at each spread, which thirty small
 * fragments turn into a billion steps, and they do not hand out the value that went over a limit.)
 *
 * Fragments on different object types are alternatives, of which the largest counts. `@skip` and `@include` are not
 * looked at. Values beyond 2^53 are approximate.
 */
export function measureOperation(operation: OperationDefinitionNode, options: MeasureOptions): OperationSize {
  const root = options.schema.getRootType(operation.operation);
  if (!root) return { depth: 0, aliases: 0, breadth: 0, cost: 0 };
  const { depth, aliases, own, listed } = new Measurement(options).ofSelections(operation.selectionSet, root);
  return { depth, aliases, breadth: own.breadth + listed.breadth, cost: own.cost + listed.cost };
}

interface Work {
  readonly breadth: number;
  readonly cost: number;
}

/** What a part of a selection weighs: `listed` is the part in lists, which the field around it multiplies by its page size. */
interface Extent {
  readonly depth: number;
  readonly aliases: number;
  readonly own: Work;
  readonly listed: Work;
}

const NO_WORK: Work = { breadth: 0, cost: 0 };
const NOTHING: Extent = { depth: 0, aliases: 0, own: NO_WORK, listed: NO_WORK };

class Measurement {
  readonly #options: MeasureOptions;
  readonly #ofFragments = new Map<string, Extent>();

  constructor(options: MeasureOptions) {
    this.#options = options;
  }

  ofSelections({ selections }: SelectionSetNode, parent: GraphQLNamedType): Extent {
    let shared = NOTHING;
    const alternatives = new Map<GraphQLNamedType, Extent>();
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        shared = plus(shared, this.#ofField(selection, parent));
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? this.#options.fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const type = this.#typeNamed(fragment.typeCondition?.name.value) ?? parent;
      const extent = isSpread
        ? this.#ofFragment(selection.name.value, fragment.selectionSet, type)
        : this.ofSelections(fragment.selectionSet, type);
      if (type !== parent && isObjectType(type))
        alternatives.set(type, plus(alternatives.get(type) ?? NOTHING, extent));
      else shared = plus(shared, extent);
    }
    return plus(shared, [...alternatives.values()].reduce(larger, NOTHING));
  }

  #ofFragment(name: string, selections: SelectionSetNode, type: GraphQLNamedType): Extent {
    const known = this.#ofFragments.get(name);
    if (known !== undefined) return known;
    const extent = this.ofSelections(selections, type);
    this.#ofFragments.set(name, extent);
    return extent;
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType): Extent {
    const field = this.#fieldOf(parent, node.name.value);
    const aliases = node.alias === undefined ? 0 : 1;
    if (field === undefined || node.selectionSet === undefined) {
      return { depth: 1, aliases, own: { breadth: 0, cost: 1 }, listed: NO_WORK };
    }
    const below = this.ofSelections(node.selectionSet, getNamedType(field.type));
    const size = this.#options.pageSizeOf(parent, field, node, this.#options.variables);
    const isList = isListType(getNullableType(field.type));
    const inside = sum(isList ? times(size ?? 1, below.own) : below.own, times(size ?? 1, below.listed));
    const work = sum({ breadth: size ?? 0, cost: 1 }, inside);
    const isMultipliedAbove = isList && size === undefined;
    return {
      depth: 1 + below.depth,
      aliases: aliases + below.aliases,
      own: isMultipliedAbove ? NO_WORK : work,
      listed: isMultipliedAbove ? work : NO_WORK,
    };
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#options.schema.getType(name);
  }

  #fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }
}

function plus(a: Extent, b: Extent): Extent {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    own: sum(a.own, b.own),
    listed: sum(a.listed, b.listed),
  };
}

function larger(a: Extent, b: Extent): Extent {
  const max = (x: Work, y: Work) => ({ breadth: Math.max(x.breadth, y.breadth), cost: Math.max(x.cost, y.cost) });
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    own: max(a.own, b.own),
    listed: max(a.listed, b.listed),
  };
}

function sum(a: Work, b: Work): Work {
  return { breadth: a.breadth + b.breadth, cost: a.cost + b.cost };
}

function times(factor: number, work: Work): Work {
  return { breadth: factor * work.breadth, cost: factor * work.cost };
}
