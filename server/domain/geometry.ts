import { pointOnFeature, simplify } from '@turf/turf';

import { type LonLat, parseLonLat } from './position.ts';
import { ringsOf, type Shape } from './shape.ts';

/** Degrees: about 1 m, doubled until the shape is small enough. */
const FINEST_TOLERANCE = 0.00001;

/**
 * A shape of at most about this many points, for drawing only: no decision is made from it. Shapes that
 * are small enough already come back as they are.
 */
export function simplifyTo(shape: Shape, maxPoints: number): Shape {
  let drawn = shape;
  for (
    let tolerance = FINEST_TOLERANCE;
    pointCount(drawn) > maxPoints && tolerance < 1;
    tolerance *= 2
  )
    drawn = simplify(shape, { tolerance, highQuality: false });
  return drawn;
}

function pointCount(shape: Shape): number {
  return ringsOf(shape).reduce((sum, ring) => sum + ring.length, 0);
}

/** Some point of the shape, for putting a mark or a name on it. */
export function pointOn(shape: Shape): LonLat {
  const [lon = 0, lat = 0] = pointOnFeature(shape).geometry.coordinates;
  const point = parseLonLat(lon, lat);
  if (!point) throw new Error(`A shape lies off the globe, at ${lon}, ${lat}`);
  return point;
}
