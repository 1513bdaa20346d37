import { describe, expect, test } from 'vitest';

import { ageBandsOf } from '../../server/domain/age-question.ts';
import { setsInForce } from '../../server/domain/area.ts';
import { localDate } from '../../server/domain/calendar.ts';
import {
  type Ground,
  type Part,
  type Place,
  placeConfidence,
  type PlaceOutcome,
} from '../../server/domain/place.ts';
import { decideReferral, type ReferralQuestion } from '../../server/domain/referral.ts';
import type { Referral } from '../../server/domain/referral-outcome.ts';
import type { Need } from '../../server/domain/need.ts';
import type { Team } from '../../server/domain/team.ts';
import * as world from '../worlds/four-squares.ts';

const IN_2004 = localDate('2004-03-31');
const NOW = Date.parse('2026-11-18T14:00:00Z');

function placeOn(...parts: readonly (readonly [Ground, number])[]): Place {
  return {
    postcode: world.unit('SO99 1AA'),
    precision: 'UNIT',
    position: world.point(-0.99, 51.015),
    parts: parts.map(([ground, share]): Part => ({ ground, share })),
    metresToLine: new Map(),
    ended: null,
    nearby: [],
  };
}

function ask(place: Place | PlaceOutcome, more: Partial<ReferralQuestion> = {}): Referral {
  const outcome: PlaceOutcome = 'kind' in place ? place : { kind: 'located', place };
  const question: ReferralQuestion = {
    place: outcome,
    need: world.mentalHealth,
    age: undefined,
    practice: undefined,
    on: IN_2004,
    at: NOW,
    answers: new Map(),
    ...more,
  };
  return decideReferral(question, {
    sets: setsInForce(world.sets, question.on),
    areas: world.areas,
    teams: world.teams,
    arrangements: world.fourSquares.arrangements,
    grounds: world.cells,
  });
}

function outcome<Kind extends Referral['kind']>(
  referral: Referral,
  kind: Kind,
): Extract<Referral, { kind: Kind }> {
  expect(referral.kind).toBe(kind);
  return referral as Extract<Referral, { kind: Kind }>;
}

const bodies = (referral: Referral): string[] =>
  outcome(referral, 'routed').responsible.map(({ sector, body }) => `${sector} ${body.code}`);
const teams = (referral: Referral): string[] =>
  outcome(referral, 'routed').teams.map(({ team }) => team.id);

describe('a place on clear ground', () => {
  const referral = ask(placeOn([world.northWest, 1]));
  test('is routed to the PCT and the county, never the district', () => {
    expect(bodies(referral)).toEqual(['HEALTH N', 'SOCIAL_CARE C']);
  });
  test('is answered by the teams that cover it', () => {
    expect(teams(referral)).toEqual(['north-mental-health', 'county-social-care']);
  });
  test('has its health body presumed, and says what would make it sure', () => {
    const { responsible, reasons, confidence } = outcome(referral, 'routed');
    expect(responsible.map(({ presumed }) => presumed)).toEqual([true, false]);
    expect(reasons.find(({ rule }) => rule === 'presumed')?.fact).toContain('GP practice');
    expect(confidence).toBe('MEDIUM');
  });
  test('carries the partnership manager of its ground', () => {
    expect(outcome(referral, 'routed').arrangements.map(({ id }) => id)).toEqual(['manager-north']);
  });
  test('has no manager once the PCT has ended', () => {
    expect(
      outcome(ask(placeOn([world.northWest, 1]), { on: localDate('2026-11-21') }), 'routed')
        .arrangements,
    ).toEqual([]);
  });
  test('follows the boundary in force: the ICB today', () => {
    expect(bodies(ask(placeOn([world.northWest, 1]), { on: localDate('2026-11-21') }))).toEqual([
      'HEALTH B',
      'SOCIAL_CARE C',
    ]);
  });
  test('is sure where every rule depends on the home alone', () => {
    expect(
      outcome(ask(placeOn([world.northWest, 1]), { need: world.carers }), 'routed').confidence,
    ).toBe('HIGH');
  });
});

