import { postcodesBeginning, sectorsBeginning } from '../database/postcodes.ts';
import { setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { candidatesOfPart, nearbyLive } from '../domain/locate.ts';
import type { NotLocated, Place, PlaceOutcome } from '../domain/place.ts';
import {
  MOST_SUGGESTIONS,
  oneLetterOff,
  outcodeOf,
  type Postcode,
  postcodeAreaOf,
  readPostcode,
  sectorOf,
} from '../domain/postcode.ts';
import type { OpenRelease } from './open-release.ts';
import type { Whereabouts } from './whereabouts.ts';

export type Asked = { readonly where: Whereabouts; readonly on: LocalDate };

/** Adds what only a further look into the release tells, to outcomes that need it; the rest pass unread. */
export type LookFurther = (outcome: PlaceOutcome, asked: Asked) => Promise<PlaceOutcome>;

/** True where a further look adds nothing: of nearly all rows of a bulk, which then need not wait for one. */
export function isWhole(outcome: PlaceOutcome, on: LocalDate): boolean {
  return outcome.kind === 'located' && !hasEnded(outcome.place, on);
}

function hasEnded({ ended }: Place, on: LocalDate): boolean {
  return ended !== null && ended <= on;
}

/** For one request: however often a bulk one asks about a sector, it is read once. */
export function furtherLooker(release: OpenRelease): LookFurther {
  const { database, atlas } = release;
  const listed = remembered((beginning) => postcodesBeginning(database, atlas, beginning));
  const sectors = remembered((beginning) => sectorsBeginning(database, atlas, beginning));

  const nearby = async (place: Place, on: LocalDate): Promise<readonly Postcode[]> => {
    const { postcode } = place;
    if (postcode === null) return [];
    const near = nearbyLive(place, await listed(sectorOf(postcode)), on);
    return near.length > 0 ? near : nearbyLive(place, await listed(`${outcodeOf(postcode)} `), on);
  };

  const unlocated = async (
    outcome: NotLocated,
    typed: string,
    on: LocalDate,
  ): Promise<NotLocated> => {
    const reading = readPostcode(typed);
    if (reading.kind === 'partial') {
      const within = await sectors(postcodeAreaOf(reading.part));
      const sets = setsInForce(atlas.sets, on);
      return { ...outcome, candidates: candidatesOfPart(reading.part, within, sets) };
    }
    if (reading.kind !== 'unit' || outcome.reason !== 'UNKNOWN') return outcome;
    const inSector = await listed(sectorOf(reading.postcode));
    const alike = oneLetterOff(
      reading.postcode,
      inSector.map(({ postcode }) => postcode),
    );
    return { ...outcome, suggestions: alike.slice(0, MOST_SUGGESTIONS) };
  };

  return async (outcome, { where, on }) => {
    if (outcome.kind === 'not-located')
      return 'postcode' in where ? unlocated(outcome, where.postcode, on) : outcome;
    const { place } = outcome;
    if (!hasEnded(place, on)) return outcome;
    const live = await nearby(place, on);
    return { kind: 'located', place: { ...place, nearby: live.slice(0, MOST_SUGGESTIONS) } };
  };
}

function remembered<Value>(ask: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (key) => {
    const known = answers.get(key) ?? ask(key);
    answers.set(key, known);
    return known;
  };
}
