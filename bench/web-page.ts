import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../test/web/support/chromium.js';

/** What the browser tells of a page while it was panned: from one frame to the next, in milliseconds. */
export type Frames = readonly number[];

/** A server of the built command over a file, and how to stop it. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a file with limits that let through whatever is measured. */
export async function serveFile(path: string): Promise<Served> {
  const args = ['dist/cli/main.js', '--store', `sqlite:${path}`, '--read-only', '--port', '0', ...LIMITS];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  // Also where the measurement fails.
  process.once('exit', () => child.kill());
  if (child.stdout === null) throw new Error('The server has no output.');
  const [line] = await once(createInterface(child.stdout), 'line');
  const [, url] = /(http:\S+)\/graphql,/.exec(line) ?? [];
  if (url === undefined) throw new Error(`The server says no address, but: ${line}`);
  return {
    url,
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** What `docs/performance.md` says the server is started with. */
export const LIMITS: readonly string[] = [
  ...['--max-nodes', '60000', '--max-neighbors-per-node', '20000'],
  ...['--max-cost', '20000000', '--max-breadth', '1000000', '--deadline-ms', '60000'],
];

/** Starts Chromium, without a window. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Nothing can be measured without a browser.');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
}

/** A page that remembers what kept its main thread busy, with nothing kept from before. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });`);
  return page;
}

/** How long the main thread was kept at most since the last call, in milliseconds; 0 where it never was for 50 ms. */
export function longestBlock(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, ...globalThis.longTasks.splice(0))');
}

/** Milliseconds between two marks that the page has set; between the last of each, where it has set several. */
export function between(page: Page, from: string, to: string): Promise<number> {
  return page.evaluate<number>(
    `performance.getEntriesByName('${to}').at(-1).startTime - performance.getEntriesByName('${from}').at(-1).startTime`,
  );
}

/** Drags the picture to and fro for so many moves of the mouse, as fast as the page takes them. */
export async function pan(page: Page, moves = 120): Promise<Frames> {
  const box = await page.getByRole('main').boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) * 0.6];
  await page.evaluate(`
    globalThis.frames = [];
    globalThis.isPanning = true;
    const next = (time) => {
      globalThis.frames.push(time);
      if (globalThis.isPanning) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);`);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= moves; move += 1) {
    const angle = (move / moves) * 4 * Math.PI;
    await page.mouse.move(x + 250 * Math.sin(angle), y + 80 * Math.sin(2 * angle));
  }
  await page.mouse.up();
  const times = await page.evaluate<readonly number[]>('globalThis.isPanning = false, globalThis.frames');
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

/** Zooms at the middle of the picture, by so many turns of the wheel; a negative number zooms in. */
export async function zoom(page: Page, turns: number): Promise<void> {
  await page.mouse.move(760, 480);
  for (let turn = 0; turn < Math.abs(turns); turn += 1) {
    await page.mouse.wheel(0, Math.sign(turns) * 200);
    await page.waitForTimeout(30);
  }
}
