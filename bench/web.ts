import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { inMs, median, printTable } from './figures.js';
import { between, type Frames, longestBlock, newPage, pan, serveFile, startBrowser, zoom } from './web-page.js';
import { chain, hub, layered, many } from './web-stores.js';

/**
 * `npm run bench:web [-- --repeats 3 --only hub]`: what the pages take in Chromium, from large graphs and from a list of a
 * million artifacts. Each figure is the median of the repeats, each in a page of its own. `--only` keeps to those whose
 * names have these words.
 */
const { values } = parseArgs({
  options: { repeats: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
});
const repeats = Number(values.repeats);

const LIST = 'a list of 1,000,000 artifacts';

/** How long a picture may take before the measurement gives up, in milliseconds. */
const PATIENCE = 120_000;

/** Pages of a list that are scrolled through. */
const PAGES = 20;

/** Every store's first artifact is where the whole of it can be reached from. */
const FROM = 'of=artifact:1&direction=DOWNSTREAM';

/** A picture to measure: what it is, its store, and how its address differs. */
const PICTURES: readonly (readonly [name: string, store: () => Promise<string>, address: string])[] = [
  ['500 nodes', () => layered(500), 'hops=100&fold=none'],
  ['500 nodes, folded as suits', () => layered(500), 'hops=100'],
  ['5,000 nodes', () => layered(5_000), 'hops=100&nodes=6000&fold=none'],
  ['5,000 nodes, folded as suits', () => layered(5_000), 'hops=100&nodes=6000'],
  ['50,000 nodes, folded as suits', () => layered(50_000), 'hops=100&nodes=60000'],
  ['a hub of 10,000, folded as suits', () => hub(10_000), 'hops=1&nodes=20000&down=artifact:1'],
  ['a hub of 10,000', () => hub(10_000), 'hops=1&nodes=20000&down=artifact:1&fold=none'],
  ['a chain of 100 hops', () => chain(300), 'hops=100'],
];

/** What one opening of a picture took, in milliseconds. */
interface PictureFigures {
  readonly asked: number;
  readonly drawn: number;
  readonly blocked: number;
  readonly wide: Frames;
  readonly close: Frames;
  readonly blockedWhilePanned: number;
}

const browser = await startBrowser();
try {
  const pictures: (readonly string[])[] = [];
  for (const [name, store, address] of PICTURES.filter(([name]) => name.includes(values.only))) {
    const figures = await repeated(await store(), (page, url) =>
      openPicture(page, `${url}/lineage?${FROM}&${address}`),
    );
    pictures.push([name, ...cellsOf(figures)]);
  }
  if (pictures.length > 0)
    printTable(
      [
        'picture',
        'answered',
        'drawn after that',
        'longest block',
        'panned, whole',
        'panned, close',
        'longest block then',
      ],
      pictures,
    );
  if (LIST.includes(values.only)) await measureList();
} finally {
  await browser.close();
}

/** Prints what a reader of a long list waits for. */
async function measureList(): Promise<void> {
  const rows = await repeated(await many(1_000_000), (page, url) => useList(page, url));
  const steps = Object.keys(rows[0] ?? {});
  console.log();
  printTable(
    [LIST, 'took'],
    steps.map((step) => [step, inMs(median(rows.map((row) => row[step] ?? 0)))]),
  );
}

/** Does something with a server over the file, as often as is asked for. */
async function repeated<Figures>(
  path: string,
  measure: (page: Page, url: string) => Promise<Figures>,
): Promise<readonly Figures[]> {
  const { url, stop } = await serveFile(path);
  const figures: Figures[] = [];
  try {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const page = await newPage(browser);
      figures.push(await measure(page, url));
      await page.context().close();
    }
  } finally {
    await stop();
  }
  return figures;
}

/** Opens a picture, and drags it about: first where it is seen whole, then from near. */
async function openPicture(page: Page, address: string): Promise<PictureFigures> {
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('graph:drawn').length > 0, undefined, {
    timeout: PATIENCE,
  });
  const drawn = await between(page, 'graph:answer', 'graph:drawn');
  const asked = await between(page, 'graph:asked', 'graph:answer');
  const blocked = await longestBlock(page);
  const wide = await pan(page);
  await zoom(page, -12);
  const close = await pan(page);
  return { asked, drawn, blocked, wide, close, blockedWhilePanned: await longestBlock(page) };
}

function cellsOf(figures: readonly PictureFigures[]): readonly string[] {
  const of = (what: (one: PictureFigures) => number) => inMs(median(figures.map(what)));
  return [
    of(({ asked }) => asked),
    of(({ drawn }) => drawn),
    of(({ blocked }) => blocked),
    framesText(figures.flatMap(({ wide }) => wide)),
    framesText(figures.flatMap(({ close }) => close)),
    of(({ blockedWhilePanned }) => blockedWhilePanned),
  ];
}

/** The middle of the frames, the slowest of twenty, and how many took longer than 50 ms. */
function framesText(frames: Frames): string {
  const sorted = [...frames].sort((one, other) => one - other);
  const slow = frames.filter((frame) => frame > 50).length / frames.length;
  return `${inMs(median(frames))}, 95%: ${inMs(sorted[Math.floor(frames.length * 0.95)] ?? Number.NaN)}, over 50: ${(slow * 100).toFixed(0)}%`;
}

/** Goes through the list of artifacts as a reader does; each step is measured until its first row is there. */
async function useList(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  const row = (name: string) => page.getByRole('table').getByRole('link', { name, exact: true });
  const took: Record<string, number> = {};
  const step = async (name: string, act: () => Promise<unknown>, isDone: () => Promise<unknown>) => {
    const start = performance.now();
    await act();
    await isDone();
    took[name] = performance.now() - start;
  };
  await step(
    'opened: first rows',
    () => page.goto(`${url}/artifacts`),
    () => row('artifact 1000000').waitFor(),
  );
  await step(
    'data sets only',
    () => page.getByText('Data sets', { exact: true }).first().click(),
    // Rows of the list before stay until then, dimmed.
    () => row('artifact 1000000').waitFor({ state: 'detached' }),
  );
  const start = performance.now();
  await scroll(page, PAGES);
  took[`the next ${PAGES} pages, each`] = (performance.now() - start) / PAGES;
  await step(
    'opened with the artifacts of one workspace',
    () => page.goto(`${url}/artifacts?workspace=workspace:3`),
    () => page.getByRole('table').getByRole('link').first().waitFor(),
  );
  await step(
    'a text that one artifact has',
    () => page.goto(`${url}/artifacts?q=${encodeURIComponent('artifact 424242')}`),
    () => row('artifact 424242').waitFor(),
  );
  took['longest block'] = await longestBlock(page);
  return took;
}

/** Scrolls to the end of what is loaded, again and again, until so many pages more have come. */
async function scroll(page: Page, pages: number): Promise<void> {
  const lastRow = () =>
    page.evaluate<number>(
      "Math.max(...Array.from(document.querySelectorAll('[aria-rowindex]'), (row) => +row.ariaRowIndex))",
    );
  const region = await page.getByRole('table').boundingBox();
  await page.mouse.move((region?.x ?? 0) + 400, 500);
  for (let seen = 0; seen < pages; seen += 1) {
    const before = await lastRow();
    while ((await lastRow()) <= before) await page.mouse.wheel(0, 4_000);
  }
}
