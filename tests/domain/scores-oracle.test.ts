import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Area, BoundarySet } from '../../server/domain/area.ts';
import {
  type Coterminosity,
  coterminosity,
  type Weighing,
} from '../../server/domain/coterminosity.ts';
import { setOf, stripArea } from '../worlds/strip.ts';

/** A household on the ground: which area of each set it lies in (none is sea, or beyond the set), and its people. */
type Household = { readonly left: number | null; readonly right: number | null; people: number };

const AREAS = 6;
const area = fc.option(fc.nat(AREAS - 1), { nil: null, freq: 8 });
const worlds = fc.array(
  fc.record({ left: area, right: area, people: fc.integer({ min: 1, max: 5000 }) }),
  { minLength: 1, maxLength: 60 },
);

const lefts = areasOf(setOf(0, 'district', null, null), 0);
const rights = areasOf(setOf(1, 'pct', null, null), 100);

function areasOf(set: BoundarySet, first: number): Area[] {
  return Array.from({ length: AREAS }, (_, at) =>
    stripArea(set, { id: first + at, code: `${set.kind} ${at}`, squares: [] }),
  );
}

/** What a load makes of it: people of each pair of areas, and of each area. */
function weighingOf(world: readonly Household[]): Omit<Weighing, 'kind'> {
  const overlaps = lefts.flatMap((left, i) =>
    rights.flatMap((right, j) => {
      const weight = count(world, (each) => each.left === i && each.right === j);
      const overlap = { left, right, km2: 1, postcodes: 1, residents: weight };
      return weight > 0 ? [{ overlap, weight }] : [];
    }),
  );
  const totals = new Map([
    ...lefts.map((each, i) => [each, count(world, ({ left }) => left === i)] as const),
    ...rights.map((each, j) => [each, count(world, ({ right }) => right === j)] as const),
  ]);
  return { overlaps, totalOf: (each) => totals.get(each) ?? 0 };
}

function count(world: readonly Household[], test: (each: Household) => boolean): number {
  return world.filter(test).reduce((sum, { people }) => sum + people, 0);
}

/**
 * The scores from one person to the next, in bits, by mutual information: what the one set tells of the other
 * as a part of all there is to tell. Nothing of the product is used.
 */
function oracle(world: readonly Household[]): Omit<Coterminosity, 'overlaps' | 'remainders'> {
  const both = world.filter(({ left, right }) => left !== null && right !== null);
  const all = both.reduce((sum, { people }) => sum + people, 0);
  const share = (test: (each: Household) => boolean): number => count(both, test) / all;
  let [information, leftUnknown, rightUnknown] = [0, 0, 0];
  for (const { left, right, people } of both) {
    const [ofLeft, ofRight] = [
      share((each) => each.left === left),
      share((each) => each.right === right),
    ];
    const ofBoth = share((each) => each.left === left && each.right === right);
    information += (people / all) * Math.log2(ofBoth / ofLeft / ofRight);
    leftUnknown -= (people / all) * Math.log2(ofLeft);
    rightUnknown -= (people / all) * Math.log2(ofRight);
  }
  const homogeneity = leftUnknown < 1e-9 ? 1 : information / leftUnknown;
  const completeness = rightUnknown < 1e-9 ? 1 : information / rightUnknown;
  // The normalised mutual information by the arithmetic mean: the same as the harmonic mean of the two.
  const known = leftUnknown < 1e-9 || rightUnknown < 1e-9;
  const vMeasure = known
    ? (2 * homogeneity * completeness) / (homogeneity + completeness)
    : (2 * information) / (leftUnknown + rightUnknown);
  return {
    leftCount: new Set(both.map(({ left }) => left)).size,
    rightCount: new Set(both.map(({ right }) => right)).size,
    homogeneity,
    completeness,
    vMeasure,
    leftInRight: inTheMain(both, 'left', 'right') / all,
    rightInLeft: inTheMain(both, 'right', 'left') / all,
  };
}

