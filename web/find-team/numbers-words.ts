import { dayInWords, openingInWords } from '../words/dates.ts';
import type { Offer } from './ask.ts';

/** Open or not, until when, and whether anybody answers meanwhile. */
export function contactStateInWords(offer: Offer, at: string): string {
  const { openNow, opensNext, contactNow } = offer;
  if (openNow) return 'Open now.';
  const closed = opensNext ? `Closed until ${openingInWords(opensNext, at)}.` : 'Closed now.';
  return contactNow ? closed : `${closed} Nobody answers for it until then.`;
}

/** An entry nobody has checked for a year may name a dead number. */
export function checkedInWords({ team, stale }: Offer): string {
  const checked = `Entry last checked on ${dayInWords(team.checkedOn)}`;
  return stale
    ? `${checked}, over a year ago: make sure of the number before you rely on it.`
    : `${checked}.`;
}
