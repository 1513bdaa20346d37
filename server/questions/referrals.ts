import { setImmediate as nextTurn } from 'node:timers/promises';

import { findPractices } from '../database/practices.ts';
import { type Memory, settler } from '../domain/alike.ts';
import { hasCode, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { inForceOn } from '../domain/locate.ts';
import type { Need } from '../domain/need.ts';
import type { PlaceOutcome } from '../domain/place.ts';
import { readPostcode } from '../domain/postcode.ts';
import type { Practice } from '../domain/practice.ts';
import type { ReferralQuestion } from '../domain/referral.ts';
import { placed, type Referral, type Settled } from '../domain/referral-outcome.ts';
import { furtherLooker } from './look-further.ts';
import type { OpenRelease } from './open-release.ts';
import { places } from './places.ts';
import type { Whereabouts } from './whereabouts.ts';

export type ReferralAsk = {
  readonly where: Whereabouts;
  readonly need: Need;
  readonly age: number | undefined;
  readonly practice: string | undefined;
  readonly on: LocalDate;
  readonly at: number;
  readonly answers: ReadonlyMap<string, string>;
};

export async function referrals(
  release: OpenRelease,
  asks: readonly ReferralAsk[],
): Promise<Referral[]> {
  const found = await settleAll(release, asks, settlerOn(release));
  return found.map(({ settled, place }) => placed(settled, place));
}

/** Settles one piece after another of a bulk of any length, each in the order asked. */
export type BulkReferrals = (asks: readonly ReferralAsk[]) => Promise<Settled[]>;

export function bulkReferrals(release: OpenRelease): BulkReferrals {
  const settle = settlerOn(release);
  return async (asks) => {
    const found = await settleAll(release, asks, settle);
    return found.map(({ settled }) => settled);
  };
}

type Settle = (question: Omit<ReferralQuestion, 'place'>, outcome: PlaceOutcome) => AtPlace;
type AtPlace = { readonly settled: Settled; readonly place: PlaceOutcome };

async function settleAll(
  release: OpenRelease,
  asks: readonly ReferralAsk[],
  settle: Settle,
): Promise<AtPlace[]> {
  const outcomes = await places(
    release,
    asks.map(({ where }) => where),
  );
  const practices = await findPractices(release.database, release.atlas, codesIn(asks));
  const lookFurther = furtherLooker(release);
  const settled: AtPlace[] = [];
  // One after the other: a thousand questions must not crowd others out of the database.
  for (const [at, ask] of asks.entries()) {
    const found = outcomes[at];
    if (!found) throw new Error('A referral was asked for, and no place looked up');
    const outcome = await withNoFixedAbode(release, ask, await lookFurther(found, ask));
    settled.push(settle({ ...ask, practice: practiceIn(practices, ask) }, outcome));
    if (settled.length % IN_A_TURN === 0) await nextTurn();
  }
  return settled;
}

/** For as long as a release is asked: what was decided for one holds for the next who is alike. */
const settlers = new WeakMap<OpenRelease, Settle>();

function settlerOn(release: OpenRelease): Settle {
  const known = settlers.get(release) ?? newSettler(release);
  settlers.set(release, known);
  return known;
}

/** Other days have other sets in force; all share one memory. */
function newSettler({ atlas, grounds }: OpenRelease): Settle {
  const memory: Memory = new Map();
  const days = new Map<LocalDate, Settle>();
  const onDay = (on: LocalDate): Settle => {
    const sets = setsInForce(atlas.sets, on);
    const settle = settler({ ...atlas, sets, grounds }, memory);
    return (question, outcome) => {
      const place = inForceOn(outcome, sets, { on, all: atlas.sets });
      return { place, settled: settle({ ...question, place }) };
    };
  };
  return (question, outcome) => {
    const known = days.get(question.on);
    if (known) return known(question, outcome);
    const settle = onDay(question.on);
    if (days.size >= MOST_DAYS) days.clear();
    days.set(question.on, settle);
    return settle(question, outcome);
  };
}

/** Asked about at a time, as a rule one or a few. */
const MOST_DAYS = 10;

/** So many are decided before whatever else the server is asked has its turn. */
const IN_A_TURN = 25;

/** What can be a code at all: not every engine takes a text with a NUL. */
function codesIn(asks: readonly ReferralAsk[]): string[] {
  const codes = asks.flatMap(({ practice }) => (practice === undefined ? [] : [practice]));
  return [...new Set(codes)].filter((code) => /^[\w-]{1,20}$/.test(code));
}

function practiceIn(
  practices: ReadonlyMap<string, Practice>,
  { practice }: ReferralAsk,
): Practice | 'unknown' | undefined {
  return practice === undefined ? undefined : (practices.get(practice) ?? 'unknown');
}

/** `ZZ99 3VZ` is no place, but a referral with it is about all the ground there is, until it is known where the person is. */
async function withNoFixedAbode(
  { atlas, grounds, pointIn }: OpenRelease,
  { where, answers }: ReferralAsk,
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
