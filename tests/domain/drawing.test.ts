import fc from 'fast-check';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';

import {
  DRAWING_METRES,
  type Drawing,
  drawingOf,
  type NamedShape,
  type Shapes,
  thinned,
} from '../../server/domain/drawing.ts';
import { metresPerDegree } from '../../server/domain/position.ts';
import { edgesOf, type Ring, ringsOf, type Shape } from '../../server/domain/shape.ts';
import * as squares from '../worlds/four-squares.ts';
import { box } from '../worlds/box.ts';

/** Two districts side by side, two PCTs one above the other, and the four squares they share. */
const fourSquares = shapesOf(
  [squares.WEST, squares.MIDDLE, squares.EAST],
  [squares.SOUTH, squares.CENTRE, squares.NORTH],
);

test('a line of both sets, or of an overlap, is held once', () => {
  const drawing = drawingOf(fourSquares, 25);
  // Round the outside and the cross in the middle: twelve stretches at most, however many shapes meet on them.
  expect(drawing.arcs.length).toBeLessThanOrEqual(12);
  expect(strayArcs(drawing)).toEqual([]);
});

test('an overlap is bounded by lines of the two sets alone, wherever they cross and however coarse', () => {
  fc.assert(
    fc.property(
      ascending(),
      ascending(),
      fc.constantFrom(...DRAWING_METRES),
      (lons, lats, metres) => {
        expect(strayArcs(drawingOf(shapesOf(lons, lats), metres))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('no corner is drawn further off than the drawing says', () => {
  fc.assert(
    fc.property(coast(), fc.constantFrom(...DRAWING_METRES), (shape, metres) => {
      const lefts: NamedShape[] = [{ id: 'A', shape }];
      const drawing = drawingOf({ lefts, rights: [], overlaps: [] }, metres);
      const drawn = ringsOf(shapeIn(drawing, 'A'));
      for (const ring of ringsOf(shape))
        for (const corner of ring) expect(metresTo(corner, drawn)).toBeLessThanOrEqual(metres);
    }),
    { numRuns: 60 },
  );
});

test('an area too small to draw is still there, one step wide', () => {
  const tiny: NamedShape = { id: 'A', shape: box(-1, 51, -0.9999, 51.0001) };
  const drawn = shapeIn(drawingOf({ lefts: [tiny], rights: [], overlaps: [] }, 1600), 'A');
  expect(ringsOf(drawn)).toHaveLength(1);
  expect(new Set(ringsOf(drawn)[0]?.map(String)).size).toBe(4);
});

test('a straight line keeps its ends alone, and a corner that stands out is kept', () => {
  expect(
    thinned([
      [0, 0],
      [1, 0],
      [2, 0],
      [9, 0],
    ]),
  ).toEqual([
    [0, 0],
    [9, 0],
  ]);
  expect(
    thinned([
      [0, 0],
      [4, 3],
      [9, 0],
    ]),
  ).toEqual([
    [0, 0],
    [4, 3],
    [9, 0],
  ]);
});

test('what has too many corners to move smoothly is drawn coarser, and says so', () => {
  const jagged = { id: 'A', shape: jaggedCoast(260_000) };
  expect(drawingOf({ lefts: [jagged], rights: [], overlaps: [] }, 25).metres).toBe(100);
});

function ascending(): fc.Arbitrary<[number, number, number]> {
  // Wider than a step of the coarsest drawing: what is smaller is only marked.
  const step = fc.double({ min: 0.04, max: 0.3, noNaN: true });
  return fc
    .tuple(fc.double({ min: 49.5, max: 58, noNaN: true }), step, step)
    .map(([from, first, second]) => [from, from + first, from + first + second]);
}

/** A star-shaped island of many corners. */
function coast(): fc.Arbitrary<Shape> {
  return fc
    .array(fc.double({ min: 0.01, max: 0.3, noNaN: true }), { minLength: 8, maxLength: 60 })
    .map((radii) => {
      const corners = radii.map((radius, at) => {
        const turn = (2 * Math.PI * at) / radii.length;
        return [-2 + radius * Math.cos(turn), 54 + radius * Math.sin(turn)];
      });
      return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
    });
}

/** Corners here and there about a line, as a coast has them. */
function jaggedCoast(corners: number): Shape {
  const ring = Array.from({ length: corners }, (_, at) => [
    -5 + at * 0.0003,
    51 + 0.0003 * Math.sin(at * 12.9898),
  ]);
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

function shapesOf(
  [west, middle, east]: readonly [number, number, number],
  [south, centre, north]: readonly [number, number, number],
): Shapes {
  return {
    lefts: [
      { id: 'W', shape: box(west, south, middle, north) },
      { id: 'E', shape: box(middle, south, east, north) },
    ],
    rights: [
      { id: 'N', shape: box(west, centre, east, north) },
      { id: 'S', shape: box(west, south, east, centre) },
    ],
    overlaps: [
      { id: 'W N', shape: box(west, centre, middle, north) },
      { id: 'W S', shape: box(west, south, middle, centre) },
      { id: 'E N', shape: box(middle, centre, east, north) },
      { id: 'E S', shape: box(middle, south, east, centre) },
    ],
  };
}

/** Arcs of overlaps that no area of either set has. */
function strayArcs({ objects }: Drawing): number[] {
  const ofSets = new Set([...arcsOf(objects.lefts), ...arcsOf(objects.rights)]);
  return arcsOf(objects.overlaps).filter((arc) => !ofSets.has(arc));
}

function arcsOf({ geometries }: Drawing['objects']['lefts']): number[] {
  const text = JSON.stringify(geometries.map((each) => ('arcs' in each ? each.arcs : [])));
  return [...text.matchAll(/-?\d+/g)].map(([arc]) =>
    Number(arc) < 0 ? ~Number(arc) : Number(arc),
  );
}

function shapeIn(drawing: Drawing, id: string): Shape {
  const found = feature(drawing, drawing.objects.lefts).features.find((each) => each.id === id);
  return found?.geometry as Shape;
}

/** From a corner to the nearest stretch of any ring. */
function metresTo(corner: readonly number[], rings: readonly Ring[]): number {
  const [east, north] = metresPerDegree(corner[1] ?? 0);
  const flat = ([lon = 0, lat = 0]: readonly number[]): readonly [number, number] => [
    (lon - (corner[0] ?? 0)) * east,
    (lat - (corner[1] ?? 0)) * north,
  ];
  return Math.min(
    ...rings.flatMap((ring) =>
      [...edgesOf(ring)].map(([from, to]) => distance(flat(from), flat(to))),
    ),
  );
}

/** From the origin to a stretch. */
function distance(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + t * dx, y1 + t * dy);
}