describe('a GP practice', () => {
  const referral = ask(placeOn([world.northWest, 1]), { practice: world.practice });
  test('moves the health answer, and not the social care one', () => {
    expect(bodies(referral)).toEqual(['HEALTH S', 'SOCIAL_CARE C']);
    expect(teams(referral)).toEqual(['south-mental-health', 'county-social-care']);
  });
  test('that no record knows is not spoken of where no practice counts', () => {
    const rulesOf = (need: Need): readonly string[] =>
      outcome(
        ask(placeOn([world.northWest, 1]), { need, practice: 'unknown' }),
        'routed',
      ).reasons.map(({ rule }) => rule);
    expect(rulesOf(world.mentalHealth)).toContain('practice-unknown');
    expect(rulesOf(world.carers)).not.toContain('practice-unknown');
  });
  test('elsewhere leaves a child’s health open too, and names no team for it', () => {
    const {
      responsible,
      reasons,
      teams: offered,
    } = outcome(
      ask(placeOn([world.northWest, 1]), {
        need: {
          ...world.mentalHealth,
          sectors: [...world.placedHealth.sectors, ...world.carers.sectors],
        },
        answers: new Map([['pct', 'elsewhere']]),
      }),
      'routed',
    );
    expect(responsible.map(({ sector }) => sector)).toEqual(['SOCIAL_CARE']);
    expect(offered.map(({ team }) => team.id)).toEqual(['county-social-care']);
    expect(reasons.find(({ rule }) => rule === 'no-body')?.fact).toContain('ask the practice');
  });
  test('makes the health answer sure', () => {
    expect(outcome(referral, 'routed').responsible.every(({ presumed }) => !presumed)).toBe(true);
  });
  test('settles a line that only health straddles', () => {
    const straddling = placeOn([world.northWest, 0.5], [world.southWest, 0.5]);
    expect(bodies(ask(straddling, { practice: world.practice }))).toEqual([
      'HEALTH S',
      'SOCIAL_CARE C',
    ]);
  });
  test('is settled for good by the answer to the question about it', () => {
    const everywhere = placeOn(...world.cells.map((ground) => [ground, 0.25] as const));
    const need = {
      ...world.mentalHealth,
      sectors: [...world.mentalHealth.sectors, ...world.homelessness.sectors],
    };
    const both = [
      ...world.teams,
      ...world.teams.map((team) => ({ ...team, needs: [...team.needs, 'mental-health'] })),
    ];
    const answers = new Map([['pct', 'S']]);
    const next = decideReferral(
      {
        place: { kind: 'located', place: everywhere },
        need,
        age: undefined,
        practice: undefined,
        on: IN_2004,
        at: NOW,
        answers,
      },
      {
        sets: setsInForce(world.sets, IN_2004),
        areas: world.areas,
        teams: both,
        arrangements: [],
        grounds: world.cells,
      },
    );
    expect(outcome(next, 'needs-choice').key).toBe('district');
  });
  test('that no record knows leaves the answer presumed, and says so', () => {
    const { reasons } = outcome(
      ask(placeOn([world.northWest, 1]), { practice: 'unknown' }),
      'routed',
    );
    expect(reasons.map(({ rule }) => rule)).toContain('practice-unknown');
  });
});

