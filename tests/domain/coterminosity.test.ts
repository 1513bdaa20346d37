import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { coterminosity, measures, misfits, relationOf } from '../../server/domain/coterminosity.ts';
import { isSliver, type Overlap } from '../../server/domain/overlap.ts';
import { weigh } from '../../server/domain/within.ts';
import { cells, east, north, south, west } from '../worlds/four-squares.ts';

type Cell = { left: number; right: number; weight: number };

const worlds = fc.uniqueArray(
  fc.record({ left: fc.nat(6), right: fc.nat(6), weight: fc.integer({ min: 1, max: 100_000 }) }),
  { minLength: 1, maxLength: 30, selector: ({ left, right }) => `${left} ${right}` },
);

/** The definitions, by brute force over people rather than by sums. */
function independent(cells: readonly Cell[]): { homogeneity: number; completeness: number } {
  const total = cells.reduce((all, { weight }) => all + weight, 0);
  const weightWhere = (test: (cell: Cell) => boolean): number =>
    cells.filter(test).reduce((all, { weight }) => all + weight, 0);
  const conditional = (of: 'left' | 'right', given: 'left' | 'right'): number => {
    let sum = 0;
    for (const g of new Set(cells.map((cell) => cell[given])))
      for (const o of new Set(cells.map((cell) => cell[of]))) {
        const joint = weightWhere((cell) => cell[of] === o && cell[given] === g);
        const condition = weightWhere((cell) => cell[given] === g);
        if (joint > 0) sum -= (joint / total) * Math.log(joint / condition);
      }
    return sum;
  };
  const alone = (of: 'left' | 'right'): number => {
    let sum = 0;
    for (const o of new Set(cells.map((cell) => cell[of]))) {
      const share = weightWhere((cell) => cell[of] === o) / total;
      sum -= share * Math.log(share);
    }
    return sum;
  };
  return {
    homogeneity: alone('left') > 1e-12 ? 1 - conditional('left', 'right') / alone('left') : 1,
    completeness: alone('right') > 1e-12 ? 1 - conditional('right', 'left') / alone('right') : 1,
  };
}

