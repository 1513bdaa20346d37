import { expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet } from './browser.ts';

describeJourney('UR13 With JavaScript off', (visit) => {
  it('the page says so and leads to one that answers', async () => {
    const here = await visit();
    const context = await here.page
      .context()
      .browser()
      ?.newContext({
        baseURL: here.origin,
        javaScriptEnabled: false,
        viewport: { width: 320, height: 640 },
      });
    const page = await context?.newPage();
    if (!page) throw new Error('Wanted a page without script');
    await page.goto('/');
    await page.getByRole('link', { name: 'Find the team without it' }).click();
    await page.getByLabel('Postcode of the person’s home').fill('SO23 8UJ');
    await page.getByLabel('What the person needs').selectOption('child-protection');
    await page.getByRole('button', { name: 'Find the team' }).click();
    await page.getByRole('heading', { name: 'Hampshire children’s front door' }).waitFor();
    expect(await page.locator('.big-number').getAttribute('href')).toMatch(/^tel:0\d{10}$/);
    expect(page.url()).toBe(`${here.origin}/plain`);
    expect(await page.title()).not.toMatch(/SO23/);
    await context?.close();
  });

  it('its form, its question and its answer have no barriers', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/plain');
    await expectOpenToAll(page);
    await page.getByLabel('Postcode of the person’s home').fill('ZZ99 3VZ');
    await page.getByLabel('What the person needs').selectOption('homelessness');
    await page.getByRole('button', { name: 'Find the team' }).click();
    await page.getByRole('heading', { level: 1, name: /council area/ }).waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Change what you entered' }).click();
    await page.getByText('More that makes the answer surer').click();
    await page.getByLabel('Age in years (optional)').fill('400');
    await page.getByRole('button', { name: 'Find the team' }).click();
    await page.getByRole('alert').waitFor();
    await expectOpenToAll(page);
    await page.getByLabel('Age in years (optional)').fill('40');
    await page.getByRole('button', { name: 'Find the team' }).click();
    await page.getByLabel('Hampshire', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Winchester').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 2, name: 'Winchester housing options' }).waitFor();
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('with a GP practice, an age and a day it is as sure as the other page, and fits a small phone', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await page.goto('/plain');
    await page.getByLabel('Postcode of the person’s home').fill('SO23 8UJ');
    await page.getByLabel('What the person needs').selectOption('mental-health');
    await page.getByText('More that makes the answer surer').click();
    await page.getByLabel('Code of the GP practice (optional)').fill('J82001');
    await page.getByLabel('Age in years (optional)').fill('40');
    await page.getByLabel('As at another day (optional)').fill('2004-03-31');
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Find the team' }).click();
    await page.getByText('This is the answer for 31 March 2004, not for today.').waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toMatch(/Health: Southampton City PCT\s+Social care: Hampshire/);
    expect(said).toContain('NHS body of the person’s GP practice');
    await expectOpenToAll(page);
    await page.getByText('What you may share with this team').first().click();
    await page.getByText(/Partnership arrangements here/).click();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Change what you entered' }).click();
    expect(await page.getByLabel('Code of the GP practice (optional)').inputValue()).toBe('J82001');
    expect(await page.getByLabel('As at another day (optional)').inputValue()).toBe('2004-03-31');
    expect(page.url()).toBe(`${here.origin}/plain`);
    expectQuiet(here);
  });

  it('a question on a line carries its urgent numbers, and no fault, no code and no other country is left without a next step', async () => {
    const here = await visit('narrow');
    const { page } = here;
    const ask = async (postcode: string, need: string): Promise<void> => {
      await page.goto('/plain');
      await page.getByLabel('Postcode of the person’s home').fill(postcode);
      await page.getByLabel('What the person needs').selectOption(need);
      await page.getByRole('button', { name: 'Find the team' }).click();
    };
    await ask('PO7 5AA', 'child-protection');
    await page.getByRole('heading', { name: 'If it cannot wait, ring now' }).waitFor();
    expect(await page.locator('.big-number').count()).toBeGreaterThan(0);
    await expectOpenToAll(page);
    for (const postcode of ['SO23', 'EH1 1YZ', 'BF1 3AA', 'ZZ99 3WZ', 'GIR 0AA', 'JE2 3AB']) {
      await ask(postcode, 'mental-health');
      await page.getByRole('heading', { level: 1, name: /nobody can be named yet/ }).waitFor();
      expect(await page.locator('a[href="tel:999"]').count()).toBe(1);
      await expectOpenToAll(page);
    }
    expectQuiet(here);
  });
});
