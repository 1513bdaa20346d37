import { expect, it } from 'vitest';

import { describeJourney, expectQuiet, focused } from './browser.ts';
import { askAbout, askStraddling, openForm, send } from './states.ts';

describeJourney('Find the team', (visit) => {
  it('answers an ordinary postcode with the bodies and a number to ring for each team', async () => {
    const here = await visit();
    const { page } = here;
    await askAbout(page, 'so238uj', 'mental-health');
    await page.getByRole('heading', { level: 1, name: /Community mental health/ }).waitFor();
    expect(await page.locator('h1').innerText()).toContain('SO23 8UJ, in Winchester, Hampshire');
    expect(await page.locator('.responsible').innerText()).toMatch(
      /Health, presumed\s+NHS Hampshire and Isle of Wight ICB\s+Social care, sure\s+Hampshire County Council/,
    );
    const numbers = await page.locator('.team .big-number').all();
    expect(numbers.length).toBe(2);
    for (const number of numbers)
      expect(await number.getAttribute('href')).toMatch(/^tel:0\d{10}$/);
    expect(await page.locator('.answered-line').innerText()).toMatch(/from release embedded-/);
    expect(await focused(here.page)).toBe('H1');
    await page.locator('.place-map path').first().waitFor();
    expectQuiet(here);
  });

  it('asks what it must about a postcode on a line, and then names the team', async () => {
    const here = await visit();
    const { page } = here;
    await askStraddling(page);
    expect(await page.locator('h1').innerText()).toContain('GP practice');
    await page.getByLabel('North Hampshire PCT').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('East Hampshire Council').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page
      .getByRole('heading', { name: 'North Hampshire community mental health team' })
      .waitFor();
    expect(await page.locator('main').innerText()).toContain('31 March 2004');
    await page.goBack();
    await page.getByLabel('East Hampshire Council').waitFor();
    await page.goBack();
    await page.goBack();
    expect(await focused(page)).toBe('INPUT#postcode');
    expect(await page.getByLabel('Postcode of the person’s home').inputValue()).toBe('GU34 5AA');
    expectQuiet(here);
  });

  it('reads out whom to ring before it asks a question that cannot wait', async () => {
    const here = await visit();
    await askAbout(here.page, 'GU34 5AA', 'child-protection', { date: ['31', '3', '2004'] });
    await here.page.getByText('If it cannot wait, ring now').waitFor();
    await expect.poll(() => focused(here.page)).toBe('H2#urgent');
    expectQuiet(here);
  });

  it('routes a person with no fixed abode by where they are', async () => {
    const here = await visit();
    const { page } = here;
    await askAbout(page, 'ZZ99 3VZ', 'homelessness');
    await page.getByText('Which council area is the person in now?').waitFor();
    await page.getByLabel('Hampshire County Council').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Winchester Council').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Winchester housing options' }).waitFor();
    await expect.poll(() => page.locator('.place-map').count()).toBe(0);
    expectQuiet(here);
  });

  it('treats a place elsewhere as no fault and says where to turn', async () => {
    const here = await visit();
    await askAbout(here.page, 'EH1 1YZ', 'mental-health');
    await here.page.getByRole('heading', { level: 1, name: /outside the area/ }).waitFor();
    expect(await here.page.title()).not.toMatch(/error/i);
    expect(await here.page.locator('main').innerText()).toMatch(
      /Scotland.*gov\.uk\/find-local-council/s,
    );
    expectQuiet(here);
  });

  it('keeps a malformed postcode, says what is wrong by the field and offers what may be meant', async () => {
    const here = await visit();
    const { page } = here;
    await askAbout(page, 'S023 8UJ', 'mental-health');
    const offer = page.getByRole('button', { name: 'Use SO23 8UJ' });
    await offer.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    const field = page.getByLabel('Postcode of the person’s home');
    expect(await field.inputValue()).toBe('S023 8UJ');
    await page.getByRole('link', { name: 'Enter a full UK postcode, like SO23 8UJ' }).click();
    expect(await focused(page)).toBe('INPUT#postcode');
    await offer.click();
    expect(await field.inputValue()).toBe('SO23 8UJ');
    expect(await page.locator('h1').innerText()).toBe('Find the team');
    await send(page);
    await page.locator('.team').first().waitFor();
    expectQuiet(here);
  });

  it('does the whole task by keyboard alone, in at most 25 presses', async () => {
    const here = await visit();
    const { page } = here;
    await openForm(page);
    let presses = 0;
    const press = async (...keys: readonly string[]): Promise<void> => {
      presses += keys.length;
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to main content',
    );
    await press('Enter', 'Tab');
    expect(await focused(page)).toBe('INPUT#postcode');
    await press(
      ...Array.from('so238uj'),
      'Tab',
      'Tab',
      ...Array.from('Comm'),
      'Tab',
      'Tab',
      'Enter',
    );
    await page.locator('.team').first().waitFor();
    expect(presses).toBeLessThanOrEqual(25);
    expect(await focused(page)).toBe('H1');
    await page.getByRole('button', { name: 'Search again' }).focus();
    await press('Enter');
    await page.getByLabel('Postcode of the person’s home').waitFor();
    expect(await focused(page)).toBe('INPUT#postcode');
    expect(await page.getByLabel('Postcode of the person’s home').inputValue()).toBe('');
    expectQuiet(here);
  });

  it('loses nothing when the service cannot be reached, and answers on the next try', async () => {
    const here = await visit();
    const { page } = here;
    await openForm(page);
    await page.route('**/graphql', (route) => route.fulfill({ status: 502, body: 'down' }));
    await page.getByLabel('Postcode of the person’s home').fill('SO23 8UJ');
    await page.getByLabel('What the person needs').selectOption('mental-health');
    await send(page);
    await page.getByText('What you entered has not been lost').waitFor();
    expect(await page.getByLabel('Postcode of the person’s home').inputValue()).toBe('SO23 8UJ');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.team').first().waitFor();
    expect(here.strayRequests).toEqual([]);
  });

  it('says when an answer has grown old or the line is gone', async () => {
    const here = await visit();
    const { page } = here;
    await page.clock.install();
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.locator('.team').first().waitFor();
    await page.locator('.place-map path').first().waitFor(); // nothing is under way any more
    await page.clock.fastForward('01:10:00');
    const again = page.getByRole('button', { name: 'Ask again' });
    await again.waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    await expect.poll(() => page.locator('.team').count()).toBe(2);
    await page.context().setOffline(false);
    await page.getByText('You are offline').waitFor({ state: 'detached' });
    expectQuiet(here);
  });

  it('cuts what was pasted by mistake and asks for a postcode', async () => {
    const here = await visit();
    const { page } = here;
    await openForm(page);
    await page.getByLabel('Postcode of the person’s home').fill('x'.repeat(1_000_000));
    await page.getByLabel('What the person needs').selectOption('mental-health');
    await send(page);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(
      /Enter (?:a full UK|only the) postcode/,
    );
    expectQuiet(here);
  });
});
