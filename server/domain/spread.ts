import type { BoundaryIndex } from './boundary-index.ts';
import type { Ground, Part } from './place.ts';
import { type LonLat, metresPerDegree, parseLonLat } from './position.ts';

/** Directions in which the addresses round a point are sampled, on two circles of equal-area rings. */
const DIRECTIONS = 8;
/** Radii of the two circles as a share of the spread: the middles, by area, of the inner and outer half of a disc. */
const RINGS = [Math.sqrt(0.25), Math.sqrt(0.75)];
/** The point counts as much as a whole circle: a directory puts it at an address, among most of the others. */
const WEIGHT_OF_POINT = DIRECTIONS;

export type GroundAt = (point: LonLat) => Ground;

/**
 * The ground on which addresses within `spreadMetres` of a point are likely to lie, and in what shares,
 * the largest first: the point itself and 16 samples spread evenly by area over the disc. Samples on no
 * ground are the sea, where nobody lives, unless the point itself is on none or `beyond` says they may be
 * ground nobody loaded; then they are a part without ground. Where sets draw one coast differently, a
 * sample may lie in some of the areas of another and in no further one: it counts as that other's ground.
 */
export function partsRound(
  point: LonLat,
  spreadMetres: number,
  groundAt: GroundAt,
  beyond: 'sea' | 'elsewhere' = 'sea',
): Part[] {
  const counts = new Map<string, Counted>();
  const own = groundAt(point);
  count(counts, own, WEIGHT_OF_POINT);
  const keepsNone = beyond === 'elsewhere' || own.length === 0;
  for (const ground of disc(point, spreadMetres).map(groundAt))
    if (ground.length > 0 || keepsNone) count(counts, ground, 1);
  const whole = withoutLesser([...counts.values()]);
  const total = whole.reduce((sum, each) => sum + each.count, 0);
  return whole.map((each) => ({ ground: each.ground, share: each.count / total }));
}

export function groundFrom(indexes: readonly BoundaryIndex[]): GroundAt {
  return (point) => indexes.map(({ areaAt }) => areaAt(point)).filter((area) => area !== undefined);
}

type Counted = { readonly ground: Ground; readonly count: number };

function count(counts: Map<string, Counted>, ground: Ground, weight: number): void {
  const key = ground.map(({ id }) => id).join();
  counts.set(key, { ground, count: (counts.get(key)?.count ?? 0) + weight });
}

/** Adds ground that lacks only some areas of another's to the heaviest such other. */
function withoutLesser(counted: readonly Counted[]): Counted[] {
  const heaviestFirst = counted.toSorted((a, b) => b.count - a.count);
  const fullestFirst = heaviestFirst.toSorted((a, b) => b.ground.length - a.ground.length);
  const kept: { ground: Ground; count: number }[] = [];
  for (const each of fullestFirst) {
    const fuller =
      each.ground.length > 0 &&
      kept.find(({ ground }) => each.ground.every((area) => ground.includes(area)));
    if (fuller) fuller.count += each.count;
    else kept.push({ ...each });
  }
  return kept.sort((a, b) => b.count - a.count);
}

function disc([lon, lat]: LonLat, radius: number): LonLat[] {
  const [east, north] = metresPerDegree(lat);
  return RINGS.flatMap((share) =>
    Array.from({ length: DIRECTIONS }, (_, step) => {
      const angle = (2 * Math.PI * step) / DIRECTIONS;
      const metres = radius * share;
      return parseLonLat(
        lon + (metres * Math.cos(angle)) / east,
        lat + (metres * Math.sin(angle)) / north,
      );
    }),
  ).filter((sample) => sample !== undefined);
}
