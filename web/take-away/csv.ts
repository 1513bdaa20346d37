/** Null is an empty cell. */
export type Cell = string | number | null;

/** Excel takes a file without it for another alphabet than UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV file after RFC 4180 that a spreadsheet opens without running or changing any cell of it. */
export function csvFile(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${[headings, ...rows].map(lineOf).join('')}`;
}

/** Cells of ours, as they stand in a line of such a file. */
export function csvCells(cells: readonly Cell[]): string {
  return cells.map(written).join(',');
}

/** Cells somebody gave: they stay theirs, leading noughts and all, unless they would run. */
export function keptCells(texts: readonly string[]): string {
  return texts.map((text) => quoted(harmless(text))).join(',');
}

export const LINE_END = '\r\n';

function lineOf(cells: readonly Cell[]): string {
  return `${csvCells(cells)}${LINE_END}`;
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
