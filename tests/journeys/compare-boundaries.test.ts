import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import { mapDrawn, openComparison } from './states.ts';

const OF_2004 =
  '/compare?left=district&right=pct&date=2004-03-31&weight=residents&within=E10000014';

/** On the map of the county as it first stands on a wide screen. */
const IN_NEW_FOREST = { x: 110, y: 370 };

describeJourney('Compare boundaries', (visit) => {
  it('shows the eighteen overlaps of 2004 with their scores, in the table and on the map', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto(OF_2004);
    await mapDrawn(page);
    await expect.poll(() => page.locator('.overlaps tbody tr').count()).toBe(18);
    expect(await page.locator('.summary').innerText()).toBe(
      'On 31 March 2004, 11 districts and 7 PCTs made 18 overlaps: 1 the same on both sides, ' +
        '6 with one inside the other, 11 where the lines cross.',
    );
    const values = await page.locator('.score-value').allInnerTexts();
    expect(values).toEqual(['91.5%', '67.2%', '0.74', '0.90', '0.81']);
    expect(await page.locator('.map-canvas').getAttribute('data-drawn')).toBe('18');
    expectQuiet(here);
  });

  it('selects on the map what is selected in the table, and the other way', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    await row(page, 'Test Valley', 'Mid-Hampshire PCT').press('Enter');
    expect(await page.locator('.selected-line').innerText()).toContain(
      'Test Valley and Mid-Hampshire PCT cross',
    );
    await page.locator('.map-canvas').click({ position: IN_NEW_FOREST });
    const chosen = page.locator('.overlaps tr.selected');
    await expect.poll(() => chosen.count()).toBe(1);
    expect(await chosen.innerText()).toMatch(/New Forest\s+New Forest PCT/);
    expectQuiet(here);
  });

  it('sorts by any column and says so', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    const heading = page.getByRole('columnheader', { name: 'km²' });
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await page.locator('.overlaps tbody tr').first().innerText()).toMatch(/^New Forest/);
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('.overlaps tbody tr').first().innerText()).toMatch(/6\.2/);
    expectQuiet(here);
  });

  it('keeps every choice in the address, and Back undoes one', async () => {
    const here = await visit();
    const { page } = here;
    await openComparison(page);
    await page.getByRole('button', { name: '31 March 2014' }).click();
    await page.getByText('CCGs are shown instead').waitFor();
    expect(page.url()).toContain('date=2014-03-31');
    await page.getByLabel('weighed by').selectOption('POSTCODES');
    await page.getByText('of postcodes lie in').first().waitFor();
    expect(page.url()).toContain('weight=postcodes');
    await page.goBack();
    await page.getByText('of residents live in').first().waitFor();
    expectQuiet(here);
  });

  it('takes no harm from an address anyone may have written', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare?left=__proto__&right=../x&date=9999-99-99&weight=gold&within=%27--');
    await page
      .getByText('The address names a left, right, date, weight and within that cannot be read.')
      .waitFor();
    const rows = page.locator('.overlaps tbody tr');
    await rows.nth(17).waitFor();
    await expect.poll(() => rows.count()).toBe(18);
    expectQuiet(here);
  });
});

function row(page: Page, left: string, right: string): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name: `${left}, with ${right}: show on the map` });
}
