import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet, focused } from './browser.ts';
import { askAbout, openForm, searchPractice, send } from './states.ts';

const FIELD = 'GP practice (optional)';

describeJourney('Finds the GP practice', (visit) => {
  it('from a presumed answer, by name, with the keyboard alone, and the answer is presumed no more', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.getByRole('button', { name: 'Add the GP practice' }).click();
    expect(await focused(page)).toBe('INPUT#practice');
    await page.keyboard.type('burgess road');
    await page.keyboard.press('Enter');
    await page.getByText('1 practice found. Choose it below if it is the one.').waitFor();
    expect(await page.getByLabel('Burgess Road Surgery').isChecked()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByLabel('Burgess Road Surgery').isChecked()).toBe(true);
    await send(page);
    await page.locator('.team').first().waitFor();
    expect(await page.locator('.responsible').innerText()).toMatch(/Health, sure/);
    expect(await page.getByRole('button', { name: 'Add the GP practice' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Change what you entered' }).click();
    await page.getByText('Burgess Road Surgery, SO16 3BD').waitFor();
    await page.getByRole('button', { name: 'Remove this practice' }).click();
    expect(await page.getByLabel(FIELD).inputValue()).toBe('');
    expectQuiet(here);
  });

  it('by postcode or code, saying how many there are and never choosing', async () => {
    const here = await visit();
    const { page } = here;
    await searchPractice(page, 'SO16 3BD');
    await page.getByLabel('Burgess Road Surgery').waitFor();
    await searchPractice(page, 'j82001');
    await page.getByText(/code J82001/).waitFor();
    await searchPractice(page, 'surgery');
    await page.getByText('10 practices found. Choose one below. There may be more').waitFor();
    expect(await page.getByRole('radio').count()).toBe(10);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expectQuiet(here);
  });

  it('says when there is none, and asks for a choice before a name alone is sent', async () => {
    const here = await visit();
    const { page } = here;
    await searchPractice(page, 'zebra crossing');
    await page.getByText('No practice here has “zebra crossing”').waitFor();
    await send(page);
    await page
      .getByRole('link', { name: 'Search for the GP practice and choose it, or leave it empty' })
      .click();
    expect(await focused(page)).toBe('INPUT#practice');
    expectQuiet(here);
  });

  it('keeps what was typed when the search has no answer', async () => {
    const here = await visit();
    const { page } = here;
    await openForm(page);
    await openFold(page);
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: 'down' }));
    await page.getByLabel(FIELD).fill('burgess');
    await page.getByRole('button', { name: 'Search for the practice' }).click();
    await page.getByText('The search had no answer.').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Search again' }).click();
    await page.getByLabel('Burgess Road Surgery').waitFor();
    expect(here.strayRequests).toEqual([]);
  });
});

async function openFold(page: Page): Promise<void> {
  await page.getByText('More that makes the answer surer').click();
}
