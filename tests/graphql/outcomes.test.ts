import { GraphQLEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';

import type { Country } from '../../server/domain/bank-holidays.ts';
import type { NotLocatedReason } from '../../server/domain/place.ts';
import type { ChoiceReason, NotRoutableReason } from '../../server/domain/referral-outcome.ts';
import { REASON_CODES } from '../../server/domain/referral-outcome.ts';
import { schema } from '../../server/graphql/schema.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { REASON_QUESTIONS, reconstructedSquares } from '../worlds/reason-questions.ts';
import { openWorld } from '../worlds/open.ts';
import { asker, field } from './ask.ts';

/** Every outcome and reason of the contract, each reached by a question through HTTP. One without a question fails. */
const ask = asker(await openWorld(fourSquares));
const askReconstructed = asker(await openWorld(reconstructedSquares));
const IN_2004 = { asAt: '2004-03-31', at: '2004-03-31T10:00:00+01:00' };

type Input = Readonly<Record<string, unknown>>;

const PLACELESS: Readonly<Record<NotLocatedReason, Input>> = {
  MALFORMED: { postcode: 'not one' },
  PARTIAL: { postcode: 'SO99' },
  UNKNOWN: { postcode: 'SO99 1AZ' },
  NO_POSITION: { postcode: 'SO99 1AE' },
  NON_GEOGRAPHIC: { postcode: 'GIR 0AA' },
  FORCES: { postcode: 'BF1 3AA' },
  CROWN_DEPENDENCY: { postcode: 'JE2 3AB' },
  OVERSEAS: { postcode: 'ASCN 1ZZ' },
  PSEUDO: { postcode: 'ZZ99 3WZ' },
  OUT_OF_COVERAGE: { postcode: 'EH1 1YZ' },
  NO_EDITION: { postcode: 'SO99 1AA', asAt: '1990-01-01' },
};
const UNROUTABLE: Readonly<Record<NotRoutableReason, Input>> = {
  ...PLACELESS,
  NO_TEAM_RECORDED: { postcode: 'SO99 1AA', need: 'unserved' },
  NO_RULE_RECORDED: { postcode: 'SO99 1AA', need: 'ended-need' },
  NOT_OFFERED_HERE: { postcode: 'SO99 1AA', need: 'night-sitting' },
  AGE_OUT_OF_RANGE: { postcode: 'SO99 1AA', need: 'adult-safeguarding', age: 12 },
};
const CHOICES: Readonly<Record<ChoiceReason, Input>> = {
  STRADDLES: { postcode: 'SO99 1AD', need: 'homelessness' },
  ENDED: { postcode: 'SO99 1AF' },
  WHERE_NOW: { postcode: 'ZZ99 3VZ', need: 'homelessness' },
  AGE: { postcode: 'SO99 1AA', need: 'therapy' },
};
const OFFER = 'openNow tied stale team { id } contactNow { phone }';
const REFERRAL = `query ($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ... on Routed {
      responsible { sector rule source because body { code } }
      teams { ${OFFER} }
      reasons { rule fact source link }
      release { id }
      holdsUntil
    }
    ... on NeedsChoice {
      choice: cause question key message options { answer label share } nearby release { id }
      urgent { ${OFFER} }
    }
    ... on NotRoutable {
      reason message next { label detail } release { id }
      candidates { share area { kind code } }
    }
  }
}`;

type Found = {
  readonly __typename: 'Routed' | 'NeedsChoice' | 'NotRoutable';
  readonly choice?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly next?: readonly { readonly label: string; readonly detail: string }[];
  readonly teams?: readonly unknown[];
  readonly reasons?: readonly {
    readonly rule: string;
    readonly fact: string;
    readonly source: string;
  }[];
  readonly options?: readonly { readonly answer: string; readonly label: string }[];
};

const referral = (input: Input, asking = ask): Promise<Found> =>
  field<Found>(asking(REFERRAL, { input: { need: 'carers', ...input } }), 'referral');

/** What the served schema lists, so that a new value without a question is seen. */
function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLEnumType)) throw new Error(`${name} is no enum`);
  return type.getValues().map((value) => value.name);
}

