import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import { openPointForm, send } from './states.ts';

describeJourney('Asks by a point on the map', (visit) => {
  it('typed as two numbers, named before the question is sent, and answered', async () => {
    const here = await visit();
    const { page } = here;
    await openPointForm(page);
    const field = page.getByLabel('Point: latitude and longitude');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.fill('51.0629, -1.3166');
    await page.getByText('This point is in Winchester, Hampshire.').waitFor();
    await sendFor(page, 'adult-safeguarding');
    await page.locator('.team').first().waitFor();
    expect(await page.locator('h1').innerText()).toContain(
      'The point 51.0629, -1.3166, in Winchester, Hampshire',
    );
    await page.locator('.place-map path').first().waitFor();
    await page.getByRole('button', { name: 'Change what you entered' }).click();
    expect(await field.inputValue()).toBe('51.0629, -1.3166');
    expectQuiet(here);
  });

  it('pressed on the map', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await openPointForm(page);
    await page.locator('.point-map path').first().waitFor();
    await page.locator('.point-map .map-canvas').click({ position: { x: 150, y: 140 } });
    await page.getByText(/This point is in .+ Hampshire/).waitFor();
    expectQuiet(here);
  });

  it('moved by arrow keys or by buttons, with no mouse', async () => {
    const here = await visit();
    const { page } = here;
    await openPointForm(page);
    await page.locator('.point-map path').first().waitFor();
    const field = page.getByLabel('Point: latitude and longitude');
    await field.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => field.inputValue()).not.toBe('');
    const north = await latitude();
    await page.keyboard.press('ArrowDown');
    await expect.poll(latitude).toBeLessThan(north);
    const south = await latitude();
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'Move the mark north' }).press('Enter');
    await expect.poll(latitude).toBeGreaterThan(south);
    await page.getByText(/This point is in/).waitFor();
    expectQuiet(here);

    async function latitude(): Promise<number> {
      return Number((await field.inputValue()).split(',')[0]);
    }
  });

  it('stands in the field and says outside when it is outside', async () => {
    const here = await visit();
    const { page } = here;
    await openPointForm(page);
    await page.getByLabel('Point: latitude and longitude').fill('55.9533, -3.1883');
    await sendFor(page, 'adult-safeguarding');
    await page.getByRole('heading', { level: 1, name: /outside the area/ }).waitFor();
    await page.getByRole('button', { name: 'Change what you entered' }).click();
    await page.getByRole('button', { name: 'Use a postcode' }).click();
    await page.getByLabel('Postcode of the person’s home').waitFor();
    expectQuiet(here);
  });

  it('needs no map: without it the two numbers do', async () => {
    const here = await visit();
    const { page } = here;
    await page.route('**/create-point-map*', (route) => route.abort());
    await openPointForm(page);
    await page.getByText('The map did not load. Enter the two numbers instead.').waitFor();
    await page.getByLabel('Point: latitude and longitude').fill('51.0629, -1.3166');
    await page.getByText('This point is in Winchester, Hampshire.').waitFor();
    expect(here.strayRequests).toEqual([]);
  });
});

async function sendFor(page: Page, need: string): Promise<void> {
  await page.getByLabel('What the person needs').selectOption(need);
  await send(page);
}
