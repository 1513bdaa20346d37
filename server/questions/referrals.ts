import { setImmediate as nextTurn } from 'node:timers/promises';

import { findPractices } from '../database/practices.ts';
import { type Asked, Memory, type Settle, settler } from '../domain/alike.ts';
import { hasCode, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { inForceOn } from '../domain/locate.ts';
import type { Need } from '../domain/need.ts';
import type { PlaceOutcome } from '../domain/place.ts';
import { readPostcode } from '../domain/postcode.ts';
import type { Practice } from '../domain/practice.ts';
import { placed, type Referral, type Settled } from '../domain/referral-outcome.ts';
import { furtherLooker, isWhole, type LookFurther } from './look-further.ts';
import type { OpenRelease } from './open-release.ts';
import { places } from './places.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What is asked, wherever that is. */
export type Asking = {
  readonly need: Need;
  readonly age: number | undefined;
  readonly practice: string | undefined;
  readonly on: LocalDate;
  readonly at: number;
  readonly answers: ReadonlyMap<string, string>;
};

export type ReferralAsk = Asking & { readonly where: Whereabouts };

/** Rows of a bulk that ask the same are settled fastest where their `asking` is one object. */
export type BulkAsk = { readonly where: Whereabouts; readonly asking: Asking };

export function referrals(release: OpenRelease, asks: readonly ReferralAsk[]): Promise<Referral[]> {
  const bulk =
    asks.length > 1 ? bulkOf(asks) : asks.map((ask) => ({ where: ask.where, asking: ask }));
  return settleAll(release, bulk, begin(release, asks.length > 1), placed);
}

/** Those who ask the same of other places share what they ask. */
function bulkOf(asks: readonly ReferralAsk[]): BulkAsk[] {
  const askings = new Map<string, Asking>();
  return asks.map((ask) => {
    const { where, need, age, practice, on, at, answers } = ask;
    if (answers.size > 0 || practice !== undefined) return { where, asking: ask };
    const key = `${age} ${on} ${at} ${need.id}`;
    const asking = askings.get(key) ?? ask;
    askings.set(key, asking);
    return { where, asking };
  });
}

/** Settles one piece after another of a bulk of any length, each in the order asked. */
export type BulkReferrals = (asks: readonly BulkAsk[]) => Promise<Settled[]>;

export function bulkReferrals(release: OpenRelease): BulkReferrals {
  const bulk = begin(release, true);
  return (asks) => settleAll(release, asks, bulk, (settled) => settled);
}

/** What one bulk remembers from piece to piece. */
type Bulk = {
  readonly settle: SettleOnDay;
  /** None where one referral is all there is. */
  readonly passing: Memory | undefined;
  /** With the practice that its code names. */
  readonly asked: WeakMap<Asking, Asked>;
};

type SettleOnDay = (...asked: Parameters<Settle>) => AtPlace;
type AtPlace = { readonly settled: Settled; readonly place: PlaceOutcome };

function begin(release: OpenRelease, hasMany: boolean): Bulk {
  const passing = hasMany ? new Memory(release.atlas) : undefined;
  return { settle: settlerOn(release), passing, asked: new WeakMap() };
}

async function settleAll<Told>(
  release: OpenRelease,
  asks: readonly BulkAsk[],
  bulk: Bulk,
  tell: (settled: Settled, place: PlaceOutcome) => Told,
): Promise<Told[]> {
  const outcomes = await places(
    release,
    asks.map(({ where }) => where),
  );
  const askings = newAmong(asks, bulk);
  const codes = codesIn(askings);
  const practices =
    codes.length === 0 ? NOBODYS : await findPractices(release.database, release.atlas, codes);
  for (const asking of askings)
    bulk.asked.set(asking, { ...asking, practice: practiceIn(practices, asking) });
  let lookFurther: LookFurther | undefined;
  const told: Told[] = [];
  // One after the other: a thousand questions must not crowd others out of the database.
  for (const [at, ask] of asks.entries()) {
    const found = outcomes[at];
    const asked = bulk.asked.get(ask.asking);
    if (!found || !asked) throw new Error('A referral was asked for, and no place looked up');
    let outcome = found;
    if (!isWhole(found, asked.on)) {
      lookFurther ??= furtherLooker(release);
      const further = await lookFurther(found, { where: ask.where, on: asked.on });
      outcome = await withNoFixedAbode(release, ask, further);
    }
    const { settled, place } = bulk.settle(asked, outcome, bulk.passing);
    told.push(tell(settled, place));
    if (told.length % IN_A_TURN === 0) await nextTurn();
  }
  return told;
}

/** What was not asked in a piece before. */
function newAmong(asks: readonly BulkAsk[], { asked }: Bulk): Asking[] {
  const askings = new Set<Asking>();
  for (const { asking } of asks) if (!asked.has(asking)) askings.add(asking);
  return [...askings];
}

const NOBODYS: ReadonlyMap<string, Practice> = new Map();

/** For as long as a release is asked: what was decided for one holds for the next who is alike. */
const settlers = new WeakMap<OpenRelease, SettleOnDay>();

function settlerOn(release: OpenRelease): SettleOnDay {
  const known = settlers.get(release) ?? newSettler(release);
  settlers.set(release, known);
  return known;
}

/** Other days have other sets in force; all share one memory. */
function newSettler({ atlas, grounds }: OpenRelease): SettleOnDay {
  const memory = new Memory(atlas);
  const days = new Map<LocalDate, SettleOnDay>();
  const onDay = (on: LocalDate): SettleOnDay => {
    const sets = setsInForce(atlas.sets, on);
    const settle = settler({ ...atlas, sets, grounds }, memory);
    return (asked, outcome, passing) => {
      const place = inForceOn(outcome, sets, { on, all: atlas.sets });
      return { place, settled: settle(asked, place, passing) };
    };
  };
  return (asked, outcome, passing) => {
    const known = days.get(asked.on);
    if (known) return known(asked, outcome, passing);
    const settle = onDay(asked.on);
    if (days.size >= MOST_DAYS) days.clear();
    days.set(asked.on, settle);
    return settle(asked, outcome, passing);
  };
}

/** Asked about at a time, as a rule one or a few. */
const MOST_DAYS = 10;

/** So many are decided before whatever else the server is asked has its turn. */
const IN_A_TURN = 25;

/** What can be a code at all: not every engine takes a text with a NUL. */
function codesIn(askings: readonly Asking[]): string[] {
  const codes = askings.flatMap(({ practice }) => (practice === undefined ? [] : [practice]));
  return [...new Set(codes)].filter((code) => /^[\w-]{1,20}$/.test(code));
}

function practiceIn(
  practices: ReadonlyMap<string, Practice>,
  { practice }: Asking,
): Practice | 'unknown' | undefined {
  return practice === undefined ? undefined : (practices.get(practice) ?? 'unknown');
}

/** `ZZ99 3VZ` is no place, but a referral with it is about all the ground there is, until it is known where the person is. */
async function withNoFixedAbode(
  { atlas, grounds, pointIn }: OpenRelease,
  { where, asking: { answers } }: BulkAsk,
  outcome: PlaceOutcome,
): Promise<PlaceOutcome> {
  if (outcome.kind === 'located' || outcome.reason !== 'PSEUDO') return outcome;
  const reading = 'postcode' in where ? readPostcode(where.postcode) : undefined;
  if (reading?.kind !== 'no-fixed-abode') return outcome;
  const councils = atlas.areas.filter(({ set }) => set.kind === 'upper-tier');
  const said =
    councils.find((area) => hasCode(area, answers.get('upper-tier') ?? '')) ?? councils[0];
  if (!said) return outcome;
  return {
    kind: 'located',
    place: {
      postcode: reading.postcode,
      precision: 'AREA',
      position: await pointIn(said),
      parts: grounds.map((ground) => ({ ground, share: 1 / grounds.length })),
      metresToLine: new Map(),
      ended: null,
      nearby: [],
    },
  };
}