describe('measures', () => {
  test('equal an independent calculation on 500 random worlds', () => {
    fc.assert(
      fc.property(worlds, (cells) => {
        const found = measures(cells);
        const expected = independent(cells);
        expect(found.homogeneity).toBeCloseTo(expected.homogeneity, 9);
        expect(found.completeness).toBeCloseTo(expected.completeness, 9);
      }),
      { numRuns: 500, seed: 5 },
    );
  });
  test('lie between 0 and 1', () => {
    fc.assert(
      fc.property(worlds, (cells) => {
        for (const measure of Object.values(measures(cells))) {
          expect(measure).toBeGreaterThanOrEqual(0);
          expect(measure).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 6 },
    );
  });
  test('turn round when the sides do', () => {
    fc.assert(
      fc.property(worlds, (cells) => {
        const turned = measures(
          cells.map(({ left, right, weight }) => ({ left: right, right: left, weight })),
        );
        expect(turned.homogeneity).toBeCloseTo(measures(cells).completeness, 12);
        expect(turned.leftInRight).toBe(measures(cells).rightInLeft);
      }),
      { seed: 7 },
    );
  });
  test('do not depend on the order of overlaps', () => {
    fc.assert(
      fc.property(worlds, (cells) => {
        expect(measures(cells.toReversed()).vMeasure).toBeCloseTo(measures(cells).vMeasure, 12);
      }),
      { seed: 8 },
    );
  });
  test('of a set against itself are all 1', () => {
    const identity = [1, 2, 3].map((id) => ({ left: id, right: id, weight: id * 7 }));
    expect(Object.values(measures(identity))).toEqual([1, 1, 1, 1, 1]);
  });
  test('of four equal squares cut crosswise say that neither side tells anything of the other', () => {
    const cross = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ].map(([left = 0, right = 0]) => ({ left, right, weight: 1 }));
    expect(measures(cross)).toEqual({
      homogeneity: 0,
      completeness: 0,
      vMeasure: 0,
      leftInRight: 0.5,
      rightInLeft: 0.5,
    });
  });
});

describe('coterminosity', () => {
  const overlap = (
    left: typeof west,
    right: typeof north,
    residents: number,
  ): {
    overlap: {
      left: typeof west;
      right: typeof north;
      km2: number;
      postcodes: number;
      residents: number;
    };
    weight: number;
  } => ({
    overlap: { left, right, km2: 1, postcodes: 1, residents },
    weight: residents,
  });
  const drawn = coterminosity({
    overlaps: [
      overlap(west, north, 1500),
      overlap(west, south, 400),
      overlap(east, south, 2000),
      overlap(east, north, 0),
    ],
    totalOf: (area) => area.residents ?? 0,
  });
  test('lists overlaps with people only, the most populous first', () => {
    expect(drawn.overlaps.map(({ left, right }) => left.code + right.code)).toEqual([
      'ES',
      'WN',
      'WS',
    ]);
  });
  test('shares of an area and its remainder add up to 1', () => {
    for (const area of [west, east]) {
      const shares = drawn.overlaps
        .filter(({ left }) => left === area)
        .map(({ shareOfLeft }) => shareOfLeft);
      const remainder = drawn.remainders.find((each) => each.area === area)?.share ?? NaN;
      expect(shares.reduce((sum, share) => sum + share, remainder)).toBeCloseTo(1, 12);
    }
  });
  test('names what is left of an area that the other side does not cover', () => {
    expect(drawn.remainders.find(({ area }) => area === west)).toMatchObject({
      weight: 100,
      share: 0.05,
    });
  });
  test('misfits are the overlaps that cross both lines, worst first', () => {
    expect(misfits(drawn.overlaps).map(({ left, right }) => left.code + right.code)).toEqual([
      'WN',
      'WS',
    ]);
  });
});

test.each([
  [1, 1, 'COTERMINOUS'],
  [1, 0.3, 'WITHIN'],
  [0.3, 1, 'CONTAINS'],
  [0.9, 0.9, 'CROSSES'],
  [0.996, 0.999, 'COTERMINOUS'],
])('sharing %d of the left and %d of the right is %s', (left, right, relation) => {
  expect(relationOf(left, right)).toBe(relation);
});

describe('isSliver', () => {
  const base = { leftKm2: 100, rightKm2: 200, resolutionMetres: 20 };
  test('is a small share and thin', () => {
    expect(isSliver({ ...base, km2: 0.01, widthMetres: 15 })).toBe(true);
  });
  test('is not a small share alone: a village', () => {
    expect(isSliver({ ...base, km2: 0.5, widthMetres: 350 })).toBe(false);
  });
  test('is not thin alone: a lane that is a large share of a small area', () => {
    expect(isSliver({ ...base, leftKm2: 0.02, km2: 0.01, widthMetres: 15 })).toBe(false);
  });
});

describe('weigh', () => {
  const between = (left: typeof west, right: typeof north, residents: number | null): Overlap => ({
    left,
    right,
    km2: 1,
    postcodes: 10,
    residents,
  });
  const overlaps = [between(west, north, 1000), between(west, south, null)];
  const withinNorth = {
    within: north,
    shared: new Map([
      [west, between(west, north, 1000)],
      [north, between(north, north, 2000)],
    ]),
    cells: cells.map((ground) => ({ ground, postcodes: 10 })),
  };
  test('refuses people that nobody counted, and names where', () => {
    const uncounted = weigh(overlaps, 'RESIDENTS', undefined);
    expect(uncounted).toMatchObject({ kind: 'uncounted', overlap: { right: { code: 'S' } } });
  });
  test('does not mind them outside the limit', () => {
    const weighing = weigh(overlaps, 'RESIDENTS', withinNorth);
    expect(weighing).toMatchObject({ kind: 'weighing', overlaps: [{ weight: 1000 }] });
  });
  test('does not need them for area or postcodes', () => {
    expect(weigh(overlaps, 'AREA', undefined).kind).toBe('weighing');
    expect(weigh(overlaps, 'POSTCODES', undefined).kind).toBe('weighing');
  });
});
