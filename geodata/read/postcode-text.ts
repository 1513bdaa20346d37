import { parsePostcode, type Postcode, readPostcode } from '../../server/domain/postcode.ts';
import { InputFault } from '../input-fault.ts';

const BEGINNING = /^ *([A-Z]{1,2})\d/i;

/** Of another postcode area. What does not begin as postcodes do is of none, and has yet to be looked at. */
export function isElsewhere(text: string, areas: ReadonlySet<string> | undefined): boolean {
  if (!areas) return false;
  const area = BEGINNING.exec(text)?.[1];
  return area !== undefined && !areas.has(area) && !areas.has(area.toUpperCase());
}

/** The 2,417 postcodes Newport had until 1984, in a form that no other had. */
const OLD_NEWPORT = /^NPT ?\d[A-Z]{2}$/i;

/** As spreadsheets rewrite what looks to them like a day, a number or a formula. */
const SPREADSHEET = /^(?:\d{1,2}-[A-Z]{3}|[A-Z]{3}-\d{2}|\d+(?:\.\d+)?E[+-]\d+|#[A-Z/\d]+[!?]?)$/i;

/** Undefined for codes that name no home of today, such as GIR 0AA. Throws for what is no postcode. */
export function readHome(text: string, where: () => string): Postcode | undefined {
  const postcode = parsePostcode(text);
  if (postcode !== undefined) return postcode;
  if (OLD_NEWPORT.test(text) || readPostcode(text).kind === 'special') return undefined;
  const hint = SPREADSHEET.test(text) ? ': a spreadsheet may have changed it' : '';
  throw new InputFault(
    `${where()}: wanted a postcode, found ${JSON.stringify(text.slice(0, 20))}${hint}`,
  );
}
