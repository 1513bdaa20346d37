import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';

/** Of script at the first view of any page. */
const MOST_BYTES = 250_000;

const WITHOUT_MAP = ['/', '/developers', '/about', '/compare/over-time', '/compare/indicators'];
const WITH_MAP = ['/compare', '/compare/before-and-after', '/compare/what-if', '/compare/cover'];

describeJourney('The first view of a page', (visit) => {
  describe.each([...WITHOUT_MAP, ...WITH_MAP])('%s', (path) => {
    it('loads at most 250 kB of script, gzipped, and the map only where a map is shown', async () => {
      const here = await visit();
      const { page } = here;
      const scripts: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.url().endsWith('.js')) scripts.push(response.body());
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.locator('h1').waitFor();
      const bodies = await Promise.all(scripts);
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
      const hasMap = bodies.some((body) => body.includes('leaflet-container'));
      if (WITHOUT_MAP.includes(path)) expect(hasMap).toBe(false);
      expectQuiet(here);
    });
  });
});
