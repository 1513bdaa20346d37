import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { loadGeos } from '../../geodata/overlay/geos.ts';
import { rowsOf, setPairs, sharedGrounds } from '../../geodata/overlay/overlay.ts';
import { packed, unpacked } from '../../geodata/overlay/packed-shape.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { answerer } from '../../geodata/overlay/tasks.ts';
import type { AreaShape } from '../../server/domain/boundary-index.ts';
import { meet, type Period } from '../../server/domain/calendar.ts';
import { areaKm2 } from '../../geodata/overlay/measure.ts';
import { areas, districts, icbs, pcts, sets, shapes, upperTiers } from '../worlds/four-squares.ts';
import { polygon, type Ring, square } from '../worlds/manifest-folder.ts';

const answer = answerer(await loadGeos());
const drawn: AreaShape[] = areas.flatMap((area, at) => {
  const shape = shapes[at];
  return shape ? [{ area, shape }] : [];
});

describe('two sets are laid over each other', () => {
  test('when both are in force on some day, or one can take over from the other', () => {
    expect(setPairs(sets).map((pair) => pair.map(({ kind }) => kind))).toEqual([
      ['district', 'upper-tier'],
      ['district', 'pct'],
      ['district', 'icb'],
      ['upper-tier', 'pct'],
      ['upper-tier', 'icb'],
      ['pct', 'icb'],
    ]);
    expect(setPairs([pcts, { ...icbs, kind: 'pct' }])).toHaveLength(1);
  });
  test('not when one ends on the day the other begins', () => {
    const [first, second] = ['2002-04-01', '2006-10-01'] as Period['from'][];
    const early = { from: first ?? null, to: second ?? null };
    const late = { from: second ?? null, to: null };
    expect([meet(early, late), meet(late, early), meet(early, early)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('areas of four squares', () => {
  const pool = openPool();
  afterAll(() => pool.close());
  pool.share(new Map(drawn.map(({ area, shape }) => [area.id, packed(shape)])));
  test('share the ground that can be counted by eye', async () => {
    const rows = rowsOf(
      [
        [districts, pcts],
        [upperTiers, icbs],
      ],
      drawn,
    );
    const grounds = await sharedGrounds(rows, pool, () => undefined);
    const whole = areaKm2(shapes[2] ?? polygon());
    expect(
      grounds.map(({ left, right, km2 }) => [
        areas[left]?.code,
        areas[right]?.code,
        (km2 / whole).toFixed(3),
      ]),
    ).toEqual([
      ['W', 'N', '0.250'],
      ['W', 'S', '0.250'],
      ['E', 'N', '0.250'],
      ['E', 'S', '0.250'],
      ['C', 'B', '1.000'],
    ]);
  });
  test('that only touch share none', async () => {
    expect(await pool.run({ kind: 'overlaps', left: 0, rights: [1] })).toEqual([]);
  });
  test('leave nothing over where another set covers all of one', async () => {
    expect(await pool.run({ kind: 'remainder', left: 0, rights: [3, 4] })).toBe(0);
    const half = await pool.run({ kind: 'remainder', left: 0, rights: [3] });
    expect(half / areaKm2(shapes[0] ?? polygon())).toBeCloseTo(0.5, 3);
  });
  test('that nobody shared cannot be asked about', async () => {
    await expect(pool.run({ kind: 'remainder', left: 99, rights: [] })).rejects.toThrow(
      'The shape of area 99 was not shared',
    );
  });
});

describe('a polygon is invalid, with reason and place,', () => {
  const bowTie: Ring = [
    [-1, 51],
    [-0.9, 51.1],
    [-0.9, 51],
    [-1, 51.1],
    [-1, 51],
  ];
  test.each([
    ['when it crosses itself', polygon(bowTie), 'self-intersection at -0.95, 51.05'],
    [
      'when a hole lies outside',
      polygon(square(-1, 51, -0.9, 51.1), square(-2, 51, -1.9, 51.1)),
      'hole lies outside shell at -2, 51',
    ],
  ])('%s', (_when, shape, reason) => {
    expect(answer<'invalidities'>({ kind: 'invalidities', shapes: [packed(shape)] })).toEqual([
      reason,
    ]);
  });
  test('and a hole within is not', () => {
    const ring = polygon(square(-1, 51, -0.9, 51.1), square(-0.96, 51.04, -0.94, 51.06));
    expect(answer<'invalidities'>({ kind: 'invalidities', shapes: [packed(ring)] })).toEqual([
      null,
    ]);
  });
});

test('areas joined lose the line between them', () => {
  const [one, other] = shapes;
  const joined =
    one && other && answer<'union'>({ kind: 'union', shapes: [packed(one), packed(other)] });
  const union = joined && unpacked(joined);
  expect(union && areaKm2(union)).toBeCloseTo(areaKm2(shapes[2] ?? polygon()), 9);
  expect(union?.type).toBe('Polygon');
});

describe('of any two boxes', () => {
  const box = fc
    .tuple(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
    )
    .map(([x, y, width, height]) =>
      polygon(square(-2 + x / 100, 51 + y / 100, -2 + (x + width) / 100, 51 + (y + height) / 100)),
    );
  test('the shared ground and the rest make up each, whichever stands on the left', () => {
    fc.assert(
      fc.property(box, box, (one, other) => {
        const solo = answerer(geosOnce);
        solo<'share'>({
          kind: 'share',
          shapes: new Map([
            [1, packed(one)],
            [2, packed(other)],
          ]),
        });
        const [shared] = solo<'overlaps'>({ kind: 'overlaps', left: 1, rights: [2] });
        const [turned] = solo<'overlaps'>({ kind: 'overlaps', left: 2, rights: [1] });
        expect(turned?.km2 ?? 0).toBeCloseTo(shared?.km2 ?? 0, 9);
        for (const [left, right, shape] of [
          [1, 2, one],
          [2, 1, other],
        ] as const) {
          const rest = solo<'remainder'>({ kind: 'remainder', left, rights: [right] });
          expect(Math.abs(((shared?.km2 ?? 0) + rest) / areaKm2(shape) - 1)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const geosOnce = await loadGeos();