describe('A3 every outcome of the contract has a question that reaches it:', () => {
  test.each(valuesOf('NotRoutableReason'))('NotRoutable %s', async (reason) => {
    const found = await referral(UNROUTABLE[reason as NotRoutableReason]);
    expect(found).toMatchObject({ __typename: 'NotRoutable', reason });
    expect(found.message).toMatch(/\S/);
    expect(found.next?.length).toBeGreaterThan(0);
    for (const { label, detail } of found.next ?? []) expect(`${label}${detail}`).toMatch(/\S/);
    expect(found.teams).toBeUndefined();
  });
  test.each(valuesOf('ChoiceReason'))('NeedsChoice %s', async (reason) => {
    const found = await referral(CHOICES[reason as ChoiceReason]);
    expect(found).toMatchObject({ __typename: 'NeedsChoice', choice: reason });
    expect(new Set(found.options?.map(({ answer }) => answer)).size).toBeGreaterThan(1);
  });
  test.each([...REASON_CODES])('Routed, because of %s', async (rule) => {
    const found = await referral(
      REASON_QUESTIONS[rule],
      rule === 'boundary-status' ? askReconstructed : ask,
    );
    expect(found.__typename).toBe('Routed');
    expect(found.teams?.length).toBeGreaterThan(0);
    expect(found.reasons?.map((each) => each.rule)).toContain(rule);
    for (const { fact, source } of found.reasons ?? []) {
      expect(fact).toMatch(/\S/);
      expect(source).toMatch(/\S/);
    }
  });
  test.each(valuesOf('NotLocatedReason'))('NotLocated %s', async (reason) => {
    const { postcode, asAt } = PLACELESS[reason as NotLocatedReason];
    const found = await field(
      ask(
        `query ($postcode: String, $asAt: Date) {
          place(postcode: $postcode, asAt: $asAt) {
            __typename ... on NotLocated { reason message release { id } }
          }
        }`,
        { postcode, asAt },
      ),
      'place',
    );
    expect(found).toMatchObject({ __typename: 'NotLocated', reason });
  });
});

test('of many referrals each is answered as it is alone, whatever stands beside it', async () => {
  const outcome = `{
    __typename
    ... on Routed { reasons { fact } teams { team { id } contactNow { phone } } holdsUntil }
    ... on NeedsChoice { key message options { answer } }
    ... on NotRoutable { reason message }
  }`;
  const one = `query ($input: ReferralInput!) { found: referral(input: $input) ${outcome} }`;
  const many = `query ($inputs: [ReferralInput!]!) { found: referrals(inputs: $inputs) ${outcome} }`;
  const beside = [{}, { age: 17 }, { age: 70 }, { at: '2026-11-20T23:00:00Z' }, IN_2004];
  const inputs = [UNROUTABLE, CHOICES, REASON_QUESTIONS]
    .flatMap((each) => Object.values<Input>(each))
    .flatMap((input) => beside.map((more) => ({ need: 'carers', ...more, ...input })));
  const alone: unknown[] = [];
  for (const input of inputs) alone.push(await field(ask(one, { input }), 'found'));
  expect(await field(ask(many, { inputs }), 'found')).toEqual(alone);
});

test('the tables of questions name nothing the contract does not have', () => {
  expect(Object.keys(UNROUTABLE).sort()).toEqual(valuesOf('NotRoutableReason').sort());
  expect(Object.keys(PLACELESS).sort()).toEqual(valuesOf('NotLocatedReason').sort());
  expect(Object.keys(CHOICES).sort()).toEqual(valuesOf('ChoiceReason').sort());
  expect(Object.keys(REASON_QUESTIONS).sort()).toEqual([...REASON_CODES].sort());
});