describe('a place that straddles a line', () => {
  const acrossPcts = placeOn([world.northWest, 0.75], [world.southWest, 0.25]);
  const acrossDistricts = placeOn([world.northWest, 0.5], [world.northEast, 0.5]);
  const acrossBoth = placeOn([world.northWest, 0.5], [world.southEast, 0.5]);

  test('that matters is a question, with every candidate and its share', () => {
    const { key, options } = outcome(ask(acrossPcts), 'needs-choice');
    expect(key).toBe('pct');
    expect(options.map(({ answer, share }) => [answer, share])).toEqual([
      ['N', 0.75],
      ['S', 0.25],
    ]);
  });
  test('is routed once the question is answered', () => {
    expect(bodies(ask(acrossPcts, { answers: new Map([['pct', 'S']]) }))).toEqual([
      'HEALTH S',
      'SOCIAL_CARE C',
    ]);
  });
  test('between districts of one county does not make social care ambiguous', () => {
    expect(bodies(ask(acrossDistricts, { need: world.carers }))).toEqual(['SOCIAL_CARE C']);
  });
  test('between districts is a question about housing', () => {
    const { question, key } = outcome(
      ask(acrossDistricts, { need: world.homelessness }),
      'needs-choice',
    );
    expect(key).toBe('district');
    expect(question).toBe('Which council is on the person’s council tax bill?');
  });
  test('asks where the person is now, not for a council tax bill, where that decides', () => {
    const sectors = world.safeguarding.sectors;
    const { question, key } = outcome(
      ask(acrossDistricts, { need: { ...world.localCare, sectors } }),
      'needs-choice',
    );
    expect(key).toBe('district');
    expect(question).toBe('Which council area is the person in now?');
  });
  test('that ended before the day asked about does not matter', () => {
    expect(ask(acrossPcts, { on: localDate('2026-11-21') }).kind).toBe('routed');
  });
  test('asks only what the need depends on where lines of two kinds cross', () => {
    expect(outcome(ask(acrossBoth), 'needs-choice').key).toBe('pct');
    expect(outcome(ask(acrossBoth, { need: world.homelessness }), 'needs-choice').key).toBe(
      'district',
    );
  });
  test('asks about the district when only the teams differ', () => {
    expect(outcome(ask(acrossDistricts, { need: world.localCare }), 'needs-choice').key).toBe(
      'district',
    );
  });
  test('gives an urgent need everyone who may have to act, answering now', () => {
    const { urgent } = outcome(ask(acrossDistricts, { need: world.localCare }), 'needs-choice');
    expect(urgent.map(({ team, contactNow }) => [team.id, contactNow?.phone])).toEqual([
      ['west-local-care', '01632 960000'],
      ['east-local-care', '01632 960000'],
    ]);
  });
  test('of the coverage offers somewhere else as an answer', () => {
    const edge = placeOn([world.northWest, 0.9], [[], 0.1]);
    const { options } = outcome(ask(edge, { need: world.carers }), 'needs-choice');
    expect(options.map(({ answer }) => answer)).toEqual(['C', 'elsewhere']);
    const elsewhere = ask(edge, {
      need: world.carers,
      answers: new Map([['upper-tier', 'elsewhere']]),
    });
    expect(outcome(elsewhere, 'not-routable').reason).toBe('OUT_OF_COVERAGE');
  });
  test('with an answer that is no candidate names nobody', () => {
    const referral = ask(acrossDistricts, {
      need: world.homelessness,
      answers: new Map([['district', 'X']]),
    });
    expect(outcome(referral, 'not-routable').reason).toBe('OUT_OF_COVERAGE');
  });
});

describe('an answer that leaves part of the need open', () => {
  test('is of low confidence, and says that no body is known', () => {
    const noCouncil = placeOn([[world.north], 1]);
    const { confidence, reasons } = outcome(ask(noCouncil), 'routed');
    expect(confidence).toBe('LOW');
    expect(reasons.map(({ rule }) => rule)).toContain('no-body');
  });
  test('is of low confidence, and says that no team is recorded', () => {
    const referral = ask(placeOn([world.northWest, 1]), {
      need: { ...world.carers, sectors: [...world.carers.sectors, ...world.unserved.sectors] },
    });
    const { confidence, reasons } = outcome(referral, 'routed');
    expect(confidence).toBe('LOW');
    expect(reasons.map(({ rule }) => rule)).toContain('no-team');
  });
});

describe('a place near a line', () => {
  const near = {
    ...placeOn([world.northWest, 1]),
    metresToLine: new Map([[world.districts.id, 30]]),
  };
  test('is of medium confidence where that line matters to the need', () => {
    expect(outcome(ask(near, { need: world.homelessness }), 'routed').confidence).toBe('MEDIUM');
  });
  test('is sure where it does not', () => {
    expect(outcome(ask(near, { need: world.carers }), 'routed').confidence).toBe('HIGH');
  });
  test('is sure once the asker has said on which side', () => {
    const answers = new Map([['district', 'W']]);
    expect(outcome(ask(near, { need: world.homelessness, answers }), 'routed').confidence).toBe(
      'HIGH',
    );
  });
  test('that no area of a set covers is said to be off its edge', () => {
    const off = {
      ...placeOn([[world.county], 1]),
      metresToLine: new Map([[world.districts.id, 155]]),
    };
    expect(placeConfidence(off, world.sets)).toMatchObject({
      confidence: 'MEDIUM',
      warnings: [{ code: 'OFF_THE_EDGE' }],
    });
  });
});

describe('a postcode that has ended', () => {
  const ended = { ...placeOn([world.northWest, 1]), ended: localDate('2003-01-01') };
  test('is never routed silently', () => {
    const { key, message } = outcome(ask(ended), 'needs-choice');
    expect(key).toBe('ended');
    expect(message).toContain('1 January 2003');
  });
  test('leads to the question for the present postcode when the person is not there', () => {
    const referral = ask(ended, { answers: new Map([['ended', 'not-there']]) });
    expect(outcome(referral, 'not-routable').reason).toBe('UNKNOWN');
  });
  test('is routed on a day before it ended', () => {
    expect(ask(ended, { on: localDate('2002-05-01') }).kind).toBe('routed');
  });
  test('is routed once confirmed', () => {
    expect(bodies(ask(ended, { answers: new Map([['ended', 'still-there']]) }))).toEqual([
      'HEALTH N',
      'SOCIAL_CARE C',
    ]);
  });
  test('gives an urgent need its contacts while it is confirmed', () => {
    expect(
      outcome(ask(ended, { need: world.localCare }), 'needs-choice').urgent.map(
        ({ team }) => team.id,
      ),
    ).toEqual(['west-local-care']);
  });
});

