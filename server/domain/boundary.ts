import { orient2d } from 'robust-predicates';

import type { LonLat } from './position.ts';
import { edgesOf, ringsOf, type Shape } from './shape.ts';

/** Answers whether a boundary covers a point, fast: its edges sorted into bands of latitude. */
export type Boundary = {
  readonly south: number;
  readonly bandHeight: number;
  /** Per band, the edges that enter it: `lon, lat` of the lower end, then of the upper. */
  readonly bands: readonly Float64Array[];
};

const EDGES_PER_BAND = 16;

export function boundaryOf(shape: Shape): Boundary {
  const edges = upwardEdges(shape);
  const south = Math.min(...bounds(edges, 1, Math.min));
  const north = Math.max(...bounds(edges, 3, Math.max));
  const count = Math.max(1, Math.ceil(edges.length / EDGES_PER_BAND));
  const bandHeight = (north - south) / count || 1;
  const bands: number[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    const first = bandAt(edge[1], south, bandHeight, count);
    const last = bandAt(edge[3], south, bandHeight, count);
    for (let band = first; band <= last; band++) bands[band]?.push(...edge);
  }
  return { south, bandHeight, bands: bands.map((band) => Float64Array.from(band)) };
}

/**
 * True when the point is inside. Counts the edges to its east, each half-open at its upper end and read
 * from its lower end, by an exact orientation test: of areas that share an edge point for point, exactly
 * one covers a point on it.
 */
export function covers({ south, bandHeight, bands }: Boundary, [lon, lat]: LonLat): boolean {
  const band = bands[bandAt(lat, south, bandHeight, bands.length)];
  if (!band || lat < south) return false;
  let inside = false;
  for (let at = 0; at < band.length; at += 4) {
    const lowLat = band[at + 1] ?? 0;
    const highLat = band[at + 3] ?? 0;
    if (lat < lowLat || lat >= highLat) continue;
    if (orient2d(band[at] ?? 0, lowLat, band[at + 2] ?? 0, highLat, lon, lat) < 0) inside = !inside;
  }
  return inside;
}

type Edge = readonly [lowLon: number, lowLat: number, highLon: number, highLat: number];

/** Level edges never count: a half-open one is empty. */
function upwardEdges(shape: Shape): Edge[] {
  const edges: Edge[] = [];
  for (const ring of ringsOf(shape)) {
    for (const [[lon1 = 0, lat1 = 0], [lon2 = 0, lat2 = 0]] of edgesOf(ring)) {
      if (lat1 < lat2) edges.push([lon1, lat1, lon2, lat2]);
      else if (lat2 < lat1) edges.push([lon2, lat2, lon1, lat1]);
    }
  }
  return edges;
}

function bounds(
  edges: readonly Edge[],
  at: 1 | 3,
  pick: (a: number, b: number) => number,
): number[] {
  const [first] = edges;
  return first ? [edges.reduce((best, edge) => pick(best, edge[at]), first[at])] : [0];
}

function bandAt(lat: number, south: number, bandHeight: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((lat - south) / bandHeight)));
}
