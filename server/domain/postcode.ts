import type { Brand } from './brand.ts';

/** A unit postcode in its usual form: outward code, one space, inward code. It need not exist. */
export type Postcode = Brand<string, 'Postcode'>;

/** The first half of a postcode: `SO23`. It need not exist, and many homes share it. */
export type Outcode = Brand<string, 'Outcode'>;

/** Codes that have the look of a postcode but name no home in the United Kingdom. */
export const SPECIAL_REASONS = [
  'NON_GEOGRAPHIC',
  'FORCES',
  'CROWN_DEPENDENCY',
  'OVERSEAS',
  'PSEUDO',
] as const;
export type SpecialReason = (typeof SPECIAL_REASONS)[number];

export type PostcodeReading =
  | { readonly kind: 'unit'; readonly postcode: Postcode }
  /** A postcode area, outward code or sector: `SO`, `SO23`, `SO23 8`. */
  | { readonly kind: 'partial'; readonly part: string }
  /** `ZZ99 3VZ`: a code for having no home, which still routes, by where the person is now. */
  | { readonly kind: 'no-fixed-abode'; readonly postcode: Postcode }
  | { readonly kind: 'special'; readonly reason: SpecialReason; readonly message: string }
  | {
      readonly kind: 'malformed';
      readonly message: string;
      readonly suggestions: readonly Postcode[];
    };

/** Longer text is refused unread: every expression below then runs on little. */
const MAX_LENGTH = 40;
const LONGEST_UNIT = 7;
const INWARD_LENGTH = 3;

/** White space, hyphens, stops, commas, slashes, quotes, and characters that take no room. */
const DROPPED = /[\s\-‐-―.,/'"‘’“”\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const ODD = /[^A-Z\d]/u;
const UNIT = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const TWO_UNITS = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
const OUTCODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const SECTOR = /^([A-Z]{1,2}\d[A-Z\d]?)\d$/;
const APART = /\s\d\s*$/;
/** Without its last letter: not to be read as another, whole one with a digit taken for a letter. */
const CUT_SHORT = /^\s*[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]\s*$/i;
const AREA_ONLY = /^[A-Z]{1,2}$/;

const EXAMPLE = 'Enter a full UK postcode, like SO23 8UJ';
const ONE_LETTER_SHORT =
  'Enter all of the postcode: its second half has a digit and two letters, like 8UJ';

/** Reads what a person typed. Says what it is; never changes it into something else. */
export function readPostcode(text: string): PostcodeReading {
  return isAsWritten(text) ? { kind: 'unit', postcode: text as Postcode } : readTyped(text);
}

/** As nearly all of a table are: nothing to put right, and no area that means something else. */
const AS_WRITTEN = /^([A-PR-UWYZ][A-Z]?)\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}$/;
const SPECIAL_AREAS = ['BF', 'BX', 'GX', 'GY', 'IM', 'JE', 'ZZ'];

function isAsWritten(text: string): boolean {
  const area = AS_WRITTEN.exec(text)?.[1];
  return area !== undefined && !SPECIAL_AREAS.includes(area);
}

function readTyped(text: string): PostcodeReading {
  if (text.length > MAX_LENGTH) return malformed(`Enter only the postcode, like SO23 8UJ`);
  const compact = text.normalize('NFKC').toUpperCase().replace(DROPPED, '');
  if (compact === '') return malformed('Enter a postcode');
  const odd = ODD.exec(compact)?.[0];
  if (odd !== undefined) return malformed(oddCharacter(odd));
  return readSpecial(compact) ?? readOrdinary(compact, text);
}

/** For postcodes from a directory: undefined when the text is not one whole, ordinary unit postcode. */
export function parsePostcode(text: string): Postcode | undefined {
  const compact = text.toUpperCase().replaceAll(' ', '');
  return UNIT.test(compact) ? display(compact) : undefined;
}

/** In running text, but for our own example. */
const ANY_UNIT = /(?<!\blike )(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]?[\s_-]*\d[A-Z]{2}(?![A-Z\d])/gi;

/** For messages that repeat what was found: clients log them. */
export function withoutPostcodes(message: string): string {
  return message.replace(ANY_UNIT, 'a postcode');
}

/** `SO23 8UJ` is in sector `SO23 8`. */
export function sectorOf(postcode: Postcode): string {
  return postcode.slice(0, -2);
}

/** `SO23 8UJ` has outward code `SO23`. */
export function outcodeOf(postcode: Postcode): Outcode {
  return postcode.slice(0, -4) as Outcode;
}

