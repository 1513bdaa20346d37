import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import { askAbout } from './states.ts';

const WHEN = /Answered on \d+ \w+ \d{4} at .+ from release embedded-\w+\./;

describeJourney('Copies and prints', (visit) => {
  it('UR18 copy the answer as text with its time, its release and that its numbers are invented', async () => {
    const here = await visit();
    const { page } = here;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await answered(page);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied, with the time and the release.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Community mental health\nSO23 8UJ, in Winchester, Hampshire\n/);
    expect(text).toMatch(/Health, presumed: NHS Hampshire and Isle of Wight ICB/);
    for (const number of await page.locator('.team .big-number').allInnerTexts())
      expect(text).toContain(number.replace(/^Ring\s*/, ''));
    expect(text).toMatch(WHEN);
    expect(text).toMatch(/Do not ring them/);
    expectQuiet(here);
  });

  it('UR18 show the text to copy by hand where the browser keeps its clipboard to itself', async () => {
    const here = await visit();
    const { page } = here;
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await answered(page);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    expect(await page.getByLabel('The answer as text').inputValue()).toMatch(WHEN);
    expectQuiet(here);
  });

  it('UR18 add time and release to a passage selected by hand, and nothing to a number', async () => {
    const here = await visit();
    const { page } = here;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await answered(page);
    expect(await copied('.team')).toMatch(WHEN);
    expect(await copied('.team .number-label')).not.toMatch(WHEN);
    expectQuiet(here);

    async function copied(selector: string): Promise<string> {
      await page.evaluate((chosen) => {
        const element = document.querySelector(chosen);
        if (element) window.getSelection()?.selectAllChildren(element);
      }, selector);
      await page.keyboard.press('Control+C');
      return page.evaluate(() => navigator.clipboard.readText());
    }
  });

  it('UR18 put time and release at the head of the paper, open every fold and leave the buttons out', async () => {
    const here = await visit();
    const { page } = here;
    await answered(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-only').innerText()).toMatch(WHEN);
    expect(await page.locator('.print-only').isVisible()).toBe(true);
    expect(await page.getByText('Demonstration', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    for (const fold of await page.locator('details').all())
      expect((await fold.boundingBox())?.height).toBeGreaterThan(60);
    expectQuiet(here);
  });
});

async function answered(page: Page): Promise<void> {
  await askAbout(page, 'SO23 8UJ', 'mental-health');
  await page.locator('.place-map path').first().waitFor();
}
