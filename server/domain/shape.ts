import type { MultiPolygon, Polygon } from 'geojson';

import { type Box, metresPerDegree } from './position.ts';

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

const RADIANS = Math.PI / 180;
/** WGS84: semi-major axis in kilometres, and first eccentricity. */
const SEMI_MAJOR_KM = 6378.137;
const ECCENTRICITY = Math.sqrt(0.006694379990141316);

/**
 * Square kilometres on the WGS84 ellipsoid, edges straight in longitude and latitude. Adding a point on an
 * edge changes nothing, so the parts of a cut shape add up to the whole (Snyder 1987, equation 3-12).
 */
export function areaKm2(shape: Shape): number {
  let total = 0;
  for (const polygon of polygonsOf(shape)) {
    polygon.forEach((ring, at) => {
      const area = Math.abs(ringArea(ring));
      total += at === 0 ? area : -area;
    });
  }
  return total;
}

/** Two-point Gauss quadrature along each edge: error far under rounding for edges of a few kilometres. */
const GAUSS = 0.5 / Math.sqrt(3);

function ringArea(ring: Ring): number {
  let [sum, lon1, lat1] = [0, ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0];
  for (const position of ring) {
    const [lon2, lat2] = [position[0] ?? 0, position[1] ?? 0];
    const middle = (lat1 + lat2) / 2;
    const step = (lat2 - lat1) * GAUSS;
    sum += (lon2 - lon1) * (authalic(middle - step) + authalic(middle + step));
    lon1 = lon2;
    lat1 = lat2;
  }
  return (sum * RADIANS * SEMI_MAJOR_KM ** 2) / 4;
}

/** Snyder's q: twice the area between the equator and a latitude, per radian and squared semi-major axis. */
function authalic(lat: number): number {
  const sine = Math.sin(lat * RADIANS);
  const e = ECCENTRICITY;
  return (
    (1 - e * e) *
    (sine / (1 - e * e * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e))
  );
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

/** Metres round all rings, holes too. */
export function outlineMetres(shape: Shape): number {
  let metres = 0;
  for (const ring of ringsOf(shape)) {
    for (const [[lon1 = 0, lat1 = 0], [lon2 = 0, lat2 = 0]] of edgesOf(ring)) {
      const [east, north] = metresPerDegree((lat1 + lat2) / 2);
      metres += Math.hypot((lon2 - lon1) * east, (lat2 - lat1) * north);
    }
  }
  return metres;
}

/** Mean width in metres: of a long strip its breadth, of a square half its side. */
export function meanWidthMetres(shape: Shape): number {
  const outline = outlineMetres(shape);
  return outline > 0 ? (2e6 * areaKm2(shape)) / outline : 0;
}
