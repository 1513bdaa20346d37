import type { Postcode } from '../../server/domain/postcode.ts';

/** A postcode as a whole number, in the order of the dictionary: 8 bytes, where its text takes 32. */
export type PackedPostcode = number;

/** Outward code to four characters with blanks, inward code of three: digits to base 37, blank first. */
const DIGITS = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = DIGITS.length;
const LONGEST_OUTWARD = 4;
const INWARD = 3;
/** One more in the outward code. */
const OUTWARD = BASE ** INWARD;

const ZERO = '0'.charCodeAt(0);
const LETTER_A = 'A'.charCodeAt(0);

export function pack(postcode: Postcode): PackedPostcode {
  const outward = postcode.length - INWARD - 1;
  let packed = 0;
  for (let at = 0; at < LONGEST_OUTWARD; at++)
    packed = packed * BASE + (at < outward ? digitAt(postcode, at) : 0);
  for (let at = outward + 1; at < postcode.length; at++)
    packed = packed * BASE + digitAt(postcode, at);
  return packed;
}

function digitAt(postcode: Postcode, at: number): number {
  const code = postcode.charCodeAt(at);
  return code < LETTER_A ? code - ZERO + 1 : code - LETTER_A + 11;
}

export function unpack(packed: PackedPostcode): Postcode {
  const inward = packed % OUTWARD;
  return `${textOf((packed - inward) / OUTWARD)} ${textOf(inward)}` as Postcode;
}

/** Outward and inward codes, thousands of each and all inward ones smaller: each is put in letters once. */
const texts = new Map<number, string>();

function textOf(packed: number): string {
  const known = texts.get(packed);
  if (known !== undefined) return known;
  let text = '';
  for (let rest = packed; rest > 0; rest = Math.floor(rest / BASE))
    text = `${DIGITS.charAt(rest % BASE)}${text}`;
  texts.set(packed, text.trimEnd());
  return text.trimEnd();
}
