import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';

import { askAt, describeJourney, expectQuiet } from './browser.ts';
import { askAbout, fill, openForm, send } from './states.ts';

describeJourney('A slow or lost connection', (visit) => {
  it('is said after a moment, not before, and the answer still comes', async () => {
    const here = await visit();
    const { page } = here;
    await page.clock.install();
    await openForm(page);
    await fill(page, 'SO23 8UJ', 'carers');
    const held = await holdQuestions(page);
    await send(page);
    await expect.poll(() => held.length).toBe(1);
    expect(await page.getByText('Finding the team …').count()).toBe(0);
    await page.clock.fastForward(500);
    await page.getByText('Finding the team …').waitFor();
    await page.clock.fastForward(6_000);
    await page.getByText('The connection is slow').waitFor();
    await held[0]?.continue();
    await page.locator('.team').first().waitFor();
    expectQuiet(here);
  });

  it('ends after twenty seconds with everything kept and one thing to do', async () => {
    const here = await visit();
    const { page } = here;
    await page.clock.install();
    await openForm(page);
    await fill(page, 'SO23 8UJ', 'carers');
    const held = await holdQuestions(page);
    await send(page);
    await expect.poll(() => held.length).toBe(1);
    await page.clock.fastForward(21_000);
    const alert = page.getByRole('alert');
    await alert.getByText('The service is too slow to answer').waitFor();
    expect(await alert.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Postcode of the person’s home').inputValue()).toBe('SO23 8UJ');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.team').first().waitFor();
    expect(here.strayRequests).toEqual([]);
  });

  it('leaves the old answer standing, marked old, when a page come back to cannot ask', async () => {
    const here = await visit();
    const { page } = here;
    await page.clock.install();
    await answered(page);
    await page.clock.fastForward('01:10:00');
    await page.route('**/graphql', (route) => route.abort());
    await comeBack(page);
    await page.getByRole('alert').getByText('Cannot reach the service').waitFor();
    await page.getByText('This answer is from').waitFor();
    expect(await page.locator('.team').count()).toBe(1);
    expect(here.strayRequests).toEqual([]);
  });
});

describeJourney('A page left open and come back to', (visit) => {
  it('asks again by itself when its answer is old', async () => {
    const here = await visit();
    const { page } = here;
    await page.clock.install();
    await answered(page);
    await page.clock.fastForward('01:10:00');
    await page.getByText('This answer is from').waitFor();
    // The server keeps its own clock: told the page's, its answer is as new as the page thinks.
    await askAt(page, new Date(await page.evaluate(() => Date.now())).toISOString());
    await comeBack(page);
    await page.getByText('Asked again on').waitFor();
    expect(await page.getByText('The data has changed').count()).toBe(0);
    expectQuiet(here);
  });

  it('asks again and says so when the release has changed, however fresh the answer', async () => {
    const here = await visit();
    const { page } = here;
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.replaceAll(/embedded-\w{8}/g, 'last-week') });
    });
    await answered(page);
    await page.unrouteAll({ behavior: 'wait' });
    await comeBack(page);
    await page.getByText('The data has changed since you first asked').waitFor();
    expect(await page.locator('.answered-line').innerText()).toMatch(/embedded-/);
    expectQuiet(here);
  });

  it('lets a fresh answer stand', async () => {
    const here = await visit();
    const { page } = here;
    await answered(page);
    const asked = page.waitForResponse('**/graphql');
    await comeBack(page);
    await asked;
    expect(await page.getByText('Asked again on').count()).toBe(0);
    expectQuiet(here);
  });
});

async function answered(page: Page): Promise<void> {
  await askAbout(page, 'SO23 8UJ', 'carers');
  await page.locator('.place-map path').first().waitFor(); // nothing is under way any more
}

/** Questions stop at the door until let go. */
async function holdQuestions(page: Page): Promise<Route[]> {
  const held: Route[] = [];
  await page.route('**/graphql', (route) => {
    held.push(route);
  });
  return held;
}

/** As a browser does when its tab is looked at again. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
