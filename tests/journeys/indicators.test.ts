import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet } from './browser.ts';
import { DELAYED_DISCHARGES, openIndicators } from './states.ts';

const folder = mkdtempSync(join(tmpdir(), 'indicators-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describeJourney('Counts by other areas', (visit) => {
  it('tells delayed discharges counted by PCT by district, every case kept, and how sure it is', async () => {
    const here = await visit();
    const { page } = here;
    await openIndicators(page);
    await page.getByLabel('Counts by PCT').fill(DELAYED_DISCHARGES);
    await page.getByLabel('Counts by PCT').press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('where those fall is reckoned', { exact: false }).waitFor();
    const counts = await figures(page);
    expect(counts).toHaveLength(11);
    expect(counts.reduce((sum, [count = 0]) => sum + count, 0)).toBe(700);
    for (const [count = 0, atLeast = 0, atMost = 0] of counts) {
      expect(count).toBeGreaterThanOrEqual(atLeast);
      expect(count).toBeLessThanOrEqual(atMost);
    }
    expect(await page.locator('.recut-table tfoot').innerText()).toMatch(/Total, as given\s+700/);
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('shares out by ground or postcodes when asked to, at once', async () => {
    const here = await visit();
    const { page } = here;
    await openIndicators(page);
    await show(page, DELAYED_DISCHARGES);
    const byResidents = await figures(page);
    await page.getByLabel('weighed by').selectOption('AREA');
    await page.getByText('as its ground lies').waitFor();
    const byGround = await figures(page);
    expect(byGround).not.toEqual(byResidents);
    expect(byGround.reduce((sum, [count = 0]) => sum + count, 0)).toBe(700);
    expectQuiet(here);
  });

  it('says which areas have no count, and marks the rows that are too low', async () => {
    const here = await visit();
    const { page } = here;
    await openIndicators(page);
    await show(page, '5FD,100\n5LX,100');
    expect(await page.locator('.note', { hasText: 'No count is given for' }).innerText()).toContain(
      'Mid-Hampshire PCT',
    );
    const table = await page.locator('.recut-table').innerText();
    expect(table).toContain('too low: no count for');
    expect(table).toMatch(/New Forest\s+not known: no count for New Forest PCT\s+–/);
    expectQuiet(here);
  });

  it('refuses rates, and every bad row in one sentence with its row and field', async () => {
    const here = await visit();
    const { page } = here;
    await openIndicators(page);
    await send(page, 'code,Rate per 1,000\n5FD,12');
    const faults = page.locator('.nhsuk-error-summary li');
    await faults.first().waitFor();
    expect(await faults.allInnerTexts()).toEqual([
      'Row 1, heading: wanted counts, found “Rate”. Rates, percentages and means of different areas do not add up, so they cannot be shared out. Give the counts behind them.',
    ]);
    await send(page, '5FD,*\n5XX,3\n5LX,-1');
    await expect.poll(() => faults.count()).toBe(3);
    expect(await page.locator('.recut-table').count()).toBe(0);
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('opens a file, keeps it in the browser, and saves the result with its day, release, method and licence', async () => {
    const here = await visit();
    const { page } = here;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await openIndicators(page);
    const path = join(folder, 'delayed discharges of ward 7.csv');
    writeFileSync(path, `PCT,Delayed discharges in ward 7\n${DELAYED_DISCHARGES}`);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a CSV file' }).click();
    await (await choosing).setFiles(path);
    await page.locator('.recut-table').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const saved = join(folder, 'saved.csv');
    await (await coming).saveAs(saved);
    const [heading = '', ...rows] = readFileSync(saved, 'utf8').trim().split('\r\n');
    expect(heading).toContain('kind,code,name,count,at_least,at_most');
    expect(rows).toHaveLength(11);
    for (const row of rows) {
      expect(row).toContain('2004-03-31');
      expect(row).toContain('embedded-');
      expect(row).toContain('Goodchild and Lam 1980');
      expect(row).toContain('OGL-UK-3.0');
    }
    // The codes and counts are sent, nothing else of the file.
    expect(sent.some((body) => body.includes('"code":"5FD","count":100'))).toBe(true);
    expect(sent.filter((body) => body.includes('ward 7'))).toEqual([]);
    expectQuiet(here);
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'found a workbook'],
    ['too much', Buffer.alloc(1_000_001, 'x'), 'wanted a file of at most 1000000 bytes'],
    ['no text', Buffer.from('5FD,1\u0000'), 'found no text'],
  ])('refuses a file of %s', async (_what, content, said) => {
    const here = await visit();
    const { page } = here;
    await openIndicators(page);
    const path = join(folder, 'bad.csv');
    writeFileSync(path, content);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a CSV file' }).click();
    await (await choosing).setFiles(path);
    await page.getByText(said).waitFor();
    expectQuiet(here);
  });

  it('gives the codes to fill in, as a file that is read back', async () => {
    const here = await visit();
    const { page } = here;
    await openIndicators(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Get the codes as CSV' }).click();
    const path = join(folder, 'codes.csv');
    await (await coming).saveAs(path);
    const filled = readFileSync(path, 'utf8').replaceAll(/,\r\n/g, ',100\r\n');
    await show(page, filled);
    expect((await figures(page)).reduce((sum, [count = 0]) => sum + count, 0)).toBe(700);
    expectQuiet(here);
  });
});

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Counts by PCT').fill(text);
  await page.getByRole('button', { name: 'Show by district' }).click();
}

async function show(page: Page, text: string): Promise<void> {
  await send(page, text);
  await page.locator('.recut-table').waitFor();
}

/** Count, at least and at most of each row. */
async function figures(page: Page): Promise<number[][]> {
  const rows = await page.locator('.recut-table tbody tr').all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator('td').allInnerTexts())
        .slice(0, 3)
        .map((text) => Number(text.replaceAll(',', ''))),
    ),
  );
}
