import type { Comparison, Overlap } from './ask.ts';

export const MEASURES = ['residents', 'postcodes', 'km2', 'shareOfLeft', 'shareOfRight'] as const;
export type Measure = (typeof MEASURES)[number];
export type ComparedArea = Overlap['left'];

export type MatrixRow = {
  readonly area: ComparedArea;
  /** One for each column; null where the two areas share no ground. */
  readonly overlaps: readonly (Overlap | null)[];
  /** The measure of the area with all columns put together; null where nobody counted. */
  readonly all: number | null;
};

/** Left areas down, right areas across. */
export type Matrix = {
  readonly measure: Measure;
  readonly columns: readonly ComparedArea[];
  readonly rows: readonly MatrixRow[];
  /** The measure of each column with all rows put together. */
  readonly foot: readonly (number | null)[];
  readonly all: number | null;
};

export function matrixOf(comparison: Comparison, measure: Measure): Matrix {
  const lefts = groupsOf(comparison.overlaps, 'left').sort(byName);
  const rights = inOrderOf(lefts, groupsOf(comparison.overlaps, 'right'));
  const lots = { lefts, rights };
  return {
    measure,
    columns: rights.map(({ area }) => area),
    rows: lefts.map((left) => ({
      area: left.area,
      overlaps: rights.map(
        ({ area }) => left.overlaps.find(({ right }) => right.code === area.code) ?? null,
      ),
      all: together(left.overlaps, { ...lots, lefts: [left] }, measure),
    })),
    foot: rights.map((right) => together(right.overlaps, { ...lots, rights: [right] }, measure)),
    all: together(comparison.overlaps, lots, measure),
  };
}

/** By which heading the rows stand, counted from that of the names, and which way. */
export type RowOrder = { readonly heading: number; readonly descending: boolean };

export const BY_NAME: RowOrder = { heading: 0, descending: false };

/** Figures begin with the largest, names with the first letter; a second press turns the order round. */
export function nextRowOrder({ heading, descending }: RowOrder, pressed: number): RowOrder {
  return { heading: pressed, descending: heading === pressed ? !descending : pressed > 0 };
}

/** The rows in an order; equals stay by name. */
export function sortRows(
  { rows, columns, measure }: Matrix,
  { heading, descending }: RowOrder,
): MatrixRow[] {
  if (heading === 0) return descending ? rows.toReversed() : [...rows];
  const sign = descending ? -1 : 1;
  const figure = ({ overlaps, all }: MatrixRow): number =>
    (heading > columns.length ? all : overlaps[heading - 1]?.[measure]) ?? -1;
  return rows.toSorted((a, b) => sign * (figure(a) - figure(b)));
}

type Group = { readonly area: ComparedArea; readonly overlaps: readonly Overlap[] };
type Groups = { readonly lefts: readonly Group[]; readonly rights: readonly Group[] };

function groupsOf(overlaps: readonly Overlap[], side: 'left' | 'right'): Group[] {
  return [...Map.groupBy(overlaps, (overlap) => overlap[side].code).values()].flatMap((group) =>
    group[0] ? [{ area: group[0][side], overlaps: group }] : [],
  );
}

function byName(a: Group, b: Group): number {
  return a.area.name.localeCompare(b.area.name, 'en-GB');
}

/** Each right area under the left one most of it lies in, so that figures gather along the diagonal. */
function inOrderOf(lefts: readonly Group[], rights: readonly Group[]): Group[] {
  const rank = new Map(lefts.map(({ area }, at) => [area.code, at]));
  const rankOf = ({ overlaps }: Group): number => {
    const main = overlaps.reduce((most, each) =>
      each.shareOfRight > most.shareOfRight ? each : most,
    );
    return rank.get(main.left.code) ?? 0;
  };
  return rights.toSorted((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
}

/** A sum; of shares, the share of those areas taken as one. */
function together(
  overlaps: readonly Overlap[],
  { lefts, rights }: Groups,
  measure: Measure,
): number | null {
  switch (measure) {
    case 'residents':
    case 'postcodes':
    case 'km2':
      return sumOf(overlaps, measure);
    case 'shareOfLeft':
    case 'shareOfRight': {
      const whole = (measure === 'shareOfLeft' ? lefts : rights).reduce(
        (sum, group) => sum + wholeOf(group, measure),
        0,
      );
      return whole > 0 ? weightOf(overlaps) / whole : null;
    }
  }
}

/** Null where a part was not counted: a sum without it would mislead. */
export function sumOf(
  overlaps: readonly Overlap[],
  measure: 'residents' | 'postcodes' | 'km2',
): number | null {
  return overlaps.reduce<number | null>((sum, overlap) => {
    const value = overlap[measure] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

function weightOf(overlaps: readonly Overlap[]): number {
  return overlaps.reduce((sum, { weight }) => sum + weight, 0);
}

/** The whole weight of an area, covered by the other side or not: what its heaviest overlap says. */
function wholeOf({ overlaps }: Group, share: 'shareOfLeft' | 'shareOfRight'): number {
  const heaviest = overlaps.reduce((most, each) => (each.weight > most.weight ? each : most));
  return heaviest.weight / heaviest[share];
}
