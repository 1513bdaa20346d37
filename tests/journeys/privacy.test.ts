import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import { askAbout, askStraddling, openPointForm, send } from './states.ts';

const TYPED = /SO23|8UJ|GU34|5AA/i;

describeJourney('What was typed stays on the page', (visit) => {
  it('appears in no address, title, history, cookie or storage', async () => {
    const here = await visit();
    const { page } = here;
    const addresses: string[] = [];
    page.on('request', (request) =>
      addresses.push(request.url(), request.headers()['referer'] ?? ''),
    );
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.locator('.place-map path').first().waitFor();
    const traces = [await traceOf(page)];
    await askStraddling(page);
    traces.push(await traceOf(page));
    await page.goBack();
    traces.push(await traceOf(page));
    expect(`${traces.join()} ${addresses.join()}`).not.toMatch(TYPED);
    expect(await page.context().cookies()).toEqual([]);
    expectQuiet(here);
  });

  it('nor does a point, a practice looked for, a copied or a printed answer, back and forward', async () => {
    const here = await visit();
    const { page } = here;
    const requests: string[] = [];
    page.on('request', (request) => {
      const { referer = '', ...others } = request.headers();
      requests.push(request.url(), referer, JSON.stringify(others));
    });
    const traces: string[] = [];
    const look = async (): Promise<void> => {
      traces.push(await traceOf(page));
    };
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPointForm(page);
    await page.getByLabel('Point: latitude and longitude').fill('51.0629, -1.3166');
    await page.getByText('This point is in Winchester').waitFor();
    await page.locator('.point-map path').first().waitFor();
    await page.getByText('More that makes the answer surer').click();
    await page.getByLabel('GP practice (optional)').fill('burgess road');
    await page.getByRole('button', { name: 'Search for the practice' }).click();
    await page.getByLabel('Burgess Road Surgery').check();
    await look();
    await page.getByLabel('What the person needs').selectOption('mental-health');
    await send(page);
    await page.locator('.place-map path').first().waitFor();
    await look();
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied, with the time').waitFor();
    await page.emulateMedia({ media: 'print' });
    await look();
    await page.emulateMedia({ media: 'screen' });
    await page.goBack();
    await page.getByText('Burgess Road Surgery, SO16 3BD').waitFor();
    await look();
    await page.goForward();
    await page.locator('.team').first().waitFor();
    await look();
    await page.goto('/about');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Find the team' }).waitFor();
    expect(await page.getByLabel('Postcode of the person’s home').inputValue()).toBe('');
    await look();
    expect(`${traces.join()} ${requests.join()}`).not.toMatch(
      /51\.06|1\.31|burgess|J82001|SO16|mental-health/i,
    );
    expect(await page.context().cookies()).toEqual([]);
    expectQuiet(here);
  });

  it('takes a postcode out of a shared link without reading it', async () => {
    const here = await visit();
    for (const path of [
      '/?postcode=SO23+8UJ',
      '/compare?Postcode=SO23%208UJ&weight=area',
      '/about?postcode=SO238UJ#SO23',
    ]) {
      await here.page.goto(path);
      await here.page.locator('h1').waitFor();
      expect(here.page.url()).not.toMatch(TYPED);
    }
    await here.page.goto('/?postcode=SO23+8UJ');
    expect(await here.page.getByLabel('Postcode of the person’s home').inputValue()).toBe('');
    expectQuiet(here);
  });
});

/** Everywhere a browser keeps or shows something of a page. */
function traceOf(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([
      window.location.href,
      document.title,
      window.history.state,
      Object.entries(window.localStorage),
      Object.entries(window.sessionStorage),
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );
}
