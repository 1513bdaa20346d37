import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Area } from '../../server/domain/area.ts';
import { apportion, recut, type Weighed } from '../../server/domain/recut.ts';
import { setOf, stripArea } from '../worlds/strip.ts';

const districts = setOf(0, 'district', null, null);
const pcts = setOf(1, 'pct', null, null);
const areaOf = (set: typeof districts, id: number): Area =>
  stripArea(set, { id, code: `${set.kind} ${id}`, squares: [] });
const lefts = Array.from({ length: 6 }, (_, id) => areaOf(districts, id));
const rights = Array.from({ length: 5 }, (_, id) => areaOf(pcts, 10 + id));

function pair(left: number, right: number, weight: number): Weighed {
  const [one, other] = [lefts[left], rights[right]];
  if (!one || !other) throw new Error('No such area');
  return { left: one, right: other, weight };
}

function countsOf(counts: readonly number[]): Map<Area, number> {
  return new Map(
    lefts.flatMap((area, at) => (counts[at] === undefined ? [] : [[area, counts[at]]])),
  );
}

describe('recut', () => {
  test('gives cases to each side as its weight is, and bounds for what cannot be known', () => {
    const { areas, total, unplaced } = recut(countsOf([100, 10]), [
      pair(0, 0, 750),
      pair(0, 1, 250),
      pair(1, 1, 40),
    ]);
    expect([total, unplaced]).toEqual([110, 0]);
    expect(areas).toEqual([
      {
        area: rights[0],
        count: 75,
        atLeast: 0,
        atMost: 100,
        standardError: Math.sqrt(100 * 0.75 * 0.25),
      },
      {
        area: rights[1],
        count: 35,
        atLeast: 10,
        atMost: 110,
        standardError: Math.sqrt(100 * 0.75 * 0.25),
      },
    ]);
  });
  test('keeps cases of an area that shares no ground apart', () => {
    expect(recut(countsOf([3, 7]), [pair(0, 0, 1)])).toMatchObject({ total: 10, unplaced: 7 });
  });

  const pairs = fc.uniqueArray(
    fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: 0, max: 100_000 })),
    { maxLength: 30, selector: ([left, right]) => `${left} ${right}` },
  );
  const counts = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 });

  test('preserves the total to the last case, whatever the weights', () => {
    fc.assert(
      fc.property(counts, pairs, (each, drawn) => {
        const { areas, total, unplaced, crossing } = recut(
          countsOf(each),
          drawn.map(([left, right, weight]) => pair(left, right, weight)),
        );
        expect(total).toBe(each.reduce((sum, count) => sum + count, 0));
        expect(areas.reduce((sum, { count }) => sum + count, unplaced)).toBe(total);
        // What is certain, what had to be shared out and what has no place are all there is.
        expect(areas.reduce((sum, { atLeast }) => sum + atLeast, unplaced + crossing)).toBe(total);
        for (const { count, atLeast, atMost } of areas) {
          expect(count).toBeGreaterThanOrEqual(atLeast);
          expect(count).toBeLessThanOrEqual(atMost);
          expect(Number.isSafeInteger(count)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
  test('does not depend on the order of the overlaps', () => {
    fc.assert(
      fc.property(counts, pairs, (each, drawn) => {
        const weighed = drawn.map(([left, right, weight]) => pair(left, right, weight));
        const [forth, back] = [weighed, weighed.toReversed()].map(
          (order) =>
            new Map(
              recut(countsOf(each), order).areas.map(({ area, count, atLeast, atMost }) => [
                area,
                [count, atLeast, atMost],
              ]),
            ),
        );
        expect(back).toEqual(forth);
      }),
      { numRuns: 500, seed: 8 },
    );
  });
});

test('apportion gives what is left over to the largest remainders', () => {
  expect(apportion(10, [0.55, 0.25, 0.2])).toEqual([6, 2, 2]);
  expect(apportion(1, [1 / 3, 1 / 3, 1 / 3])).toEqual([1, 0, 0]);
  expect(apportion(0, [0.5, 0.5])).toEqual([0, 0]);
});
