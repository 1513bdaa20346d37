import { describe, expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet } from './browser.ts';
import { openScoresOverTime } from './states.ts';

describeJourney('Scores over time', (visit) => {
  describe.each(['wide', 'narrow'] as const)('%s', (width) => {
    it('pictures 2002 to today with every reorganisation marked, named and in figures', async () => {
      const here = await visit(width);
      const { page } = here;
      await openScoresOverTime(page);
      const picture = page.getByRole('img', { name: /Districts and the health bodies of the day/ });
      expect(await picture.locator('.change').count()).toBe(6);
      expect(await picture.locator('.change.announced').count()).toBe(1);
      expect(await page.locator('.changes li').allInnerTexts()).toEqual([
        '1 October 2006: 1 PCT in place of 7 PCTs (SI 2006/2072).',
        '1 April 2013: 5 CCGs in place of 1 PCT (Health and Social Care Act 2012).',
        '1 April 2021: 2 CCGs in place of 5 CCGs.',
        '1 July 2022: 2 sub-ICB locations in place of 2 CCGs (Health and Care Act 2022).',
        '1 April 2026: 1 ICB in place of 2 sub-ICB locations.',
        '1 April 2028: 4 districts in place of 14 districts. Announced',
      ]);
      expect(await page.getByRole('row', { name: /^1 April 2028/ }).innerText()).toContain(
        'Not settled yet: Hampshire has no boundary in force on that day: the last one known is in force until 1 April 2028. Look everywhere instead',
      );
      const first = page.getByRole('row', { name: /^1 April 2002/ });
      const figures = await first.locator('.number').allInnerTexts();
      // On a phone each stands under its name.
      expect(figures.map((text) => text.split('\n').at(-1))).toEqual([
        '0.81',
        '0.74',
        '0.90',
        '91.5',
        '67.2',
      ]);
      await expectOpenToAll(page);
      expectQuiet(here);
    });
  });

  it('is chosen by sets, ground and weight, which stand in the address', async () => {
    const here = await visit();
    const { page } = here;
    await openScoresOverTime(page);
    await page.getByLabel('within').selectOption('Everywhere');
    await page.locator('.changes', { hasText: '4 PCTs in place of 10 PCTs' }).waitFor();
    await page.getByLabel('with', { exact: true }).selectOption({ label: 'Districts' });
    await page.locator('.changes li:only-child', { hasText: '14 districts' }).waitFor();
    await page.getByLabel('weighed by', { exact: true }).selectOption('AREA');
    await page.locator('.summary', { hasText: 'weighed by area in km²' }).waitFor();
    expect(page.url()).toMatch(/left=district&against=district&weight=area&within=everywhere$/);
    // A set against itself agrees wholly, before the reorganisation announced and after.
    const scores = page.locator('.history tbody td.number:nth-child(3)');
    await expect.poll(() => scores.allInnerTexts()).toEqual(['1.00', '1.00']);
    expectQuiet(here);
  });
});
