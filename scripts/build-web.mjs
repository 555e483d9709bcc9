// Builds the pages into dist/web, gzipped, with the licences of all that is in them. As that takes some seconds, it is left out where nothing has changed since:
// the stamp holds a hash of all that the build depends on.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist/web');
const stamp = join(target, '.stamp');
/** For people to read, not for the server to send. */
const LICENSES = 'LICENSES.md';

const sources = filesIn(join(root, 'web')).map((file) => join('web', file));
const hash = createHash('sha256');
for (const file of ['package-lock.json', 'scripts/build-web.mjs', ...sources]) {
  hash
    .update(file)
    .update('\0')
    .update(readFileSync(join(root, file)))
    .update('\0');
}
const digest = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  // A test runner leaves `test` there, which would have React built for development: larger, slower, each question twice.
  process.env.NODE_ENV = 'production';
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' });
  for (const file of filesIn(target).filter((file) => file !== LICENSES)) {
    const path = join(target, file);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    rmSync(path);
  }
  writeFileSync(stamp, digest);
}

/** All files below a folder, by their paths from it, in order. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.stamp')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
