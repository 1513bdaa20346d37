import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import * as served from '../../server/domain/drawing.ts';
import {
  SQUARE_STEP,
  squareOf,
  drawingFor,
  metresToPixel,
  scaleLengths,
} from '../../web/map/scale.ts';

describe('the square that is looked at', () => {
  it('is counted as the service counts, and drawn with room around all that is seen', () => {
    expect(SQUARE_STEP).toEqual(served.SQUARE_STEP);
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 5, noNaN: true }),
        fc.double({ min: 49, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (west, south, width, height) => {
          const seen = { west, south, east: west + width, north: south + height };
          const square = squareOf(seen);
          fc.pre(square !== undefined);
          expect((square.east - 0.5) * SQUARE_STEP.lon).toBeLessThanOrEqual(seen.west);
          expect((square.east + 1.5) * SQUARE_STEP.lon).toBeGreaterThanOrEqual(seen.east);
          expect((square.north - 0.5) * SQUARE_STEP.lat).toBeLessThanOrEqual(seen.south);
          expect((square.north + 1.5) * SQUARE_STEP.lat).toBeGreaterThanOrEqual(seen.north);
        },
      ),
    );
  });

  it('is none where more is seen than is drawn', () => {
    expect(squareOf({ west: -2, south: 50, east: 0, north: 50.2 })).toBeUndefined();
  });
});

describe('the scale of a map', () => {
  it('says a round number of kilometres and of miles that fit', () => {
    expect(scaleLengths(188, 140)).toEqual([
      { label: '20 km', pixels: 20_000 / 188 },
      { label: '10 miles', pixels: 16_093.44 / 188 },
    ]);
    expect(scaleLengths(12, 140).map(({ label }) => label)).toEqual(['1 km', '1 mile']);
    expect(scaleLengths(2, 140).map(({ label }) => label)).toEqual(['0.2 km', '0.1 miles']);
  });

  it('is never longer than it may be, nor shorter than two fifths of that', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5000, noNaN: true }),
        fc.integer({ min: 40, max: 300 }),
        (metres, most) => {
          for (const { pixels } of scaleLengths(metres, most)) {
            expect(pixels).toBeLessThanOrEqual(most * (1 + 1e-9));
            expect(pixels).toBeGreaterThan(most * 0.39);
          }
        },
      ),
    );
  });

  it('is that of the latitude', () => {
    expect(metresToPixel(0, 256)).toBeCloseTo(156_543, 0);
    expect(metresToPixel(60, 256)).toBeCloseTo(78_272, 0);
  });
});

it.each([
  [2400, 1600],
  [900, 400],
  [188, 100],
  [30, 25],
  [2, 25],
])('at %d metres to a pixel a drawing is taken that is off by at most %d', (pixel, metres) => {
  expect(drawingFor(pixel)).toBe(metres);
});
