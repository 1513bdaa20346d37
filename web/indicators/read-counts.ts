import type { KnownArea } from './ask.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';

export type Counted = { readonly area: KnownArea; readonly count: number };

export type ReadCounts =
  | { readonly kind: 'counts'; readonly counts: readonly Counted[]; readonly total: number }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** The most the service can tell, an Int of GraphQL. */
const MOST_CASES = 2 ** 31 - 1;
const MOST_ROWS = 5000;

/** What no sum can be made of: words that say so, in a heading. */
const RATE_WORDS =
  /\b(?:rates?|percent(?:age)?s?|per\s?cents?|proportions?|ratios?|means?|averages?|avg|medians?|index|indices|scores?|shares?|per\s+(?:head|capita|person|[\d,]+|thousand))\b|%/i;
const SUPPRESSED = /^(?:\*+|[<≤]\s*\d+|\[?[a-z]\]?|-+|–|:|\.+|n\/?a|supp(?:ressed)?)$/i;
const WHOLE = /^\d+$|^\d{1,3}(?:,\d{3})+$/;
/** What a spreadsheet makes of an ODS code such as `5E9`. */
const SPOILT_CODE = /^\d+(?:\.\d+)?e\+?\d+$/i;

export const NO_RATES =
  'Rates, percentages and means of different areas do not add up, so they cannot be shared out. Give the counts behind them.';

/** Each row once, each fault in one sentence with its row and field. Nothing is taken when anything is wrong. */
export function readCounts(
  text: string,
  areas: readonly KnownArea[],
  kindName: string,
): ReadCounts {
  const rows = csvRows(text);
  if (!rows)
    return { kind: 'faults', faults: ['Wanted each quote to be closed, found one that is not.'] };
  const byCode = codesOf(areas);
  const [first, ...rest] = rows;
  if (!first)
    return { kind: 'faults', faults: ['Wanted rows of area code and count, found none.'] };
  const hasHeading = isHeading(first, byCode);
  const rate = hasHeading ? RATE_WORDS.exec(first.fields.join(' ')) : null;
  if (rate)
    return {
      kind: 'faults',
      faults: [`Row ${first.row}, heading: wanted counts, found “${rate[0]}”. ${NO_RATES}`],
    };
  const data = hasHeading ? rest : rows;
  if (data.length === 0)
    return {
      kind: 'faults',
      faults: ['Wanted rows of area code and count, found only a heading.'],
    };
  if (data.length > MOST_ROWS)
    return { kind: 'faults', faults: [`Wanted at most ${MOST_ROWS} rows, found ${data.length}.`] };
  return readRows(data, byCode, kindName);
}

function codesOf(areas: readonly KnownArea[]): Map<string, KnownArea> {
  return new Map(
    areas.flatMap((area) =>
      [area.code, area.gss, area.ods].flatMap((code) =>
        typeof code === 'string' ? [[code.toUpperCase(), area] as const] : [],
      ),
    ),
  );
}

/** A first row that names its columns: no code that is known, and a word where the count would be. */
function isHeading({ fields }: CsvRow, byCode: ReadonlyMap<string, KnownArea>): boolean {
  const [code = '', count = ''] = fields;
  return !byCode.has(codeIn(code)) && /[a-z]{3}|%/i.test(count);
}

/** A spreadsheet marks a text with an apostrophe. */
function codeIn(field: string): string {
  return field.replace(/^['’]/, '').toUpperCase();
}

function readRows(
  rows: readonly CsvRow[],
  byCode: ReadonlyMap<string, KnownArea>,
  kindName: string,
): ReadCounts {
  const counted = new Map<KnownArea, { readonly row: number; readonly count: number }>();
  const faults: string[] = [];
  for (const { row, fields } of rows) {
    const [code = '', written = ''] = fields;
    const area = byCode.get(codeIn(code));
    const before = area && counted.get(area);
    const count = countIn(written);
    if (fields.length > 2) faults.push(tooMany(row, fields));
    else if (code === '') faults.push(`Row ${row}, area code: wanted a code, found nothing.`);
    else if (!area) faults.push(unknown(row, code, kindName));
    else if (before)
      faults.push(
        `Row ${row}, area code: wanted each area once, found ${area.name} (${code}) again, which row ${before.row} has.`,
      );
    else if (typeof count === 'string') faults.push(`Row ${row}, count: ${count}`);
    else counted.set(area, { row, count });
  }
  const total = [...counted.values()].reduce((sum, { count }) => sum + count, 0);
  if (total > MOST_CASES) faults.push(`Wanted at most ${MOST_CASES} cases in all, found ${total}.`);
  if (faults.length > 0) return { kind: 'faults', faults };
  return {
    kind: 'counts',
    counts: Array.from(counted, ([area, { count }]) => ({ area, count })),
    total,
  };
}

function tooMany(row: number, fields: readonly string[]): string {
  return `Row ${row}: wanted two fields, area code and count, found ${fields.length}. A number with a comma in it must stand in quotes.`;
}

function unknown(row: number, code: string, kindName: string): string {
  const spoilt = SPOILT_CODE.test(code) ? ' A spreadsheet has made a number of the code.' : '';
  return `Row ${row}, area code: wanted the code of a ${kindName} of that day, found “${code.slice(0, 40)}”.${spoilt}`;
}

/** A whole number, or what is wrong with it. */
function countIn(written: string): number | string {
  if (WHOLE.test(written)) return wholeIn(written);
  if (written === '')
    return 'wanted a whole number, found nothing. If nobody counted there, leave the row out; if there were no cases, write 0.';
  if (SUPPRESSED.test(written))
    return `wanted a whole number, found “${written}”, a count held back. Ask its publisher for the count, or leave the row out.`;
  if (/^-\s*[\d,.]+$/.test(written)) return `wanted 0 or more, found “${written}”.`;
  if (/%|per\s?cent/i.test(written))
    return `wanted a count, found the percentage “${written}”. ${NO_RATES}`;
  if (/^\d[\d,]*\.\d*$|^\d*[.,]\d+$/.test(written))
    return `wanted a whole number, found “${written}”, which has a fraction. ${NO_RATES}`;
  return `wanted a whole number, found “${written.slice(0, 40)}”.`;
}

function wholeIn(written: string): number | string {
  const count = Number(written.replaceAll(',', ''));
  return count <= MOST_CASES ? count : `wanted at most ${MOST_CASES}, found ${written}.`;
}
