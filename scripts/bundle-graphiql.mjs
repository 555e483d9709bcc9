// Copies the prebuilt GraphiQL into dist/graphiql, gzipped, so that the explorer needs no other host and the published
// package carries it without the packages it was built from.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql';

const target = fileURLToPath(new URL('../dist/graphiql/', import.meta.url));
const assets = {
  'graphiql.js': js,
  'graphiql.css': css,
  'editor.worker.js': editorWorkerService,
  'graphql.worker.js': graphqlWorker,
  'json.worker.js': jsonWorker,
};

mkdirSync(target, { recursive: true });
for (const [name, text] of Object.entries(assets)) writeFileSync(join(target, `${name}.gz`), gzipSync(text));

const manifest = createRequire(import.meta.url).resolve('@graphql-yoga/render-graphiql/package.json');
copyFileSync(join(dirname(manifest), 'LICENSE'), join(target, 'LICENSE'));
