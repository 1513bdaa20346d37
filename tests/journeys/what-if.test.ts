import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet, type Visit } from './browser.ts';
import { openWhatIf } from './states.ts';

const folder = mkdtempSync(join(tmpdir(), 'what-if-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const TEST_VALLEY = 'Test Valley in Mid-Hampshire PCT goes to';

describeJourney('What if the lines moved', (visit) => {
  it('moves a line by one choice, with movers, teams and scores at once, and undoes it', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    await giveTestValley(page);
    expect(await summary(page)).toMatch(
      /^76,309 residents would be in another district, all of them parted from the rest of their old one\. 16 teams are concerned\. V-measure 0\.81 now, 0\.84 as proposed\.$/,
    );
    expect(await page.getByRole('region', { name: 'Who would move' }).innerText()).toContain(
      'Test Valley to Winchester, the part in Mid-Hampshire PCT: 76,309 residents',
    );
    expect(await page.getByRole('region', { name: 'Teams concerned' }).innerText()).toContain(
      'Andover community mental health team',
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing is changed yet').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByText('76,309 residents would be').waitFor();
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('splits and merges by keyboard alone', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    // Split: the part of Winchester in East Hampshire PCT becomes a district of its own.
    await page.getByRole('checkbox', { name: 'Winchester in East Hampshire PCT' }).press('Space');
    await type(page, 'Give the ticked piece to', 'a new');
    await page.getByLabel('Name of the new area').press('Tab');
    await page.getByLabel('Name of the new area').fill('Meon Valley');
    await page.keyboard.press('Enter');
    await page.getByText('with 12 districts instead of 11').waitFor();
    // Merge: Gosport joins Fareham.
    await page.locator('summary', { hasText: 'Merge whole districts' }).press('Enter');
    await type(page, 'Merge', 'Gosport');
    await type(page, 'into', 'Fareham');
    await page.getByLabel('to be called').fill('Fareham and Gosport');
    await page.keyboard.press('Enter');
    await page.getByText('85,509 residents in Fareham and Gosport').waitFor();
    const became = await page.getByRole('region', { name: 'What becomes of each' }).innerText();
    expect(became).toContain('Gosport, merged: 85,509 residents in Fareham and Gosport.');
    expect(became).toContain('11,645 residents in Meon Valley');
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('ticks on the map what it ticks in the table, and outlines who would move', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    const pieces = page.locator('.leaflet-overlay-pane path.leaflet-interactive');
    await expect.poll(() => pieces.count()).toBe(18);
    expect(await page.locator('.leaflet-outlines-pane path').count()).toBe(0);
    await pieces.first().click();
    await page.getByText('Ticked: New Forest and New Forest PCT are the same.').waitFor();
    expect(
      await page.getByRole('checkbox', { name: 'New Forest in New Forest PCT' }).isChecked(),
    ).toBe(true);
    expect(await page.locator('.leaflet-selected-pane path').count()).toBe(2);
    await pieces.first().click();
    await page.getByText('Press a piece of the map').waitFor();
    await giveTestValley(page);
    await expect.poll(() => page.locator('.leaflet-outlines-pane path').count()).toBe(1);
    const legend = page.getByRole('list', { name: 'Legend' });
    expect(await legend.innerText()).toMatch(/would move\s+Test Valley\s+Winchester/);
    await page
      .getByRole('button', { name: 'Show on the map: Test Valley in Mid-Hampshire PCT' })
      .click();
    await page.getByText('Ticked: Test Valley and Mid-Hampshire PCT cross.').waitFor();
    expectQuiet(here);
  });

  it('says what is missing and changes nothing', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('Tick the pieces to give').waitFor();
    await page.getByRole('checkbox', { name: 'Gosport in' }).check();
    await page.getByLabel('Give the ticked piece to').selectOption({ label: 'a new area' });
    await page.getByLabel('Name of the new area').fill('fareham');
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('There is already an area called fareham.').waitFor();
    expect(await summary(page)).toMatch(/^Nothing is changed yet/);
    expectQuiet(here);
  });

  it('is printed with its name and what it redraws, and without its tools', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    await giveTestValley(page);
    await page.emulateMedia({ media: 'print' });
    const main = await page.locator('main').innerText();
    expect(main).toContain(
      'Redraw districts held against PCTs within Hampshire County Council, weighed by residents, as at 31 March 2004.',
    );
    expect(main).toContain('Proposal: My proposal.');
    for (const tool of ['.toolbar', '.choices-row', '.whole-areas', '.ticked', '.map-buttons'])
      expect(await page.locator(tool).isVisible()).toBe(false);
    expectQuiet(here);
  });

  it('keeps the proposal as a file that says what it is, and loads it again in a new visit', async () => {
    const here = await visit();
    await openWhatIf(here.page);
    await giveTestValley(here.page);
    await here.page.getByLabel('Name of the proposal').fill('The Test to Winchester');
    await here.page.getByText('Not kept in a file yet').waitFor();
    const path = await keepFile(here.page);
    expect(path).toMatch(/the-test-to-winchester\.json$/);
    await here.page.getByText('Kept in a file.').waitFor();
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    expect(kept).toMatchObject({
      format: 'coterminosity-proposal',
      version: 1,
      title: 'The Test to Winchester',
      areas: [
        {
          name: 'Winchester',
          continues: 'E07000094',
          pieces: [{ left: 'E07000093', right: '5E9' }],
        },
      ],
    });
    expect(kept['release']).toMatch(/^embedded-/);
    expect(kept['licence']).toContain('OGL-UK-3.0');
    expectQuiet(here);
    const later = await visit();
    await later.page.goto('/compare/what-if?left=district&right=icb&date=2023-03-31');
    await later.page.getByText('Nothing is changed yet').waitFor();
    await load(later.page, path);
    await later.page.getByText('76,309 residents would be').waitFor();
    expect(later.page.url()).toContain('right=pct&date=2004-03-31');
    expect(await later.page.getByLabel('Name of the proposal').inputValue()).toBe(
      'The Test to Winchester',
    );
    expectQuiet(later);
  });

  it.each([
    ['no JSON', 'hello', 'wanted a proposal as JSON, found “hello”'],
    ['other letters', Buffer.from('{"title": "Café"}', 'latin1'), 'in UTF-8, found other'],
    ['another format', '{"format":"geojson"}', 'wanted the format “coterminosity-proposal”'],
    ['pieces that are not there', unknownPieces(), 'found E07000093 with 5XX'],
    ['sets that were not in force', otherDay(), 'Wanted a kind of boundary in force on 1999-01-01'],
  ])('refuses a file of %s in one sentence and loses nothing', async (_what, text, message) => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    await giveTestValley(page);
    const before = await summary(page);
    const path = join(folder, 'bad.json');
    writeFileSync(path, text);
    await load(page, path);
    const fault = page.locator('.toolbar .nhsuk-error-message');
    await fault.waitFor();
    expect(await fault.innerText()).toMatch(/^bad\.json: .*\. Your proposal is as it was\.$/);
    expect(await fault.innerText()).toContain(message);
    expect(await summary(page)).toBe(before);
    await page.getByText('Not kept in a file yet').waitFor();
    expectQuiet(here);
  });

  it('outlives a look at another page and changed choices, and asks before the page is left', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    await giveTestValley(page);
    await page.getByRole('link', { name: 'Two sets of boundaries' }).click();
    await page.getByRole('button', { name: '31 March 2014' }).click();
    await page.getByRole('link', { name: 'What if' }).click();
    await page.getByText('The choices above are others.').waitFor();
    await page.getByRole('button', { name: 'Go on with the proposal' }).click();
    await page.getByText('76,309 residents would be').waitFor();
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      });
    });
    await page.goto('/about');
    expect(await asked).toBe('beforeunload');
    expect(here.strayRequests).toEqual([]);
  });

  it('never leaks into a referral: the same question has the same answer while a proposal is drawn', async () => {
    const here = await visit();
    const { page } = here;
    await openWhatIf(page);
    const before = await referral(here);
    await giveTestValley(page);
    expect(await referral(here)).toEqual(before);
    expect(JSON.stringify(before)).toContain('E07000093');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expectQuiet(here);
  });
});

