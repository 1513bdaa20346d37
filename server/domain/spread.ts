import type { BoundaryIndex } from './boundary-index.ts';
import type { Ground, Part } from './place.ts';
import { type LonLat, metresPerDegree, parseLonLat } from './position.ts';

/** Directions in which the addresses round a point are sampled, on two circles of equal-area rings. */
const DIRECTIONS = 8;
/** Radii of the two circles as a share of the spread: the middles, by area, of the inner and outer half of a disc. */
const RINGS = [Math.sqrt(0.25), Math.sqrt(0.75)];

export type GroundAt = (point: LonLat) => Ground;

/**
 * The ground on which addresses within `spreadMetres` of a point are likely to lie, and in what shares:
 * the point itself and 16 samples spread evenly by area over the disc. Samples on no ground at all (the sea)
 * do not count.
 */
export function partsRound(point: LonLat, spreadMetres: number, groundAt: GroundAt): Part[] {
  const samples = [point, ...disc(point, spreadMetres)].map(groundAt);
  const onLand = samples.filter((ground) => ground.length > 0);
  const counts = new Map<string, { ground: Ground; count: number }>();
  for (const ground of onLand) {
    const key = ground.map(({ id }) => id).join();
    const seen = counts.get(key);
    counts.set(key, { ground, count: (seen?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ ground, count }) => ({ ground, share: count / onLand.length }));
}

export function groundFrom(indexes: readonly BoundaryIndex[]): GroundAt {
  return (point) => indexes.map(({ areaAt }) => areaAt(point)).filter((area) => area !== undefined);
}

function disc([lon, lat]: LonLat, radius: number): LonLat[] {
  const [east, north] = metresPerDegree(lat);
  return RINGS.flatMap((share) =>
    Array.from({ length: DIRECTIONS }, (_, step) => {
      const angle = (2 * Math.PI * step) / DIRECTIONS;
      const metres = radius * share;
      return parseLonLat(lon + (metres * Math.cos(angle)) / east, lat + (metres * Math.sin(angle)) / north);
    }),
  ).filter((sample) => sample !== undefined);
}
