import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a server runs that `npm run dev:web` passes questions on to. */
const SERVER = 'http://127.0.0.1:4000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/web/', import.meta.url)),
    emptyOutDir: true,
    // What the pages are made with asks for its licences to travel along.
    license: { fileName: 'LICENSES.md' },
    target: 'es2022',
    // From these on browsers know `light-dark()`; an older target would have it rewritten into what never turns dark.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The policy of the page lets nothing come from `data:` but pictures.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // ELK's worker is 1.6 MB, and a file of its own that only the lineage explorer asks for.
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '/graphql': SERVER, '/graphiql': SERVER } },
});