/** Undefined when the text is not one outward code and nothing else. */
export function parseOutcode(text: string): Outcode | undefined {
  const upper = text.toUpperCase();
  return OUTCODE.test(upper) ? (upper as Outcode) : undefined;
}

const INWARD_LETTERS = Array.from('ABDEFGHJLNPQRSTUWXYZ');

/** A postcode of the sector that is not among these inward codes; undefined where they are all there are. */
export function anotherOf(
  outcode: Outcode,
  digit: string,
  inwards: ReadonlySet<string>,
): Postcode | undefined {
  const letters = INWARD_LETTERS.flatMap((one) => INWARD_LETTERS.map((other) => one + other));
  const free = letters.find((each) => !inwards.has(digit + each));
  return free === undefined ? undefined : display(`${outcode}${digit}${free}`);
}

/** NHS codes in place of a postcode, which stand for no home: `ZZ99 3VZ` and those like it. */
export function pseudoOf(outcode: Outcode): Postcode[] {
  return [NO_FIXED_ABODE, ...PSEUDO.keys()]
    .map(display)
    .filter((each) => outcodeOf(each) === outcode);
}

/** `SO23 8UJ` is in postcode area `SO`. */
export function postcodeAreaOf(codeOrPart: string): string {
  return /^[A-Z]+/.exec(codeOrPart)?.[0] ?? '';
}

function readOrdinary(compact: string, typed: string): PostcodeReading {
  const [unit, , inward = ''] = UNIT.exec(compact) ?? [];
  if (unit !== undefined) {
    const fault = letterFault(unit, inward);
    return fault === undefined
      ? { kind: 'unit', postcode: display(unit) }
      : malformed(fault, repairs(compact));
  }
  const part = partialOf(compact, typed);
  if (part !== undefined) return { kind: 'partial', part };
  if (CUT_SHORT.test(typed)) return malformed(ONE_LETTER_SHORT);
  if (TWO_UNITS.test(compact)) return malformed('Enter one postcode only');
  if (compact.length > LONGEST_UNIT) return malformed(`Enter only the postcode, like SO23 8UJ`);
  return malformed(EXAMPLE, isApartElsewhere(typed) ? [] : repairs(compact));
}

/** What was typed in two pieces is no postcode whose second half is another piece: `D02 X285`. */
function isApartElsewhere(typed: string): boolean {
  const pieces = typed.trim().split(/\s+/);
  return pieces.length === 2 && pieces[1]?.length !== INWARD_LENGTH;
}

/** `PO12` is an outward code, and `PO1 2` a sector: only the space tells them apart. */
function partialOf(compact: string, typed: string): string | undefined {
  const [, outcode] = SECTOR.exec(compact) ?? [];
  const isOutcode = OUTCODE.test(compact) || AREA_ONLY.test(compact);
  if (isOutcode && !(outcode !== undefined && APART.test(typed))) return compact;
  return outcode === undefined ? undefined : `${outcode} ${compact.slice(-1)}`;
}

/** Royal Mail's rules that hold everywhere: no area begins with Q, V or X; C I K M O V never end one. */
function letterFault(unit: string, inward: string): string | undefined {
  if ('QVX'.includes(unit.charAt(0))) return `No UK postcode begins with ${unit.charAt(0)}`;
  const wrong = Array.from(inward.slice(1)).find((letter) => 'CIKMOV'.includes(letter));
  return wrong === undefined
    ? undefined
    : `The last two letters of a postcode are never C, I, K, M, O or V; this one has ${wrong}`;
}

