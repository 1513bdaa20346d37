import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { localDate } from '../../server/domain/calendar.ts';
import { type Cover, coverOf } from '../../server/domain/cover.ts';
import { decide } from '../../server/domain/decision.ts';
import type { Gap } from '../../server/domain/gap.ts';
import { fitsAge, type Need } from '../../server/domain/need.ts';
import { type CoveragePart, groundsInForce } from '../../server/domain/team-coverage.ts';
import type { Team } from '../../server/domain/team.ts';
import {
  cells,
  districts,
  endedNeed,
  homelessness,
  icbs,
  mentalHealth,
  nightSitting,
  pcts,
  sets,
  teams,
  unserved,
  upperTiers,
} from '../worlds/four-squares.ts';

const ON = localDate('2004-03-31');
const LATER = localDate('2023-03-31');
const peopled = cells.map((ground) => ({ ground, postcodes: 10, residents: 1000 }));

function named(id: string, more: Partial<Team>): Team {
  const team = teams.find((each) => each.id === id);
  if (!team) throw new Error(`No team ${id}`);
  return { ...team, ...more };
}

function covered(
  need: Need,
  directory: readonly Team[],
  { on = ON, inForce = [districts, upperTiers, pcts] } = {},
): Cover {
  return coverOf({ need, on, sets: inForce }, groundsInForce(peopled, inForce), directory);
}

function inWords({ sector, ages, coverage, teams: found }: CoveragePart, why?: Gap): string {
  const cause = why ? ` ${why.cause}: ${why.teams.map(({ id }) => id).join()}` : '';
  return `${sector} ${ages.from ?? 0}-${ages.to ?? ''} ${coverage} ${found.map(({ id }) => id).join()}${cause}`;
}

function linesOf({ grounds, gapOf }: Cover): string[] {
  return grounds.flatMap((on) => on.parts.map((part) => inWords(part, gapOf(on, part))));
}

/** The districts alone, so that a line of each says all. */
function byDistrict(directory: readonly Team[]): string[] {
  const { grounds, gapOf } = covered(homelessness, directory, { inForce: [districts] });
  return grounds.flatMap((on) =>
    on.parts.map(
      (part) => `${on.ground.map(({ code }) => code).join('')} ${inWords(part, gapOf(on, part))}`,
    ),
  );
}

test('every piece of ground has one team of each sector where the directory is whole', () => {
  const { grounds, counts } = covered(mentalHealth, teams);
  expect(grounds.map(({ coverage }) => coverage)).toEqual(['ONE', 'ONE', 'ONE', 'ONE']);
  expect(counts.ONE).toEqual({ grounds: 4, postcodes: 40, residents: 4000 });
  expect(counts.GAP).toEqual({ grounds: 0, postcodes: 0, residents: 0 });
});

test('ground without a team is a gap, with its postcodes and people, and the body that is responsible', () => {
  const without = teams.filter(({ id }) => id !== 'east-housing');
  const { grounds, counts } = covered(homelessness, without, { inForce: [districts] });
  expect(counts.GAP).toEqual({ grounds: 1, postcodes: 20, residents: 2000 });
  const [gap] = grounds.filter(({ coverage }) => coverage === 'GAP');
  expect(gap?.parts[0]?.body?.name).toBe('East District');
});

test('two teams for the same people are double cover, and only in the ages they share', () => {
  const children = named('west-housing', { id: 'under-18', ages: { from: null, to: 17 } });
  const adults = named('west-housing', { id: 'over-16', ages: { from: 16, to: null } });
  const east = named('east-housing', { ages: { from: 18, to: 64 } });
  expect(byDistrict([children, adults, east])).toEqual([
    'W HOUSING 0-15 ONE under-18',
    'W HOUSING 16-17 SEVERAL under-18,over-16',
    'W HOUSING 18- ONE over-16',
    'E HOUSING 0-17 GAP  OTHER_AGES: east-housing',
    'E HOUSING 18-64 ONE east-housing',
    'E HOUSING 65- GAP  OTHER_AGES: east-housing',
  ]);
});

test('ground no district drew is a place of its own, and one of no area in force is nobody’s to cover', () => {
  expect(groundsInForce(peopled, [])).toEqual([]);
  const [first, ...others] = peopled;
  if (!first) throw new Error('wanted a cell');
  const undrawn = { ...first, ground: first.ground.filter(({ set }) => set !== districts) };
  expect(groundsInForce([undrawn, ...others], [districts, icbs])).toHaveLength(3);
});

