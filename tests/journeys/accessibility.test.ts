import { expect, it } from 'vitest';

import { describeJourney, findBarriers } from './browser.ts';
import { STATES } from './states.ts';

describeJourney('Every page and state is open to everyone', (visit) => {
  for (const width of ['wide', 'narrow'] as const)
    it.each(Object.entries(STATES))(`%s has no barriers and fits, ${width}`, async (_name, go) => {
      const { page, strayRequests } = await visit(width);
      await go(page);
      expect(await findBarriers(page)).toEqual([]);
      const spill = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(spill).toBe(0);
      expect(strayRequests).toEqual([]);
    });
});
