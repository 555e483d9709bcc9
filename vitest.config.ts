import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would give our sources GraphQL's ES modules and the packages around them its CommonJS ones, which do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // The store's worker thread and the command line run from dist/, so it is made fresh before any test.
    globalSetup: ['test/support/build.ts', 'test/support/databases.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    // Much of the time goes into waiting for other processes: databases, the engine, the command itself.
    maxWorkers: '100%',
    reporters: ['default', './test/support/count-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
