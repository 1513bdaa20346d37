import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';

import { boxOf, type Shape } from './shape.ts';
import { cornersOn, gridOf, snapAll, type SnappedShape, type Spot } from './snap.ts';

/** An area by its code, or an overlap by both: `E07000086 5E9`. */
export type NamedShape = { readonly id: string; readonly shape: Shape };

export type Shapes = {
  readonly lefts: readonly NamedShape[];
  readonly rights: readonly NamedShape[];
  readonly overlaps: readonly NamedShape[];
};

/**
 * Two sets and their overlaps for one map, in TopoJSON. Each stretch of line is held once, so however coarse
 * it is drawn, what lay on one line still does.
 */
export type Drawing = Topology<Record<keyof Shapes, GeometryCollection>> & {
  /** How far at most a line is drawn from where it runs. For drawing only: no decision is made from it. */
  readonly metres: number;
};

/** How far off a drawing may be, finest first: a map takes the coarsest it cannot tell from the truth. */
export const DRAWING_METRES = [25, 100, 400, 1600] as const;

/** Corners a browser still moves smoothly. */
const MOST_CORNERS = 250_000;

/** A piece of the world, counted in steps from where the meridian of Greenwich meets the equator: too much ground to tell where somebody looks. */
export type MapSquare = { readonly east: number; readonly north: number };

/** Degrees. */
export const SQUARE_STEP = { lon: 1, lat: 0.5 } as const;

/** The shapes that reach into a square or within half a step of it, each whole. */
export function shapesAround(
  { lefts, rights, overlaps }: Shapes,
  { east, north }: MapSquare,
): Shapes {
  const isNear = ({ shape }: NamedShape): boolean => {
    const [minLon, minLat, maxLon, maxLat] = boxOf(shape);
    return (
      maxLon >= (east - 0.5) * SQUARE_STEP.lon &&
      minLon <= (east + 1.5) * SQUARE_STEP.lon &&
      maxLat >= (north - 0.5) * SQUARE_STEP.lat &&
      minLat <= (north + 1.5) * SQUARE_STEP.lat
    );
  };
  return {
    lefts: lefts.filter(isNear),
    rights: rights.filter(isNear),
    overlaps: overlaps.filter(isNear),
  };
}

/** As fine as asked for, or as fine as still has few enough corners. */
export function drawingOf(shapes: Shapes, metres: number): Drawing {
  const all = [...shapes.lefts, ...shapes.rights, ...shapes.overlaps].map(({ shape }) => shape);
  const coarsest = Math.max(...DRAWING_METRES);
  let off = metres;
  while (off < coarsest && cornersOn(all, gridOf(off / STEPS_OFF)).size > MOST_CORNERS) off *= 4;
  return drawnWithin(shapes, off);
}

/** Rounding moves a corner by up to half a diagonal of a step; leaving corners out moves a line by this many steps more. */
const SLACK = 0.7;
const STEPS_OFF = Math.SQRT1_2 + SLACK;

function drawnWithin(shapes: Shapes, metres: number): Drawing {
  const grid = gridOf(metres / STEPS_OFF);
  const { lefts, rights, overlaps } = shapes;
  const all = [...lefts, ...rights, ...overlaps];
  const snapped = snapAll(
    all.map(({ shape }) => shape),
    grid,
  );
  const features = all.map(({ id }, at) => featureOf(id, snapped[at] ?? []));
  const inSteps = topology({
    lefts: collection(features.slice(0, lefts.length)),
    rights: collection(features.slice(lefts.length, lefts.length + rights.length)),
    overlaps: collection(features.slice(lefts.length + rights.length)),
  });
  return {
    type: 'Topology',
    metres,
    transform: { scale: [grid.lon, grid.lat], translate: [0, 0] },
    objects: inSteps.objects as Drawing['objects'],
    arcs: inSteps.arcs.map((arc) => asSteps(thinned(arc as unknown as readonly Spot[]))),
  };
}

function featureOf(id: string, shape: SnappedShape): Feature<MultiPolygon> {
  const coordinates = shape as unknown as MultiPolygon['coordinates'];
  return { type: 'Feature', id, properties: null, geometry: { type: 'MultiPolygon', coordinates } };
}

function collection(features: Feature<MultiPolygon>[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** Spots thinned at a time: the work grows with the square of it. */
const LONGEST = 512;

/** Douglas and Peucker 1973: leaves out corners so long as no point is further than the slack from what is drawn. */
export function thinned(line: readonly Spot[]): Spot[] {
  const ends = line.map((_spot, at) => at).filter((at) => at % LONGEST === 0);
  const kept = new Set([...ends, line.length - 1]);
  const open = [...kept].map((end, at, all): [from: number, to: number] => [all[at - 1] ?? 0, end]);
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    const furthest = furthestFrom(line, from, to);
    if (furthest === undefined) continue;
    kept.add(furthest);
    open.push([from, furthest], [furthest, to]);
  }
  return line.filter((_spot, at) => kept.has(at));
}

/** Of the spots between two, the one furthest from the straight line; undefined when all are near enough. */
function furthestFrom(line: readonly Spot[], from: number, to: number): number | undefined {
  const [start = ORIGIN, end = ORIGIN] = [line[from], line[to]];
  let [most, found] = [SLACK, -1];
  for (let at = from + 1; at < to; at++) {
    const distance = distanceTo(line[at] ?? ORIGIN, start, end);
    if (distance > most) [most, found] = [distance, at];
  }
  return found < 0 ? undefined : found;
}

const ORIGIN: Spot = [0, 0];

/** From a spot to the stretch between two. */
function distanceTo([x, y]: Spot, [x1, y1]: Spot, [x2, y2]: Spot): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** As TopoJSON wants them: each from the one before. */
function asSteps(line: readonly Spot[]): number[][] {
  return line.map(([x, y], at) => {
    const [beforeX, beforeY] = line[at - 1] ?? ORIGIN;
    return [x - beforeX, y - beforeY];
  });
}
