import type { MultiPolygon, Polygon } from 'geojson';

import type { Box } from './position.ts';

/** A boundary's ground: WGS84 degrees, longitude first, rings closed, holes after their shell (RFC 7946). */
export type Shape = Polygon | MultiPolygon;

/** `[lon, lat]` pairs; the last repeats the first. */
export type Ring = readonly (readonly number[])[];

export function polygonsOf(shape: Shape): readonly (readonly Ring[])[] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}

/** Shapes that do not overlap as one, lines between neighbours still there. Undefined of none. */
export function besideEachOther(shapes: readonly Shape[]): Shape | undefined {
  if (shapes.length === 0) return undefined;
  const coordinates = shapes.flatMap((shape) =>
    shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
  );
  return { type: 'MultiPolygon', coordinates };
}

export function ringsOf(shape: Shape): readonly Ring[] {
  return polygonsOf(shape).flat();
}

export function* edgesOf(ring: Ring): Generator<readonly [readonly number[], readonly number[]]> {
  for (let at = 1; at < ring.length; at++) {
    const from = ring[at - 1];
    const to = ring[at];
    if (from && to) yield [from, to];
  }
}

export function boxOf(shape: Shape): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of ringsOf(shape)) {
    for (const [lon = 0, lat = 0] of ring) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

/** The middle of a shape's ground, reckoned on a plane: near enough to tell whether it moved. */
export function centroidOf(shape: Shape): readonly [lon: number, lat: number] {
  let [lon, lat, weight] = [0, 0, 0];
  for (const polygon of polygonsOf(shape))
    for (const [at, ring] of polygon.entries()) {
      const part = ringCentroid(ring);
      const signed = at === 0 ? part.weight : -part.weight;
      lon += part.lon * signed;
      lat += part.lat * signed;
      weight += signed;
    }
  return [lon / weight, lat / weight];
}

type WeightedPoint = { readonly lon: number; readonly lat: number; readonly weight: number };

/** Reckoned from the ring's first point, so that small rings far from 0, 0 lose no digits. */
function ringCentroid(ring: Ring): WeightedPoint {
  const [originLon = 0, originLat = 0] = ring[0] ?? [];
  let [lon, lat, doubled] = [0, 0, 0];
  for (const [[lon1 = 0, lat1 = 0], [lon2 = 0, lat2 = 0]] of edgesOf(ring)) {
    const [x1, y1, x2, y2] = [
      lon1 - originLon,
      lat1 - originLat,
      lon2 - originLon,
      lat2 - originLat,
    ];
    const cross = x1 * y2 - x2 * y1;
    lon += (x1 + x2) * cross;
    lat += (y1 + y2) * cross;
    doubled += cross;
  }
  return {
    lon: originLon + lon / (3 * doubled),
    lat: originLat + lat / (3 * doubled),
    weight: Math.abs(doubled),
  };
}
