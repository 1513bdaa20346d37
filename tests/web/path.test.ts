import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  boxOfView,
  isInside,
  type Path,
  pathOf,
  type Pen,
  sectionsIn,
  traceDashes,
  traceRing,
  traceSection,
  type View,
} from '../../web/map/path.ts';

/** A ring of many corners around the middle of the world, wavy as a coast. */
const ring = fc
  .array(fc.double({ min: 0.05, max: 0.45, noNaN: true }), { minLength: 40, maxLength: 400 })
  .map((radii) => {
    const spots = radii.flatMap((radius, at) => {
      const turn = (2 * Math.PI * at) / radii.length;
      return [0.5 + radius * Math.cos(turn), 0.5 + radius * Math.sin(turn)];
    });
    return pathOf(Float64Array.from([...spots, ...spots.slice(0, 2)]));
  });

const view = fc
  .record({
    scale: fc.constantFrom(400, 1000, 4000),
    x: fc.double({ min: 0, max: 0.9, noNaN: true }),
    y: fc.double({ min: 0, max: 0.9, noNaN: true }),
  })
  .map(({ scale, x, y }): View => ({
    scale,
    left: x * scale,
    top: y * scale,
    width: 90,
    height: 70,
  }));

describe('a ring drawn in a view', () => {
  it('fills every pixel of the view as the whole ring would, but for those at its edge', () => {
    fc.assert(
      fc.property(ring, view, fc.nat(89), fc.nat(69), (path, seen, column, row) => {
        const [x, y] = [column + 0.5, row + 0.5];
        const [worldX, worldY] = [(x + seen.left) / seen.scale, (y + seen.top) / seen.scale];
        fc.pre(distanceTo(path, worldX, worldY) * seen.scale > 1.5);
        const drawn = record((pen) => {
          traceRing({ pen, view: seen, apart: 0.7 }, path, boxOfView(seen));
        });
        expect(isInside([pathOf(drawn[0] ?? new Float64Array())], x, y)).toBe(
          isInside([path], worldX, worldY),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a line drawn in views side by side', () => {
  it('has its dashes where they would be were it drawn whole', () => {
    fc.assert(
      fc.property(ring, (path) => {
        const whole: View = { scale: 500, left: 0, top: 0, width: 500, height: 500 };
        const left = { ...whole, width: 250 };
        const dashesOf = (seen: View): Float64Array[] =>
          record((pen) => {
            for (const section of sectionsIn(path, boxOfView(seen, 0)))
              traceDashes({ pen, view: seen, apart: 0 }, path, section, [7, 6]);
          });
        const all = dashesOf(whole);
        // Of the half, each dash that has all its length lies on one of the whole.
        const starts = new Set(all.map(([x = 0, y = 0]) => `${x.toFixed(3)} ${y.toFixed(3)}`));
        const inHalf = dashesOf(left).slice(1, -1);
        const known = inHalf.filter(([x = 0, y = 0]) =>
          starts.has(`${x.toFixed(3)} ${y.toFixed(3)}`),
        );
        expect(known.length).toBeGreaterThanOrEqual(inHalf.length - 2 * sectionsOf(path, left));
        for (const dash of all.slice(0, -1)) expect(lengthOf(dash)).toBeLessThan(7 + 1e-6);
      }),
    );
  });

  it('keeps both ends of each section and leaves out what is too near to see', () => {
    fc.assert(
      fc.property(ring, view, (path, seen) => {
        for (const section of sectionsIn(path, boxOfView(seen))) {
          const [drawn = new Float64Array()] = record((pen) => {
            traceSection({ pen, view: seen, apart: 0.7 }, path, section);
          });
          expect(drawn.length / 2).toBeLessThanOrEqual(section.to - section.from + 1);
          expect(drawn.at(-2)).toBeCloseTo(
            (path.xy[2 * section.to] ?? 0) * seen.scale - seen.left,
            6,
          );
        }
      }),
    );
  });
});

function sectionsOf(path: Path, seen: View): number {
  return sectionsIn(path, boxOfView(seen, 0)).length;
}

/** What a pen drew, a list of spots for each line. */
function record(draw: (pen: Pen) => void): Float64Array[] {
  const lines: number[][] = [];
  draw({
    moveTo: (x, y) => {
      lines.push([x, y]);
    },
    lineTo: (x, y) => {
      lines.at(-1)?.push(x, y);
    },
  });
  return lines.map((line) => Float64Array.from(line));
}

function lengthOf(xy: Float64Array): number {
  let length = 0;
  for (let at = 2; at < xy.length; at += 2)
    length += Math.hypot((xy[at] ?? 0) - (xy[at - 2] ?? 0), (xy[at + 1] ?? 0) - (xy[at - 1] ?? 0));
  return length;
}

function distanceTo({ xy }: Path, x: number, y: number): number {
  let least = Infinity;
  for (let at = 2; at < xy.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = xy.subarray(at - 2, at + 2);
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(x - x1 - t * dx, y - y1 - t * dy));
  }
  return least;
}