async function giveTestValley(page: Page): Promise<void> {
  await page.getByLabel(TEST_VALLEY).selectOption({ label: 'Winchester' });
  await page.getByText('76,309 residents would be').waitFor();
}

function summary(page: Page): Promise<string> {
  return page.locator('.summary').innerText();
}

/** Chooses by the keys a person would press. */
async function type(page: Page, label: string, letters: string): Promise<void> {
  const select = page.getByLabel(label, { exact: true });
  await select.focus();
  await page.keyboard.type(letters);
}

async function keepFile(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Keep as a file' }).click();
  const download = await coming;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function load(page: Page, path: string): Promise<void> {
  const coming = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Load a file' }).click();
  await (await coming).setFiles(path);
}

async function referral({ page }: Visit): Promise<unknown> {
  const answer = await page.request.post('/graphql', {
    data: {
      query:
        '{ place(postcode: "SP10 1AA", asAt: "2004-03-31") { ... on Located { areas { area { code status } share } } } }',
    },
  });
  return answer.json();
}

const SUBJECT = { left: 'district', right: 'pct', asAt: '2004-03-31', within: 'E10000014' };

function fileOf(compare: object, areas: readonly object[]): string {
  return JSON.stringify({
    format: 'coterminosity-proposal',
    version: 1,
    title: 'Odd',
    date: '2026-11-22',
    release: 'another',
    licence: 'MIT',
    compare,
    areas,
  });
}

function unknownPieces(): string {
  return fileOf(SUBJECT, [{ name: 'New', pieces: [{ left: 'E07000093', right: '5XX' }] }]);
}

function otherDay(): string {
  return fileOf({ ...SUBJECT, asAt: '1999-01-01' }, []);
}
