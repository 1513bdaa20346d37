import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fewAtOnce } from '../../server/questions/few-at-once.ts';

test('work is done in the order it came, never more at once than allowed, whatever of it fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 30 }),
      async (most, fails) => {
        const inTurn = fewAtOnce(most);
        const begun: number[] = [];
        let running = 0;
        let highest = 0;
        const ends = await Promise.allSettled(
          fails.map((isFault, at) =>
            inTurn(async () => {
              begun.push(at);
              running += 1;
              highest = Math.max(highest, running);
              await Promise.resolve();
              running -= 1;
              if (isFault) throw new Error('drawn');
              return at;
            }),
          ),
        );
        expect(begun).toEqual(fails.map((_, at) => at));
        expect(highest).toBeLessThanOrEqual(most);
        expect(ends.map(({ status }) => status)).toEqual(
          fails.map((isFault) => (isFault ? 'rejected' : 'fulfilled')),
        );
      },
    ),
    { seed: 11 },
  );
});
