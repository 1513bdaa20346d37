import { readFileSync } from 'node:fs';

import { XMLParser } from 'fast-xml-parser';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet, spillOf } from './browser.ts';
import { mapDrawn, openComparison } from './states.ts';

/** On the map of the county as it first stands on a wide screen. */
const IN_NEW_FOREST = { x: 110, y: 370 };
const WINCHESTER = 'E07000094';

describeJourney('The map of two sets', (visit) => {
  describe('tells the same facts, in one line', () => {
    it('of the piece a mouse is over, of the row it is over, and of a row that has the focus', async () => {
      const here = await visit();
      const { page } = here;
      await openComparison(page);
      await page.locator('.map-canvas').hover({ position: IN_NEW_FOREST });
      const onMap = await factsOf(page, 'New Forest and New Forest PCT are the same');
      await page.mouse.move(0, 0);
      await page.getByText('Point at a piece of the map').waitFor();
      const row = page.getByRole('button', { name: 'New Forest, with New Forest PCT' });
      await row.hover();
      expect(await factsOf(page, 'New Forest and New Forest PCT')).toBe(onMap);
      await page.mouse.move(0, 0);
      await page.getByText('Point at a piece of the map').waitFor();
      await row.focus();
      expect(await factsOf(page, 'New Forest and New Forest PCT')).toBe(onMap);
      expect(onMap).toMatch(/179,590 residents, 10,792 postcodes, 755\.9 km²/);
      expect(onMap).toContain('Partnership manager, New Forest PCT');
      expectQuiet(here);
    });

    it('of what lies under the cross when the arrow keys move the map, and Enter selects it', async () => {
      const here = await visit();
      const { page } = here;
      await openComparison(page);
      await page.getByRole('button', { name: 'Find', exact: true }).focus();
      await page.keyboard.press('Tab');
      expect(await page.locator('.cross-hair').isVisible()).toBe(true);
      const before = await page.locator('.selected-line').innerText();
      expect(before).toContain('km²');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.locator('.selected-line').innerText()).not.toBe(before);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.overlaps tr.selected').count()).toBe(1);
      expectQuiet(here);
    });
  });

  it('is shaded by the share chosen, which stands in the legend and in the address', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    const legend = page.locator('.legend');
    expect(await legend.innerText()).toContain('Share of the district’s residents');
    await page.getByLabel('Shade the map by').selectOption({ label: '% of PCT' });
    expect(await legend.innerText()).toContain('Share of the PCT’s residents');
    expect(page.url()).toContain('shade=right');
    await page.getByLabel('weighed by').selectOption('AREA');
    await page.getByText('Share of the PCT’s area in km²').waitFor();
    await page.getByLabel('Shade the map by').selectOption({ label: 'Nothing: lines alone' });
    expect(await legend.innerText()).not.toContain('Share');
    expectQuiet(here);
  });

  it('shows only the partners of an area chosen, which stands in the address, until all are asked for again', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    await page.getByLabel('Partners of', { exact: true }).selectOption({ label: 'Winchester' });
    await page.getByText('only Winchester and the 4 PCTs it meets').waitFor();
    expect(await page.locator('.overlaps tbody tr').count()).toBe(4);
    expect(page.url()).toContain(`area=${WINCHESTER}`);
    await page.reload();
    await page.getByText('only Winchester and the 4 PCTs it meets').waitFor();
    await mapDrawn(page);
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Show all areas' }).click();
    await expect.poll(() => page.locator('.overlaps tbody tr').count()).toBe(18);
    expect(page.url()).not.toContain('area=');
    expectQuiet(here);
  });

  it('says so when the area in the address is none of those compared', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare?date=2010-03-31&area=5E9');
    await page.getByText('The area chosen, 5E9, is none of those compared here').waitFor();
    expect(await page.locator('.overlaps tbody tr').count()).toBe(11);
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await expect.poll(() => page.url()).not.toContain('area=');
    expectQuiet(here);
  });

  it('finds an area by part of its name', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    await find(page, 'east hamp');
    await page
      .locator('.find-results')
      .getByRole('button', { name: 'East Hampshire', exact: true })
      .click();
    await page.getByText('only East Hampshire and the').waitFor();
    expectQuiet(here);
  });

  it('finds an area by its code, and says what it looked for where there is none', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    await find(page, '5e9');
    await page
      .locator('.find-results')
      .getByRole('button', { name: 'Mid-Hampshire PCT' })
      .waitFor();
    await find(page, 'Romsey');
    await page
      .getByText('No area compared here is called that. Enter a full UK postcode')
      .waitFor();
    expectQuiet(here);
  });

  it('finds a postcode, names the areas there, and leaves no trace of it', async () => {
    const here = await visit();
    const { page } = here;
    const addresses: string[] = [];
    page.on('request', (request) =>
      addresses.push(request.url(), request.headers()['referer'] ?? ''),
    );
    await openComparison(page);
    await find(page, 'SO23 8UJ');
    await page.getByText('It lies in Winchester (district) and Mid-Hampshire PCT (PCT).').waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([
        window.location.href,
        document.title,
        window.history.state,
        Object.entries(window.localStorage),
        Object.entries(window.sessionStorage),
        document.cookie,
      ]),
    );
    expect(`${kept} ${addresses.join(' ')}`).not.toMatch(/SO23|8UJ/i);
    expect(/SO23|<circle/.test(await takeSvg(page))).toBe(false);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.getByText('The dot marks').count()).toBe(0);
    await find(page, 'SO23 8ZZZ');
    await page.locator('.find-on-map [role=status] p').waitFor();
    expectQuiet(here);
  });

  it('is taken away as a picture that says its day, release, method and licence', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    const svg = await takeSvg(page);
    const parsed = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.nodeName,
      svg,
    );
    expect(parsed).toBe('svg');
    const { svg: root } = new XMLParser().parse(svg) as { svg: Picture };
    expect(root.title).toBe('Districts and primary care trusts (PCTs) on 31 March 2004');
    expect(root.desc).toContain('18 overlaps');
    const facts = root.metadata['rdf:RDF']['rdf:Description'];
    expect(facts['dc:date']).toBe('2004-03-31');
    expect(facts['dc:identifier']).toMatch(/^embedded-\w+, loaded /);
    expect(facts['dc:description']).toContain('Overlaps of the two sets in force');
    expect(facts['dc:rights']).toBe('OGL-UK-3.0');
    expect(facts['dc:source']).toContain('National Statistics');
    for (const words of ['Winchester', 'New Forest PCT', 'under a tenth', '10 km', '10 miles'])
      expect([words, svg.includes(`>${words}<`)]).toEqual([words, true]);
    expectQuiet(here);
  });

  it('is printed as a drawing with legend, day, release and licence, and without controls', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.printed-map svg');
    await printed.waitFor();
    const text = await printed.evaluate((svg) => svg.textContent);
    expect(text).toContain('As at: 31 March 2004');
    expect(text).toMatch(/Release: embedded-\w+/);
    expect(text).toContain('Licence: OGL-UK-3.0');
    expect(text).toContain('under a tenth');
    for (const control of ['.map-canvas', '.map-buttons', '.choices-row', '.find-on-map'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    expect(await page.getByRole('combobox').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    expect(await printed.isVisible()).toBe(false);
    expectQuiet(here);
  });

  it('says so when its drawing does not come, and draws it when asked again', async () => {
    const { page } = await visit();
    await page.route('**/drawings/**', (route) => route.abort());
    await page.goto('/compare');
    await page.getByText('The map did not load; the table has the same figures.').waitFor();
    expect(await page.locator('.overlaps tbody tr').count()).toBe(18);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await mapDrawn(page);
  });

  it('fits a phone, where one finger scrolls the page past it', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await openComparison(page);
    expect(await spillOf(page)).toBe(0);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => page.locator('.map-scale span').first().innerText()).toMatch(/km$/);
    expectQuiet(here);
  });
});

type Picture = {
  readonly title: string;
  readonly desc: string;
  readonly metadata: { 'rdf:RDF': { 'rdf:Description': Readonly<Record<string, string>> } };
};

async function factsOf(page: Page, beginning: string): Promise<string> {
  const line = page.locator('.selected-line', { hasText: beginning });
  await line.waitFor();
  return line.innerText();
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByLabel('Find an area or a postcode').fill(text);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
}

async function takeSvg(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Map as SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('district-pct-2004-03-31-E10000014.svg');
  return readFileSync(await download.path(), 'utf8');
}
