import { FAR_METRES } from './place.ts';
import { type Box, type LonLat, metresPerDegree } from './position.ts';

/** Stands for no area, where places in a list of areas count from 0. */
export const NONE = -1;
/** Stands for what must be asked of each point by itself. */
export const SEVERAL = -2;
const UNKNOWN = 0;
const FIRST = 3;

/** What holds for every point of one square, each a place in a list of areas, `NONE` or `SEVERAL`. */
export type Square = {
  /** The area that covers it. */
  readonly cover: number;
  /** The area whose lines are the only ones within `FAR_METRES`. */
  readonly near: number;
};

/** Looks at a square: itself, and with all that is within `FAR_METRES` of it. */
export type Look = (square: Box, withReach: Box, point: LonLat) => Square;

/** Degrees: about a kilometre. */
const SIDE = 0.01;

/** Ground in squares, each looked at when a point of it is first asked about. Undefined outside the box. */
export function squaresOf(
  [west, south, east, north]: Box,
  look: Look,
): (point: LonLat) => Square | undefined {
  const columns = Math.max(0, Math.ceil((east - west) / SIDE));
  const rows = Math.max(0, Math.ceil((north - south) / SIDE));
  const covers = new Int32Array(columns * rows);
  const nears = new Int32Array(columns * rows);
  return (point) => {
    const column = Math.floor((point[0] - west) / SIDE);
    const row = Math.floor((point[1] - south) / SIDE);
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return undefined;
    const at = row * columns + column;
    if (covers[at] === UNKNOWN) {
      const square = boxAt(west + column * SIDE, south + row * SIDE);
      const { cover, near } = look(square, withReach(square), point);
      covers[at] = cover + FIRST;
      nears[at] = near + FIRST;
    }
    return { cover: (covers[at] ?? 0) - FIRST, near: (nears[at] ?? 0) - FIRST };
  };
}

function boxAt(west: number, south: number): Box {
  return [west, south, west + SIDE, south + SIDE];
}

/** A little further than `FAR_METRES`, so that rounding hides no line. */
function withReach([west, south, east, north]: Box): Box {
  const [metresEast, metresNorth] = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)));
  const [lon, lat] = [(1.01 * FAR_METRES) / metresEast, (1.01 * FAR_METRES) / metresNorth];
  return [west - lon, south - lat, east + lon, north + lat];
}
