import type { GraphQLScalarType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from '../generated/resolvers.js';

/**
 * The resolver map with nothing missing, so that the build fails where a resolver is: the generated `Resolvers` leaves
 * every field out at will. A field needs none where its parent has a property, or a method without parameters, of the
 * same name that gives what the field promises: graphql-js answers with that by itself.
 */
export type CompleteResolvers = {
  [T in keyof Resolvers as IsNeeded<T> extends true ? T : never]-?: Complete<T>;
} & { [T in keyof Resolvers as IsNeeded<T> extends true ? never : T]?: Resolvers[T] };

type TypeName = keyof Resolvers;
type Member = (...args: never) => unknown;

/** A type needs resolvers that is a scalar, that is an interface, or that has a field which does not resolve by itself. */
type IsNeeded<T extends TypeName> = [NeededFields<T>] extends [never]
  ? NonNullable<Resolvers[T]> extends GraphQLScalarType
    ? true
    : false
  : true;

type Complete<T extends TypeName> = NonNullable<Resolvers[T]> &
  Required<Pick<NonNullable<Resolvers[T]>, NeededFields<T>>>;

type NeededFields<T extends TypeName> =
  NonNullable<Resolvers[T]> extends GraphQLScalarType
    ? never
    : {
        [F in keyof NonNullable<Resolvers[T]>]-?: ResolvesByItself<T, F> extends true ? never : F;
      }[keyof NonNullable<Resolvers[T]>];

type ResolvesByItself<T extends TypeName, F extends keyof NonNullable<Resolvers[T]>> = F extends '__isTypeOf'
  ? true
  : F extends keyof ParentOf<T>
    ? OwnAnswer<ParentOf<T>[F]> extends Promised<NonNullable<Resolvers[T]>[F]>
      ? true
      : false
    : false;

type ParentOf<T extends TypeName> = T extends keyof ResolversParentTypes ? ResolversParentTypes[T] : never;

/** What a property or a method gives. */
type OwnAnswer<M> = Awaited<M extends Member ? ReturnType<M> : M>;

/** What a field's resolver has to give; for a nullable field undefined too, which graphql-js takes for null. */
type Promised<R> =
  Awaited<ReturnType<Extract<NonNullable<R>, Member>>> extends infer Answer
    ? null extends Answer
      ? Answer | undefined
      : Answer
    : never;