/** People who live in the area of the other set where most of their neighbours of the one do. */
function inTheMain(
  both: readonly Household[],
  one: 'left' | 'right',
  other: 'left' | 'right',
): number {
  return [...new Set(both.map((each) => each[one]))]
    .map((here) => {
      const there = both.filter((each) => each[one] === here);
      return Math.max(...there.map((each) => count(there, (near) => near[other] === each[other])));
    })
    .reduce((sum, people) => sum + people, 0);
}

function hasPeopleInBoth(world: readonly Household[]): boolean {
  return world.some(({ left, right }) => left !== null && right !== null);
}

describe('scores of 500 random worlds', () => {
  test('equal those of an independent calculation over households', () => {
    fc.assert(
      fc.property(worlds.filter(hasPeopleInBoth), (world) => {
        const found = coterminosity(weighingOf(world));
        for (const [name, expected] of Object.entries(oracle(world)))
          expect(found[name as keyof ReturnType<typeof oracle>], name).toBeCloseTo(expected, 9);
      }),
      { numRuns: 500, seed: 41 },
    );
  });

  test('have shares that, with what the other side does not cover, add up to all of each area', () => {
    fc.assert(
      fc.property(worlds.filter(hasPeopleInBoth), (world) => {
        const { overlaps, remainders, leftCount } = coterminosity(weighingOf(world));
        for (const [at, { area: each, share, weight }] of remainders.entries()) {
          const isLeft = at < leftCount;
          const shares = overlaps
            .filter(({ left, right }) => (isLeft ? left : right) === each)
            .map(({ shareOfLeft, shareOfRight }) => (isLeft ? shareOfLeft : shareOfRight));
          expect(shares.reduce((sum, part) => sum + part, share)).toBeCloseTo(1, 12);
          const i = (isLeft ? lefts : rights).indexOf(each);
          const uncovered = count(world, ({ left, right }) =>
            isLeft ? left === i && right === null : right === i && left === null,
          );
          expect(weight).toBe(uncovered);
        }
      }),
      { numRuns: 500, seed: 42 },
    );
  });

  test('are the same the other way round, and in any order', () => {
    fc.assert(
      fc.property(worlds.filter(hasPeopleInBoth), (world) => {
        const there = coterminosity(weighingOf(world));
        const { overlaps, totalOf } = weighingOf(world);
        const back = coterminosity({
          overlaps: overlaps.toReversed().map(({ overlap, weight }) => ({
            overlap: { ...overlap, left: overlap.right, right: overlap.left },
            weight,
          })),
          totalOf,
        });
        expect(back.homogeneity).toBeCloseTo(there.completeness, 9);
        expect(back.completeness).toBeCloseTo(there.homogeneity, 9);
        expect(back.vMeasure).toBeCloseTo(there.vMeasure, 9);
        expect([back.leftInRight, back.rightInLeft]).toEqual([
          there.rightInLeft,
          there.leftInRight,
        ]);
        const pairs = ({ overlaps: some }: Coterminosity, isTurned: boolean): string[] =>
          some
            .map((each) =>
              isTurned
                ? `${each.right.code} ${each.left.code} ${each.shareOfRight} ${each.shareOfLeft}`
                : `${each.left.code} ${each.right.code} ${each.shareOfLeft} ${each.shareOfRight}`,
            )
            .sort();
        expect(pairs(back, true)).toEqual(pairs(there, false));
      }),
      { numRuns: 500, seed: 43 },
    );
  });

  test('of a set against itself are all 1', () => {
    fc.assert(
      fc.property(worlds.filter(hasPeopleInBoth), (world) => {
        const itself = world.map((each) => ({ ...each, right: each.left }));
        const { homogeneity, completeness, vMeasure, leftInRight, rightInLeft } = coterminosity(
          weighingOf(itself),
        );
        expect([homogeneity, completeness, vMeasure, leftInRight, rightInLeft]).toEqual([
          1, 1, 1, 1, 1,
        ]);
      }),
      { numRuns: 500, seed: 44 },
    );
  });
});
