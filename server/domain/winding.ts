import { edgesOf, polygonsOf, type Ring, type Shape } from './shape.ts';

/** The same ground with shells anticlockwise and holes clockwise, as RFC 7946 asks. */
export function wound(shape: Shape): Shape {
  const polygons = polygonsOf(shape).map((rings) =>
    rings.map((ring, at) => (isAnticlockwise(ring) === (at === 0) ? ring : ring.toReversed())),
  ) as number[][][][];
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Measured from the first position, so that small rings far from 0, 0 keep their digits. */
function isAnticlockwise(ring: Ring): boolean {
  const [originLon = 0, originLat = 0] = ring[0] ?? [];
  let twiceArea = 0;
  for (const [[lon1 = 0, lat1 = 0], [lon2 = 0, lat2 = 0]] of edgesOf(ring))
    twiceArea += (lon1 - originLon) * (lat2 - originLat) - (lon2 - originLon) * (lat1 - originLat);
  return twiceArea > 0;
}
