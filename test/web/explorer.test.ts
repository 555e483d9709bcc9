import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, settled } from './support/browser.js';
import { downloadBy } from './support/downloads.js';
import { serveFixtures } from './support/served.js';

/** Ids of the boxes that can be read in the picture, in order. */
async function boxesOf(page: Page): Promise<readonly string[]> {
  await settled(page);
  return page.evaluate<string[]>(
    "Array.from(document.querySelectorAll('[data-box]'), ({ dataset }) => dataset.box).sort()",
  );
}

function boxOf(page: Page, id: string) {
  return page.locator(`[data-box="${id}"]`);
}

describeInBrowser('the lineage explorer', (open) => {
  const url = serveFixtures(['kubeflow']);
  const lineage = (question: string) => open(`${url('kubeflow')}/lineage?${question}`);

  it('walks up to the data step by step, and says what lies beyond', async () => {
    const page = await lineage('of=artifact:7&direction=UPSTREAM&hops=1');
    const before = await boxesOf(page);

    await page.getByRole('button', { name: 'Show 2 more upstream of transfer learning' }).click();
    await boxOf(page, 'artifact:4').waitFor();

    expect(before).toEqual(['artifact:7', 'execution:4']);
    expect(await boxesOf(page)).toEqual(['artifact:4', 'artifact:6', 'artifact:7', 'execution:4']);
    expect(await page.getByRole('main').innerText()).toContain('Not all there is');
  });

  it('tells of a box that is clicked without moving the picture, and lights up what is related', async () => {
    const page = await lineage('of=artifact:1');
    await settled(page);
    const place = await boxOf(page, 'execution:1').boundingBox();

    await boxOf(page, 'execution:1').click();
    await page.getByRole('complementary', { name: 'Details' }).getByText('training model').first().waitFor();

    expect(await boxOf(page, 'execution:1').boundingBox()).toEqual(place);
    expect(await boxOf(page, 'execution:1').getAttribute('aria-pressed')).toBe('true');
    // The other run's step is neither before nor after it.
    expect(await page.locator('[data-faded]', { has: boxOf(page, 'execution:3') }).count()).toBe(1);
  });

  it('is the same for whoever is sent the link that was copied', async () => {
    const page = await lineage('of=artifact:8&direction=UPSTREAM&hops=1');
    await page.getByRole('button', { name: /^Show \d+ more upstream of transfer learning/ }).click();
    await boxOf(page, 'artifact:4').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await boxOf(page, 'artifact:4').click();
    await page.waitForURL(/at=artifact:4/);
    const boxes = await boxesOf(page);

    await page.getByRole('button', { name: 'Copy a link to this view' }).click();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    const other = await open(link);
    await boxOf(other, 'artifact:4').waitFor();

    expect(link).toBe(page.url());
    expect(await boxesOf(other)).toEqual(boxes);
    expect(await boxOf(other, 'artifact:4').getAttribute('aria-pressed')).toBe('true');
  });

  it('marks the path between two nodes', async () => {
    const page = await lineage('of=artifact:1');
    const details = page.getByRole('complementary', { name: 'Details' });

    await boxOf(page, 'artifact:1').click();
    await details.getByRole('button', { name: 'Path from here' }).click();
    await boxOf(page, 'artifact:2').click();
    await details.getByRole('button', { name: 'Path to here' }).click();

    await page
      .getByRole('region', { name: 'Path' })
      .getByText(/2 hops/)
      .waitFor();
  });

  it('hides the types that its legend hides, and says so', async () => {
    const page = await lineage('of=artifact:1');
    const before = await boxesOf(page);

    await page
      .getByRole('region', { name: 'Legend' })
      .getByRole('button', { name: /metrics/, pressed: true })
      .click();
    await boxOf(page, 'artifact:3').waitFor({ state: 'detached' });

    expect(before).toContain('artifact:3');
    expect(await page.getByRole('main').innerText()).toMatch(/2 .*(hidden|legend)/i);
  });

  it('goes by keyboard alone: along the graph, into the details, and on', async () => {
    const page = await lineage('of=artifact:1&hops=1');
    await settled(page);

    await boxOf(page, 'artifact:1').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate('document.activeElement.dataset.box')).toMatch(/^execution:/);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Details' }).getByText('training').first().waitFor();
    await page.keyboard.press('+');

    await expect.poll(async () => (await boxesOf(page)).length).toBeGreaterThan(3);
  });

  it('goes by keyboard where it starts from a run, which has no box of its own', async () => {
    const page = await lineage('of=run:1/run_second');
    await settled(page);

    await page.getByRole('group', { name: 'Lineage graph' }).focus();
    await page.keyboard.press('ArrowRight');

    await expect.poll(() => page.evaluate('document.activeElement.dataset.box')).toMatch(/^(artifact|execution):/);
    expect(await page.locator('[data-box][tabindex="0"]').count()).toBe(1);
  });

  it('keeps the focus in the field of hops while the walk goes further', async () => {
    const page = await lineage('of=artifact:1&hops=1');
    const hops = page.getByRole('main').getByLabel('Hops', { exact: true });

    await hops.fill('2');
    await page.waitForURL(/hops=2/);
    await boxOf(page, 'artifact:2').waitFor();
    await page.goBack();
    await page.waitForURL(/hops=1/);

    await expect.poll(() => hops.inputValue()).toBe('1');
    expect(await page.evaluate('document.activeElement.id')).toBe(await hops.getAttribute('id'));
  });

  it('is a table for those who would rather read, with the same nodes', async () => {
    const page = await lineage('of=artifact:1');
    const boxes = await boxesOf(page);

    await page.getByRole('toolbar').getByText('Table', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Nodes of this graph' });
    await table.waitFor();

    expect(page.url()).toContain('as=table');
    expect(await table.getByRole('row').count()).toBeGreaterThan(boxes.length);
  });

  it('starts from a search, where it has nowhere to start', async () => {
    const page = await lineage('');

    await page
      .getByRole('main')
      .getByRole('textbox')
      .or(page.getByRole('main').getByRole('combobox'))
      .first()
      .fill('drinks');
    await page.getByRole('main').getByText('drinks').first().click();

    await page.waitForURL(/of=artifact/);
  });

  it('is taken away as a picture and as text', async () => {
    const page = await lineage('of=artifact:1');
    await settled(page);
    const choose = async (name: RegExp) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const { bytes } = await downloadBy(page, page.getByRole('menuitem', { name }));
      return bytes;
    };

    const png = await choose(/PNG/);
    const svg = (await choose(/SVG/)).toString('utf8');
    const dot = (await choose(/DOT/)).toString('utf8');
    const mermaid = (await choose(/Mermaid/)).toString('utf8');
    const json = JSON.parse((await choose(/JSON/)).toString('utf8'));

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(500);
    expect(svg).toMatch(/^<(\?xml|svg)/);
    expect(dot).toMatch(/^(\/\/.*\n)*(strict )?digraph/m);
    expect(mermaid).toMatch(/flowchart LR/);
    for (const text of [svg, dot, mermaid, JSON.stringify(json)]) expect(text).toContain('mytable-dump');
    expect(json.nodes).toHaveLength(11);
  });
});