describe('teams of different ages', () => {
  const young = { ...world.teams[3], id: 'young-carers', ages: { from: null, to: 17 } } as Team;
  const grown = { ...world.teams[3], id: 'carers-18', ages: { from: 18, to: null } } as Team;
  const askOf = (age: number | undefined, answers = new Map<string, string>()): Referral =>
    decideReferral(
      {
        place: { kind: 'located', place: placeOn([world.northWest, 1]) },
        need: world.carers,
        age,
        practice: undefined,
        on: IN_2004,
        at: NOW,
        answers,
      },
      {
        sets: world.sets.slice(0, 3),
        areas: world.areas,
        teams: [grown, young],
        arrangements: [],
        grounds: world.cells,
      },
    );
  test('are a question about the age, youngest first', () => {
    const { key, options } = outcome(askOf(undefined), 'needs-choice');
    expect(key).toBe('age');
    expect(options.map(({ answer, label }) => [answer, label])).toEqual([
      ['0', 'Under 18'],
      ['18', '18 and over'],
    ]);
  });
  test('that overlap are a question of which every age has one answer', () => {
    const middle = { ...grown, id: 'carers-to-64', ages: { from: 18, to: 64 } };
    const question = ageBandsOf(
      { responsible: [], teams: [grown, young, middle], notOffered: undefined },
      world.carers,
    );
    expect(question).toEqual([
      { from: 0, to: 17 },
      { from: 18, to: 64 },
      { from: 65, to: null },
    ]);
  });
  test('are told apart by the answer, or by the age', () => {
    expect(teams(askOf(undefined, new Map([['age', '0']])))).toEqual(['young-carers']);
    expect(teams(askOf(40))).toEqual(['carers-18']);
  });
});

describe('a home and a GP practice of grounds that do not meet', () => {
  const local = {
    ...world.teams[0],
    id: 'west-health',
    covers: [
      [
        { kind: 'district', code: 'W' },
        { kind: 'pct', code: 'N' },
      ],
    ],
  } as Team;
  const distant = {
    ...world.teams[0],
    id: 'south-health',
    covers: [
      [
        { kind: 'district', code: 'E' },
        { kind: 'pct', code: 'S' },
      ],
    ],
  } as Team;
  const need = { ...world.mentalHealth, sectors: world.unserved.sectors };
  const referral = decideReferral(
    {
      place: { kind: 'located', place: placeOn([world.northWest, 1]) },
      need,
      age: undefined,
      practice: world.practice,
      on: IN_2004,
      at: NOW,
      answers: new Map(),
    },
    {
      sets: world.sets.slice(0, 3),
      areas: world.areas,
      teams: [local, distant],
      arrangements: [],
      grounds: world.cells,
    },
  );
  test('are answered by a team that serves the body of the practice, never by one that does not', () => {
    expect(bodies(referral)).toEqual(['HEALTH S']);
    expect(teams(referral)).toEqual(['south-health']);
  });
});

test('arrangements are only those that hold wherever the address may lie', () => {
  const acrossPcts = placeOn([world.northWest, 0.75], [world.southWest, 0.25]);
  expect(outcome(ask(acrossPcts, { need: world.carers }), 'routed').arrangements).toEqual([]);
});

