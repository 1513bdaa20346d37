import { refuse } from '../../server/domain/not-located.ts';
import { answerIn, type OutwardFile, type ShortAnswer } from '../../server/domain/outward-file.ts';
import {
  type Outcode,
  outcodeOf,
  type Postcode,
  readPostcode,
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
    const meant = {
      label: 'Did you mean',
      detail: `${suggestions.join(' or ')}? Check with the person.`,
    };
    return { outcome: 'NotRoutable', reason, message, next: suggestions.length > 0 ? [meant] : [] };
  }
  const outcode = outcodeOf(reading.postcode);
  const file = files.get(outcode);
  const answer =
    file === undefined || file === 'lost' ? undefined : answerIn(file, reading.postcode);
  return answer ?? { outcome: 'NotFetched', outcode };
}
