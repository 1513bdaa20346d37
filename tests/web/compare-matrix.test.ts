import { describe, expect, it } from 'vitest';

import type { Comparison, Overlap } from '../../web/compare-boundaries/ask.ts';
import {
  BY_NAME,
  matrixOf,
  MEASURES,
  nextRowOrder,
  sortRows,
} from '../../web/compare-boundaries/matrix.ts';
import { SHADES } from '../../web/compare-boundaries/shade.ts';
import { formatView, parseView } from '../../web/compare-boundaries/view.ts';

/** West has 1,000 people, 300 of them in no PCT; East has 3,000, all in one. */
const overlap = (left: string, right: string, residents: number, of: [number, number]): Overlap =>
  ({
    left: { code: left, name: left },
    right: { code: right, name: right },
    residents,
    postcodes: residents / 100,
    km2: residents / 1000,
    weight: residents,
    shareOfLeft: residents / of[0],
    shareOfRight: residents / of[1],
  }) as Overlap;

const OVERLAPS = [
  overlap('West', 'North', 500, [1000, 500]),
  overlap('West', 'South', 200, [1000, 3200]),
  overlap('East', 'South', 3000, [3000, 3200]),
];
const comparison = (overlaps: readonly Overlap[]): Comparison =>
  ({ overlaps, weight: 'RESIDENTS' }) as unknown as Comparison;

describe('the rows of a matrix', () => {
  const matrix = matrixOf(comparison(OVERLAPS), 'residents');
  const inOrder = (...presses: readonly number[]): string[] =>
    sortRows(matrix, presses.reduce(nextRowOrder, BY_NAME)).map(({ area }) => area.name);

  it('stand by name, by a column or by their sums, the largest first, and turned by a second press', () => {
    const [south, north, sums] = [1, 2, 3];
    expect(inOrder()).toEqual(['East', 'West']);
    expect(inOrder(0)).toEqual(['West', 'East']);
    expect(inOrder(north)).toEqual(['West', 'East']);
    expect(inOrder(south)).toEqual(['East', 'West']);
    expect(inOrder(sums)).toEqual(['East', 'West']);
    expect(inOrder(sums, sums)).toEqual(['West', 'East']);
  });
});

describe('matrixOf', () => {
  it('has left areas down by name, right areas across under the one most of each lies in', () => {
    const { rows, columns } = matrixOf(comparison(OVERLAPS), 'residents');
    expect(rows.map(({ area }) => area.name)).toEqual(['East', 'West']);
    expect(columns.map(({ name }) => name)).toEqual(['South', 'North']);
    expect(rows.map(({ overlaps }) => overlaps.map((each) => each?.residents ?? null))).toEqual([
      [3000, null],
      [200, 500],
    ]);
  });

  it.each([
    ['residents', [3000, 700], [3200, 500], 3700],
    ['postcodes', [30, 7], [32, 5], 37],
    ['shareOfLeft', [1, 0.7], [3200 / 4000, 500 / 4000], 3700 / 4000],
    ['shareOfRight', [3000 / 3700, 700 / 3700], [1, 1], 1],
  ] as const)('adds up %s along rows and columns', (measure, rowSums, foot, all) => {
    const matrix = matrixOf(comparison(OVERLAPS), measure);
    for (const [at, sum] of rowSums.entries()) expect(matrix.rows[at]?.all).toBeCloseTo(sum, 12);
    for (const [at, sum] of foot.entries()) expect(matrix.foot[at]).toBeCloseTo(sum, 12);
    expect(matrix.all).toBeCloseTo(all, 12);
  });

  it('gives no sum of which a part was not counted', () => {
    const [first, ...rest] = OVERLAPS;
    const uncounted = { ...first, residents: null } as Overlap;
    const { rows, foot, all } = matrixOf(comparison([uncounted, ...rest]), 'residents');
    expect([rows.map((row) => row.all), foot, all]).toEqual([[3000, null], [3200, null], null]);
  });
});

describe('how the figures and the map are shown', () => {
  const LIST = { as: 'list', measure: 'residents', shade: 'left', area: null } as const;

  it.each(MEASURES)('stands in the address and is read back: a matrix of %s', (measure) => {
    const view = { ...LIST, as: 'matrix', measure } as const;
    expect(parseView(formatView(view))).toEqual(view);
  });

  it.each(SHADES)('stands in the address and is read back: one area, shaded by %s', (shade) => {
    const view = { ...LIST, shade, area: 'E07000094' };
    expect(parseView(formatView(view))).toEqual(view);
  });

  it('is a plain list of all areas when the address says nothing, or nonsense, and keeps what else it says', () => {
    expect(parseView('?view=__proto__&cells=gold&shade=toString&area=%27--')).toEqual(LIST);
    const address = '?left=pct&view=matrix&cells=km2&shade=none&area=5E9';
    expect(formatView({ ...LIST, measure: 'km2' }, address)).toBe('?left=pct');
  });
});
