import type { Shape } from '../../server/domain/shape.ts';

/** Degrees. */
export function box(west: number, south: number, east: number, north: number): Shape {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as [number, number][];
  return { type: 'Polygon', coordinates: [ring] };
}
