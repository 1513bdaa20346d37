import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawingOf } from '../../server/domain/drawing.ts';
import { fromWorld, groundOf, linesOf, onWorld, pieceAt, roomIn } from '../../web/map/ground.ts';
import type { Path } from '../../web/map/path.ts';
import { box } from '../worlds/box.ts';

/** The left set is west and east of 0 degrees, the right one south and north of 51. */
const SHAPES = {
  lefts: [
    { id: 'W', shape: box(-1, 50, 0, 52) },
    { id: 'E', shape: box(0, 50, 1, 52) },
  ],
  rights: [
    { id: 'S', shape: box(-1, 50, 1, 51) },
    { id: 'N', shape: box(-1, 51, 1, 52) },
  ],
  overlaps: [
    { id: 'W S', shape: box(-1, 50, 0, 51) },
    { id: 'E S', shape: box(0, 50, 1, 51) },
    { id: 'W N', shape: box(-1, 51, 0, 52) },
    { id: 'E N', shape: box(0, 51, 1, 52) },
  ],
};
const GROUND = groundOf(drawingOf(SHAPES, 100));

describe('the ground of a drawing', () => {
  it('knows in which overlap any spot lies, and that some lie in none', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.double({ min: 50.01, max: 51.99, noNaN: true }),
        (lon, lat) => {
          fc.pre(Math.abs(lon) > 0.01 && Math.abs(lat - 51) > 0.01);
          const wanted = `${lon < 0 ? 'W' : 'E'} ${lat < 51 ? 'S' : 'N'}`;
          expect(pieceAt(GROUND.overlaps, ...onWorld(lon, lat))).toBe(wanted);
        },
      ),
    );
    expect(pieceAt(GROUND.overlaps, ...onWorld(3, 51))).toBeUndefined();
  });

  it('draws a line that two areas share once, and all of a set in few strokes', () => {
    const lines = linesOf(GROUND.lefts.values(), GROUND);
    const around = 2 * (1 / 360) * 2 + 2 * heightOf(50, 52);
    expect(sum(lines.map(lengthOf))).toBeCloseTo(around + heightOf(50, 52), 4);
    expect(lines.length).toBeLessThanOrEqual(3);
  });

  it('gives a name the widest room of its area', () => {
    const west = GROUND.lefts.get('W');
    const room = west && roomIn(west);
    expect(room?.width).toBeCloseTo(1 / 360, 5);
    expect(room && fromWorld(room.x, room.y).lon).toBeCloseTo(-0.5, 2);
  });

  it('turns a position into a spot of the world and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 5, noNaN: true }),
        fc.double({ min: 49, max: 61, noNaN: true }),
        (lon, lat) => {
          const back = fromWorld(...onWorld(lon, lat));
          expect(back.lon).toBeCloseTo(lon, 9);
          expect(back.lat).toBeCloseTo(lat, 9);
        },
      ),
    );
  });
});

function heightOf(south: number, north: number): number {
  return onWorld(0, south)[1] - onWorld(0, north)[1];
}

function lengthOf({ xy }: Path): number {
  let length = 0;
  for (let at = 2; at < xy.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = xy.subarray(at - 2, at + 2);
    length += Math.hypot(x2 - x1, y2 - y1);
  }
  return length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
