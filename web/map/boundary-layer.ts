import type { MultiPolygon, Polygon, Position } from 'geojson';
import { geoJSON, type GeoJSON, latLng, type LatLng, type PathOptions } from 'leaflet';

export type Boundary = Polygon | MultiPolygon;

/** GeoJSON is longitude first, Leaflet latitude first: turned round here and nowhere else. */
export function boundaryLayer(boundary: Boundary, style: PathOptions): GeoJSON {
  // Interaction and pane are fixed when a path is made: `style` alone comes too late for them.
  const { interactive = true, pane } = style;
  return geoJSON(boundary, { style, interactive, ...(pane !== undefined && { pane }) });
}

export function pointAt({ lat, lon }: { readonly lat: number; readonly lon: number }): LatLng {
  return latLng(lat, lon);
}

/** A point to write a name at: the middle of the largest ring, weighed by its ground. */
export function labelPoint(boundary: Boundary): LatLng {
  const rings = outerRings(boundary).map(centroid);
  const largest = rings.reduce((best, each) => (each.area > best.area ? each : best), {
    area: 0,
    lon: 0,
    lat: 0,
  });
  return latLng(largest.lat, largest.lon);
}

function outerRings(boundary: Boundary): Position[][] {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  return polygons.flatMap(([outer]) => (outer ? [outer] : []));
}

/** The shoelace formula, in degrees: near enough to place a word. */
function centroid(ring: readonly Position[]): { area: number; lon: number; lat: number } {
  let [twice, lon, lat] = [0, 0, 0];
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    lon += (x1 + x2) * cross;
    lat += (y1 + y2) * cross;
  });
  const [first = [0, 0]] = ring;
  if (twice === 0) return { area: 0, lon: first[0] ?? 0, lat: first[1] ?? 0 };
  return { area: Math.abs(twice) / 2, lon: lon / (3 * twice), lat: lat / (3 * twice) };
}
