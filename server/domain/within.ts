import type { Area } from './area.ts';
import type { Weight, Weighing } from './coterminosity.ts';
import type { Overlap } from './overlap.ts';
import type { Ground } from './place.ts';

type Counted = Pick<Overlap, 'km2' | 'postcodes' | 'residents'>;

/** Undefined where nobody counted residents. */
function weightOf({ km2, postcodes, residents }: Counted, weight: Weight): number | undefined {
  switch (weight) {
    case 'AREA':
      return km2;
    case 'POSTCODES':
      return postcodes;
    case 'RESIDENTS':
      return residents ?? undefined;
  }
}

export type Limit = {
  readonly within: Area;
  /** What each area of either side shares with the limiting area, slivers left out. */
  readonly shared: ReadonlyMap<Area, Counted>;
  readonly cells: readonly { readonly ground: Ground; readonly postcodes: number }[];
};

/** An overlap whose people nobody counted, or that lies across the limit, so that its part within is unknown. */
export type Unweighable = { readonly kind: 'uncounted' | 'across'; readonly overlap: Overlap };

/** Lines of two files never meet exactly: shares closer than this to none or all of an overlap are that. */
const NEARLY = 0.02;

export function weigh(
  overlaps: readonly Overlap[],
  weight: Weight,
  limit: Limit | undefined,
): Weighing | Unweighable {
  const shared = limit
    ? sharesWithin(overlaps, limit)
    : overlaps.map((overlap) => ({ overlap, share: 1 }));
  const across = shared.find(({ share }) => share < 1);
  if (across) return { kind: 'across', overlap: across.overlap };
  const uncounted = shared.find(({ overlap }) => weightOf(overlap, weight) === undefined);
  if (uncounted) return { kind: 'uncounted', overlap: uncounted.overlap };
  const whole = (of: Counted | undefined): number => (of && weightOf(of, weight)) ?? 0;
  return {
    kind: 'weighing',
    overlaps: shared.map(({ overlap }) => ({ overlap, weight: whole(overlap) })),
    totalOf: (area) => whole(limit ? limit.shared.get(area) : area),
  };
}

/** Overlaps with ground within the limit, and how much of each. */
function sharesWithin(
  overlaps: readonly Overlap[],
  limit: Limit,
): { readonly overlap: Overlap; readonly share: number }[] {
  const inside = postcodesWithin(limit);
  return overlaps
    .map((overlap) => ({ overlap, share: tidy(shareWithin(overlap, limit, inside)) }))
    .filter(({ share }) => share > 0);
}

function tidy(share: number): number {
  if (share < NEARLY) return 0;
  return share > 1 - NEARLY ? 1 : share;
}

/**
 * How much of an overlap lies within the limit, by its postcodes: all or nothing where one side nests in
 * the limit, as districts do in counties. Ground without postcodes goes by the left area's share.
 */
function shareWithin(
  overlap: Overlap,
  { shared }: Limit,
  inside: ReadonlyMap<string, number>,
): number {
  if (!shared.has(overlap.left) || !shared.has(overlap.right)) return 0;
  if (overlap.postcodes > 0)
    return Math.min(1, (inside.get(keyOf(overlap.left, overlap.right)) ?? 0) / overlap.postcodes);
  const left = shared.get(overlap.left);
  return left && overlap.left.km2 > 0 ? Math.min(1, left.km2 / overlap.left.km2) : 0;
}

function postcodesWithin({ within, cells }: Limit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ground, postcodes } of cells) {
    if (!ground.includes(within)) continue;
    for (const left of ground)
      for (const right of ground) {
        const key = keyOf(left, right);
        counts.set(key, (counts.get(key) ?? 0) + postcodes);
      }
  }
  return counts;
}

function keyOf(left: Area, right: Area): string {
  return `${left.id} ${right.id}`;
}
