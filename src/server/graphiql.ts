import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { pagePolicy } from './page-policy.js';
import type { StoryTab } from './story.js';

/** Where the build puts GraphiQL's files. Found from src/ and from dist/ alike. */
const ROOT = fileURLToPath(new URL('../../dist/graphiql/', import.meta.url));

const ASSETS: Readonly<Record<string, string>> = {
  'graphiql.js': 'text/javascript',
  'graphiql.css': 'text/css',
  'editor.worker.js': 'text/javascript',
  'graphql.worker.js': 'text/javascript',
  'json.worker.js': 'text/javascript',
};

// The editor carries its icons in its style sheet.
const CONTENT_SECURITY_POLICY = pagePolicy({ fonts: ['data:'], images: ['data:'] });

/** An artifact, the step that read it and what the step wrote. */
const LOGO = `<svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true"><path d="M6 6h14v12h14" fill="none"
stroke="#888" stroke-width="2"/><circle cx="6" cy="6" r="5" fill="#2b7de9"/><rect x="15" y="7" width="10" height="10" rx="2"
fill="#f5a623"/><circle cx="34" cy="18" r="5" fill="#2e9e5b"/></svg>`;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>mlmd-graphql</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
  </head>
  <body>
    <noscript>The explorer needs JavaScript.</noscript>
    <div id="root" style="height: 100vh"></div>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

/** Serves GraphiQL with ready-made tabs at `/graphiql`, complete without any other host. */
export function graphiqlRoutes(tabs: readonly StoryTab[]): Router {
  const start = startScript(tabs);
  const router = Router();
  router.get('/graphiql', (_request, response) => {
    response.set('Content-Security-Policy', CONTENT_SECURITY_POLICY).type('html').send(PAGE);
  });
  router.get('/graphiql/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  router.get('/graphiql/:asset', (request, response, next) => {
    const { asset } = request.params;
    const type = Object.hasOwn(ASSETS, asset) ? ASSETS[asset] : undefined;
    if (type === undefined) return next();
    const headers = {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Encoding': 'gzip',
      'Cache-Control': 'no-cache',
    };
    response.sendFile(`${asset}.gz`, { root: ROOT, headers });
  });
  return router;
}

function startScript(tabs: readonly StoryTab[]): string {
  const defaultTabs = tabs.map(({ query, variables }) => ({
    query,
    ...(variables === undefined ? {} : { variables: JSON.stringify(variables, undefined, 2) }),
  }));
  const options = { endpoint: '/graphql', title: 'mlmd-graphql', logo: LOGO, defaultTabs };
  return `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '/graphiql/' + (label === 'editorWorkerService' ? 'editor' : label) + '.worker.js',
};
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), ${JSON.stringify(options)});
`;
}
