import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('packs what the command needs, and nothing that only its makers need', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [{ files }] = JSON.parse(output) as [{ readonly files: readonly { readonly path: string }[] }];

  const paths = files.map(({ path }) => path);

  for (const needed of [
    'dist/cli/main.js',
    'dist/mlmd/sql/sqlite/worker.js',
    'dist/graphiql/graphiql.js.gz',
    'dist/graphiql/LICENSE',
    'schema.graphql',
    'package.json',
    'README.md',
    'docs/stores.md',
    'LICENSE',
  ]) {
    expect(paths).toContain(needed);
  }
  expect(paths.filter((path) => /^(src|test|node_modules)\/|\.map$|tsbuildinfo/.test(path))).toEqual([]);
});
