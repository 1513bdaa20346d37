import { isInBox, parseLonLat, UNITED_KINGDOM } from '../../server/domain/position.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { describe } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { wound } from '../../server/domain/winding.ts';
import { SHORTEST_RING } from './mend.ts';

/** Checks what GEOS does not: that this is GeoJSON ground in WGS84, longitude first, in the United Kingdom. */
export function parseShape(geometry: unknown, where: string): Shape {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon') return wound({ type, coordinates: parsePolygon(coordinates, where) });
  if (type !== 'MultiPolygon')
    throw new InputFault(`${where}: wanted a Polygon or MultiPolygon, found ${describe(type)}`);
  const polygons = list(coordinates, 'polygons', where).map((polygon) =>
    parsePolygon(polygon, where),
  );
  return wound({ type, coordinates: polygons });
}

function parsePolygon(value: unknown, where: string): number[][][] {
  return list(value, 'rings', where).map((ring) => parseRing(ring, where));
}

function parseRing(value: unknown, where: string): number[][] {
  const ring = list(value, 'positions', where).map((position) => parsePosition(position, where));
  if (ring.length < SHORTEST_RING)
    throw new InputFault(
      `${where}: wanted rings of at least ${SHORTEST_RING} positions, found one of ${ring.length}`,
    );
  const [first = [], last = []] = [ring[0], ring.at(-1)];
  if (first[0] !== last[0] || first[1] !== last[1])
    throw new InputFault(
      `${where}: wanted closed rings, found one from ${first.join(', ')} to ${last.join(', ')}`,
    );
  return ring;
}

/** A height after longitude and latitude is left out. */
function parsePosition(value: unknown, where: string): number[] {
  const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isNumber(lon) || !isNumber(lat))
    throw new InputFault(`${where}: wanted positions of two numbers, found ${describe(value)}`);
  const fault = positionFault(lon, lat);
  if (fault !== undefined) throw new InputFault(`${where}: wanted ${fault}`);
  return [lon, lat];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** What was wanted instead of a position outside the United Kingdom, by what it looks like. */
export function positionFault(lon: number, lat: number): string | undefined {
  const position = parseLonLat(lon, lat);
  if (position && isInBox(position, UNITED_KINGDOM)) return undefined;
  const swapped = parseLonLat(lat, lon);
  if (swapped && isInBox(swapped, UNITED_KINGDOM))
    return `positions in the United Kingdom, found latitude and longitude the other way round: latitude ${lat}, longitude ${lon}`;
  if (!position)
    return `degrees of WGS84, found what look like metres of a national grid: ${lon}, ${lat}`;
  return `positions in the United Kingdom, found ${lon}, ${lat}`;
}

function list(value: unknown, what: string, where: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new InputFault(`${where}: wanted a list of ${what}, found ${describe(value)}`);
  return value as readonly unknown[];
}
