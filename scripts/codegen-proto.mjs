// Writes src/mlmd/wire/generated from proto/: the messages, and the descriptors that server reflection shows. With
// --check it fails where what is there is stale.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'src/mlmd/wire/generated');
/** A message of google/protobuf that no generated file imports. */
const UNUSED = 'google/protobuf/descriptor.ts';
const NOTE = '// Written by `npm run codegen` from proto/; edit that instead.\n';

function generate(folder) {
  const bin = join(root, 'node_modules/.bin');
  const options = { cwd: join(root, 'proto'), env: { ...process.env, PATH: bin + delimiter + process.env.PATH } };
  execFileSync('buf', ['generate', '--output', folder], { ...options, stdio: 'inherit' });
  rmSync(join(folder, UNUSED));
  const descriptors = execFileSync(
    'buf',
    ['build', '--as-file-descriptor-set', '--exclude-source-info', '-o', '-'],
    options,
  );
  const says = '/** A serialized google.protobuf.FileDescriptorSet of proto/ and all that it imports, in base64. */';
  const lines = descriptors
    .toString('base64')
    .match(/.{1,110}/g)
    .map((line) => `  '${line}',`);
  writeFileSync(
    join(folder, 'descriptors.ts'),
    `${NOTE}\n${says}\nexport const DESCRIPTORS: string = [\n${lines.join('\n')}\n].join('');\n`,
  );
}

function contents(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

if (!process.argv.includes('--check')) {
  rmSync(target, { recursive: true, force: true });
  generate(target);
} else {
  const fresh = mkdtempSync(join(tmpdir(), 'mlmd-proto-'));
  try {
    generate(fresh);
    const [is, ought] = [contents(target), contents(fresh)];
    const stale = [...new Set([...is.keys(), ...ought.keys()])].filter((file) => is.get(file) !== ought.get(file));
    if (stale.length > 0) {
      process.stderr.write(`stale, run npm run codegen: ${stale.join(', ')}\n`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
