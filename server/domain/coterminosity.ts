import type { Area } from './area.ts';
import type { Overlap } from './overlap.ts';

export const WEIGHTS = ['AREA', 'POSTCODES', 'RESIDENTS'] as const;
export type Weight = (typeof WEIGHTS)[number];

export const RELATIONS = ['COTERMINOUS', 'WITHIN', 'CONTAINS', 'CROSSES'] as const;
/** Of the left area to the right one. */
export type Relation = (typeof RELATIONS)[number];

/** Shares from here up count as all of an area: lines of two editions never meet exactly. */
export const WHOLE = 0.995;

export type WeighedOverlap = Overlap & {
  readonly weight: number;
  readonly shareOfLeft: number;
  readonly shareOfRight: number;
  readonly relation: Relation;
};

/** What of an area no area of the other side covers: sea, gaps, slivers and ground outside the set. */
export type Remainder = { readonly area: Area; readonly weight: number; readonly share: number };

export type Measures = {
  readonly homogeneity: number;
  readonly completeness: number;
  readonly vMeasure: number;
  readonly leftInRight: number;
  readonly rightInLeft: number;
};

export type Coterminosity = Measures & {
  readonly leftCount: number;
  readonly rightCount: number;
  /** Heaviest first. */
  readonly overlaps: readonly WeighedOverlap[];
  readonly remainders: readonly Remainder[];
};

/** A pair with its weight, and the whole weight of each of its areas within the ground compared. */
export type Weighing = {
  readonly kind: 'weighing';
  readonly overlaps: readonly { readonly overlap: Overlap; readonly weight: number }[];
  readonly totalOf: (area: Area) => number;
};

export function coterminosity({ overlaps, totalOf }: Omit<Weighing, 'kind'>): Coterminosity {
  const present = overlaps.filter(({ weight }) => weight > 0);
  const lefts = [...new Set(present.map(({ overlap }) => overlap.left))];
  const rights = [...new Set(present.map(({ overlap }) => overlap.right))];
  const weighed = present
    .map(({ overlap, weight }) => {
      const shareOfLeft = weight / totalOf(overlap.left);
      const shareOfRight = weight / totalOf(overlap.right);
      return {
        ...overlap,
        weight,
        shareOfLeft,
        shareOfRight,
        relation: relationOf(shareOfLeft, shareOfRight),
      };
    })
    .sort((a, b) => b.weight - a.weight || a.left.id - b.left.id || a.right.id - b.right.id);
  return {
    leftCount: lefts.length,
    rightCount: rights.length,
    ...measures(
      present.map(({ overlap, weight }) => ({
        left: overlap.left.id,
        right: overlap.right.id,
        weight,
      })),
    ),
    overlaps: weighed,
    remainders: [
      ...lefts.map((area) =>
        remainderOf(
          area,
          totalOf,
          sumOf(weighed, (each) => each.left === area),
        ),
      ),
      ...rights.map((area) =>
        remainderOf(
          area,
          totalOf,
          sumOf(weighed, (each) => each.right === area),
        ),
      ),
    ],
  };
}

export function relationOf(shareOfLeft: number, shareOfRight: number): Relation {
  if (shareOfLeft >= WHOLE) return shareOfRight >= WHOLE ? 'COTERMINOUS' : 'WITHIN';
  return shareOfRight >= WHOLE ? 'CONTAINS' : 'CROSSES';
}

/** Overlaps that neither nest nor agree, those that cut off most people (or ground) first. */
export function misfits(overlaps: readonly WeighedOverlap[]): WeighedOverlap[] {
  const cutOff = (each: WeighedOverlap): number =>
    each.weight * (1 - Math.max(each.shareOfLeft, each.shareOfRight));
  return overlaps
    .filter(({ relation }) => relation === 'CROSSES')
    .sort((a, b) => cutOff(b) - cutOff(a) || a.left.id - b.left.id || a.right.id - b.right.id);
}

type Cell = { readonly left: number; readonly right: number; readonly weight: number };

/**
 * Homogeneity, completeness and their harmonic mean: Rosenberg and Hirschberg (2007); for maps,
 * Nowosad and Stepinski (2018). 1 where the entropy they divide by is 0.
 */
export function measures(cells: readonly Cell[]): Measures {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0);
  const byLeft = sumsBy(cells, ({ left }) => left);
  const byRight = sumsBy(cells, ({ right }) => right);
  const joint = entropy(
    cells.map(({ weight }) => weight),
    total,
  );
  const leftEntropy = entropy([...byLeft.values()], total);
  const rightEntropy = entropy([...byRight.values()], total);
  const homogeneity = leftEntropy > 0 ? tidy(1 - (joint - rightEntropy) / leftEntropy) : 1;
  const completeness = rightEntropy > 0 ? tidy(1 - (joint - leftEntropy) / rightEntropy) : 1;
  const sum = homogeneity + completeness;
  return {
    homogeneity,
    completeness,
    vMeasure: sum > 0 ? (2 * homogeneity * completeness) / sum : 0,
    leftInRight: total > 0 ? sumOfLargest(cells, ({ left }) => left) / total : 1,
    rightInLeft: total > 0 ? sumOfLargest(cells, ({ right }) => right) / total : 1,
  };
}

/** Shannon entropy in nats. */
export function entropy(weights: readonly number[], total: number): number {
  return weights
    .filter((weight) => weight > 0)
    .reduce((sum, weight) => sum - (weight / total) * Math.log(weight / total), 0);
}

/** Takes away what rounding leaves outside 0 to 1. */
function tidy(measure: number): number {
  if (Math.abs(measure) < 1e-12) return 0;
  return Math.abs(measure - 1) < 1e-12 ? 1 : measure;
}

function sumsBy(cells: readonly Cell[], keyOf: (cell: Cell) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const cell of cells) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.weight);
  return sums;
}

function sumOfLargest(cells: readonly Cell[], keyOf: (cell: Cell) => number): number {
  const largest = new Map<number, number>();
  for (const cell of cells)
    largest.set(keyOf(cell), Math.max(largest.get(keyOf(cell)) ?? 0, cell.weight));
  return [...largest.values()].reduce((sum, weight) => sum + weight, 0);
}

function sumOf(
  overlaps: readonly WeighedOverlap[],
  test: (each: WeighedOverlap) => boolean,
): number {
  return overlaps.filter(test).reduce((sum, { weight }) => sum + weight, 0);
}

function remainderOf(area: Area, totalOf: (area: Area) => number, covered: number): Remainder {
  const weight = totalOf(area) - covered;
  return { area, weight, share: weight / totalOf(area) };
}
