import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import { openComparison } from './states.ts';

describeJourney('Take it away', (visit) => {
  it('gives the figures of 2004 as CSV, on a phone too', async () => {
    const here = await visit('narrow');
    await openComparison(here.page);
    const { name, text } = await take(here.page, 'Figures as CSV');
    expect(name).toBe('district-pct-2004-03-31-E10000014.csv');
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows).toHaveLength(18);
    expect(sumOf(rows, 'residents')).toBe(1_370_728);
    expect(rows[0]).toMatchObject({ as_at: '2004-03-31', within: 'E10000014' });
    expect(rows[0]?.['release']).toMatch(/^embedded-/);
    expect(rows[0]?.['licence']).toBe('OGL-UK-3.0');
    await here.page.getByText(`Saved as ${name}.`).waitFor();
    expectQuiet(here);
  });

  it('gives the overlaps as GeoJSON with the lines as they are kept', async () => {
    const here = await visit();
    await openComparison(here.page);
    const { name, text } = await take(here.page, 'Overlaps as GeoJSON');
    expect(name).toBe('district-pct-2004-03-31-E10000014.geojson');
    const file = JSON.parse(text) as {
      readonly metadata: object;
      readonly features: readonly { readonly geometry: { readonly type: string } | null }[];
    };
    expect(file.metadata).toMatchObject({ asAt: '2004-03-31', licence: 'OGL-UK-3.0' });
    expect(file.features).toHaveLength(18);
    for (const { geometry } of file.features) expect(geometry?.type).toMatch(/Polygon$/);
    expectQuiet(here);
  });

  it('gives only what is shown when one area is chosen, and says so', async () => {
    const here = await visit();
    await openComparison(here.page);
    await here.page
      .getByLabel('Partners of', { exact: true })
      .selectOption({ label: 'Winchester' });
    await here.page.getByText('hold only Winchester and what it meets').waitFor();
    const csv = await take(here.page, 'Figures as CSV');
    expect(csv.name).toBe('district-pct-2004-03-31-E10000014-E07000094.csv');
    const rows: Record<string, string>[] = parse(csv.text, { bom: true, columns: true });
    expect(rows.map((row) => row['left_name'])).toEqual(Array(4).fill('Winchester'));
    expect(rows[0]?.['method']).toContain('Only the overlaps of Winchester (E07000094) are told');
    const { text } = await take(here.page, 'Overlaps as GeoJSON');
    expect((JSON.parse(text) as { readonly features: unknown[] }).features).toHaveLength(4);
    expectQuiet(here);
  });

  it('says so when the service is out of reach', async () => {
    const { page } = await visit();
    await openComparison(page);
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Figures as CSV' }).click();
    await page.getByText('The file could not be made').waitFor();
  });
});

async function take(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: readFileSync(await download.path(), 'utf8'),
  };
}

function sumOf(rows: readonly Record<string, string>[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}
