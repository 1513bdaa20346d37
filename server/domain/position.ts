import type { Brand } from './brand.ts';

/** WGS84 degrees, longitude first (RFC 7946). Both numbers finite and on the globe. */
export type LonLat = Brand<readonly [lon: number, lat: number], 'LonLat'>;

/** Box `[west, south, east, north]`, WGS84 degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The land and near waters of the United Kingdom, with the Channel Islands. */
export const UNITED_KINGDOM: Box = [-14, 49, 3, 61.5];

export function parseLonLat(lon: number, lat: number): LonLat | undefined {
  const onGlobe = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return onGlobe ? ([lon, lat] as const as LonLat) : undefined;
}

export function isInBox([lon, lat]: LonLat, [west, south, east, north]: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Metres in a degree at this latitude, on a sphere of the Earth's mean radius: good to 0.5 %. */
export function metresPerDegree(lat: number): readonly [east: number, north: number] {
  const north = (Math.PI / 180) * 6_371_008.8;
  return [north * Math.cos((lat * Math.PI) / 180), north];
}

/** For places near each other: on the flat. */
export function metresBetween([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number {
  const [east, north] = metresPerDegree((lat + otherLat) / 2);
  return Math.hypot((otherLon - lon) * east, (otherLat - lat) * north);
}
