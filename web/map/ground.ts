import type { GeometryCollection, Topology } from 'topojson-specification';

import { type Box, boxAround, isInside, type Path, pathOf } from './path.ts';

/** What the service draws of two sets: each stretch of line once, in steps of a grid. */
export type DrawnSets = Topology<Record<'lefts' | 'rights' | 'overlaps', GeometryCollection>> & {
  /** How far at most a line is drawn from where it runs. */
  readonly metres: number;
};

/** The ground of an area or overlap. */
export type Piece = {
  readonly box: Box;
  readonly rings: readonly Path[];
  /** The stretches of line its rings are made of, by number; one run backwards is `~number`. */
  readonly lines: readonly (readonly number[])[];
};

/** Two sets and their overlaps, by code and by both codes, ready to be drawn at any size. */
export type Ground = {
  readonly metres: number;
  readonly lefts: ReadonlyMap<string, Piece>;
  readonly rights: ReadonlyMap<string, Piece>;
  readonly overlaps: ReadonlyMap<string, Piece>;
  /** Each stretch of line, from end to end. */
  readonly lines: readonly Float64Array[];
};

export function groundOf({ metres, arcs, transform, objects }: DrawnSets): Ground {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const lines = arcs.map((arc) => {
    const xy = new Float64Array(arc.length * 2);
    let [lon, lat] = [0, 0];
    arc.forEach(([stepEast = 0, stepNorth = 0], at) => {
      lon += stepEast;
      lat += stepNorth;
      xy.set(onWorld(lon * scale[0] + translate[0], lat * scale[1] + translate[1]), 2 * at);
    });
    return xy;
  });
  const pieces = (collection: GeometryCollection): Map<string, Piece> =>
    new Map(
      collection.geometries.map((geometry) => [
        String(geometry.id),
        pieceOf(ringsOf(geometry), lines),
      ]),
    );
  return {
    metres,
    lefts: pieces(objects.lefts),
    rights: pieces(objects.rights),
    overlaps: pieces(objects.overlaps),
    lines,
  };
}

/** Web Mercator, the world one unit wide. */
export function onWorld(lon: number, lat: number): readonly [x: number, y: number] {
  const radians = (lat * Math.PI) / 180;
  const north = Math.log(Math.tan(Math.PI / 4 + radians / 2));
  return [(lon + 180) / 360, 0.5 - north / (2 * Math.PI)];
}

export function fromWorld(x: number, y: number): { readonly lat: number; readonly lon: number } {
  const lat = 2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2;
  return { lat: (lat * 180) / Math.PI, lon: x * 360 - 180 };
}

function ringsOf(geometry: GeometryCollection['geometries'][number]): number[][] {
  if (geometry.type === 'Polygon') return geometry.arcs;
  return geometry.type === 'MultiPolygon' ? geometry.arcs.flat() : [];
}

function pieceOf(rings: readonly (readonly number[])[], lines: readonly Float64Array[]): Piece {
  const paths = rings.map((ring) => pathOf(joined(ring, lines)));
  return { box: boxAround(paths.map(({ box }) => box)), rings: paths, lines: rings };
}

/** Stretches one after another, where each begins at the end of the one before. */
function joined(ring: readonly number[], lines: readonly Float64Array[]): Float64Array {
  const parts = ring.map((number) => {
    const line = lines[number < 0 ? ~number : number] ?? new Float64Array();
    return number < 0 ? turned(line) : line;
  });
  const length = parts.reduce((sum, part) => sum + part.length - 2, 2);
  const xy = new Float64Array(Math.max(0, length));
  let at = 0;
  for (const part of parts) {
    xy.set(part, at);
    at += part.length - 2;
  }
  return xy;
}

function turned(line: Float64Array): Float64Array {
  const spots = line.length / 2;
  return Float64Array.from(line, (_value, at) => {
    const spot = spots - 1 - Math.floor(at / 2);
    return line[2 * spot + (at % 2)] ?? 0;
  });
}

/**
 * The lines of some pieces, each stretch once however many pieces it bounds, run together as far as they go:
 * so dashes do not begin anew at every corner where other lines meet.
 */
export function linesOf(pieces: Iterable<Piece>, { lines }: Pick<Ground, 'lines'>): Path[] {
  const drawn = new Set<number>();
  const runs: number[][] = [];
  for (const ring of [...pieces].flatMap((piece) => piece.lines)) {
    let run: number[] = [];
    for (const number of ring) {
      const stretch = number < 0 ? ~number : number;
      if (drawn.has(stretch)) run = [];
      else if (run.push(number) === 1) runs.push(run);
      drawn.add(stretch);
    }
  }
  return runs.map((run) => pathOf(joined(run, lines)));
}

/** Which of some pieces a spot of the world lies in. */
export function pieceAt(
  pieces: ReadonlyMap<string, Piece>,
  x: number,
  y: number,
): string | undefined {
  for (const [id, { box, rings }] of pieces) {
    const [west, north, east, south] = box;
    if (x >= west && x <= east && y >= north && y <= south && isInside(rings, x, y)) return id;
  }
  return undefined;
}

/** Where in a piece a name has most room, and how much. */
export type Room = { readonly x: number; readonly y: number; readonly width: number };

/** Of the height of the largest ring, where it is looked. */
const LOOKED_AT = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
/** What a place off the middle must have more. */
const BETTER = 1.15;

export function roomIn({ rings }: Piece, within = EVERYWHERE): Room {
  const seen = rings.map(({ box }) => cut(box, within));
  const largest = seen.reduce<Box>(
    (most, box) => (ground(most) >= ground(box) ? most : box),
    NOWHERE,
  );
  const [, north, , south] = largest;
  let best: Room = { x: 0, y: 0, width: 0 };
  for (const share of LOOKED_AT) {
    const found = widestAt(rings, north + share * (south - north), within);
    if (found.width > best.width * BETTER) best = found;
  }
  return best;
}

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];
const NOWHERE: Box = [0, 0, 0, 0];

function cut(box: Box, [west, north, east, south]: Box): Box {
  return [
    Math.max(box[0], west),
    Math.max(box[1], north),
    Math.min(box[2], east),
    Math.min(box[3], south),
  ];
}

function ground([west, north, east, south]: Box): number {
  return Math.max(0, east - west) * Math.max(0, south - north);
}

function widestAt(rings: readonly Path[], y: number, [west, , east]: Box): Room {
  const crossed = rings.flatMap(({ xy, box }) => (y < box[1] || y > box[3] ? [] : across(xy, y)));
  crossed.sort((a, b) => a - b);
  let best: Room = { x: 0, y, width: 0 };
  for (let at = 0; at + 1 < crossed.length; at += 2) {
    const [from, to] = [Math.max(crossed[at] ?? 0, west), Math.min(crossed[at + 1] ?? 0, east)];
    if (to - from > best.width) best = { x: (from + to) / 2, y, width: to - from };
  }
  return best;
}

/** Where a ring crosses a line from west to east. */
function across(xy: Float64Array, y: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + 3 < xy.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = xy.subarray(at, at + 4);
    if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return found;
}
