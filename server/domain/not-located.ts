import type { NotLocated, NotLocatedReason } from './place.ts';
import type { Postcode, PostcodeReading } from './postcode.ts';

export type Unit = Extract<PostcodeReading, { kind: 'unit' }>;

/** A reading that is no unit postcode has its answer already. */
export function refuse(reading: Exclude<PostcodeReading, Unit>): NotLocated {
  switch (reading.kind) {
    case 'malformed':
      return notLocated('MALFORMED', reading.message, reading.suggestions);
    case 'special':
      return notLocated(reading.reason, `${reading.message}.`);
    case 'no-fixed-abode':
      return notLocated(
        'PSEUDO',
        `${reading.postcode} is an NHS code, not a place: it means “no fixed abode”. A referral with it asks where the person is now.`,
      );
    case 'partial':
      return notLocated(
        'PARTIAL',
        `${reading.part} is only the first part of a postcode. Enter all of it, like SO23 8UJ.`,
      );
  }
}

export function notLocated(
  reason: NotLocatedReason,
  message: string,
  suggestions: readonly Postcode[] = [],
): NotLocated {
  return { kind: 'not-located', reason, message, suggestions, candidates: [] };
}
