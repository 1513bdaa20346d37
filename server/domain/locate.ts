import type { BoundarySet } from './area.ts';
import { dayInWords, type LocalDate } from './calendar.ts';
import {
  type AreaAtPlace,
  areasOf,
  type NotLocated,
  type Part,
  type Place,
  type PlaceOutcome,
} from './place.ts';
import { type LonLat, metresBetween } from './position.ts';
import { countryOf, outcodeOf, type Postcode, postcodeAreaOf } from './postcode.ts';
import { notLocated } from './not-located.ts';
import type { Coverage } from './release.ts';

/** What a release knows of a unit postcode. */
export type Known = {
  readonly record: Place | 'no-position' | undefined;
  /** The wider sector, for a postcode that no record puts on ground. */
  readonly sector: Place | undefined;
};

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
    ? { kind: 'located', place: place.postcode === postcode ? place : { ...place, postcode } }
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
    `No boundaries are loaded for ${dayInWords(on)}${first === undefined ? '' : `: they begin on ${dayInWords(first)}`}.`,
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
  return {
    ...notLocated('OUT_OF_COVERAGE', `${where} is outside the area this service covers: ${name}.`),
    ...(country !== undefined && { country }),
  };
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

/** Live postcodes near one that has ended, the nearest first: its homes may have one of these now. */
export function nearbyLive(
  { postcode, position }: Pick<Place, 'postcode' | 'position'>,
  listed: readonly Listed[],
  on: LocalDate,
): Postcode[] {
  return listed
    .flatMap((each) => {
      if (each.postcode === postcode || each.position === null) return [];
      if (each.ended !== null && each.ended <= on) return [];
      const metres = metresBetween(position, each.position);
      return metres <= NEARBY_METRES ? [{ postcode: each.postcode, metres }] : [];
    })
    .sort((a, b) => a.metres - b.metres || (a.postcode < b.postcode ? -1 : 1))
    .map((each) => each.postcode);
}

/** A walk of a quarter of an hour. */
const NEARBY_METRES = 1000;

export type Listed = {
  readonly postcode: Postcode;
  readonly position: LonLat | null;
  readonly ended: LocalDate | null;
};

/** What is known of a sector. */
export type Sector = {
  readonly sector: string;
  readonly parts: readonly Part[];
  readonly postcodes: number;
};

/** The areas of these sets that part of a postcode may lie in, with their shares of its postcodes. */
export function candidatesOfPart(
  part: string,
  sectors: readonly Sector[],
  sets: readonly BoundarySet[],
): AreaAtPlace[] {
  const within = sectors.filter(({ sector }) => isWithin(sector, part));
  const total = within.reduce((sum, { postcodes }) => sum + postcodes, 0);
  const parts = within.flatMap(({ parts: each, postcodes }) =>
    each.map(({ ground, share }) => ({ ground, share: (share * postcodes) / total })),
  );
  return areasOf({ parts, metresToLine: new Map() }, sets);
}

/** `SO23 8` is within `SO23 8`, `SO23` and `SO`, not within `SO2` or `S`. */
function isWithin(sector: string, part: string): boolean {
  return sector === part || sector.split(' ')[0] === part || postcodeAreaOf(sector) === part;
}
