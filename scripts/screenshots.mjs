// Takes the pictures of docs/images again, from the stores in test/fixtures: `npm run screenshots`, or with names of
// pictures to take only these. Needs Chromium, Debian's or the one that MLMD_CHROMIUM names. `--png FOLDER` puts them
// there as they are; those of docs are WebP, a third of the size.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Each picture by its name: the store, the address, and where it differs from a light page on a laptop. */
const PICTURES = {
  overview: { store: 'kubeflow', path: '/' },
  artifacts: { store: 'kubeflow', path: '/artifacts' },
  'artifacts-phone': { store: 'tfx', path: '/artifacts', size: PHONE },
  'data-set': { store: 'kubeflow', path: '/artifacts/1' },
  'model-dark': { store: 'kubeflow', path: '/artifacts/2', scheme: 'dark' },
  run: { store: 'tfx', path: '/runs/23' },
  impact: { store: 'kubeflow', path: '/impact?of=artifact:1&direction=DOWNSTREAM' },
  compare: { store: 'tfx', path: '/compare?of=run:2,run:23,run:26' },
  lineage: { store: 'kubeflow', path: '/lineage?of=artifact:1&at=execution:1' },
  'lineage-dark': { store: 'cmf', path: '/lineage?of=artifact:9', scheme: 'dark' },
  'lineage-phone': { store: 'kubeflow', path: '/lineage?of=artifact:1', size: PHONE },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { png: { type: 'string' } } });
const images = values.png ?? join(root, 'docs/images');
const folder = mkdtempSync(join(tmpdir(), 'mlmd-graphql-pictures-'));
const unknown = wanted.filter((name) => !(name in PICTURES));
if (unknown.length > 0) throw new Error(`There is no picture named ${unknown.join(', ')}.`);

mkdirSync(images, { recursive: true });
const servers = new Map();
const browser = await chromium.launch({
  executablePath: process.env.MLMD_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  for (const [name, picture] of Object.entries(PICTURES)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(name, picture);
  }
} finally {
  await browser.close();
  for (const { child } of servers.values()) child.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function take(name, { store, path, size = LAPTOP, scheme = 'light' }) {
  const server = servers.get(store) ?? (await serve(store));
  servers.set(store, server);
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  // Where the mouse does not point at anything, and fonts and fades have come to rest.
  await page.waitForTimeout(400);
  const png = await page.screenshot();
  if (values.png === undefined) writeFileSync(join(images, `${name}.webp`), await inWebp(png));
  else writeFileSync(join(images, `${name}.png`), png);
  await context.close();
  console.log(name);
}

/** The same picture in WebP, which Chromium's own canvas writes. */
async function inWebp(png) {
  const page = await browser.newPage();
  const url = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.8);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** Serves a copy of a store, and says where. */
async function serve(store) {
  const file = join(folder, `${store}.db`);
  copyFileSync(join(root, `test/fixtures/${store}.mlmd`), file);
  const args = [join(root, 'dist/cli/main.js'), '--store', `sqlite:${file}`, '--read-only', '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const [, url] = /(http:\S+)\/graphql,/.exec(line) ?? [];
  if (url === undefined) throw new Error(`The server says no address, but: ${line}`);
  return { child, url };
}
