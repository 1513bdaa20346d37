import { openingInWords } from '../words/dates.ts';
import type { Offer } from './ask.ts';

/** Open or not, until when, and whether anybody answers meanwhile. */
export function contactStateInWords(offer: Offer, at: string): string {
  const { openNow, opensNext, contactNow } = offer;
  if (openNow) return 'Open now.';
  const closed = opensNext ? `Closed until ${openingInWords(opensNext, at)}.` : 'Closed now.';
  return contactNow ? closed : `${closed} Nobody answers for it until then.`;
}