function oddCharacter(character: string): string {
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}”` : 'a hidden character';
  return `A postcode has only the letters A to Z and the digits 0 to 9; this has ${shown}`;
}

const OVERSEAS =
  /^(?:(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ|GX111AA|(?:AI|KY\d|MSR|VG)\d{4})$/;
const ISLANDS: ReadonlyMap<string, { readonly name: string; readonly service: string }> = new Map([
  ['GY', { name: 'Guernsey', service: 'Health & Social Care, gov.gg' }],
  ['JE', { name: 'Jersey', service: 'Health and Care Jersey, gov.je' }],
  ['IM', { name: 'the Isle of Man', service: 'Manx Care, gov.im' }],
]);
/** NHS pseudo postcodes (NHS Data Dictionary, postcode of usual address). */
const NO_FIXED_ABODE = 'ZZ993VZ';
const PSEUDO: ReadonlyMap<string, string> = new Map([
  ['ZZ993WZ', 'means “address not known”'],
  ['ZZ993CZ', 'means “England, no more said”'],
  ['ZZ991WZ', 'means “Scotland, no more said”'],
  ['ZZ992WZ', 'means “Northern Ireland, no more said”'],
  ['ZZ993GZ', 'means “Wales, no more said”'],
]);

function readSpecial(compact: string): PostcodeReading | undefined {
  if (compact === NO_FIXED_ABODE)
    return { kind: 'no-fixed-abode', postcode: display(NO_FIXED_ABODE) };
  if (compact === 'GIR0AA')
    return special('NON_GEOGRAPHIC', 'GIR 0AA belonged to Girobank: it is not a home');
  if (compact.startsWith('ZZ99') && compact.length === LONGEST_UNIT)
    return special('PSEUDO', pseudoMessage(compact));
  if (OVERSEAS.test(compact))
    return special('OVERSEAS', 'This is a code of a British overseas territory, outside the UK');
  return UNIT.test(compact) || OUTCODE.test(compact)
    ? readSpecialArea(postcodeAreaOf(compact))
    : undefined;
}

function readSpecialArea(area: string): PostcodeReading | undefined {
  if (area === 'BF')
    return special('FORCES', 'This is a British forces address: use the address of the unit');
  if (area === 'BX' || area === 'XX')
    return special('NON_GEOGRAPHIC', 'This postcode belongs to an organisation: it is not a home');
  const island = ISLANDS.get(area);
  return island === undefined
    ? undefined
    : special(
        'CROWN_DEPENDENCY',
        `This is in ${island.name}, a Crown dependency outside the UK and its NHS, with a service of its own: ${island.service}`,
      );
}

function pseudoMessage(compact: string): string {
  const meaning = PSEUDO.get(compact);
  return `${display(compact)} is an NHS code, not a place${meaning === undefined ? '' : `: it ${meaning}`}`;
}

function special(reason: SpecialReason, message: string): PostcodeReading {
  return { kind: 'special', reason, message };
}

function malformed(message: string, suggestions: readonly Postcode[] = []): PostcodeReading {
  return { kind: 'malformed', message, suggestions };
}

function display(compact: string): Postcode {
  return `${compact.slice(0, -3)} ${compact.slice(-3)}` as Postcode;
}

/** `A` is a letter, `9` a digit. */
const SHAPES = ['A99AA', 'A999AA', 'AA99AA', 'AA999AA', 'A9A9AA', 'AA9A9AA'];
const LETTER_FOR: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', 2: 'Z', 8: 'B' };
const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', B: '8' };

/** No two-figure district begins with 0. */
const NOUGHT_FIRST = /^[A-Z]{1,2}0\d\d/;

/** Postcodes that look like this one to the eye, fewest changes first: to be offered, never applied. */
function repairs(compact: string): Postcode[] {
  return SHAPES.filter((shape) => shape.length === compact.length)
    .map((shape) => repairTo(shape, compact))
    .filter((unit): unit is string => unit !== undefined)
    .filter(
      (unit) =>
        unit !== compact &&
        !NOUGHT_FIRST.test(unit) &&
        letterFault(unit, unit.slice(-3)) === undefined,
    )
    .sort((a, b) => changes(a, compact) - changes(b, compact))
    .map(display);
}

function repairTo(shape: string, compact: string): string | undefined {
  const fitted = Array.from(compact, (character, at) => {
    const wantsDigit = shape[at] === '9';
    if (/\d/.test(character) === wantsDigit) return character;
    return wantsDigit ? DIGIT_FOR[character] : LETTER_FOR[character];
  });
  return fitted.includes(undefined) ? undefined : fitted.join('');
}

function changes(a: string, b: string): number {
  return Array.from(a).filter((character, at) => character !== b[at]).length;
}

/** As many as are read through. */
export const MOST_SUGGESTIONS = 5;

/** Codes of the list that differ from this one in one character. */
export function oneLetterOff(postcode: Postcode, listed: readonly Postcode[]): Postcode[] {
  return listed.filter(
    (each) =>
      each.length === postcode.length &&
      Array.from(each).filter((character, at) => character !== postcode[at]).length === 1,
  );
}

const SCOTLAND = 'AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE'.split(' ');
const WALES = 'CF LD LL NP SA'.split(' ');

/** The country a postcode area lies wholly in, where that is not England or mixed. */
export function countryOf(postcodeArea: string): string | undefined {
  if (SCOTLAND.includes(postcodeArea)) return 'Scotland';
  if (WALES.includes(postcodeArea)) return 'Wales';
  return postcodeArea === 'BT' ? 'Northern Ireland' : undefined;
}