describe('nobody can be named', () => {
  test('but what to do in danger is said all the same', () => {
    const steps = outcome(
      ask(placeOn([world.northWest, 1]), { need: world.unserved }),
      'not-routable',
    ).next;
    expect(steps.at(-1)?.detail).toContain('999');
  });
  test('and postcodes that may have been meant are offered', () => {
    const unknown: PlaceOutcome = {
      kind: 'not-located',
      reason: 'UNKNOWN',
      message: 'Unknown.',
      suggestions: [world.unit('SO99 1AB')],
      candidates: [],
    };
    expect(outcome(ask(unknown), 'not-routable').next[0]).toMatchObject({ label: 'Did you mean' });
  });
  test('when no team is recorded: the responsible body is the next step', () => {
    const { reason, next } = outcome(
      ask(placeOn([world.northWest, 1]), { need: world.unserved }),
      'not-routable',
    );
    expect(reason).toBe('NO_TEAM_RECORDED');
    expect(next[0]?.label).toBe('Ring North PCT');
  });
  test('when a sector has no body: which, and whom to ask instead', () => {
    const { reason, message, next } = outcome(
      ask(placeOn([[world.north], 1]), {
        need: {
          ...world.mentalHealth,
          id: 'unserved',
          sectors: [...world.unserved.sectors, ...world.carers.sectors],
        },
      }),
      'not-routable',
    );
    expect(reason).toBe('NO_TEAM_RECORDED');
    expect(message).toContain('No body is known here for its social care part.');
    expect(next.map(({ label }) => label).slice(0, 2)).toEqual([
      'Ring North PCT',
      'For social care',
    ]);
    expect(next[0]?.detail).toContain('responsible for health');
  });
  test('when no rule is recorded for the day, which is not to say that nobody answered', () => {
    const { reason, message, next } = outcome(
      ask(placeOn([world.northWest, 1]), {
        need: world.endedNeed,
        on: localDate('2026-11-18'),
      }),
      'not-routable',
    );
    expect(reason).toBe('NO_RULE_RECORDED');
    expect(message).toContain('on 18 November 2026. That does not mean that nobody did.');
    expect(next[0]?.detail).toContain('GP practice or council');
  });
  test('when the practice belongs elsewhere and health is all that is needed: the practice, not the council, is the next step', () => {
    const { message, next } = outcome(
      ask(placeOn([world.northWest, 1]), {
        need: { ...world.mentalHealth, sectors: world.unserved.sectors },
        answers: new Map([['pct', 'elsewhere']]),
      }),
      'not-routable',
    );
    expect(message).toMatch(/^The GP practice belongs to an NHS body outside/);
    expect(next[0]?.detail).toContain('GP practice');
    expect(next.map(({ detail }) => detail).join()).not.toContain('council');
  });
  test.each([
    ['health alone', world.unserved, undefined, /GP practice/, /council/],
    ['social care alone', world.carers, undefined, /council/, /GP practice/],
    ['both', world.mentalHealth, 'Scotland', /council.*GP practice/s, /trust/],
    ['both', world.mentalHealth, 'Northern Ireland', /trust/, /council|ring 111/],
  ] as const)(
    'outside the coverage, %s: whom to ring goes by sector and country',
    (_of, need, country, wanted, unwanted) => {
      const outside: PlaceOutcome = {
        kind: 'not-located',
        reason: 'OUT_OF_COVERAGE',
        message: 'Outside.',
        suggestions: [],
        candidates: [],
        ...(country && { country }),
      };
      const { next } = outcome(ask(outside, { need }), 'not-routable');
      const said = next.map(({ detail }) => detail).join('\n');
      expect(said).toMatch(wanted);
      expect(said).not.toMatch(unwanted);
      expect(said).toContain('999');
    },
  );
  test('when the person is too young', () => {
    const { reason, message } = outcome(
      ask(placeOn([world.northWest, 1]), { need: world.safeguarding, age: 12 }),
      'not-routable',
    );
    expect(reason).toBe('AGE_OUT_OF_RANGE');
    expect(message).toBe('Adult safeguarding is for people aged 18 and over.');
  });
  test('when there is no place: its reason stands', () => {
    const nowhere: PlaceOutcome = {
      kind: 'not-located',
      reason: 'FORCES',
      message: 'Forces.',
      suggestions: [],
      candidates: [],
    };
    expect(outcome(ask(nowhere), 'not-routable').reason).toBe('FORCES');
  });
});

test('an urgent need carries a contact that answers at any hour', () => {
  for (let hour = 0; hour < 24 * 7; hour++) {
    const referral = ask(placeOn([world.northWest, 1]), {
      need: world.safeguarding,
      at: NOW + hour * 3_600_000,
    });
    expect(outcome(referral, 'routed').teams.some(({ contactNow }) => contactNow !== null)).toBe(
      true,
    );
  }
});

test('the order of parts does not change the question', () => {
  const parts: [Ground, number][] = [
    [world.northWest, 0.3],
    [world.southWest, 0.3],
    [world.southEast, 0.4],
  ];
  const one = outcome(ask(placeOn(...parts)), 'needs-choice');
  const other = outcome(ask(placeOn(...parts.toReversed())), 'needs-choice');
  expect(other).toEqual(one);
});
