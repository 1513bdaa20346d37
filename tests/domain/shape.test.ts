import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { boundaryOf, covers } from '../../server/domain/boundary.ts';
import { indexBoundaries } from '../../server/domain/boundary-index.ts';
import type { Shape } from '../../server/domain/shape.ts';
import {
  districts,
  east,
  MIDDLE,
  NORTH,
  point,
  shapes,
  SOUTH,
  west,
  WEST,
} from '../worlds/four-squares.ts';

const square: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};

describe('a point on a line between two areas', () => {
  const boundaries = [boundaryOf(shapes[0] ?? square), boundaryOf(shapes[1] ?? square)];
  test('lies in exactly one of them', () => {
    fc.assert(
      fc.property(fc.double({ min: SOUTH, max: NORTH, noNaN: true, maxExcluded: true }), (lat) => {
        expect(boundaries.filter((each) => covers(each, point(MIDDLE, lat)))).toHaveLength(1);
      }),
      { seed: 3 },
    );
  });
});

describe('a partition of random quadrilaterals with shared corners', () => {
  const corner = fc.tuple(
    fc.double({ min: 0.3, max: 0.7, noNaN: true }),
    fc.double({ min: 0.3, max: 0.7, noNaN: true }),
  );
  const parts = ([x, y]: [number, number]): Shape[] => {
    const outer: [number, number][] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    return outer.map((from, at) => ({
      type: 'Polygon',
      coordinates: [[from, outer[(at + 1) % 4] ?? from, [x, y], from]],
    }));
  };
  test('covers every point, corners and edges too, exactly once', () => {
    fc.assert(
      fc.property(corner, fc.double({ min: 0, max: 1, noNaN: true }), ([x, y], along) => {
        const boundaries = parts([x, y]).map(boundaryOf);
        for (const place of [point(x, y), point(x * along, y * along), point(along * 0.999, 0.5)])
          expect(boundaries.filter((each) => covers(each, place))).toHaveLength(1);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe('indexBoundaries', () => {
  const index = indexBoundaries([
    { area: west, shape: shapes[0] ?? square },
    { area: east, shape: shapes[1] ?? square },
  ]);
  test('names the area that covers a point', () => {
    expect(index.areaAt(point(-0.99, 51.015))).toBe(west);
    expect(index.areaAt(point(-0.97, 51.001))).toBe(east);
    expect(index.areaAt(point(-0.5, 51.001))).toBeUndefined();
  });
  test('measures metres to the other area, not to the coast', () => {
    const nearTheMiddle = point(MIDDLE - 0.001, 51.01);
    expect(index.metresToOther(nearTheMiddle, west)).toBeCloseTo(70, 0);
    expect(index.metresToOther(point(WEST + 0.0001, 51.01), west)).toBeUndefined();
  });
  test('of no areas answers nothing', () => {
    expect(indexBoundaries([]).areaAt(point(0, 51))).toBeUndefined();
    expect(districts.kind).toBe('district');
  });
});
