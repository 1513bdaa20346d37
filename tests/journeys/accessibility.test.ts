import { beforeAll, describe, expect, it } from 'vitest';

import { describeJourney, findBarriers, spillOf, type Visit } from './browser.ts';
import { STATES } from './states.ts';

describeJourney('Every page and state is open to everyone', (visit) => {
  describe.each(['wide', 'narrow'] as const)('%s', (width) => {
    let here: Visit;
    beforeAll(async () => {
      here = await visit(width);
    });
    it.each(Object.entries(STATES))('%s has no barriers and fits', async (_name, go) => {
      const { page, strayRequests } = here;
      await page.unrouteAll();
      await go(page);
      expect(await findBarriers(page)).toEqual([]);
      expect(await spillOf(page)).toBe(0);
      expect(strayRequests).toEqual([]);
    });
  });
});
