import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { packed } from '../../geodata/overlay/packed-shape.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { setPairs } from '../../geodata/overlay/overlay.ts';
import { type Residents, residentsOf, spreadOver } from '../../geodata/residents-of.ts';
import type { Shape } from '../../server/domain/shape.ts';
import {
  areas,
  CENTRE,
  county,
  EAST,
  east,
  MIDDLE,
  NORTH,
  north,
  sets,
  shapes,
  SOUTH,
  south,
  WEST,
  west,
} from '../worlds/four-squares.ts';
import { square } from '../worlds/manifest-folder.ts';

const drawn = areas.flatMap((area, at) => {
  const shape = shapes[at];
  const km2 = [1, 1, 2, 1, 1, 2][at] ?? 0;
  return shape ? [{ area: { ...area, km2: km2 * 1.556 * 2 }, shape }] : [];
});
const pool = openPool(1);
afterAll(() => pool.close());
pool.share(new Map(drawn.map(({ area, shape }) => [area.id, packed(shape)])));

type Small = readonly [residents: number, left: number, bottom: number, right: number, top: number];

function count(smallAreas: readonly Small[]): Promise<Residents> {
  const shapeOf = (ring: ReturnType<typeof square>): Shape => ({
    type: 'Polygon',
    coordinates: [ring.map(([lon, lat]) => [lon, lat])],
  });
  return residentsOf(
    smallAreas.map(([residents, ...box]) => ({
      residents,
      shape: shapeOf(square(...box)),
      where: '',
    })),
    drawn,
    setPairs(sets),
    { pool, step: () => undefined },
  );
}

const wholeCounty: Small = [1000, WEST, SOUTH, EAST, NORTH];

describe('residents', () => {
  test('of squares add up by eye', async () => {
    const { ofArea, ofPair } = await count([
      [100, WEST, CENTRE, MIDDLE, NORTH],
      [200, MIDDLE, CENTRE, EAST, NORTH],
      [400, WEST, SOUTH, MIDDLE, CENTRE],
      [800, MIDDLE, SOUTH, EAST, CENTRE],
    ]);
    expect([west, east, county, north, south].map(({ id }) => ofArea(id))).toEqual([
      500, 1000, 1500, 300, 1200,
    ]);
    expect(ofPair(west.id, north.id)).toBe(100);
    expect(ofPair(east.id, south.id)).toBe(800);
    expect(ofPair(west.id, county.id)).toBe(500);
  });
  test('of a small area cut both ways go by the ground of each piece', async () => {
    const { ofArea, ofPair } = await count([wholeCounty]);
    expect(ofArea(west.id)).toBeCloseTo(500, 6);
    for (const district of [west, east])
      for (const pct of [north, south]) expect(ofPair(district.id, pct.id)).toBeCloseTo(250, 1);
  });
  test('of a small area that sticks out to sea all stay ashore', async () => {
    const { ofArea } = await count([[1000, WEST - 0.01, SOUTH, EAST, NORTH]]);
    expect(ofArea(county.id)).toBeCloseTo(1000, 6);
  });
  test('of a small area mostly outside are not squeezed in', async () => {
    const { ofArea } = await count([wholeCounty, [1000, EAST - 0.004, SOUTH, EAST + 0.016, NORTH]]);
    expect(ofArea(county.id)).toBeCloseTo(1200, 6);
  });
  test('are unknown where small areas do not cover an area, known where it shares ground with one that is covered', async () => {
    const { ofArea, ofPair } = await count([[100, WEST, SOUTH, MIDDLE, NORTH]]);
    expect([west, east, county, north].map(({ id }) => ofArea(id))).toEqual([
      100,
      null,
      null,
      null,
    ]);
    expect(ofPair(west.id, north.id)).toBeCloseTo(50, 1);
    expect(ofPair(east.id, north.id)).toBeNull();
  });
});

describe('the people of one small area', () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  test('are shared out whole when it is mostly covered, in each set alike', () => {
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.501, max: 1, noNaN: true }),
        (weights, covered) => {
          const total = weights.reduce((sum, each) => sum + each);
          const lefts = weights.map((each, id) => [id, (each / total) * covered] as const);
          const { areas: shares, pairs } = spreadOver({ bySet: [lefts, [[99, 1]]], inBoth: [] }, [
            [0, 1],
          ]);
          const sum = (each: readonly (readonly number[])[]): number =>
            each.reduce((all, one) => all + (one.at(-1) ?? 0), 0);
          expect(sum(shares)).toBeCloseTo(2, 9);
          expect(sum(pairs)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
  test('are never more in two areas than in one of them', () => {
    const { areas: shares, pairs } = spreadOver(
      {
        bySet: [
          [
            [0, 0.6],
            [1, 0.4],
          ],
          [
            [2, 0.3],
            [3, 0.3],
          ],
        ],
        inBoth: [
          [0, 2, 0.3],
          [0, 3, 0.3],
          [1, 2, 0],
          [1, 3, 0],
        ],
      },
      [[0, 1]],
    );
    const of = (id: number): number => shares.find(([area]) => area === id)?.[1] ?? 0;
    for (const [left, right, both] of pairs) {
      expect(both).toBeLessThanOrEqual(of(left) + 1e-12);
      expect(both).toBeLessThanOrEqual(of(right) + 1e-12);
    }
  });
});
