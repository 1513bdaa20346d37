import type { Comparison } from '../compare-boundaries/ask.ts';
import type { About } from '../compare-boundaries/take-away/about.ts';
import { type Cell, csvFile } from '../take-away/csv.ts';
import type { Recut } from './ask.ts';
import { type Cautions, methodInWords, tableRows } from './words.ts';

const HEADINGS = [
  'kind',
  'code',
  'name',
  'count',
  'at_least',
  'at_most',
  'likely_error',
  'no_count_given_for',
  'counted_by',
  'as_at',
  'weighed_by',
  'within',
  'release',
  'method',
  'licence',
  'attribution',
] as const;

/** A row for each area, and one for cases that have no place: the counts add up to the total. */
export function recutCsv(
  recut: Recut,
  comparison: Comparison,
  { about, cautions }: { readonly about: About; readonly cautions: Cautions },
): string {
  const origin = [
    comparison.left,
    about.asAt,
    about.weighedBy,
    about.within ?? 'everywhere',
    about.release,
    `${methodInWords(comparison)} ${about.method}`,
    about.licence,
    about.attribution,
  ];
  const rows = tableRows(recut, comparison).map(({ area, told }): Cell[] => [
    comparison.right,
    area.code,
    area.name,
    told?.count ?? null,
    told?.atLeast ?? null,
    told?.atMost ?? null,
    told ? Math.round(told.standardError * 10) / 10 : null,
    (cautions.tooLow.get(area.code) ?? []).join('; '),
    ...origin,
  ]);
  const nowhere = [
    comparison.right,
    null,
    'in none of them',
    recut.unplaced,
    null,
    null,
    null,
    null,
  ];
  return csvFile(HEADINGS, recut.unplaced > 0 ? [...rows, [...nowhere, ...origin]] : rows);
}
