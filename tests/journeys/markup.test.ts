import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { fourSquares } from '../worlds/four-squares.ts';
import { describeJourney, expectQuiet } from './browser.ts';
import { askAbout, mapDrawn } from './states.ts';

/** TD17 UR16 C13: whatever a directory or a boundary file says, it is text on every page. */
const MARKUP = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>&lt;b&gt;"\'';

/** The same record with markup at the end of each of these texts. */
function marked<T extends object>(record: T, ...names: readonly (keyof T & string)[]): T {
  const texts = names.map((name) => [name, `${String(record[name])} ${MARKUP}`]);
  return { ...record, ...(Object.fromEntries(texts) as Partial<T>) };
}

const world = {
  ...fourSquares,
  areas: fourSquares.areas.map(({ area, shape }) => ({ area: marked(area, 'name'), shape })),
  needs: fourSquares.needs.map((need) => ({
    ...marked(need, 'name', 'description'),
    sectors: need.sectors.map((rule) => marked(rule, 'source')),
  })),
  teams: fourSquares.teams.map((team) => ({
    ...marked(team, 'name', 'organisation', 'does', 'doesNot', 'sharing', 'hoursText'),
    day: marked(team.day, 'label'),
    outOfHours: team.outOfHours && marked(team.outOfHours, 'label'),
  })),
  arrangements: fourSquares.arrangements.map((each) => ({
    ...marked(each, 'name', 'description'),
    period: { from: null, to: null },
  })),
  practices: fourSquares.practices.map((practice) => marked(practice, 'name')),
  release: {
    ...fourSquares.release,
    notices: [MARKUP],
    coverage: marked(fourSquares.release.coverage, 'name'),
  },
};

async function expectText(page: Page, least: number): Promise<void> {
  const seen = await page.locator('body').innerText();
  expect(seen.split('onerror="window.ran=1"').length).toBeGreaterThan(least);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
}

describeJourney(
  'Markup in the words of a directory is text',
  (visit) => {
    it('in an answer, with every fold open', async () => {
      const here = await visit();
      const { page } = here;
      await askAbout(page, 'SO99 1AA', 'mental-health');
      await page.locator('.team').first().waitFor();
      const closed = page.locator('details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      await page.locator('.place-map path').first().waitFor();
      await expectText(page, 12);
      expectQuiet(here);
    });

    it('in a question, in a refusal and in the practices found', async () => {
      const here = await visit();
      const { page } = here;
      await askAbout(page, 'SO99 1AD', 'homelessness');
      await page.getByRole('radio').first().waitFor();
      await expectText(page, 1);
      await askAbout(page, 'EH1 1YZ', 'carers');
      await page.getByRole('heading', { name: /outside the area/ }).waitFor();
      await expectText(page, 1);
      expectQuiet(here);
    });

    it('on the page without script', async () => {
      const here = await visit();
      const { page } = here;
      await page.goto('/plain');
      await page.getByLabel('Postcode of the person’s home').fill('SO99 1AA');
      await page.getByLabel('What the person needs').selectOption('mental-health');
      await page.getByRole('button', { name: 'Find the team' }).click();
      await page.locator('.team').first().waitFor();
      await expectText(page, 6);
      expectQuiet(here);
    });

    it('on the map and in the table of a comparison', async () => {
      const here = await visit();
      const { page } = here;
      await page.goto('/compare?left=district&right=upper-tier&weight=area&within=everywhere');
      await mapDrawn(page);
      await page.locator('.map-canvas').hover();
      await expectText(page, 1);
      expectQuiet(here);
    });
  },
  world,
);
