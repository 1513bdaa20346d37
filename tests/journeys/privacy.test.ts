import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import { askAbout, askStraddling } from './states.ts';

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
    const traces = [await traceOf()];
    await askStraddling(page);
    traces.push(await traceOf());
    await page.goBack();
    traces.push(await traceOf());
    expect(`${traces.join()} ${addresses.join()}`).not.toMatch(TYPED);
    expect(await page.context().cookies()).toEqual([]);
    expectQuiet(here);

    function traceOf(): Promise<string> {
      return page.evaluate(() =>
        JSON.stringify([
          window.location.href,
          document.title,
          window.history.state,
          Object.entries(window.localStorage),
          Object.entries(window.sessionStorage),
          document.cookie,
        ]),
      );
    }
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
