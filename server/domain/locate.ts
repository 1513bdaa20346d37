import type { BoundarySet } from './area.ts';
import type { LocalDate } from './calendar.ts';
import type { NotLocated, NotLocatedReason, Place, PlaceOutcome } from './place.ts';
import {
  countryOf,
  outcodeOf,
  type Postcode,
  postcodeAreaOf,
  type PostcodeReading,
} from './postcode.ts';
import type { Coverage } from './release.ts';

/** What a release knows of a unit postcode. */
export type Known = {
  readonly record: Place | 'no-position' | undefined;
  /** The wider sector, for a postcode that no record puts on ground. */
  readonly sector: Place | undefined;
};

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
        `${reading.outcode} is only the first part of a postcode. Enter all of it, like SO23 8UJ.`,
      );
  }
}

export function locate(postcode: Postcode, known: Known, coverage: Coverage): PlaceOutcome {
  const { record, sector } = known;
  if (record === 'no-position')
    return notLocated(
      'NO_POSITION',
      'This postcode is real, but its directory gives no place for it.',
    );
  const place = standsOnGround(record) ? record : (bySector(record, sector, coverage) ?? record);
  if (!place) return absent(postcode, coverage);
  return standsOnGround(place)
    ? { kind: 'located', place: { ...place, postcode } }
    : outOfCoverage(postcode, coverage);
}

export function standsOnGround(record: Known['record']): record is Place {
  return (
    record !== undefined &&
    record !== 'no-position' &&
    record.parts.some(({ ground }) => ground.length > 0)
  );
}

/** For a postcode not listed one by one, or whose point fell into the water just off the drawn ground. */
function bySector(
  record: Place | undefined,
  sector: Place | undefined,
  { listsUnits }: Coverage,
): Place | undefined {
  const wanted = record ? record.metresToLine.size > 0 : !listsUnits;
  return wanted ? sector : undefined;
}

/** The same outcome, unless nothing the release holds was in force on that day. */
export function inForceOn(
  outcome: PlaceOutcome,
  sets: readonly BoundarySet[],
  { on, all }: { readonly on: LocalDate; readonly all: readonly BoundarySet[] },
): PlaceOutcome {
  if (sets.length > 0 || outcome.kind === 'not-located') return outcome;
  const starts = all.map(({ period }) => period.from).filter((from) => from !== null);
  const first = starts.sort()[0];
  return notLocated(
    'NO_EDITION',
    `No boundaries are loaded for ${on}${first === undefined ? '' : `: they begin on ${first}`}.`,
  );
}

export function outOfCoverage(postcode: Postcode | null, { name }: Coverage): NotLocated {
  const country = postcode === null ? undefined : countryOf(postcodeAreaOf(postcode));
  const where =
    postcode === null
      ? 'This point'
      : country === undefined
        ? 'This postcode'
        : `This postcode is in ${country}. It`;
  return notLocated(
    'OUT_OF_COVERAGE',
    `${where} is outside the area this service covers: ${name}.`,
  );
}

/** Where a release lists its postcodes, one of its own postcode areas that is missing is mistyped or new. */
function absent(postcode: Postcode, coverage: Coverage): NotLocated {
  const { postcodeAreas, listsUnits } = coverage;
  const mine = postcodeAreas === null || postcodeAreas.includes(postcodeAreaOf(postcode));
  return listsUnits && mine
    ? notLocated(
        'UNKNOWN',
        `No postcode like this is known in ${outcodeOf(postcode)}. Check it with the person.`,
      )
    : outOfCoverage(postcode, coverage);
}

function notLocated(
  reason: NotLocatedReason,
  message: string,
  suggestions: readonly Postcode[] = [],
): NotLocated {
  return { kind: 'not-located', reason, message, suggestions };
}

/** Codes of the list that differ from this one in one character. */
export function oneLetterOff(postcode: Postcode, listed: readonly Postcode[]): Postcode[] {
  return listed.filter(
    (each) =>
      each.length === postcode.length &&
      Array.from(each).filter((character, at) => character !== postcode[at]).length === 1,
  );
}
