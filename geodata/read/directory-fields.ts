import { type LocalDate, parseLocalDate } from '../../server/domain/calendar.ts';
import { describe } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import type { CsvRow } from './csv-row.ts';

/** Reads one field of a row; throws where it is not what it should be. */
export type ReadField<Value> = (row: CsvRow) => Value;

/**
 * Reads a column in which a value often follows itself, as codes do in a file sorted by postcode: the same
 * bytes are not made out twice. A column that is not there holds blanks.
 */
export function column<Value>(
  at: number | undefined,
  parse: (text: string) => Value | undefined,
  wanted: string,
): ReadField<Value> {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (row) => {
    if (last && (at === undefined || row.holds(at, last.text))) return last.value;
    const text = at === undefined ? '' : row.ascii(at);
    const value = parse(text.trim());
    if (value === undefined)
      throw new InputFault(`${row.where}: wanted ${wanted}, found ${describe(text)}`);
    last = { text, value };
    return value;
  };
}

/** "Not applicable": every English district outside a county is in county E99999999. Blank says the same. */
const PSEUDO = /^(?:[A-Z]9{8}|X\d\d)?$/;

/** Of an area of some kind, by its register; null for none. */
function code(register: RegExp): (text: string) => string | null | undefined {
  return (text) => (PSEUDO.test(text) ? null : register.test(text) ? text : undefined);
}

export const districtCode = code(/^(?:E0[6-9]|W06|S12|N09)\d{6}$/);
export const countyCode = code(/^E1[0-3]\d{6}$/);
/** The four, the Channel Islands, the Isle of Man. */
export const countryCode = code(
  /^(?:E92000001|W92000004|S92000003|N92000002|L93000001|M83000003)$/,
);
/** GSS codes, those of Northern Ireland (`ZC010`), and ODS codes of old files (`5QC`). */
export const healthCode = code(/^[A-Z\d]{3,9}$/);

/** Metres of a grid; northings are filled up with zeros from the left. NaN for blank. */
export function metres(text: string): number | undefined {
  if (text === '') return Number.NaN;
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

/** NaN for blank. */
export function degrees(text: string): number | undefined {
  if (text === '') return Number.NaN;
  return /^-?\d{1,7}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}

/** 1 to 9 as ONS counts; 0 for blank. */
export function quality(text: string): number | undefined {
  return /^[1-9]?$/.test(text) ? Number(text) : undefined;
}

export function zeroOrOne(text: string): boolean | undefined {
  return /^[01]?$/.test(text) ? text === '1' : undefined;
}

/** The first day of a month written `YYYYMM`; null for blank. */
export function month(text: string): LocalDate | null | undefined {
  if (text === '') return null;
  return /^\d{6}$/.test(text)
    ? parseLocalDate(`${text.slice(0, 4)}-${text.slice(4)}-01`)
    : undefined;
}
