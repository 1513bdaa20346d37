import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { fourSquares } from '../worlds/four-squares.ts';
import { describeJourney, expectOpenToAll, expectQuiet, spillOf } from './browser.ts';
import { openCover } from './states.ts';

describeJourney('Gaps and double cover', (visit) => {
  it('shows every need of a day by default, and leads from one to where its gaps are', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare/cover?date=2028-04-02');
    await page.locator('.overlaps tbody tr').first().waitFor();
    expect(await page.locator('.summary').innerText()).toMatch(
      /^Of \d+ needs on 2 April 2028: \d+ needs with people who have no team and 1 need with one team for everybody\.$/,
    );
    expect(await page.locator('.announced').innerText()).toContain('announced, not in force');
    await expectOpenToAll(page);
    await page.getByRole('link', { name: 'Community mental health' }).click();
    await page.locator('.cover-table').waitFor();
    expect(new URL(page.url()).search).toBe('?date=2028-04-02&need=mental-health');
    expect(await page.locator('.summary').innerText()).toBe(
      'On 2 April 2028, 1,837,805 people in 4 places have no team for Community mental health.',
    );
    expect(await page.locator('.cover-table').innerText()).toContain('The lines have moved: ');
    expectQuiet(here);
  });

  it('says that everybody has one team where that is so', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare/cover?date=2004-03-31&need=carers');
    await page.getByText('On 31 March 2004, everybody has one team for Carers').waitFor();
    await page.getByText('Nothing to list').waitFor();
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('names the needs that everybody has one team for, each a link', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/compare/cover?date=2004-03-31');
    await page.getByRole('heading', { name: 'One team for everybody' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await page.getByRole('link', { name: 'Carers' }).click();
    await page.getByText('On 31 March 2004, everybody has one team for Carers').waitFor();
    expectQuiet(here);
  });

  it('chooses a place on the map as in the table', async () => {
    const here = await visit();
    const { page } = here;
    await openCover(page);
    const row = page
      .getByRole('button', { name: /^North Hampshire, .*: show on the map$/ })
      .first();
    await row.press('Enter');
    expect(await row.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.selected-line').innerText()).toMatch(/^North Hampshire, .*no team/);
    await page.locator('.map-canvas path.leaflet-interactive').last().click();
    expect(await page.locator('.cover-table tr.selected').count()).toBeGreaterThan(0);
    expectQuiet(here);
  });

  it('says in words what the address asks for and this release does not know', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await page.goto('/compare/cover?need=surfing&date=1066-10-14');
    await page
      .getByText('The need named in the address is not known here: all are shown.')
      .waitFor();
    await page.getByText('No boundaries are known for 14 October 1066').waitFor();
    expect(await spillOf(page)).toBe(0);
    expectQuiet(here);
  });
});

describeJourney(
  'Gaps and double cover of a drawn world',
  (visit) => {
    it('tells double cover from a gap, from what is not offered, and from what has no rule', async () => {
      const here = await visit();
      const { page } = here;
      await page.goto('/compare/cover?date=2023-03-31');
      await page.locator('.overlaps tbody tr').first().waitFor();
      expect(await rowOf(page, 'Unserved')).toBe('4,000 people in 2 places nobody nobody');
      expect(await rowOf(page, 'Therapy')).toBe('nobody 2,000 people in 1 place nobody');
      expect(await rowOf(page, 'Night sitting')).toBe('nobody nobody 2,000 people in 1 place');
      expect(await rowOf(page, 'Ended need')).toBe(
        'no rule recorded on this day: nothing is known',
      );
      await page.getByRole('link', { name: 'Ended need' }).click();
      await page.getByText('No rule is recorded that says who answered for Ended need').waitFor();
      await page.getByText('That does not mean that nobody did.').waitFor();
      expectQuiet(here);
    });

    it('names the teams of double cover, the ages they share, and what to do about it', async () => {
      const here = await visit();
      const { page } = here;
      await page.goto('/compare/cover?date=2004-03-31&need=therapy');
      await page.locator('.cover-table').waitFor();
      const table = await page.locator('.cover-table tbody').innerText();
      expect(table).toContain('Social care, 80 and over');
      expect(table).toMatch(
        /old-therapy .* and oldest-therapy .* answer for people aged 80 and over/,
      );
      expect(await page.getByRole('heading', { name: 'What to do' }).count()).toBe(1);
      await page.getByText('the referrer has to choose').waitFor();
      await page.locator('.map-canvas path').first().waitFor();
      await expectOpenToAll(page);
      expectQuiet(here);
    });

    it('says what to do instead where a record says that nobody offers it', async () => {
      const here = await visit();
      const { page } = here;
      await page.goto('/compare/cover?date=2023-03-31&need=night-sitting');
      await page.getByText('to 2,000 people in 1 place it is not offered, by record').waitFor();
      await page.getByText('Ring the county.').waitFor();
      expectQuiet(here);
    });

    it('gives the places away as CSV with its day, release and method inside', async () => {
      const here = await visit();
      const { page } = here;
      await page.goto('/compare/cover?date=2004-03-31&need=unserved');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Places as CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('cover-unserved-2004-03-31.csv');
      const text = readFileSync(await download.path(), 'utf8');
      expect(text.split('\r\n')).toHaveLength(4 + 2);
      expect(text).toContain('Opening hours are not counted');
      expect(text).toContain('1000,10,2004-03-31,');
      expectQuiet(here);
    });
  },
  fourSquares,
);

async function rowOf(page: Page, need: string): Promise<string> {
  const cells = page.getByRole('row', { name: new RegExp(`^${need}`) }).getByRole('cell');
  return (await cells.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
}
