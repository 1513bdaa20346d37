import type { Comparison, Overlap } from '../compare-boundaries/ask.ts';
import { csvFile } from '../take-away/csv.ts';

/** The areas counts are wanted of, by code. */
export function areasHere({ overlaps }: Comparison): Overlap['left'][] {
  const areas = new Map(overlaps.map(({ left }) => [left.code, left]));
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A file to fill in: the code of every area, and room for its count. */
export function templateCsv(comparison: Comparison): string {
  return csvFile(
    ['area code', 'count'],
    areasHere(comparison).map(({ code }) => [code, null]),
  );
}
