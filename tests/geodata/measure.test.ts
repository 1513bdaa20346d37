import { describe, expect, test } from 'vitest';

import { areaKm2, meanWidthMetres } from '../../geodata/overlay/measure.ts';
import { packed } from '../../geodata/overlay/packed-shape.ts';
import type { Shape } from '../../server/domain/shape.ts';

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

/** One degree of longitude between two parallels: radii of curvature multiplied and summed in a million strips. */
function ellipsoidalKm2(fromLat: number, toLat: number): number {
  const [a, e2, strips] = [6378.137, 0.006694379990141316, 1_000_000];
  const step = ((toLat - fromLat) * Math.PI) / 180 / strips;
  let sum = 0;
  for (let strip = 0; strip < strips; strip++) {
    const lat = (fromLat * Math.PI) / 180 + (strip + 0.5) * step;
    sum += (a * a * (1 - e2) * Math.cos(lat)) / (1 - e2 * Math.sin(lat) ** 2) ** 2;
  }
  return (sum * step * Math.PI) / 180;
}

describe('areaKm2', () => {
  test('of one degree square at the equator is that of the WGS84 ellipsoid', () => {
    expect(areaKm2(square)).toBeCloseTo(ellipsoidalKm2(0, 1), 6);
  });
  test('of one degree square at 51 north is that of the WGS84 ellipsoid', () => {
    const north: Shape = {
      type: 'Polygon',
      coordinates: [
        [
          [-2, 51],
          [-1, 51],
          [-1, 52],
          [-2, 52],
          [-2, 51],
        ],
      ],
    };
    expect(areaKm2(north)).toBeCloseTo(ellipsoidalKm2(51, 52), 6);
  });
  test('does not change when points are added on an edge', () => {
    const denser: Shape = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0.25, 0],
          [1, 0],
          [1, 0.1],
          [1, 1],
          [0.5, 1],
          [0, 1],
          [0, 0.7],
          [0, 0],
        ],
      ],
    };
    expect(areaKm2(denser) / areaKm2(square)).toBeCloseTo(1, 9);
  });
  test('does not count holes, whichever way round rings run', () => {
    const hole = [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.75, 0.75],
      [0.25, 0.75],
      [0.25, 0.25],
    ];
    const holed = (ring: number[][]): Shape => ({
      type: 'Polygon',
      coordinates: [...square.coordinates, ring] as number[][][],
    });
    expect(areaKm2(holed(hole))).toBeCloseTo(areaKm2(holed(hole.toReversed())), 9);
    expect(areaKm2(holed(hole)) / areaKm2(square)).toBeCloseTo(0.75, 3);
  });
});

test('the mean width of a long strip is its breadth', () => {
  const strip: Shape = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0.5, 0],
        [0.5, 0.0001],
        [0, 0.0001],
        [0, 0],
      ],
    ],
  };
  expect(meanWidthMetres(packed(strip), areaKm2(strip))).toBeCloseTo(11.1, 0);
});
