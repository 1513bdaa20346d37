import { polygonsOf, type Shape } from '../../server/domain/shape.ts';
import { wound } from '../../server/domain/winding.ts';

/** A shape as plain numbers: a quarter of the room, and every thread sees the same ones. */
export type PackedShape = {
  /** Longitude and latitude in turn, ring after ring. */
  readonly numbers: Float64Array;
  /** How many positions each ring has. */
  readonly rings: readonly number[];
  /** How many rings each polygon has, its shell first. */
  readonly polygons: readonly number[];
};

/** A ring by its place among the numbers. */
export type PackedRing = { readonly from: number; readonly end: number; readonly isShell: boolean };

export function ringsOf({ rings, polygons }: PackedShape): PackedRing[] {
  let [ring, from] = [0, 0];
  return polygons.flatMap((count) =>
    Array.from({ length: count }, (_, nth) => {
      const place = { from, end: from + 2 * (rings[ring++] ?? 0), isShell: nth === 0 };
      from = place.end;
      return place;
    }),
  );
}

/**
 * Square degrees, more than none where the ring goes anticlockwise. Measured from the first position, so that
 * small rings far from 0, 0 keep their digits.
 */
export function ringArea(
  numbers: ArrayLike<number>,
  { from, end }: Pick<PackedRing, 'from' | 'end'>,
): number {
  const [lon = 0, lat = 0] = [numbers[from], numbers[from + 1]];
  let twice = 0;
  for (let at = from; at + 3 < end; at += 2)
    twice +=
      ((numbers[at] ?? 0) - lon) * ((numbers[at + 3] ?? 0) - lat) -
      ((numbers[at + 2] ?? 0) - lon) * ((numbers[at + 1] ?? 0) - lat);
  return twice / 2;
}

export function packed(shape: Shape): PackedShape {
  const polygons = polygonsOf(shape);
  const rings = polygons.flat();
  const numbers = sharedNumbers(2 * rings.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const ring of rings)
    for (const [lon = 0, lat = 0] of ring) {
      numbers[at++] = lon;
      numbers[at++] = lat;
    }
  return {
    numbers,
    rings: rings.map(({ length }) => length),
    polygons: polygons.map(({ length }) => length),
  };
}

/** Numbers that threads share rather than copy. */
export function sharedNumbers(count: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
}

/** With its rings the way round that RFC 7946 asks for. */
export function unpacked({ numbers, rings, polygons }: PackedShape): Shape {
  let [ring, at] = [0, 0];
  const takeRing = (): number[][] =>
    Array.from({ length: rings[ring++] ?? 0 }, () => [numbers[at++] ?? 0, numbers[at++] ?? 0]);
  const coordinates = polygons.map((length) => Array.from({ length }, takeRing));
  const [first, ...others] = coordinates;
  return wound(
    first && others.length === 0
      ? { type: 'Polygon', coordinates: first }
      : { type: 'MultiPolygon', coordinates },
  );
}
