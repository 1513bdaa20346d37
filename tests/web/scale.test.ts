import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawingFor, metresToPixel, scaleLengths } from '../../web/map/scale.ts';

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