describe('PC04 part of a postcode', () => {
  test('names every area its homes may lie in that day, and no team', async () => {
    expect(await referral({ postcode: 'SO99 1', ...IN_2004 })).toMatchObject({
      reason: 'PARTIAL',
      candidates: [
        { share: 1, area: { kind: 'district', code: 'W' } },
        { share: 1, area: { kind: 'upper-tier', code: 'C' } },
        { share: 1, area: { kind: 'pct', code: 'N' } },
      ],
    });
  });
  test.each(['SO99', 'SO', 'so99 1'])('%s is one', async (postcode) => {
    const found = await referral({ postcode });
    expect(found).toMatchObject({ reason: 'PARTIAL', candidates: [{}, {}, {}] });
  });
  test.each(['SO9', 'S', 'SO99 2'])(
    '%s has no candidates: no sector of it is known',
    async (postcode) => {
      expect(await referral({ postcode })).toMatchObject({ reason: 'PARTIAL', candidates: [] });
    },
  );
});

test('PC11 an ended postcode gives the live ones near it, and not itself', async () => {
  expect(await referral({ postcode: 'SO99 1AF' })).toMatchObject({
    choice: 'ENDED',
    nearby: ['SO99 1AA', 'SO99 1AB', 'SO99 1AD', 'SO99 1AG', 'SO99 1AH'],
  });
});

describe('H14 teams that fit equally', () => {
  test('are all shown, marked, by name, with a reason', async () => {
    const found = await referral({ postcode: 'SO99 1AA', need: 'therapy', age: 85 });
    expect(found.teams).toMatchObject([
      { tied: true, team: { id: 'old-therapy' } },
      { tied: true, team: { id: 'oldest-therapy' } },
    ]);
    expect(found.reasons?.find(({ rule }) => rule === 'several-teams')?.fact).toBe(
      'old-therapy and oldest-therapy fit equally for social care: ring either and ask.',
    );
  });
  test('are not said to where only one does', async () => {
    expect((await referral({ postcode: 'SO99 1AA' })).teams).toMatchObject([{ tied: false }]);
  });
});

test('H3 a team that nobody checked for a year is marked stale, and only then', async () => {
  const of = (age: number): Promise<Found> =>
    referral({ postcode: 'SO99 1AA', need: 'therapy', age });
  expect((await of(5)).teams).toMatchObject([{ stale: true, team: { id: 'young-therapy' } }]);
  expect((await of(40)).teams).toMatchObject([{ stale: false, team: { id: 'old-therapy' } }]);
});

test('Routed.holdsUntil is the moment a team of the answer opens or closes, or a boundary changes', async () => {
  const until = async (at: string, asAt?: string): Promise<unknown> => {
    const found = await referral({ postcode: 'SO99 1AA', at, ...(asAt && { asAt }) });
    return (found as { holdsUntil?: unknown }).holdsUntil;
  };
  expect(await until('2026-11-18T14:00:00Z')).toBe('2026-11-18T17:00:00.000Z');
  expect(await until('2026-11-18T18:00:00Z')).toBe('2026-11-19T09:00:00.000Z');
  expect(await until('2013-03-29T12:00:00Z')).toBe('2013-03-31T23:00:00.000Z');
  expect(await until('2013-03-29T12:00:00Z', '2013-03-28')).toBe('2013-04-02T08:00:00.000Z');
});

describe('Routed.bankHoliday is of the country whose bank holidays the teams keep', () => {
  const HOLIDAY =
    'query ($input: ReferralInput!) { referral(input: $input) { ... on Routed { bankHoliday } } }';
  const keptIn = async (country: Country, at: string): Promise<unknown> => {
    const teams = fourSquares.teams.map((team) => ({ ...team, hours: { ...team.hours, country } }));
    const asked = asker(await openWorld({ ...fourSquares, teams }));
    const input = { postcode: 'SO99 1AA', need: 'carers', at };
    return (await field<{ bankHoliday: unknown }>(asked(HOLIDAY, { input }), 'referral'))
      .bankHoliday;
  };
  test.each([
    ['scotland', '2026-11-30T10:00:00Z', 'St Andrew’s Day'],
    ['england', '2026-11-30T10:00:00Z', null],
    ['scotland', '2026-04-06T10:00:00Z', null],
    ['wales', '2026-04-06T10:00:00Z', 'Easter Monday'],
    ['northern-ireland', '2026-03-17T10:00:00Z', 'St Patrick’s Day'],
  ] as const)('%s, %s: %s', async (country, at, name) => {
    expect(await keptIn(country, at)).toBe(name);
  });
});
