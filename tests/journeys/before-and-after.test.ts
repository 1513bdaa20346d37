import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet, spillOf } from './browser.ts';
import { openChange } from './states.ts';

describeJourney('Before and after', (visit) => {
  it('tells of October 2006 by one press: seven of ten PCTs became one, and who has another body', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare/before-and-after');
    await page.getByRole('button', { name: 'PCTs, 1 October 2006' }).click();
    await expect
      .poll(() => page.locator('.summary').innerText())
      .toBe(
        'Between 30 September 2006 and 1 October 2006, 10 PCTs became 4 PCTs: 7 merged, 1 renamed and 2 unchanged.',
      );
    expect(new URL(page.url()).search).toBe('?before=pct&from=2006-09-30&after=pct&to=2006-10-01');
    expect(await figure(page, 'Another body')).toMatch(/^1,511,712 residents/);
    expect(await figure(page, 'Movers')).toMatch(/^0 residents/);
    const rows = page.locator('.successors tbody tr');
    expect(await rows.count()).toBe(8);
    await page.getByLabel('Show also the 2 that stayed whole with the same body').check();
    expect(await rows.count()).toBe(10);
    expectQuiet(here);
  });

  it('tells where one PCT went in 2013, one to many, with shares, on the map as in the table', async () => {
    const here = await visit();
    const { page } = here;
    await openChange(page);
    await page
      .getByRole('button', { name: 'Hampshire PCT, to NHS North Hampshire CCG: show on the map' })
      .press('Enter');
    expect(await page.locator('.selected-line').innerText()).toMatch(
      /^Part of Hampshire PCT moves to NHS North Hampshire CCG: [\d,]+ \(16\.\d%\) residents/,
    );
    await expect.poll(() => page.locator('.leaflet-selected-pane path').count()).toBe(2);
    await page.locator('.leaflet-changes-pane path.leaflet-interactive').first().click();
    expect(await page.locator('.successors tr.selected').count()).toBe(1);
    expectQuiet(here);
  });

  it('fades from the lines before to those after by arrow keys, and says what is shown', async () => {
    const here = await visit();
    const { page } = here;
    await openChange(page);
    const slider = page.getByRole('slider', { name: 'Lines shown, from before to after' });
    const opacity = (pane: string): Promise<string> =>
      page.locator(`.leaflet-${pane}-pane`).evaluate((each) => getComputedStyle(each).opacity);
    expect([await opacity('before'), await opacity('after')]).toEqual(['1', '1']);
    await slider.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe('1 April 2013 only');
    await expect.poll(() => opacity('before')).toBe('0');
    await slider.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe('31 March 2013 only');
    await expect.poll(() => opacity('after')).toBe('0');
    await slider.press('ArrowRight');
    await expect.poll(() => opacity('after')).toBe('0.2');
    await page.getByLabel('Shade what changed').uncheck();
    await expect.poll(() => opacity('changes')).toBe('0');
    expectQuiet(here);
  });

  it('marks announced councils as announced, with what is not settled and the teams they leave without ground', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare/before-and-after');
    await page.getByRole('button', { name: 'Districts, 1 April 2028 (announced)' }).click();
    expect(await page.locator('.announced').innerText()).toContain('announced, not in force');
    expect(await figure(page, 'Not settled')).toMatch(/^546,818 residents/);
    expect(await page.getByText('not settled yet', { exact: true }).count()).toBeGreaterThan(3);
    const teams = page.locator('section', { hasText: 'Teams affected' }).last();
    expect(await teams.innerText()).toContain('No ground is left to it afterwards.');
    expectQuiet(here);
  });

  it('gives the successors away as CSV with its days, release and method inside', async () => {
    const here = await visit();
    const { page } = here;
    await openChange(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Where each area went as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('successors-pct-2013-03-31-ccg-2013-04-01.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.split('\r\n')).toHaveLength(8 + 2);
    expect(text).toContain('Hampshire PCT');
    expectQuiet(here);
  });

  it('says in words what cannot be held against what', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await page.goto('/compare/before-and-after?before=pct&from=1990-01-01&after=pct&to=2010-01-01');
    await page.getByText('Nothing is known to hold 1 January 1990').waitFor();
    expect(await spillOf(page)).toBe(0);
    expectQuiet(here);
  });
});

async function figure(page: Page, name: string): Promise<string> {
  const words = page.locator('.scores > div', { hasText: name }).locator('dd');
  return (await words.innerText()).replaceAll(/\s+/g, ' ');
}
