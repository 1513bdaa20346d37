import { findPractice, findShapes } from '../database/areas.ts';
import { hasCode, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { pointOn } from '../domain/geometry.ts';
import { inForceOn } from '../domain/locate.ts';
import type { Need } from '../domain/need.ts';
import type { PlaceOutcome } from '../domain/place.ts';
import { readPostcode } from '../domain/postcode.ts';
import { decideReferral } from '../domain/referral.ts';
import type { Referral } from '../domain/referral-outcome.ts';
import type { OpenRelease } from './open-release.ts';
import { places, type Whereabouts } from './places.ts';

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
  const { atlas, database } = release;
  const located = await places(
    release,
    asks.map(({ where }) => where),
  );
  const outcomes = await Promise.all(
    asks.map((ask, at) => withNoFixedAbode(release, ask, located[at])),
  );
  return Promise.all(
    asks.map(async (ask, at) => {
      const sets = setsInForce(atlas.sets, ask.on);
      const outcome = outcomes[at];
      if (!outcome) throw new Error('A referral was asked for, and no place looked up');
      const practice =
        ask.practice === undefined
          ? undefined
          : ((await findPractice(database, atlas, ask.practice)) ?? 'unknown');
      return decideReferral(
        { ...ask, practice, place: inForceOn(outcome, sets, { on: ask.on, all: atlas.sets }) },
        { ...atlas, sets },
      );
    }),
  );
}

/** `ZZ99 3VZ` is no place, but a referral with it is about all the ground there is, until it is known where the person is. */
async function withNoFixedAbode(
  { atlas, database }: OpenRelease,
  { where, answers }: ReferralAsk,
  outcome: PlaceOutcome | undefined,
): Promise<PlaceOutcome | undefined> {
  const reading = 'postcode' in where ? readPostcode(where.postcode) : undefined;
  if (reading?.kind !== 'no-fixed-abode') return outcome;
  const councils = atlas.areas.filter(({ set }) => set.kind === 'upper-tier');
  const said =
    councils.find((area) => hasCode(area, answers.get('upper-tier') ?? '')) ?? councils[0];
  const shape = said && (await findShapes(database, atlas, [said])).get(said);
  if (!shape) return outcome;
  const total = atlas.cells.reduce((sum, { postcodes }) => sum + postcodes, 0);
  const parts = atlas.cells.map(({ ground, postcodes }) => ({ ground, share: postcodes / total }));
  return {
    kind: 'located',
    place: {
      postcode: reading.postcode,
      precision: 'AREA',
      position: pointOn(shape),
      parts,
      metresToLine: new Map(),
      ended: null,
      nearby: [],
    },
  };
}
