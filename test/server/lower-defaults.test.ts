import { buildASTSchema, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { lowerDefaults } from '../../src/server/lower-defaults.js';
import { startTestApi } from '../support/api.js';
import { backends } from '../support/backends.js';
import { seed } from '../support/seed.js';
import { DEFAULT_LIMITS } from './support/limits.js';

const TYPE_DEFS = 'type Query { walk(maxHops: Int! = 6, maxNodes: Int! = 1000, first: Int = 25): Int }';

it('lowers the defaults that are above their limits, and no others', () => {
  const document = lowerDefaults(TYPE_DEFS, { ...DEFAULT_LIMITS, maxNodes: 500, maxPageSize: 5 });

  expect(printSchema(buildASTSchema(document))).toContain(
    'walk(maxHops: Int! = 6, maxNodes: Int! = 500, first: Int = 25)',
  );
});

it.each(backends)('$name: a walk that asks for no size is not refused under a low limit', async ({ open }) => {
  const store = await open();
  await seed(store, 'rows > train > model > serve');
  const { read } = await startTestApi(store, {
    limits: { maxHops: 2, maxNodes: 3, maxNeighborsPerNode: 1, maxPageSize: 2 },
  });

  const { lineage, paths, artifacts } = await read(`{
    lineage(of: ["artifact:1"]) { entries { distance } completeness { reasons } }
    paths(from: "artifact:1", to: "artifact:2") { exists }
    artifacts { nodes { id } }
  }`);

  expect(lineage).toEqual({
    entries: [{ distance: 0 }, { distance: 1 }, { distance: 2 }],
    completeness: { reasons: ['MAX_HOPS'] },
  });
  expect(paths.exists).toBe(true);
  expect(artifacts.nodes).toHaveLength(2);
});
