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
});
