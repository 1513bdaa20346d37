import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { askAt, describeJourney } from './browser.ts';
import { askAbout, openComparison } from './states.ts';

/** Where the pictures go: to the README's folder only when asked to. */
const FOLDER =
  process.env['SCREENSHOTS'] === '1'
    ? join(import.meta.dirname, '..', '..', 'docs')
    : mkdtempSync(join(tmpdir(), 'pictures-'));

/** When the office is closed and somebody else answers: the same picture each time. */
const EVENING = '2026-11-18T18:40:00Z';

/** The pictures of the README, made anew with `SCREENSHOTS=1`. */
describeJourney('Pictures', (visit) => {
  it('are taken of an answer and of a comparison', async () => {
    const { page } = await visit();
    await page.clock.setFixedTime(EVENING);
    await askAt(page, EVENING);
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.locator('.place-map path').first().waitFor();
    await page.screenshot({ path: join(FOLDER, 'find-the-team.png') });
    await page.setViewportSize({ width: 1280, height: 1600 });
    await openComparison(page);
    await page
      .getByRole('button', { name: 'Winchester, with East Hampshire PCT: show on the map' })
      .click();
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await page.screenshot({ path: join(FOLDER, 'compare-boundaries.png') });
    for (const picture of ['find-the-team.png', 'compare-boundaries.png'])
      expect(statSync(join(FOLDER, picture)).size).toBeGreaterThan(20_000);
  });
});
