import type { Page } from 'playwright-core';

/** Every page and state of it, by how a person gets there. */
export const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the form': openForm,
  'the form with its fold open': async (page) => {
    await openForm(page);
    await page.getByText('More that makes the answer surer').click();
  },
  'the form sent empty': async (page) => {
    await openForm(page);
    await send(page);
    await page.getByRole('alert').waitFor();
  },
  'a malformed postcode': async (page) => {
    await askAbout(page, 'S023 8UJ', 'mental-health');
    await page.getByRole('button', { name: 'Use SO23 8UJ' }).waitFor();
  },
  'a point chosen on the map': async (page) => {
    await openPointForm(page);
    await page.getByLabel('Point: latitude and longitude').fill('51.0629, -1.3166');
    await page.getByText('This point is in Winchester, Hampshire.').waitFor();
    await page.locator('.point-map path').first().waitFor();
  },
  'a point that is none': async (page) => {
    await openPointForm(page);
    await page.getByLabel('Point: latitude and longitude').fill('-1.3166, 51.0629');
    await send(page);
    await page.getByRole('alert').waitFor();
  },
  'practices found': async (page) => {
    await searchPractice(page, 'surgery');
    await page.getByText('10 practices found').waitFor();
  },
  'no practice found': async (page) => {
    await searchPractice(page, 'zebra');
    await page.getByText('No practice here').waitFor();
  },
  'an answer': async (page) => {
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.locator('.place-map path').first().waitFor();
  },
  'an answer with its folds open': async (page) => {
    await STATES['an answer']?.(page);
    const closed = page.locator('details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
  },
  'a question': askStraddling,
  'a question not answered': async (page) => {
    await askStraddling(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').waitFor();
  },
  'an urgent question': async (page) => {
    await askAbout(page, 'GU34 5AA', 'child-protection', { date: ['31', '3', '2004'] });
    await page.getByText('If it cannot wait, ring now').waitFor();
  },
  'a place elsewhere': async (page) => {
    await askAbout(page, 'EH1 1YZ', 'mental-health');
    await page.getByRole('heading', { name: /outside the area/ }).waitFor();
  },
  'the service out of reach': async (page) => {
    await openForm(page);
    await fill(page, 'SO23 8UJ', 'mental-health');
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: 'down' }));
    await send(page);
    await page.getByRole('heading', { name: 'Cannot reach the service' }).waitFor();
  },
  'the comparison': openComparison,
  'the comparison with a row selected': async (page) => {
    await openComparison(page);
    await page
      .getByRole('button', { name: 'Test Valley, with Mid-Hampshire PCT: show on the map' })
      .click();
  },
  'the comparison as a matrix': openMatrix,
  'the comparison of one area with its partners': async (page) => {
    await page.goto('/compare?area=E07000094&shade=smaller');
    await mapDrawn(page);
  },
  'a postcode found on the map': async (page) => {
    await openComparison(page);
    await page.getByLabel('Find an area or a postcode').fill('SO23 8UJ');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('The dot marks').waitFor();
  },
  'partnership arrangements on overlaps': async (page) => {
    await openComparison(page);
    await page.getByText('recorded on these overlaps').click();
  },
  'the comparison of a day without PCTs': async (page) => {
    await page.goto(
      '/compare?left=district&right=pct&date=2014-03-31&weight=area&within=everywhere',
    );
    await mapDrawn(page);
  },
  'scores over time': openScoresOverTime,
  'a proposal not begun': openWhatIf,
  'a proposal drawn': async (page) => {
    await openWhatIf(page);
    await page.getByText('Merge whole districts').click();
    await page.getByText('Give a district another name').click();
    await page.getByRole('checkbox', { name: 'Winchester in East Hampshire PCT' }).check();
    await page.getByLabel('Give the ticked piece to').selectOption({ label: 'a new area' });
    await page.getByLabel('Name of the new area').fill('Meon Valley');
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('with 12 districts instead of 11').waitFor();
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('Tick the pieces to give').waitFor();
  },
  'before and after': openChange,
  'before and after, with announced councils': async (page) => {
    await page.goto('/compare/before-and-after?before=district');
    await page.locator('.leaflet-changes-pane path').first().waitFor();
  },
  'cover of every need': async (page) => {
    await page.goto('/compare/cover?date=2028-04-02');
    await page.locator('.overlaps tbody tr').first().waitFor();
  },
  'gaps of one need': openCover,
  'counts not given': openIndicators,
  'counts by other areas': async (page) => {
    await openIndicators(page);
    await page.getByLabel('Counts by PCT').fill(DELAYED_DISCHARGES);
    await page.getByRole('button', { name: 'Show by district' }).click();
    await page.locator('.recut-table').waitFor();
  },
  'counts that are none': async (page) => {
    await openIndicators(page);
    await page.getByLabel('Counts by PCT').fill('5FD,*');
    await page.getByRole('button', { name: 'Show by district' }).click();
    await page.locator('.nhsuk-error-summary').waitFor();
  },
  'a spreadsheet not chosen': openSpreadsheetCheck,
  'a spreadsheet chosen': async (page) => {
    await openSpreadsheetCheck(page);
    await chooseSpreadsheet(page, PEOPLE);
  },
  'a spreadsheet checked': async (page) => {
    await openSpreadsheetCheck(page);
    await checkSpreadsheet(page, PEOPLE);
  },
  'a spreadsheet that is none': async (page) => {
    await openSpreadsheetCheck(page);
    await page.getByLabel('CSV file').setInputFiles({
      name: 'people.xlsx',
      mimeType: 'text/csv',
      buffer: Buffer.from('PK\u0003\u0004'),
    });
    await page.getByText('found a workbook').waitFor();
  },
  'For developers': async (page) => {
    await page.goto('/developers');
    await page.locator('#type-Query').waitFor();
    await page.locator('#type-Query > summary').click();
    await page.locator('#example-straddles > summary').click();
    await page.getByRole('button', { name: 'Run: STRADDLES' }).click();
    await page.getByRole('region', { name: 'Answer: STRADDLES' }).waitFor();
  },
  'About the data': async (page) => {
    await page.goto('/about');
    await page.getByRole('heading', { name: 'Boundary sets' }).waitFor();
  },
  'no such page': async (page) => {
    await page.goto('/about');
    await page.evaluate(() => {
      window.history.pushState(null, '', '/nowhere');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
  },
};

export async function openForm(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('#need optgroup').first().waitFor({ state: 'attached' });
}

export async function fill(page: Page, postcode: string, need: string): Promise<void> {
  await page.getByLabel('Postcode of the person’s home').fill(postcode);
  await page.getByLabel('What the person needs').selectOption(need);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find the team' }).click();
}

export async function openPointForm(page: Page): Promise<void> {
  await openForm(page);
  await page.getByRole('button', { name: 'No postcode? Use a point on a map' }).click();
}

/** On a form of its own. */
export async function searchPractice(page: Page, text: string): Promise<void> {
  await openForm(page);
  await page.getByText('More that makes the answer surer').click();
  await page.getByLabel('GP practice (optional)').fill(text);
  await page.getByRole('button', { name: 'Search for the practice' }).click();
}

export type DayMonthYear = readonly [day: string, month: string, year: string];

type MoreAsked = { readonly date?: DayMonthYear; readonly age?: string };

export async function askAbout(
  page: Page,
  postcode: string,
  need: string,
  { date, age }: MoreAsked = {},
): Promise<void> {
  await openForm(page);
  await fill(page, postcode, need);
  if (date ?? age) await page.getByText('More that makes the answer surer').click();
  if (age) await page.getByLabel('Age in years (optional)').fill(age);
  for (const [index, part] of ['Day', 'Month', 'Year'].entries())
    if (date) await page.getByLabel(part, { exact: true }).fill(date[index] ?? '');
  await send(page);
}

/** On the line between two primary care trusts of 2004. */
export async function askStraddling(page: Page): Promise<void> {
  await askAbout(page, 'GU34 5AA', 'mental-health', { date: ['31', '3', '2004'] });
  await page.getByRole('button', { name: 'Continue' }).waitFor();
}

export async function openComparison(page: Page): Promise<void> {
  await page.goto('/compare');
  await mapDrawn(page);
}

/** The map has drawn its overlaps. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.map-canvas[data-drawn]').waitFor();
}

export async function openMatrix(page: Page): Promise<void> {
  await openComparison(page);
  await page.getByRole('button', { name: 'Matrix' }).click();
  await page.locator('.matrix tbody tr').first().waitFor();
}

export async function openScoresOverTime(page: Page): Promise<void> {
  await page.goto('/compare/over-time');
  await page.locator('.chart .score-line').first().waitFor();
}

export async function openWhatIf(page: Page): Promise<void> {
  await page.goto('/compare/what-if');
  await page.getByText('Nothing is changed yet').waitFor();
}

/** The day one PCT became five CCGs. */
export async function openChange(page: Page): Promise<void> {
  await page.goto('/compare/before-and-after?before=pct&from=2013-03-31&after=ccg&to=2013-04-01');
  await page.locator('.leaflet-changes-pane path').first().waitFor();
}

/** The day new councils are announced for, which no team of the directory names yet. */
export async function openCover(page: Page): Promise<void> {
  await page.goto('/compare/cover?date=2028-04-02&need=mental-health');
  await page.locator('.map-canvas path').first().waitFor();
}

/** A hundred in each of the seven PCTs of 2004. */
export const DELAYED_DISCHARGES = ['5DF', '5E9', '5FD', '5G6', '5LX', '5LY', '5A1']
  .map((code) => `${code},100`)
  .join('\n');

export async function openIndicators(page: Page): Promise<void> {
  await page.goto('/compare/indicators?left=pct&right=district&date=2004-03-31');
  await page.getByLabel('Counts by PCT').waitFor();
}

/** Six rows: two to be found, one mistyped, one without, one with no home, one far away. */
export const PEOPLE = [
  'id,name,Home postcode,note',
  '001,Ada,SO23 8UJ,"=HYPERLINK(""http://example.org"")"',
  '002,Ben,po1 2al,',
  '003,Cid,S023 8UJ,',
  '004,Dee,,',
  '005,Eve,ZZ99 3VZ,',
  '006,Flo,M1 1AA,',
].join('\r\n');

export async function openSpreadsheetCheck(page: Page): Promise<void> {
  await page.goto('/check');
  await page.getByLabel('CSV file').waitFor();
}

export async function chooseSpreadsheet(page: Page, content: string | Buffer): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('heading', { name: 'people.csv' }).waitFor();
}

export async function checkSpreadsheet(page: Page, content: string | Buffer): Promise<void> {
  await chooseSpreadsheet(page, content);
  await page.getByLabel('What the person needs').selectOption('mental-health');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.locator('.outcome-table').waitFor();
}
