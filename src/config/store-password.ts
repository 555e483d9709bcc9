/**
 * The password of a store's database server where its URL holds none; undefined without one. Only ever from the
 * environment, as everybody on the machine sees the flags of a process.
 */
export function storePassword(): string | undefined {
  return process.env.MLMD_GRAPHQL_STORE_PASSWORD || undefined;
}
