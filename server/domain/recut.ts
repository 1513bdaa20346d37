import type { Area } from './area.ts';

/** One area's part of the ground, people or postcodes of another. */
export type Weighed = { readonly left: Area; readonly right: Area; readonly weight: number };

export type RecutArea = {
  readonly area: Area;
  /** Whole cases; over all areas, and those not placed, they add up to the total. */
  readonly count: number;
  /** Cases that can be nowhere else: those of areas wholly within. */
  readonly atLeast: number;
  /** All cases of every area that shares ground with it. */
  readonly atMost: number;
  /** Were each case to fall by chance where people live: the binomial standard deviation. */
  readonly standardError: number;
};

export type Recut = {
  readonly total: number;
  /** Most cases first. */
  readonly areas: readonly RecutArea[];
  /** Cases of areas that share no ground with the other side. */
  readonly unplaced: number;
  /** Cases of areas that lie in several of the other side, and had to be shared out. */
  readonly crossing: number;
};

/**
 * Counts of one geography told by another: each area's cases are shared out as its weight is (areal or dasymetric
 * weighting, Goodchild and Lam 1980), rounded by largest remainders so that every case is kept.
 */
export function recut(counts: ReadonlyMap<Area, number>, weighed: readonly Weighed[]): Recut {
  const byLeft = Map.groupBy(
    weighed.filter(({ weight }) => weight > 0),
    ({ left }) => left,
  );
  const sums = new Map<Area, Omit<RecutArea, 'area'>>();
  let [total, unplaced, crossing] = [0, 0, 0];
  for (const [area, count] of counts) {
    total += count;
    // In an order of their own: what is left over goes the same way whatever order they came in.
    const partners = (byLeft.get(area) ?? []).sort((a, b) => a.right.id - b.right.id);
    if (partners.length === 0) unplaced += count;
    if (partners.length > 1) crossing += count;
    for (const each of sharedOut(count, partners)) add(sums, each);
  }
  return {
    total,
    unplaced,
    crossing,
    areas: [...sums]
      .map(([area, { standardError, ...sum }]) => ({
        area,
        ...sum,
        standardError: Math.sqrt(standardError),
      }))
      .sort((a, b) => b.count - a.count || a.area.id - b.area.id),
  };
}

type Part = Omit<RecutArea, 'standardError'> & { readonly variance: number };

function sharedOut(count: number, partners: readonly Weighed[]): Part[] {
  const shares = sharesOf(partners.map(({ weight }) => weight));
  const whole = apportion(count, shares);
  return partners.map(({ right }, at) => {
    const share = shares[at] ?? 0;
    return {
      area: right,
      count: whole[at] ?? 0,
      atLeast: partners.length === 1 ? count : 0,
      atMost: count,
      variance: count * share * (1 - share),
    };
  });
}

function sharesOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Whole numbers in these shares that add up to the count: what is left over goes to the largest remainders. */
export function apportion(count: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * count);
  const floors = exact.map(Math.floor);
  const left = count - floors.reduce((sum, floor) => sum + floor, 0);
  const largest = exact
    .map((value, at) => ({ at, remainder: value - (floors[at] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
    .slice(0, left);
  const given = new Set(largest.map(({ at }) => at));
  return floors.map((floor, at) => floor + Number(given.has(at)));
}

/** Variances add up; the root is taken at the end. */
function add(sums: Map<Area, Omit<RecutArea, 'area'>>, { area, variance, ...part }: Part): void {
  const sum = sums.get(area) ?? { count: 0, atLeast: 0, atMost: 0, standardError: 0 };
  sums.set(area, {
    count: sum.count + part.count,
    atLeast: sum.atLeast + part.atLeast,
    atMost: sum.atMost + part.atMost,
    standardError: sum.standardError + variance,
  });
}
