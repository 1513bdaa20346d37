import { type LocalDate, localDate } from '../../server/domain/calendar.ts';

/** The month a publisher's name gives: `Local_Authority_Districts_December_2024_Boundaries_UK_BGC`, `LAD_MAY_2025_UK_BGC_V2`, `ONS Postcode Directory (May 2026)`. */
export type Edition = {
  readonly name: string;
  /** The first day of its month. */
  readonly from: LocalDate;
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const MONTH_AND_YEAR = new RegExp(
  `(?<![a-z])(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|sept)[\\s_]+((?:19|20)\\d\\d)(?!\\d)`,
  'i',
);

export function editionOf(text: string): Edition | undefined {
  const [, word = '', year = ''] = MONTH_AND_YEAR.exec(text) ?? [];
  const at = MONTHS.findIndex(
    (month) => month.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase(),
  );
  const month = MONTHS[at];
  if (month === undefined) return undefined;
  return {
    name: `${month} ${year}`,
    from: localDate(`${year}-${String(at + 1).padStart(2, '0')}-01`),
  };
}

/** Of the same month the higher version is the newer: `_V2`, `_v3`. */
export function versionOf(name: string): number {
  return Number(/_v(\d+)(?:_|$)/i.exec(name)?.[1] ?? 1);
}

/** The newest edition that has begun: publishers put out sets of months to come. */
export function newestOf<Named extends { readonly name: string }>(
  all: readonly Named[],
  today: LocalDate,
): Named | undefined {
  return all
    .map((one) => ({ one, from: editionOf(one.name)?.from, version: versionOf(one.name) }))
    .filter(({ from }) => from !== undefined && from <= today)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || a.version - b.version)
    .at(-1)?.one;
}
