/** West, north, east and south on a flat map: x runs east, y runs south. */
export type Box = readonly [west: number, north: number, east: number, south: number];

/**
 * A line of spots on the world of Web Mercator, one unit wide, kept so that what lies out of view costs little:
 * in stretches of so many segments, each with its box.
 */
export type Path = {
  /** x, y, x, y … */
  readonly xy: Float64Array;
  readonly box: Box;
  readonly boxes: readonly Box[];
  /** How far along the line each stretch begins. */
  readonly begins: readonly number[];
};

/** Draws in pixels: a canvas has these, and so has the `d` of an SVG. */
export type Pen = {
  readonly moveTo: (x: number, y: number) => void;
  readonly lineTo: (x: number, y: number) => void;
};

/** What of the world is seen, and how large. */
export type View = {
  /** Pixels to a unit of the world. */
  readonly scale: number;
  /** Pixels of the world left of the view and above it. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const STRETCH = 32;

export function pathOf(xy: Float64Array): Path {
  const boxes: Box[] = [];
  const begins: number[] = [];
  let length = 0;
  for (let from = 0; from < Math.max(1, xy.length / 2 - 1); from += STRETCH) {
    const to = Math.min(from + STRETCH, xy.length / 2 - 1);
    boxes.push(boxOfSpots(xy, from, to));
    begins.push(length);
    for (let at = from; at < to; at++) length += lengthFrom(xy, at);
  }
  return { xy, box: boxAround(boxes), boxes, begins };
}

function boxOfSpots(xy: Float64Array, from: number, to: number): Box {
  let [west, north, east, south] = NOWHERE;
  for (let at = from; at <= to; at++) {
    const [x, y] = [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return [west, north, east, south];
}

function lengthFrom(xy: Float64Array, at: number): number {
  const [x, y] = [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0];
  return Math.hypot((xy[2 * at + 2] ?? 0) - x, (xy[2 * at + 3] ?? 0) - y);
}

const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

export function boxAround(boxes: Iterable<Box>): Box {
  let [west, north, east, south] = NOWHERE;
  for (const box of boxes) {
    west = Math.min(west, box[0]);
    north = Math.min(north, box[1]);
    east = Math.max(east, box[2]);
    south = Math.max(south, box[3]);
  }
  return [west, north, east, south];
}

export function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** In the units of the world, with a margin of pixels for the width of lines. */
export function boxOfView({ scale, left, top, width, height }: View, margin = 8): Box {
  return [
    (left - margin) / scale,
    (top - margin) / scale,
    (left + width + margin) / scale,
    (top + height + margin) / scale,
  ];
}

/** Draws what is seen of the world. */
export type Stylus = {
  readonly pen: Pen;
  readonly view: View;
  /** Corners nearer to the one before are left out, pixels. A broad line needs few, and is slow with many. */
  readonly apart: number;
};

/** A ring to be filled, which ends where it begins. A stretch out of view becomes a straight line: what is seen stays the same. */
export function traceRing(stylus: Stylus, { xy, boxes }: Path, seen: Box): void {
  const last = xy.length / 2 - 1;
  const { pen, view } = stylus;
  pen.moveTo(...pixelOf(xy, 0, view));
  for (const [index, box] of boxes.entries()) {
    const from = index * STRETCH;
    const to = Math.min(from + STRETCH, last);
    if (meets(box, seen)) traceOn(stylus, xy, from, to);
    else pen.lineTo(...pixelOf(xy, to, view));
  }
}

function pixelOf(
  xy: Float64Array,
  at: number,
  { scale, left, top }: View,
): readonly [x: number, y: number] {
  return [(xy[2 * at] ?? 0) * scale - left, (xy[2 * at + 1] ?? 0) * scale - top];
}

/** From where the pen is. */
function traceOn({ pen, view, apart }: Stylus, xy: Float64Array, from: number, to: number): void {
  const near = apart / view.scale;
  let [x, y] = [xy[2 * from] ?? 0, xy[2 * from + 1] ?? 0];
  for (let at = from + 1; at < to; at++) {
    const [nextX, nextY] = [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0];
    if (Math.abs(nextX - x) < near && Math.abs(nextY - y) < near) continue;
    [x, y] = [nextX, nextY];
    pen.lineTo(x * view.scale - view.left, y * view.scale - view.top);
  }
  pen.lineTo(...pixelOf(xy, to, view));
}

/** A part of a line that may be in view: the first and last spot, and how far along it begins. */
export type Section = { readonly from: number; readonly to: number; readonly begins: number };

export function sectionsIn({ xy, boxes, begins }: Path, seen: Box): Section[] {
  const last = xy.length / 2 - 1;
  const sections: Section[] = [];
  boxes.forEach((box, index) => {
    if (!meets(box, seen)) return;
    const [from, to] = [index * STRETCH, Math.min((index + 1) * STRETCH, last)];
    const before = sections.at(-1);
    if (before?.to === from) sections[sections.length - 1] = { ...before, to };
    else sections.push({ from, to, begins: begins[index] ?? 0 });
  });
  return sections;
}

export function traceSection(stylus: Stylus, { xy }: Path, { from, to }: Section): void {
  stylus.pen.moveTo(...pixelOf(xy, from, stylus.view));
  traceOn(stylus, xy, from, to);
}

export type Dashes = readonly [on: number, off: number];

/** The dashes of a section, where they would be were all of its line drawn: so they meet wherever a picture is cut. */
export function traceDashes(
  { pen, view }: Stylus,
  { xy }: Path,
  { from, to, begins }: Section,
  [on, off]: Dashes,
): void {
  let along = (begins * view.scale) % (on + off);
  let spot = pixelOf(xy, from, view);
  if (along < on) pen.moveTo(...spot);
  for (let at = from + 1; at <= to; at++) {
    const end = pixelOf(xy, at, view);
    const length = Math.hypot(end[0] - spot[0], end[1] - spot[1]);
    for (let done = 0; done < length;) {
      const isOn = along < on;
      const step = Math.min(length - done, (isOn ? on : on + off) - along);
      done += step;
      along += step;
      const [x, y] = between(spot, end, done / length);
      if (isOn) pen.lineTo(x, y);
      if (along < on + off) continue;
      along = 0;
      pen.moveTo(x, y);
    }
    spot = end;
  }
}

function between(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  share: number,
): readonly [x: number, y: number] {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}

/** Whether a spot lies inside closed rings, holes left out: a ray to the east crosses them an odd number of times. */
export function isInside(rings: readonly Path[], x: number, y: number): boolean {
  let crossed = 0;
  for (const ring of rings) {
    const [west, north, east, south] = ring.box;
    if (x >= west && x <= east && y >= north && y <= south) crossed += crossings(ring, x, y);
  }
  return crossed % 2 === 1;
}

function crossings({ xy, boxes }: Path, x: number, y: number): number {
  let crossed = 0;
  for (const [index, [, north, east, south]] of boxes.entries()) {
    if (y < north || y > south || x > east) continue;
    const end = Math.min((index + 1) * STRETCH, xy.length / 2 - 1);
    for (let at = index * STRETCH; at < end; at++) if (crosses(xy, at, x, y)) crossed += 1;
  }
  return crossed;
}

function crosses(xy: Float64Array, at: number, x: number, y: number): boolean {
  const [x1, y1] = [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0];
  const [x2, y2] = [xy[2 * at + 2] ?? 0, xy[2 * at + 3] ?? 0];
  return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
}
