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

type Who = {
  readonly grounds: readonly Ground[];
  readonly need: Need;
  readonly age: number | undefined;
};

function asked({ grounds, need, age }: Who, at: number, asAt: boolean): ReferralQuestion {
  return {
    place: {
      kind: 'located',
      place: {
        postcode: drawn.unit('SO99 1AA'),
        precision: 'UNIT',
        position: drawn.point(-0.99, 51.015),
        parts: grounds.map((ground) => ({ ground, share: 1 / grounds.length })),
        metresToLine: new Map(),
        ended: null,
        nearby: [],
      },
    },
    need,
    age,
    practice: undefined,
    on: asAt ? localDate('2024-06-03') : londonDate(at),
    at,
    answers: new Map(),
  };
}

function decided(world: World, question: ReferralQuestion): Referral {
  return decideReferral(question, { ...world, sets: setsInForce(world.sets, question.on) });
}

/** All of an answer but the moment it was asked; the sentence of a refusal may name the day. */
function told(referral: Referral): unknown {
  if (referral.kind === 'not-routable') return referral.reason;
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
          who: fc.record({
            grounds: fc.subarray([...world.grounds], { minLength: 1, maxLength: 2 }),
            need: fc.constantFrom(...world.needs),
            age: fc.constantFrom(40, undefined),
          }),
          at: momentIn(world),
          asAt: fc.boolean(),
          later: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        }),
      ),
      ({ world, who, at, asAt, later }) => {
        const question = asked(who, at, asAt);
        const referral = decided(world, question);
        const until = holdsUntil(referral, question, world) ?? at + 10 * DAY_MS;
        expect(until).toBeGreaterThan(at);
        for (const moment of [
          Math.min(until - 1, Math.floor(at + later * (until - at))),
          until - 1,
        ])
          expect(told(decided(world, asked(who, moment, asAt)))).toEqual(told(referral));
      },
    ),
    { numRuns: 1500 },
  );
});

test('a question says when another number is to be rung while it is open', () => {
  const [urgent] = drawn.needs.filter(({ id }) => id === 'local-care');
  if (!urgent) throw new Error('The drawn world has an urgent need');
  const always = drawn.teams[0]?.hours.week.map(() => [{ opens: 0, closes: 1440 }]) ?? [];
  const teams = drawn.teams.map((team) =>
    team.id === 'west-local-care'
      ? { ...team, hours: { ...team.hours, week: always, bankHolidays: 'as-usual' as const } }
      : { ...team, outOfHours: null },
  );
  const world = { ...squares, teams };
  const grounds = [drawn.northWest, drawn.northEast];
  const untilFrom = (at: string): readonly [number, number | undefined] => {
    const question = asked({ grounds, need: urgent, age: 40 }, Date.parse(at), false);
    const referral = decided(world, question);
    if (referral.kind !== 'needs-choice') throw new Error('The line parts the two');
    return [referral.urgent.length, holdsUntil(referral, question, world)];
  };
  expect(untilFrom('2026-11-20T10:00:00Z')).toEqual([2, Date.parse('2026-11-20T17:00:00Z')]);
  expect(untilFrom('2026-11-20T03:00:00Z')).toEqual([1, Date.parse('2026-11-20T09:00:00Z')]);
});

test('an answer changes on the day an entry of it becomes stale, and says so before', () => {
  const team = drawn.teams.find(({ id }) => id === 'county-social-care');
  const stale = team && staleFrom(team);
  if (!stale) throw new Error('The drawn team is checked');
  const night = { ...team, hours: { ...team.hours, week: team.hours.week.map(() => []) } };
  const world = { ...squares, teams: [night] };
  const at = instantOf({ date: addDays(stale, -2), minuteOfDay: 600 });
  const question = asked({ grounds: [drawn.northWest], need: drawn.carers, age: 40 }, at, false);
  expect(holdsUntil(decided(world, question), question, world)).toBe(
    instantOf({ date: stale, minuteOfDay: 0 }),
  );
});
