/** Null is an empty cell. */
export type Cell = string | number | null;

/** Excel takes a file without it for another alphabet than UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV file after RFC 4180 that a spreadsheet opens without running or changing any cell of it. */
export function csvFile(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${[headings, ...rows].map(lineOf).join('')}`;
}

/**
 * One line of such a file: cells of a table somebody gave, and ours after them. What they gave stays theirs,
 * leading noughts and all, unless it would run.
 */
export function csvLine({
  kept,
  added,
}: {
  readonly kept: readonly string[];
  readonly added: readonly Cell[];
}): string {
  return `${[...kept.map((text) => quoted(harmless(text))), ...added.map(written)].join(',')}\r\n`;
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return quoted(typeof cell === 'number' ? String(cell) : plainText(cell));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What may begin a formula, in ASCII and full width, blanks before it or not (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠|]|^[\t\r\n\0]/;
/** The ODS code `5E9` would become 5,000,000,000, and `007` would become 7. */
const NUMBER_TO_BE = /^\s*(?:\d+(?:\.\d+)?e\d+|0\d+)\s*$/i;

/** A number runs nothing, whatever its sign. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** An apostrophe says to a spreadsheet: text. Numbers of our own need none, so negative ones stay numbers. */
function plainText(text: string): string {
  return FORMULA.test(text) || NUMBER_TO_BE.test(text) ? `'${text}` : text;
}
