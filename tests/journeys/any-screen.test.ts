import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { askAt, describeJourney, expectQuiet, findBarriers, spillOf } from './browser.ts';
import { askAbout, fill, openForm, send } from './states.ts';

const DAYTIME = '2026-11-18T10:00:00Z';

describeJourney('UR19 The task is done on any screen', (visit) => {
  it('at 400 % zoom: 1280 pixels seen as 320, numbers whole and nothing sideways', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await answered(page);
    expect(await spillOf(page)).toBe(0);
    for (const number of await page.locator('.big-number').all()) {
      const box = await number.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
    }
    // The first number to ring stands within the first two screens of a small phone.
    const first = await page.locator('.big-number').first().boundingBox();
    expect(first?.y).toBeLessThan(2 * 640);
    expectQuiet(here);
  });

  it('in forced colours: every part keeps an edge and every number is seen', async () => {
    const here = await visit();
    const { page } = here;
    await page.emulateMedia({ forcedColors: 'active' });
    await answered(page);
    for (const part of ['.numbers', '.team']) expect(await edgeOf(page, part)).toBeGreaterThan(0);
    expect(await page.locator('.big-number').first().isVisible()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    expectQuiet(here);
  });

  it('with reduced motion: nothing moves by itself', async () => {
    const here = await visit();
    const { page } = here;
    await answered(page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    const moving = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*'), (each) => getComputedStyle(each))
        .filter(
          ({ transitionDuration, animationName }) =>
            transitionDuration !== '0s' || animationName !== 'none',
        )
        .map(({ transitionDuration }) => transitionDuration),
    );
    expect(moving).toEqual([]);
    expectQuiet(here);
  });

  it('with pictures and the script of the map blocked: the answer stands', async () => {
    const here = await visit();
    const { page } = here;
    await page.route(/\.(?:png|svg|jpe?g|webp)$|create-place-map/, (route) => route.abort());
    await answered(page);
    await page.getByText('The map did not load.').waitFor();
    expect(await page.locator('.team .big-number').count()).toBe(2);
    expect(await page.locator('h1').innerText()).toContain('SO23 8UJ, in Winchester, Hampshire');
    expect(here.strayRequests).toEqual([]);
  });

  it('in words a screen reader reads in this order: the place, the need, the team, its number', async () => {
    const here = await visit();
    const { page } = here;
    await openForm(page);
    await fill(page, 'SO23 8UJ', 'child-protection');
    await askAt(page, DAYTIME);
    await send(page);
    await page.locator('.team').first().waitFor();
    const read = await page.locator('main').ariaSnapshot();
    const order = [
      'SO23 8UJ, in Winchester',
      'Child at risk of harm',
      'Hampshire children’s front door',
      'Ring 03069 990298',
    ];
    const places = order.map((words) => read.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    expectQuiet(here);
  });
});

async function answered(page: Page): Promise<void> {
  await askAt(page, DAYTIME);
  await askAbout(page, 'SO23 8UJ', 'mental-health');
  await page.locator('.team').first().waitFor();
}

function edgeOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((part) => parseFloat(getComputedStyle(part).borderTopWidth));
}
