import { orient2d } from 'robust-predicates';

import { type PackedRing, type PackedShape, ringsOf } from './packed-shape.ts';

/**
 * A shape ready to be laid over others: every edge has its ground on the left, and boxes round runs of edges,
 * round pairs of runs, and so on up to one, tell what cannot meet.
 */
export type Outline = Lines & {
  /** A corner of one of its rings lies on the line of another, though not in a corner of it. */
  readonly touchesOnALine: boolean;
};

type Lines = {
  /** Longitude and latitude in turn. An edge goes by the place of its first number. */
  readonly numbers: Float64Array;
  readonly rings: readonly PackedRing[];
  readonly runs: Runs;
  /** West, south, east and north of each box: the runs first, the one round everything last. */
  readonly boxes: Float64Array;
  /** Where each level of boxes begins, and where the last ends. */
  readonly levels: readonly number[];
};

/** The first edge of each run, the place after its last, and its ring: no run goes on from one to the next. */
type Runs = {
  readonly from: Uint32Array;
  readonly end: Uint32Array;
  readonly ring: Uint32Array;
};

const EDGES_IN_A_RUN = 8;

export function outlineOf(shape: PackedShape): Outline {
  const rings = ringsOf(shape);
  const numbers = withGroundOnTheLeft(shape.numbers, rings);
  const runs = runsOf(rings);
  const levels = levelsOver(runs.from.length);
  const lines = { numbers, rings, runs, levels, boxes: boxesOf(numbers, runs, levels) };
  return { ...lines, touchesOnALine: touchesOnALine(lines) };
}

/** Shells anticlockwise and holes clockwise; copied only where one is not. */
function withGroundOnTheLeft(numbers: Float64Array, rings: readonly PackedRing[]): Float64Array {
  const turned = rings.filter((ring) => isAnticlockwise(numbers, ring) !== ring.isShell);
  if (turned.length === 0) return numbers;
  const copy = Float64Array.from(numbers);
  for (const { from, end } of turned)
    for (let at = from, back = end - 2; at < end; at += 2, back -= 2)
      copy.set(numbers.subarray(back, back + 2), at);
  return copy;
}

/**
 * By the turn at its southernmost corner, the westernmost of several: exact, where a ring may be so thin that the
 * sign of its area is a rounding.
 */
function isAnticlockwise(numbers: Float64Array, { from, end }: PackedRing): boolean {
  let [at, lon, lat] = [from, Infinity, Infinity];
  for (let corner = from; corner < end - 2; corner += 2) {
    const [cornerLon = 0, cornerLat = 0] = [numbers[corner], numbers[corner + 1]];
    if (cornerLat > lat || (cornerLat === lat && cornerLon >= lon)) continue;
    [at, lon, lat] = [corner, cornerLon, cornerLat];
  }
  const length = end - 2 - from;
  /** The next position that is another: one may come several times in a row. */
  const next = (step: 2 | -2): readonly [lon: number, lat: number] => {
    let corner = at;
    do corner = from + ((corner - from + step + length) % length);
    while (corner !== at && numbers[corner] === lon && numbers[corner + 1] === lat);
    return [numbers[corner] ?? 0, numbers[corner + 1] ?? 0];
  };
  return orient2d(...next(-2), lon, lat, ...next(2)) < 0;
}

function runsOf(rings: readonly PackedRing[]): Runs {
  const [from, end, of]: [number[], number[], number[]] = [[], [], []];
  rings.forEach((ring, nth) => {
    for (let at = ring.from; at < ring.end - 2; at += 2 * EDGES_IN_A_RUN) {
      from.push(at);
      end.push(Math.min(at + 2 * EDGES_IN_A_RUN, ring.end - 2));
      of.push(nth);
    }
  });
  return { from: Uint32Array.from(from), end: Uint32Array.from(end), ring: Uint32Array.from(of) };
}

function levelsOver(runs: number): number[] {
  const levels = [0, runs];
  for (let count = runs; count > 1;) {
    count = Math.ceil(count / 2);
    levels.push((levels.at(-1) ?? 0) + count);
  }
  return levels;
}

function boxesOf(
  numbers: Float64Array,
  { from, end }: Runs,
  levels: readonly number[],
): Float64Array {
  const boxes = new Float64Array(4 * (levels.at(-1) ?? 0));
  from.forEach((first, run) => {
    boxes.set(boxRound(numbers, first, (end[run] ?? 0) + 2), 4 * run);
  });
  levels.slice(1, -1).forEach((start, above) => {
    const [below = 0, , after = 0] = levels.slice(above);
    for (let node = start; node < after; node++) {
      const one = 4 * (below + 2 * (node - start));
      /** Two boxes are four corners. */
      boxes.set(boxRound(boxes, one, Math.min(one + 8, 4 * start)), 4 * node);
    }
  });
  return boxes;
}

