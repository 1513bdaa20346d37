import { type Cell, csvFile } from '../../take-away/csv.ts';
import type { Comparison, Overlap } from '../ask.ts';
import { onlyPartnersOf } from '../only-partners.ts';
import { uncovered } from '../remainders.ts';
import { RELATION_WORDS } from '../words.ts';
import type { About } from './about.ts';

/** A row for each overlap told, then one for what of an area the other side does not cover; each says where it comes from. */
export function overlapsCsv(comparison: Comparison, about: About): string {
  const { left, right } = comparison;
  const origin = {
    as_at: about.asAt,
    weighed_by: about.weighedBy,
    within: about.within ?? 'everywhere',
    release: about.release,
    method: about.method,
    licence: about.licence,
    attribution: about.attribution,
  };
  const records = [
    ...onlyPartnersOf(comparison, about.only).overlaps.map((overlap) => overlapRecord(overlap)),
    ...remainderRecords(comparison, about.only),
  ].map((record) => ({ ...record, left_kind: left, right_kind: right, ...origin }));
  return csvFile(
    COLUMNS,
    records.map((record) => COLUMNS.map((column): Cell => record[column])),
  );
}

const COLUMNS = [
  'left_kind',
  'left_code',
  'left_name',
  'right_kind',
  'right_code',
  'right_name',
  'relation',
  'residents',
  'postcodes',
  'km2',
  'share_of_left',
  'share_of_right',
  'as_at',
  'weighed_by',
  'within',
  'release',
  'method',
  'licence',
  'attribution',
] as const;

/** What is said of one overlap, in a CSV and in GeoJSON alike. */
export type OverlapRecord = {
  readonly left_code: string | null;
  readonly left_name: string | null;
  readonly right_code: string | null;
  readonly right_name: string | null;
  readonly relation: string;
  readonly residents: number | null;
  readonly postcodes: number | null;
  readonly km2: number | null;
  readonly share_of_left: number | null;
  readonly share_of_right: number | null;
};

export function overlapRecord(overlap: Overlap): OverlapRecord {
  return {
    left_code: overlap.left.code,
    left_name: overlap.left.name,
    right_code: overlap.right.code,
    right_name: overlap.right.name,
    relation: RELATION_WORDS[overlap.relation],
    residents: overlap.residents ?? null,
    postcodes: overlap.postcodes,
    km2: exact(overlap.km2),
    share_of_left: exact(overlap.shareOfLeft),
    share_of_right: exact(overlap.shareOfRight),
  };
}

const NOTHING: OverlapRecord = {
  left_code: null,
  left_name: null,
  right_code: null,
  right_name: null,
  relation: 'not covered',
  residents: null,
  postcodes: null,
  km2: null,
  share_of_left: null,
  share_of_right: null,
};

const WEIGHED_IN = { RESIDENTS: 'residents', POSTCODES: 'postcodes', AREA: 'km2' } as const;

/** With these the shares of every area told add up to 1. */
function remainderRecords(comparison: Comparison, only: string | null): OverlapRecord[] {
  return uncovered(comparison, only).map(({ area, side, share, weight }) => ({
    ...NOTHING,
    ...(side === 'left'
      ? { left_code: area.code, left_name: area.name, share_of_left: exact(share) }
      : { right_code: area.code, right_name: area.name, share_of_right: exact(share) }),
    [WEIGHED_IN[comparison.weight]]: exact(weight),
  }));
}

/** Six places: a square metre, or a millionth. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