describe('a gap says what the directory holds about it', () => {
  const gone = (more: Partial<Team>): string[] => byDistrict([named('west-housing', more)]);

  test.each([
    ['ended', { period: { from: null, to: ON } }, 'ENDED: west-housing', 'NOBODY: '],
    [
      'begins later',
      { period: { from: localDate('2004-04-01'), to: null } },
      'NOT_YET: west-housing',
      'NOBODY: ',
    ],
    ['answers, in the west', {}, '', 'ELSEWHERE: '],
    [
      'names a body whose lines are not in force',
      { covers: [[{ kind: 'icb', code: 'B' }]] },
      'LINES_MOVED: west-housing',
      'LINES_MOVED: west-housing',
    ],
  ])('a team that %s', (_title, more, west, east) => {
    const [one = '', other = ''] = gone(more);
    expect(one).toBe(west === '' ? 'W HOUSING 0- ONE west-housing' : `W HOUSING 0- GAP  ${west}`);
    expect(other).toBe(`E HOUSING 0- GAP  ${east}`);
  });
});

test('what a record says nobody offers is not a gap, nor is a need without a rule', () => {
  const inForce = [districts, upperTiers, icbs];
  const offered = covered(nightSitting, [], { on: LATER, inForce });
  expect(offered.counts.NOT_OFFERED).toEqual({ grounds: 1, postcodes: 20, residents: 2000 });
  expect(offered.counts.GAP.grounds).toBe(1);
  const unruled = covered(endedNeed, teams, { on: LATER, inForce });
  expect(unruled).toMatchObject({ need: { sectors: [] }, grounds: [] });
  expect(covered(unserved, teams).counts.GAP.residents).toBe(4000);
});

describe('laws', () => {
  const age = fc.option(fc.integer({ min: 0, max: 99 }), { nil: null });
  const day = fc.option(
    fc.constantFrom('2003-01-01', '2004-03-31', '2004-04-01', '2013-04-01').map(localDate),
    { nil: null },
  );
  const term = fc.constantFrom(
    [{ kind: 'district', code: 'W' }],
    [{ kind: 'district', code: 'E' }],
    [{ kind: 'pct', code: 'N' }],
    [
      { kind: 'district', code: 'E' },
      { kind: 'pct', code: 'S' },
    ],
    [{ kind: 'icb', code: 'B' }],
  );
  const anyTeam = fc
    .record({
      covers: fc.array(term, { maxLength: 3 }),
      ages: fc.record({ from: age, to: age }),
      period: fc.record({ from: day, to: day }),
      sectors: fc.subarray(['HEALTH', 'SOCIAL_CARE', 'HOUSING'] as const, { minLength: 1 }),
    })
    .map((drawn) => named('west-housing', { ...drawn, needs: [mentalHealth.id, nightSitting.id] }));
  const directory = fc
    .array(anyTeam, { maxLength: 6 })
    .map((some) => some.map((team, at) => ({ ...team, id: `team-${at}`, name: `Team ${at}` })));
  const need = fc.constantFrom(mentalHealth, nightSitting);
  const on = fc.constantFrom(ON, LATER);

  test('of every ground, sector and age, cover names the teams a referral would name', () => {
    fc.assert(
      fc.property(directory, need, on, fc.nat(110), (some, asked, when, years) => {
        const inForce = sets.filter(
          ({ period }) => (period.from ?? '') <= when && (period.to === null || when < period.to),
        );
        const { grounds } = covered(asked, some, { on: when, inForce });
        for (const { ground, parts } of grounds) {
          const facts = {
            need: asked,
            age: years,
            on: when,
            sets: inForce,
            teams: some,
            registered: undefined,
            registeredElsewhere: false,
            noFixedAbode: false,
            practiceUnknown: false,
            grounds: cells,
          };
          const decision = decide(ground, facts);
          const mine = parts.filter(({ ages }) => fitsAge(ages, years));
          expect(mine.map(({ sector }) => sector)).toEqual(
            asked.sectors.map(({ sector }) => sector),
          );
          expect(new Set(mine.flatMap((part) => part.teams))).toEqual(new Set(decision.teams));
          expect(mine[0]?.notOffered).toBe(decision.notOffered);
          expect(mine.flatMap(({ body }) => (body ? [body] : []))).toEqual(
            decision.responsible.map(({ body }) => body),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the directory changes nothing, and no ground is counted as less than it is', () => {
    fc.assert(
      fc.property(directory, need, (some, asked) => {
        const there = covered(asked, some);
        const back = covered(asked, some.toReversed());
        expect(back.counts).toEqual(there.counts);
        expect(linesOf(back)).toEqual(linesOf(there));
        const { GAP, SEVERAL, NOT_OFFERED, ONE } = there.counts;
        const sum = [GAP, SEVERAL, NOT_OFFERED, ONE].reduce(
          (all, { postcodes }) => all + postcodes,
          0,
        );
        expect(sum).toBeGreaterThanOrEqual(40);
        expect(GAP.postcodes).toBeLessThanOrEqual(40);
      }),
    );
  });
});
