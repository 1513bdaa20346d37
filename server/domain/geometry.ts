import { simplify } from '@turf/turf';

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
