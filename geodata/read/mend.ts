/** A geometry as its file has it, and what was mended in it, in words. */
export type Mended = { readonly geometry: unknown; readonly faults: readonly string[] };

/** GeoJSON closes a ring by repeating its first position, so a triangle has four. */
export const SHORTEST_RING = 4;

/** Closes rings and leaves out empty parts and rings too short to hold ground. What it cannot understand it leaves as it is. */
export function mended(geometry: unknown): Mended {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates))
    return { geometry, faults: [] };
  const faults: string[] = [];
  const mend = type === 'Polygon' ? mendPolygon : mendPolygons;
  return { geometry: { type, coordinates: mend(coordinates, faults) }, faults };
}

function mendPolygons(polygons: readonly unknown[], faults: string[]): unknown[] {
  return polygons
    .map((polygon) => (Array.isArray(polygon) ? mendPolygon(polygon, faults) : polygon))
    .filter((polygon) => !isEmpty(polygon));
}

/** Without its shell a polygon is no ground, whatever holes it has. */
function mendPolygon(rings: readonly unknown[], faults: string[]): unknown[] {
  if (rings.length === 0) faults.push('an empty part');
  const [shell, ...holes] = rings.map((ring) => mendRing(ring, faults));
  return shell === undefined || isEmpty(shell)
    ? []
    : [shell, ...holes.filter((hole) => !isEmpty(hole))];
}

function mendRing(ring: unknown, faults: string[]): unknown {
  if (!Array.isArray(ring)) return ring;
  const closed = closedRing(ring as unknown[], faults);
  if (closed.length >= SHORTEST_RING) return closed;
  faults.push(isEmpty(ring) ? 'an empty ring' : `a ring of ${ring.length} positions${at(ring[0])}`);
  return [];
}

function closedRing(ring: readonly unknown[], faults: string[]): readonly unknown[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length === 0 || isSamePosition(first, last)) return ring;
  faults.push(`a ring left open${at(last)}`);
  return [...ring, first];
}

function isSamePosition(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) && one[0] === other[0] && one[1] === other[1];
}

function at(position: unknown): string {
  return Array.isArray(position) ? ` at ${position.slice(0, 2).join(', ')}` : '';
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}