/** Of positions one after another. */
function boxRound(numbers: Float64Array, from: number, end: number): readonly number[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = from; at < end; at += 2) {
    const [lon, lat] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** Calls for every two runs whose boxes meet, until told to stop by `false`. */
export function everyMeeting(
  one: Lines,
  other: Lines,
  visit: (run: number, otherRun: number) => boolean,
): boolean {
  const descend = (level: number, node: number, otherLevel: number, otherNode: number): boolean => {
    if (!boxesMeet(one.boxes, 4 * node, other.boxes, 4 * otherNode)) return true;
    if (level === 0 && otherLevel === 0) return visit(node, otherNode);
    if (level >= otherLevel)
      return under(one, level, node, (child) => descend(level - 1, child, otherLevel, otherNode));
    return under(other, otherLevel, otherNode, (child) =>
      descend(level, node, otherLevel - 1, child),
    );
  };
  const [top, otherTop] = [one.levels.length - 2, other.levels.length - 2];
  return descend(top, one.levels[top] ?? 0, otherTop, other.levels[otherTop] ?? 0);
}

/** True when both boxes a box was put round, or the only one, say so. */
function under(
  { levels }: Lines,
  level: number,
  node: number,
  each: (child: number) => boolean,
): boolean {
  const [below = 0, start = 0] = [levels[level - 1], levels[level]];
  const child = below + 2 * (node - start);
  return each(child) && (child + 1 >= start || each(child + 1));
}

function boxesMeet(one: Float64Array, at: number, other: Float64Array, otherAt: number): boolean {
  return (
    (one[at] ?? 0) <= (other[otherAt + 2] ?? 0) &&
    (other[otherAt] ?? 0) <= (one[at + 2] ?? 0) &&
    (one[at + 1] ?? 0) <= (other[otherAt + 3] ?? 0) &&
    (other[otherAt + 1] ?? 0) <= (one[at + 3] ?? 0)
  );
}

function touchesOnALine(lines: Lines): boolean {
  const { numbers, runs } = lines;
  return !everyMeeting(lines, lines, (run, otherRun) => {
    if (runs.ring[run] === runs.ring[otherRun]) return true;
    for (let corner = runs.from[run] ?? 0; corner < (runs.end[run] ?? 0); corner += 2)
      if (isOnALine(lines, otherRun, numbers[corner] ?? 0, numbers[corner + 1] ?? 0)) return false;
    return true;
  });
}

function isOnALine({ numbers, runs }: Lines, run: number, lon: number, lat: number): boolean {
  for (let at = runs.from[run] ?? 0; at < (runs.end[run] ?? 0); at += 2) {
    const [lon1 = 0, lat1 = 0] = [numbers[at], numbers[at + 1]];
    const [lon2 = 0, lat2 = 0] = [numbers[at + 2], numbers[at + 3]];
    const along = (lon - lon1) * (lon - lon2) + (lat - lat1) * (lat - lat2);
    if (along < 0 && orient2d(lon1, lat1, lon2, lat2, lon, lat) === 0) return true;
  }
  return false;
}

/**
 * Whether the ground of an outline covers a position on none of its edges. Counts the edges to its east, each
 * half-open at its upper end, by an exact orientation test.
 */
export function coversPosition(outline: Outline, lon: number, lat: number): boolean {
  const { numbers, runs, boxes, levels } = outline;
  let inside = false;
  const descend = (level: number, node: number): boolean => {
    const box = 4 * node;
    const [south = 0, east = 0, north = 0] = [boxes[box + 1], boxes[box + 2], boxes[box + 3]];
    if (lat < south || lat > north || lon > east) return true;
    if (level > 0) return under(outline, level, node, (child) => descend(level - 1, child));
    const run = { from: runs.from[node] ?? 0, end: runs.end[node] ?? 0 };
    if (edgesToTheEast(numbers, run, lon, lat) % 2 === 1) inside = !inside;
    return true;
  };
  const top = levels.length - 2;
  descend(top, levels[top] ?? 0);
  return inside;
}

/** How many edges, from one up to but not including another, pass to the east of a position on none of them. */
export function edgesToTheEast(
  numbers: ArrayLike<number>,
  { from, end }: { readonly from: number; readonly end: number },
  lon: number,
  lat: number,
): number {
  let count = 0;
  for (let at = from; at < end; at += 2) {
    const [lon1 = 0, lat1 = 0] = [numbers[at], numbers[at + 1]];
    const [lon2 = 0, lat2 = 0] = [numbers[at + 2], numbers[at + 3]];
    if (lat1 <= lat === lat2 <= lat) continue;
    if (orient2d(lon1, lat1, lon2, lat2, lon, lat) < 0 === lat1 < lat2) count++;
  }
  return count;
}
