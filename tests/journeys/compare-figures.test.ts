import { expect, it } from 'vitest';

import { describeJourney, expectOpenToAll, expectQuiet } from './browser.ts';
import { openMatrix } from './states.ts';

describeJourney('The figures of a comparison', (visit) => {
  it('are a matrix on request, of the measure picked, with row and column sums', async () => {
    const here = await visit();
    const { page } = here;
    await openMatrix(page);
    expect(page.url()).toContain('view=matrix');
    const matrix = page.getByRole('table', { name: /Residents: districts down, PCTs across/ });
    expect(await matrix.locator('thead th').count()).toBe(1 + 7 + 1);
    expect(await matrix.locator('tbody tr').count()).toBe(11);
    expect(await matrix.locator('tbody button').count()).toBe(18);
    expect(await matrix.locator('tbody td.apart').allInnerTexts()).toEqual(
      Array<string>(77 - 18).fill('None'),
    );
    expect(await matrix.locator('tfoot .margin').innerText()).toBe('1,370,728');
    const names = matrix.locator('tbody th');
    await matrix.getByRole('button', { name: 'All PCTs' }).press('Enter');
    expect(await names.first().innerText()).toBe('New Forest');
    await matrix.getByRole('button', { name: 'District' }).click();
    expect(await names.first().innerText()).toBe('Basingstoke and Deane');
    await page.getByLabel('Each cell shows').selectOption('% of district');
    expect(page.url()).toContain('cells=share-of-left');
    const gosport = page.getByRole('row', { name: /^Gosport/ });
    expect(await gosport.locator('td.margin').innerText()).toBe('100.0');
    await page.getByRole('button', { name: '31 March 2014' }).click();
    await page.getByText('CCGs are shown instead').waitFor();
    expect(page.url()).toContain('cells=share-of-left');
    expectQuiet(here);
  });

  it('selects on the map the cell pressed, by keys too, and is open to all', async () => {
    const here = await visit();
    const { page } = here;
    await openMatrix(page);
    await page.getByTitle('Test Valley in Mid-Hampshire PCT').press('Enter');
    expect(await page.locator('.selected-line').innerText()).toContain(
      'Test Valley and Mid-Hampshire PCT cross',
    );
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('have a total of residents, postcodes and km² in the list', async () => {
    const { page } = await visit();
    await page.goto('/compare');
    const total = page.locator('.overlaps tfoot');
    await total.waitFor();
    expect((await total.innerText()).trim()).toBe('Total\t18 overlaps\t1,370,728\t66,848\t3,679.3');
  });

  it('name the worst misfits with the people there, and the partners of each area', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await page.goto('/compare');
    const misfits = page.locator('.misfits li');
    await misfits.first().waitFor();
    expect(await misfits.first().innerText()).toBe(
      'Test Valley and Mid-Hampshire PCT\n' +
        '76,309 residents: 61.6% of the district, 40.5% of the PCT',
    );
    await page.getByText('542,565 residents live where the lines cross').waitFor();
    const districts = page.getByRole('table', { name: 'Districts and their PCTs' });
    expect(await districts.locator('tbody tr').count()).toBe(11);
    // Parts of 61.6 and 38.4 in a hundred: exp(0.616 ln 1/0.616 + 0.384 ln 1/0.384) is 1.95.
    expect(await districts.getByRole('row', { name: /^Test Valley/ }).innerText()).toBe(
      'Test Valley\t1.95\t2\tMid-Hampshire PCT\t61.6',
    );
    const pcts = page.getByRole('table', { name: 'PCTs and their districts' });
    expect(await pcts.locator('tbody tr').count()).toBe(7);
    expectQuiet(here);
  });

  it('explain each score in a sentence with its source', async () => {
    const { page } = await visit();
    await page.goto('/compare');
    const scores = page.locator('.scores > div');
    await scores.first().waitFor();
    expect(await scores.count()).toBe(5);
    for (const score of await scores.all())
      expect(await score.locator('dd a').count()).toBeGreaterThan(0);
    await page.getByText('1 would mean that each PCT lies in one district').waitFor();
  });
});
