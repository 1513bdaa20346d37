/** What may begin a formula, in ASCII and full width, blanks before it or not (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠|]|^[\t\r\n\0]/;
/** A number or a telephone number runs nothing. */
const NUMBER = /^[+-]?[\d\s().,]+$/;
/** `007` would become 7, and the ODS code `5E9` 5,000,000,000. */
const NUMBER_TO_BE = /^(?:\d+(?:\.\d+)?e\d+|0\d+)$/i;

/** A cell of somebody else's as it came, but that a spreadsheet runs nothing of it. */
export function keptCell(text: string, separator: string): string {
  const isFormula = FORMULA.test(text) && !NUMBER.test(text);
  return quoted(isFormula ? `'${text}` : text, separator);
}

/** Without any of these, and without quotation marks, a row is kept as it is. */
const MAY_CHANGE = /[=+\-@＝＋－＠|\t\0]/;

/** False for a row that `keptCell` may change something in, for all that can be told at a glance. */
export function isKeptWhole(plain: string): boolean {
  return !MAY_CHANGE.test(plain);
}

/** A cell of ours, which a spreadsheet neither runs nor changes. */
export function cellOf(text: string, separator: string): string {
  return quoted(FORMULA.test(text) || NUMBER_TO_BE.test(text) ? `'${text}` : text, separator);
}

function quoted(text: string, separator: string): string {
  const needsQuotes = text.includes(separator) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
