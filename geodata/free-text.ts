/** What people write into a directory. It is for anybody’s eyes: nothing in it may be about a person. */

const LONGEST_TEXT = 2000;
/** Control characters, and those that turn the direction of writing: they hide what is said. */
const HIDDEN = /[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;
const TEN_DIGITS = /(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const BIRTH =
  /\b(?:d\.?o\.?b\.?|born(?: on)?|birth)\W{0,5}\d{1,2}(?:[/. -]\d{1,2}[/. -]\d{2}|(?:st|nd|rd|th)? [a-z]{3,9} \d{4})/iu;
const SERVICE = '(?:Transport|Advice|Safety|Experience|Participation|Access|Services?|Care)';
const NAMED_PATIENT = new RegExp(
  String.raw`\b[Pp]atient(?: is| called| named|:|,)? (?:(?:Mrs?|Ms|Miss|Master)\.? )?(?!${SERVICE}\b)\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]+`,
  'u',
);
const SOMEBODY = /\b(?:Mrs?|Ms|Miss)\.? \p{Lu}\p{Ll}+/u;

/** What of a text is not for a directory, in words that repeat none of it; undefined when all is. */
export function unfitText(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return `${text.length} characters`;
  if (HIDDEN.test(text)) return 'a hidden character';
  if ((text.match(TEN_DIGITS) ?? []).some(isNhsNumber)) return 'an NHS number';
  if (BIRTH.test(text)) return 'a date of birth';
  return NAMED_PATIENT.test(text) || SOMEBODY.test(text) ? 'the name of a person' : undefined;
}

/** Ten digits, the last of which checks the others (NHS Data Dictionary, NHS number). */
function isNhsNumber(written: string): boolean {
  const digits = Array.from(written.replaceAll(/\D/g, ''), Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** Digits alone, so that a telephone dials what a reader reads. An extension is for the label. */
export function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  return /^\+?\d[\d ]*$/.test(text) && digits.length >= 3 && digits.length <= 15;
}

/** 09: a call to it costs the caller. */
export function isPremiumRate(text: string): boolean {
  return /^(?:\+44|0044|0) ?9/.test(text);
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[\w.+'-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(text);
}

/** `jane.smith@`, which outlasts no move; not `duty.team@`. */
export function isOfNamedPerson(email: string): boolean {
  const [, first = '', last = ''] = /^([a-z]+)[._]([a-z'-]+)\d*@/i.exec(email) ?? [];
  return first !== '' && ![first, last].some((word) => ROLES.test(word));
}

const ROLES =
  /team|desk|duty|care|service|referral|health|social|child|adult|famil|safe|admin|enquir|info|contact|office|hous|support|point|hub|crisis|nurs|therap|access|north|south|east|west|mid|city|county|council|nhs|hospital|discharge|mental|learning|disab|older|people|young|school|line|help|mash|camhs|intake|front|door|local|practice|surgery|clinic|manager/i;

/** A page that a browser opens as it stands, over TLS. */
export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.username === '' && text.length <= 2000;
}
