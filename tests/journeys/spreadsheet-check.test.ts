import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { Page, Request } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet, focused } from './browser.ts';
import { checkSpreadsheet, chooseSpreadsheet, openSpreadsheetCheck, PEOPLE } from './states.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreadsheets-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Any whole postcode, as typed or as an address would write it. */
const WHOLE = /\b[A-Z]{1,2}\d[A-Z\d]?(?:%20|\+|\s)*\d[A-Z]{2}\b/i;

/** Everything a request says, of the page and of its worker. */
function watch(page: Page): string[] {
  const said: string[] = [];
  page.context().on('request', (request: Request) => {
    said.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  return said;
}

async function saved(page: Page): Promise<Record<string, string>[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the result as CSV' }).click();
  const path = join(folder, 'saved.csv');
  await (await coming).saveAs(path);
  return parse(readFileSync(path), { columns: true, bom: true });
}

describeJourney('Check a spreadsheet', (visit) => {
  it('tells each row who is responsible, and sends no more than first halves of postcodes', async () => {
    const here = await visit();
    const { page } = here;
    const said = watch(page);
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, PEOPLE);
    const table = page.locator('.outcome-table');
    expect(await table.innerText()).toMatch(
      /Team found[^]*Nobody can be named[^]*No postcode in the row/,
    );
    const rows = await saved(page);
    expect(rows).toHaveLength(6);
    expect(rows.map(({ id }) => id)).toEqual(['001', '002', '003', '004', '005', '006']);
    expect(rows[0]).toMatchObject({
      id: '001',
      'Home postcode': 'SO23 8UJ',
      note: '\'=HYPERLINK("http://example.org")',
      outcome: 'ROUTED',
      message: expect.stringContaining('Give the GP practice') as string,
      confidence: 'MEDIUM',
      health_body: expect.stringMatching(/ICB/) as string,
      social_care_body: 'Hampshire',
      social_care_code: 'E10000014',
      health_phone: expect.stringMatching(/^01632 960\d+$/) as string,
      need: 'mental-health',
      as_at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      release: expect.stringMatching(/^embedded-/) as string,
      notice: expect.stringMatching(/demonstration/i) as string,
    });
    expect(rows.map(({ outcome }) => outcome).slice(2)).toEqual([
      'NOT_ROUTABLE',
      'NOT_ROUTABLE',
      'NEEDS_CHOICE',
      'NOT_ROUTABLE',
    ]);
    expect(rows[2]?.['message']).toContain('Did you mean: SO23 8UJ?');
    const outward = said.filter((each) => each.includes('/outward/'));
    expect(outward.map((each) => /\/outward\/(\w+)/.exec(each)?.[1]).sort()).toEqual([
      'M1',
      'PO1',
      'SO23',
      'ZZ99',
    ]);
    expect(said.filter((each) => WHOLE.test(each))).toEqual([]);
    expect(said.join()).not.toMatch(/Ada|example\.org/);
    expect(page.url()).toMatch(/\/check$/);
    expect(
      await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]),
    ).toEqual([0, 0, '', 0, 0]);
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('goes by keyboard alone, and the focus follows', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await openSpreadsheetCheck(page);
    await chooseSpreadsheet(page, PEOPLE);
    expect(await focused(page)).toBe('H2');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('SELECT#column');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('SELECT#need');
    await page.keyboard.type('Mental health', { delay: 5 });
    await page.getByRole('button', { name: 'Check the rows' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.outcome-table').waitFor();
    expect(await focused(page)).toBe('H2#check-result');
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('asks for what is missing, at the field', async () => {
    const here = await visit();
    const { page } = here;
    await openSpreadsheetCheck(page);
    await chooseSpreadsheet(page, 'id,name\n1,Ada\n');
    await page.getByText('No column looks like one of postcodes').waitFor();
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByText('Choose the column of postcodes').waitFor();
    expect(await focused(page)).toBe('SELECT#column');
    await page.getByLabel('Column with the postcode').selectOption({ label: 'name (column 2)' });
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByText('Choose what the people need').waitFor();
    expect(await focused(page)).toBe('SELECT#need');
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it.each([
    ['an empty file', '', 'found an empty one'],
    ['a workbook', 'PK\u0003\u0004', 'In the spreadsheet choose “Save as” or “Download”, then CSV'],
    ['no text', 'SO23 8UJ\u0000', 'found no text'],
    ['nothing but empty rows', ',,\n,,\n', 'found nothing in it'],
  ])('refuses %s in one sentence, at the field', async (_what, content, sentence) => {
    const here = await visit();
    const { page } = here;
    await openSpreadsheetCheck(page);
    await page.getByLabel('CSV file').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(content, 'latin1'),
    });
    await page.getByText(sentence).waitFor();
    expect(await focused(page)).toBe('INPUT#spreadsheet');
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it.each([
    ['only a heading', 'id,Postcode\n', 'Wanted rows, found only a heading.'],
    [
      'a quote that never closes',
      'id,Postcode\n1,SO23 8UJ\n2,"PO1 2AL\n',
      'Row 3: wanted each quote to be closed',
    ],
  ])('says what is wrong with %s', async (_what, content, sentence) => {
    const here = await visit();
    const { page } = here;
    await openSpreadsheetCheck(page);
    await chooseSpreadsheet(page, content);
    await page.getByLabel('Column with the postcode').selectOption({ index: 2 });
    await page.getByLabel('What the person needs').selectOption('mental-health');
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByText(sentence).waitFor();
    expectQuiet(here);
  });

  it('keeps rows of other lengths, leaves out empty ones, and says so', async () => {
    const here = await visit();
    const { page } = here;
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, 'Postcode;name\nSO23 8UJ;Ada;more\n\nPO1 2AL\n;\n');
    await page.getByText('2 empty rows left out.').waitFor();
    await page.getByText('2 rows with more or fewer fields than the first one').waitFor();
    const rows = await saved(page);
    expect(
      rows.map((row) => [row['Postcode'], row['name'], row['Column 3'], row['row_note']]),
    ).toEqual([
      ['SO23 8UJ', 'Ada', 'more', 'This row has 3 fields and the first one 2.'],
      ['PO1 2AL', '', '', 'This row has 1 field and the first one 2.'],
    ]);
    expectQuiet(here);
  });

  it('says that letters may be wrong in a file that is not UTF-8, and keeps them right', async () => {
    const here = await visit();
    const { page } = here;
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, Buffer.from('Postcode,name\nSO23 8UJ,Zoë\n', 'latin1'));
    await page.getByText('older alphabet of Windows. If names').waitFor();
    expect((await saved(page))[0]?.['name']).toBe('Zoë');
    expectQuiet(here);
  });

  it('takes the same file again once it is mended', async () => {
    const here = await visit();
    const { page } = here;
    const path = join(folder, 'mended.csv');
    const choose = async (content: string): Promise<void> => {
      writeFileSync(path, content);
      const choosing = page.waitForEvent('filechooser');
      await page.getByLabel('CSV file').click();
      await (await choosing).setFiles(path);
    };
    await openSpreadsheetCheck(page);
    await choose('PK\u0003\u0004');
    await page.getByText('found a workbook').waitFor();
    await choose(PEOPLE);
    await page.getByRole('heading', { name: 'mended.csv' }).waitFor();
    expectQuiet(here);
  });

  it('takes a file dropped anywhere on the page', async () => {
    const here = await visit();
    const { page } = here;
    await openSpreadsheetCheck(page);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.csv'));
      return transfer;
    }, PEOPLE);
    await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
    await page.getByRole('heading', { name: 'dropped.csv' }).waitFor();
    expectQuiet(here);
  });

  it('waits as long as a busy service asks it to', async () => {
    const here = await visit();
    const { page } = here;
    let sentAway = 0;
    await page.route('**/outward/PO1?*', (route) => {
      sentAway += 1;
      return sentAway > 2
        ? route.continue()
        : route.fulfill({ status: 503, headers: { 'retry-after': '0' } });
    });
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, PEOPLE);
    expect(sentAway).toBe(3);
    expect(
      (await saved(page)).filter(({ outcome }) => outcome === 'Could not be looked up'),
    ).toEqual([]);
  });

  it('marks the rows whose answers did not come, and fetches only those when tried again', async () => {
    const here = await visit();
    const { page } = here;
    const said = watch(page);
    await page.route('**/outward/PO1?*', (route) =>
      route.fulfill({ status: 429, headers: { 'retry-after': '0' } }),
    );
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, PEOPLE);
    await page.getByText('1 row could not be looked up').waitFor();
    expect((await saved(page))[1]).toMatchObject({ outcome: 'BAD_ROW', reason: 'NOT_FETCHED' });
    await expectOpenToAll(page);
    await page.unrouteAll();
    said.length = 0;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.getByText('could not be looked up').count()).toBe(0);
    await page.locator('.outcome-table').waitFor();
    expect((await saved(page))[1]?.['outcome']).toBe('ROUTED');
    expect(
      said
        .filter((each) => each.includes('/outward/'))
        .map((each) => /\/outward\/(\w+)/.exec(each)?.[1]),
    ).toEqual(['PO1']);
  });

  it('gives answers of one release, though the data changes while they come', async () => {
    const here = await visit();
    const { page } = here;
    let asked = 0;
    await page.route('**/outward/SO23?*', async (route) => {
      asked += 1;
      const response = await route.fetch();
      const file = (await response.json()) as object;
      const json = asked > 1 ? file : { ...file, release: { id: 'before', notices: [] } };
      await route.fulfill({ response, json });
    });
    await page.route('**/outward/PO1?*', async (route) => {
      await expect.poll(() => asked).toBeGreaterThan(0);
      await new Promise((over) => setTimeout(over, 500));
      await route.continue();
    });
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, PEOPLE);
    expect(asked).toBe(2);
    expect(new Set((await saved(page)).map(({ release }) => release))).toHaveProperty('size', 1);
    expectQuiet(here);
  });

  it('takes the page of a proxy for no answer, and soon stops asking a service that is away', async () => {
    const here = await visit();
    const { page } = here;
    let asked = 0;
    await page.route('**/outward/*', (route) => {
      asked += 1;
      return route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' });
    });
    await openSpreadsheetCheck(page);
    const many = Array.from({ length: 40 }, (_, at) => `PO${at + 1} 1AA`);
    await checkSpreadsheet(page, ['postcode', ...many].join('\n'));
    await page.getByText('40 rows could not be looked up').waitFor();
    await page.getByText('PO1, PO10, PO11, PO12, PO13, PO14, PO15, PO16 and 32 more').waitFor();
    expect(asked).toBeLessThan(10);
    expectQuiet(here);
  });

  it('can be cancelled, and then begun again', async () => {
    const here = await visit();
    const { page } = here;
    await page.route('**/outward/*', () => undefined); // never answered
    await openSpreadsheetCheck(page);
    await chooseSpreadsheet(page, PEOPLE);
    await page.getByLabel('What the person needs').selectOption('mental-health');
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByText('Fetching answers: 0 of 4 first halves').waitFor();
    expect(await focused(page)).toBe('BUTTON');
    await expectOpenToAll(page);
    await page.keyboard.press('Enter');
    await page.getByText('Cancelled. Nothing was kept.').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.locator('.outcome-table').waitFor();
    expectQuiet(here);
  });

  describe('100,000 rows', () => {
    it('are checked while the page goes on drawing, and shown a hundred at a time', async () => {
      const here = await visit();
      const { page } = here;
      const path = join(folder, 'many.csv');
      const postcodes = [
        'SO23 8UJ',
        'PO1 2AL',
        'GU34 5AA',
        'SO50 9AA',
        'RG21 7AA',
        'SP6 1AA',
        'nothing',
        '',
      ];
      writeFileSync(
        path,
        `id,name,postcode,phone\n${Array.from({ length: 100_000 }, (_, at) => `${at},"Person, ${at}",${postcodes[at % postcodes.length] ?? ''},01632 960000\n`).join('')}`,
      );
      await openSpreadsheetCheck(page);
      await page.getByLabel('CSV file').setInputFiles(path);
      await page.getByLabel('What the person needs').selectOption('mental-health');
      await page.evaluate(() => {
        const drawn = globalThis as unknown as { drawn: number };
        drawn.drawn = 0;
        const draw = (): void => {
          drawn.drawn += 1;
          requestAnimationFrame(draw);
        };
        draw();
      });
      await page.getByRole('button', { name: 'Check the rows' }).click();
      await page
        .getByRole('heading', { name: 'Result: 100,000 rows' })
        .waitFor({ timeout: 60_000 });
      expect(
        await page.evaluate(() => (globalThis as unknown as { drawn: number }).drawn),
      ).toBeGreaterThan(10);
      expect(await page.locator('.shown-rows tbody tr').count()).toBe(100);
      await page.getByText('The first 100 of 100,000 rows').waitFor();
      await page.getByLabel('Rows to look at').selectOption('No postcode in the row');
      await page.getByText('The first 100 of 12,500 rows').waitFor();
      expect(await saved(page)).toHaveLength(100_000);
      expectQuiet(here);
    }, 120_000);
  });
});
