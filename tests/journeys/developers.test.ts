import { expect, it } from 'vitest';

import { EXAMPLES } from '../../web/developers/examples.ts';
import { describeJourney, expectOpenToAll, expectQuiet, focused } from './browser.ts';

describeJourney('For developers', (visit) => {
  it('every example runs on the page, and says what it came to', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/developers');
    for (const { id, title, outcome } of EXAMPLES) {
      const card = page.locator(`#example-${id}`);
      await card.locator('> summary').click();
      await card.getByRole('button', { name: `Run: ${title}`, exact: true }).click();
      await card.getByRole('region', { name: `Answer: ${title}`, exact: true }).waitFor();
      const said = await card.getByRole('status').last().innerText();
      const [type = ''] = outcome.split(/[ ,]/);
      if (['Located', 'Routed', 'NeedsChoice', 'NotRoutable', 'NotLocated'].includes(type))
        expect([id, said]).toEqual([id, expect.stringContaining(`Answered: ${type}`)]);
      await card.locator('> summary').click();
    }
    expectQuiet(here);
  }, 60_000);

  it('an example is changed and sent, and variables that are no JSON are refused in a sentence', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/developers');
    await page.locator('#example-bodies > summary').click();
    await page.getByRole('button', { name: 'Change it: A body by the name people use' }).click();
    expect(await focused(page)).toBe('TEXTAREA#query');
    await page.getByLabel('Variables', { exact: true }).fill('{ "search": ');
    await page.getByRole('button', { name: 'Run your own' }).click();
    await page.getByText('Wanted variables as JSON').waitFor();
    await page.getByLabel('Variables', { exact: true }).fill('{ "search": "Hants" }');
    await page.getByRole('button', { name: 'Run your own' }).click();
    const answer = page.getByRole('region', { name: 'Answer: your own' });
    await answer.waitFor();
    expect(await answer.innerText()).toContain('"name": "Hampshire"');
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('a type has an address of its own, and leads to the types it names', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/developers?type=Routed');
    await page.locator('#type-Routed[open]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Routed');
    await page.locator('#type-Routed').getByRole('link', { name: '[TeamOffer!]!' }).click();
    await page.locator('#type-TeamOffer[open]').waitFor();
    expect(new URL(page.url()).search).toBe('?type=TeamOffer');
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?type=Routed');
    expectQuiet(here);
  });

  it('the reference is searched, and few types found are shown open', async () => {
    const here = await visit();
    const { page } = here;
    await page.goto('/developers');
    await page.locator('#type-Query').waitFor();
    await page.getByLabel('Find a type, field or word').fill('metresToBoundary');
    await page.locator('#type-AreaAtPlace[open]').waitFor();
    await page.getByText(/^1 of \d+ types$/).waitFor();
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('limits and error codes are those the server publishes, and every link leads somewhere', async () => {
    const here = await visit();
    const { page, origin } = here;
    await page.goto('/developers');
    await page.getByText('LIMIT_COST').waitFor();
    await page.getByText('1,000 referrals in one request').waitFor();
    const links = await page
      .locator('.developers a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    const ours = [...new Set(links.filter((to) => to.startsWith('/') && !to.includes('?type=')))];
    expect(ours.length).toBeGreaterThan(5);
    for (const to of ours) expect([to, (await fetch(`${origin}${to}`)).status]).toEqual([to, 200]);
    const missing = await page.locator('.developers').evaluate(
      (all, ids) => ids.filter((id) => !all.querySelector(id)),
      links.filter((to) => to.startsWith('#')),
    );
    expect(missing).toEqual([]);
    expectQuiet(here);
  });

  it('the programs shown ask this very server, and are copied with a word', async () => {
    const here = await visit();
    const { page, origin } = here;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/developers');
    await page.getByRole('button', { name: 'Copy: first-answer.py' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`"SERVER", "${origin}"`);
    expect(copied).toContain('import urllib.request');
    expectQuiet(here);
  });
});
