import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { type Area, type BoundarySet, setsInForce } from '../../server/domain/area.ts';
import { addDays, localDate } from '../../server/domain/calendar.ts';
import { holdsUntil } from '../../server/domain/holds-until.ts';
import { instantOf, londonDate } from '../../server/domain/london-time.ts';
import type { Need } from '../../server/domain/need.ts';
import type { Ground } from '../../server/domain/place.ts';
import {
  decideReferral,
  type Directory,
  type ReferralQuestion,
} from '../../server/domain/referral.ts';
import type { Referral } from '../../server/domain/referral-outcome.ts';
import { staleFrom } from '../../server/domain/team.ts';
import * as drawn from '../worlds/four-squares.ts';

type World = Omit<Directory, 'sets'> & {
  readonly sets: readonly BoundarySet[];
  readonly needs: readonly Need[];
};

const squares: World = {
  sets: drawn.sets,
  areas: drawn.areas,
  teams: drawn.teams,
  arrangements: drawn.fourSquares.arrangements,
  grounds: drawn.cells,
  needs: drawn.needs,
};
const read = readEmbeddedPack();
const areas: readonly Area[] = read.areas.map(({ area }) => area);
const pack: World = {
  sets: read.sets,
  areas,
  teams: read.teams,
  arrangements: read.arrangements,
  grounds: read.cells.map((cell) => areas.filter(({ id }) => cell.areas.includes(id))),
  needs: read.needs,
};

const DAY_MS = 86_400_000;

/** Days about which something begins, ends or becomes stale are as likely as all others. */
function momentIn({ sets, teams, needs, arrangements }: World): fc.Arbitrary<number> {
  const turns = [
    ...[...sets, ...teams, ...arrangements].flatMap(({ period }) => [period.from, period.to]),
    ...needs.flatMap(({ sectors, notOffered }) =>
      [...sectors, ...notOffered].flatMap(({ period }) => [period.from, period.to]),
    ),
    ...[...teams, ...arrangements].map(staleFrom),
  ].filter((day) => day !== null && day !== undefined);
  const about = fc
    .tuple(fc.constantFrom(...turns), fc.integer({ min: -4 * DAY_MS, max: DAY_MS }))
    .map(([date, off]) => instantOf({ date, minuteOfDay: 0 }) + off);
  return fc.oneof(about, fc.integer({ min: Date.UTC(2004, 0), max: Date.UTC(2029, 0) }));
}

function asked(ground: Ground, need: Need, at: number, asAt: boolean): ReferralQuestion {
  return {
    place: {
      kind: 'located',
      place: {
        postcode: drawn.unit('SO99 1AA'),
        precision: 'UNIT',
        position: drawn.point(-0.99, 51.015),
        parts: [{ ground, share: 1 }],
        metresToLine: new Map(),
        ended: null,
        nearby: [],
      },
    },
    need,
    age: 40,
    practice: undefined,
    on: asAt ? localDate('2024-06-03') : londonDate(at),
    at,
    answers: new Map(),
  };
}

function decided(world: World, question: ReferralQuestion): Referral {
  return decideReferral(question, { ...world, sets: setsInForce(world.sets, question.on) });
}

/** All of an answer but the moment it was asked. */
function told(referral: Referral): unknown {
  if (referral.kind !== 'routed') return referral;
  const { need, ...more } = referral;
  return { ...more, at: undefined, sectors: need.sectors };
}

test('asked again at any moment before it says, an answer is the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(squares, pack).chain((world) =>
        fc.record({
          world: fc.constant(world),
          ground: fc.constantFrom(...world.grounds),
          need: fc.constantFrom(...world.needs),
          at: momentIn(world),
          asAt: fc.boolean(),
          later: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        }),
      ),
      ({ world, ground, need, at, asAt, later }) => {
        const question = asked(ground, need, at, asAt);
        const referral = decided(world, question);
        fc.pre(referral.kind === 'routed');
        const until = holdsUntil({ ...referral, on: question.on }, world) ?? at + 10 * DAY_MS;
        expect(until).toBeGreaterThan(at);
        for (const moment of [
          Math.min(until - 1, Math.floor(at + later * (until - at))),
          until - 1,
        ])
          expect(told(decided(world, asked(ground, need, moment, asAt)))).toEqual(told(referral));
      },
    ),
    { numRuns: 1500 },
  );
});

test('an answer changes on the day an entry of it becomes stale, and says so before', () => {
  const team = drawn.teams.find(({ id }) => id === 'county-social-care');
  const stale = team && staleFrom(team);
  if (!stale) throw new Error('The drawn team is checked');
  const night = { ...team, hours: { ...team.hours, week: team.hours.week.map(() => []) } };
  const world = { ...squares, teams: [night] };
  const at = instantOf({ date: addDays(stale, -2), minuteOfDay: 600 });
  const referral = decided(world, asked(drawn.northWest, drawn.carers, at, false));
  if (referral.kind !== 'routed') throw new Error('The drawn team answers');
  expect(holdsUntil({ ...referral, on: londonDate(at) }, world)).toBe(
    instantOf({ date: stale, minuteOfDay: 0 }),
  );
});
