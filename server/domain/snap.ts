import { metresPerDegree } from './position.ts';
import { polygonsOf, type Ring, type Shape } from './shape.ts';

/** A place on the grid of a drawing: whole steps east of Greenwich and north of the equator. */
export type Spot = readonly [x: number, y: number];

/** Degrees a step of the grid is long. */
export type Grid = { readonly lon: number; readonly lat: number };

/** A shape on the grid: polygons of rings, closed. */
export type SnappedShape = readonly (readonly (readonly Spot[])[])[];

/** Where a degree of longitude is longest in the United Kingdom: a step is nowhere longer than it is asked to be. */
const SOUTHERNMOST = 49;

export function gridOf(stepMetres: number): Grid {
  const [east, north] = metresPerDegree(SOUTHERNMOST);
  return { lon: stepMetres / east, lat: stepMetres / north };
}

/**
 * Snap rounding: every corner of any shape moves to the nearest spot of the grid, and every edge that comes
 * within half a step of a corner of another is led through it. So lines that lie on one another share
 * each spot, lines that meet do so at a spot of both, and lines a step apart become one.
 */
export function snapAll(shapes: readonly Shape[], grid: Grid): SnappedShape[] {
  const corners = cornersOn(shapes, grid);
  return shapes.map((shape) => {
    const polygons = polygonsOf(shape)
      .map((rings) => rings.map((ring) => snapRing(ring, grid, corners)).filter(hasGround))
      .filter((rings) => rings.length > 0);
    return polygons.length > 0 ? polygons : [[squareAt(shape, grid)]];
  });
}

/** Every spot some corner moves to. */
export function cornersOn(shapes: readonly Shape[], grid: Grid): ReadonlySet<number> {
  const corners = new Set<number>();
  for (const shape of shapes)
    for (const ring of polygonsOf(shape).flat())
      for (const position of ring) corners.add(keyOf(spotOf(onGrid(position, grid))));
  return corners;
}

function spotOf([x, y]: Spot): Spot {
  return [Math.round(x), Math.round(y)];
}

function onGrid([lon = 0, lat = 0]: readonly number[], grid: Grid): Spot {
  return [lon / grid.lon, lat / grid.lat];
}

/** Larger than any grid has steps. */
const ROW = 2 ** 26;

function keyOf([x, y]: Spot): number {
  return x * ROW + y;
}

function snapRing(ring: Ring, grid: Grid, corners: ReadonlySet<number>): Spot[] {
  const spots: Spot[] = [];
  let from: Spot | undefined;
  for (const position of ring) {
    const to = onGrid(position, grid);
    if (from) addAlong(spots, from, to, corners);
    else spots.push(spotOf(to));
    from = to;
  }
  return spots;
}

/** From where the last edge ended: the corners whose squares this edge runs through, and its own end. */
function addAlong(spots: Spot[], from: Spot, to: Spot, corners: ReadonlySet<number>): void {
  const [start, end] = [spotOf(from), spotOf(to)];
  const steps = Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1]);
  if (steps === 0) return;
  if (steps === 1) spots.push(end);
  else for (const spot of cornersAlong(from, to, corners).slice(1)) spots.push(spot);
}

/** The same either way along. */
function cornersAlong(from: Spot, to: Spot, corners: ReadonlySet<number>): Spot[] {
  const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] <= to[1]);
  if (!isForward) return cornersAlong(to, from, corners).reverse();
  return squaresAlong(from, to).filter((spot) => corners.has(keyOf(spot)));
}

/** From square to square through the side the edge leaves each by. */
function squaresAlong(from: Spot, to: Spot): Spot[] {
  const [start, end] = [spotOf(from), spotOf(to)];
  const across = crossings(from[0], to[0], start[0], end[0]);
  const up = crossings(from[1], to[1], start[1], end[1]);
  let [x, y] = start;
  const squares: Spot[] = [start];
  while (x !== end[0] || y !== end[1]) {
    const isAcross = y === end[1] || (x !== end[0] && across.at(x) < up.at(y));
    if (isAcross) x += across.step;
    else y += up.step;
    squares.push([x, y]);
  }
  return squares;
}

/** How far along an edge, 0 to 1, it leaves the row or column it is in. */
function crossings(
  from: number,
  to: number,
  start: number,
  end: number,
): { readonly step: number; readonly at: (row: number) => number } {
  const step = Math.sign(end - start);
  return { step, at: (row) => (row + step / 2 - from) / (to - from) };
}

/** Three corners that are not all in one line. */
function hasGround(spots: readonly Spot[]): boolean {
  return spots.length > 3 && twiceTheGround(spots) !== 0;
}

function twiceTheGround(spots: readonly Spot[]): number {
  return spots.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = spots[at + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** What is too small to draw is one step wide, so that it can be seen and pointed at. */
function squareAt(shape: Shape, grid: Grid): Spot[] {
  const [x, y] = spotOf(onGrid(polygonsOf(shape)[0]?.[0]?.[0] ?? [], grid));
  return [
    [x, y],
    [x, y + 1],
    [x + 1, y + 1],
    [x + 1, y],
    [x, y],
  ];
}
