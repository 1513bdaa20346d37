import { refuse } from '../../server/domain/not-located.ts';
import { answerIn, type OutwardFile, type ShortAnswer } from '../../server/domain/outward-file.ts';
import {
  MOST_SUGGESTIONS,
  oneLetterOff,
  type Outcode,
  outcodeOf,
  parsePostcode,
  type Postcode,
  readPostcode,
  sectorOf,
} from '../../server/domain/postcode.ts';

/** The files fetched, by outward code; `lost` where one could not be. */
export type OutwardFiles = ReadonlyMap<Outcode, OutwardFile | 'lost'>;

/** In the order they are told. */
export const OUTCOMES = [
  'Routed',
  'NeedsChoice',
  'NotRoutable',
  'NoPostcode',
  'NotFetched',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a row comes to: an answer of the service, or why there is none. */
export type RowAnswer =
  | ShortAnswer
  | { readonly outcome: 'NoPostcode' }
  | { readonly outcome: 'NotFetched'; readonly outcode: Outcode };

/** The outward code that must be asked for to answer this; undefined where the text alone answers. */
export function outcodeIn(text: string): Outcode | undefined {
  const postcode = postcodeIn(text);
  return postcode === undefined ? undefined : outcodeOf(postcode);
}

function postcodeIn(text: string): Postcode | undefined {
  const reading = readPostcode(text);
  return reading.kind === 'unit' || reading.kind === 'no-fixed-abode'
    ? reading.postcode
    : undefined;
}

/** As the service would answer, had it been asked with the whole postcode. */
export function answerOf(text: string, files: OutwardFiles): RowAnswer {
  if (text.trim() === '') return { outcome: 'NoPostcode' };
  const reading = readPostcode(text);
  if (reading.kind !== 'unit' && reading.kind !== 'no-fixed-abode') {
    const { reason, message, suggestions } = refuse(reading);
    return { outcome: 'NotRoutable', reason, message, next: meant(suggestions) };
  }
  const { postcode } = reading;
  const outcode = outcodeOf(postcode);
  const file = files.get(outcode) ?? 'lost';
  return file === 'lost' ? { outcome: 'NotFetched', outcode } : answerFrom(file, postcode);
}

function answerFrom(file: OutwardFile, postcode: Postcode): RowAnswer {
  const answer = answerIn(file, postcode) ?? { outcome: 'NotFetched', outcode: file.outcode };
  return answer.outcome === 'NotRoutable' && answer.reason === 'UNKNOWN'
    ? unknownAnswer(file, postcode, answer)
    : answer;
}

type Refused = Extract<ShortAnswer, { readonly outcome: 'NotRoutable' }>;

/** Those of each file that were asked for, with what may have been meant: found once. */
const unknown = new WeakMap<OutwardFile, Map<Postcode, Refused>>();

function unknownAnswer(file: OutwardFile, postcode: Postcode, answer: Refused): Refused {
  const known = unknown.get(file) ?? new Map<Postcode, Refused>();
  unknown.set(file, known);
  const before = known.get(postcode);
  if (before) return before;
  const sector = sectorOf(postcode);
  const inSector = Object.keys(file.listed)
    .map((inward) => `${file.outcode} ${inward}`)
    .flatMap((each) => (each.startsWith(sector) ? (parsePostcode(each) ?? []) : []));
  const alike = oneLetterOff(postcode, inSector).slice(0, MOST_SUGGESTIONS);
  const refused = { ...answer, next: [...meant(alike), ...answer.next] };
  known.set(postcode, refused);
  return refused;
}

/** To be chosen by the reader, never for them. */
function meant(postcodes: readonly Postcode[]): Refused['next'] {
  return postcodes.length > 0
    ? [{ label: 'Did you mean', detail: `${postcodes.join(' or ')}? Check with the person.` }]
    : [];
}
