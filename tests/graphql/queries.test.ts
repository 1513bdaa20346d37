import { readFileSync } from 'node:fs';

import { lexicographicSortSchema, printSchema } from 'graphql';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { schema } from '../../server/graphql/schema.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { asker, field, NOW } from './ask.ts';

const database = await openWorld(fourSquares);
const ask = asker(database);
const embedded = asker(await openWorld(readEmbeddedPack()));

test('the committed schema is the one that is served', async () => {
  const committed = readFileSync('server/graphql/schema.graphql', 'utf8');
  expect(await format(printSchema(schema), { parser: 'graphql', printWidth: 100 })).toBe(committed);
});

test('every type, field and argument of the contract has a description or says it by its name', () => {
  const types = Object.values(lexicographicSortSchema(schema).getTypeMap()).filter(
    ({ name }) =>
      !name.startsWith('__') &&
      !['Query', 'String', 'Int', 'Float', 'Boolean', 'ID'].includes(name),
  );
  expect(types.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
});

describe('Query.referral', () => {
  const REFERRAL = `query Referral($input: ReferralInput!) {
    referral(input: $input) {
      __typename
      ... on Routed {
        place { postcode areas { area { code } } }
        need { id }
        responsible { sector presumed because body { code kind } }
        teams { openNow opensNext because sectors contactNow { phone } team { id checkedOn } }
        arrangements { id }
        reasons { rule fact source }
        confidence
        at
        release { id }
      }
      ... on NeedsChoice { key question message options { answer label share area { code } } urgent { team { id } } release { id } }
      ... on NotRoutable { reason message next { label detail } release { id } }
    }
  }`;
  type Routed = {
    readonly __typename: string;
    readonly at: string;
    readonly reasons: readonly { readonly rule: string }[];
    readonly teams: readonly {
      readonly openNow: boolean;
      readonly opensNext: string | null;
      readonly contactNow: { readonly phone: string } | null;
    }[];
  };
  const refer = (input: object): Promise<Routed> => field(ask(REFERRAL, { input }), 'referral');

  test('names bodies, teams, reasons, moment and release', async () => {
    expect(await refer({ postcode: 'SO99 1AA', need: 'carers', asAt: '2004-03-31' })).toMatchObject(
      {
        __typename: 'Routed',
        place: { postcode: 'SO99 1AA' },
        responsible: [{ sector: 'SOCIAL_CARE', presumed: false, body: { code: 'C' } }],
        teams: [{ openNow: true, opensNext: null, contactNow: { phone: '01632 960000' } }],
        arrangements: [{ id: 'manager-north' }],
        confidence: 'HIGH',
        at: new Date(NOW).toISOString(),
        release: { id: 'four-squares' },
      },
    );
  });
  test('gives the night number at 3 a.m., and when the desk opens', async () => {
    const { teams } = await refer({
      postcode: 'SO99 1AA',
      need: 'carers',
      at: '2026-07-15T03:00:00+01:00',
    });
    expect(teams).toMatchObject([
      {
        openNow: false,
        opensNext: '2026-07-15T08:00:00.000Z',
        contactNow: { phone: '01632 960001' },
      },
    ]);
  });
  test('gives no contact where nobody answers at night', async () => {
    const { teams } = await refer({
      postcode: 'SO99 1AA',
      need: 'homelessness',
      at: '2026-07-15T03:00:00+01:00',
    });
    expect(teams).toMatchObject([{ openNow: false, contactNow: null }]);
  });
  test('takes the day from the moment when no day is given', async () => {
    const input = { postcode: 'SO99 1AA', need: 'mental-health', at: '2004-03-31T23:30:00+01:00' };
    expect(await refer(input)).toMatchObject({
      responsible: [{ body: { kind: 'pct' } }, { body: { kind: 'upper-tier' } }],
    });
  });
  test('asks, then routes on the answer', async () => {
    const input = { postcode: 'SO99 1AB', need: 'mental-health', asAt: '2004-03-31' };
    expect(await refer(input)).toMatchObject({
      __typename: 'NeedsChoice',
      key: 'pct',
      options: [
        { answer: 'N', share: 0.75 },
        { answer: 'S', share: 0.25 },
      ],
    });
    const answered = { ...input, answers: [{ question: 'pct', answer: 'S' }] };
    expect(await refer(answered)).toMatchObject({
      __typename: 'Routed',
      responsible: [{ body: { code: 'S' }, presumed: false }, {}],
    });
  });
  test('follows the GP practice, in whichever case its code is typed', async () => {
    const input = {
      postcode: 'SO99 1AA',
      need: 'mental-health',
      asAt: '2004-03-31',
      gpPractice: 'j82001',
    };
    expect(await refer(input)).toMatchObject({
      responsible: [{ body: { code: 'S' }, presumed: false }, { body: { code: 'C' } }],
    });
  });
  test('answers a point', async () => {
    const input = { point: { lat: 51.015, lon: -0.99 }, need: 'carers', asAt: '2004-03-31' };
    expect(await refer(input)).toMatchObject({ __typename: 'Routed', place: { postcode: null } });
  });
  test('says when no boundaries are loaded for the day', async () => {
    const input = { postcode: 'SO99 1AA', need: 'carers', asAt: '1999-01-01' };
    expect(await refer(input)).toMatchObject({
      __typename: 'NotRoutable',
      reason: 'NO_EDITION',
      message: 'No boundaries are loaded for 1 January 1999: they begin on 1 April 2002.',
    });
  });
  test.each([
    [
      'an unknown need',
      { postcode: 'SO99 1AA', need: 'x' },
      /^Wanted a need this release knows: mental-health|carers/,
    ],
    ['no place', { need: 'carers' }, /^Give either a postcode or a point/],
    [
      'two places',
      { need: 'carers', postcode: 'SO99 1AA', point: { lat: 51, lon: -1 } },
      /^Give either/,
    ],
    [
      'an impossible age',
      { need: 'carers', postcode: 'SO99 1AA', age: -1 },
      /^Wanted an age from 0 to 130/,
    ],
    ['a latitude of 91', { need: 'carers', point: { lat: 91, lon: 0 } }, /^Wanted a latitude/],
    ['a swapped point', { need: 'carers', point: { lat: -1.3, lon: 51 } }, /swapped/],
  ])('refuses %s in a sentence', async (_what, input, message) => {
    const { errors } = await ask(REFERRAL, { input });
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
  test.each([
    ['asAt', '2026-02-31'],
    ['asAt', '31/03/2004'],
    ['at', '2026-01-01T10:00:00'],
    ['at', 'now'],
    ['at', '2026-02-31T10:00:00Z'],
  ])('refuses %s %s by type', async (name, value) => {
    expect(
      (await ask(REFERRAL, { input: { postcode: 'SO99 1AA', need: 'carers', [name]: value } }))
        .errors,
    ).toHaveLength(1);
  });
});

describe('Query.referral, of a person with no fixed abode', () => {
  const REFERRAL = `query Referral($input: ReferralInput!) {
    referral(input: $input) {
      __typename
      ... on Routed {
        place { postcode precision confidence warnings { code } areas { area { code kind } } }
        responsible { presumed because body { code } }
        teams { team { id } }
        confidence
      }
      ... on NeedsChoice { key question message options { answer label share } urgent { team { id } } }
      ... on NotRoutable { reason }
    }
  }`;
  type Step = {
    readonly __typename: string;
    readonly key: string;
    readonly options: readonly { readonly answer: string }[];
  };
  const refer = (
    need: string,
    answers: readonly object[] = [],
    asAt = '2004-03-31',
  ): Promise<Step> =>
    field(embedded(REFERRAL, { input: { postcode: 'zz99 3vz', need, asAt, answers } }), 'referral');

  test('asks where the person is now, by name, and gives an urgent need its contacts at once', async () => {
    const step = await refer('adult-safeguarding');
    expect(step).toMatchObject({
      __typename: 'NeedsChoice',
      key: 'upper-tier',
      question: 'Which council area is the person in now?',
      options: [
        { label: 'Hampshire', share: null },
        { label: 'Isle of Wight' },
        { label: 'Portsmouth' },
        { label: 'Southampton' },
      ],
    });
    expect((step as unknown as { urgent: object[] }).urgent.length).toBeGreaterThan(0);
  });
  test('is routed by the answer', async () => {
    const answers = [{ question: 'upper-tier', answer: 'E06000044' }];
    expect(await refer('adult-safeguarding', answers)).toMatchObject({
      __typename: 'Routed',
      place: { postcode: 'ZZ99 3VZ', precision: 'AREA', warnings: [{ code: 'NO_FIXED_ABODE' }] },
      responsible: [{ body: { code: 'E06000044' } }],
    });
  });
  test.each(['2004-03-31', '2026-11-21'])(
    'is always routed in the end, whatever is answered, on %s',
    async (asAt) => {
      const { needs } = readEmbeddedPack();
      for (const { id } of needs)
        for (const pick of [0, -1]) {
          const answers: object[] = [];
          let step = await refer(id, answers, asAt);
          while (step.__typename === 'NeedsChoice') {
            expect(answers.length).toBeLessThan(5);
            answers.push({ question: step.key, answer: step.options.at(pick)?.answer });
            step = await refer(id, answers, asAt);
          }
          expect(step.__typename).toBe('Routed');
        }
    },
  );
});

describe('Query.referrals', () => {
  const REFERRALS =
    'query($inputs: [ReferralInput!]!) { referrals(inputs: $inputs) { __typename ... on NotRoutable { reason } } }';
  const input = (postcode: string): object => ({ postcode, need: 'carers', asAt: '2004-03-31' });
  test('answers each in the order asked, PC38: duplicates, blanks and bad ones too', async () => {
    const postcodes = ['SO99 1AA', '', 'SO99 1AA', 'nonsense', 'SO99 1AE', 'EH1 1YZ'];
    expect(
      await field(ask(REFERRALS, { inputs: postcodes.map(input) }), 'referrals'),
    ).toMatchObject([
      { __typename: 'Routed' },
      { reason: 'MALFORMED' },
      { __typename: 'Routed' },
      { reason: 'MALFORMED' },
      { reason: 'NO_POSITION' },
      { reason: 'OUT_OF_COVERAGE' },
    ]);
  });
  test('answers 1,000 and refuses 1,001 whole, PC37', async () => {
    const thousand = Array.from({ length: 1000 }, () => input('SO99 1AA'));
    expect(await field(ask(REFERRALS, { inputs: thousand }), 'referrals')).toHaveLength(1000);
    const { errors } = await ask(REFERRALS, { inputs: [...thousand, input('SO99 1AA')] });
    expect(errors?.[0]?.message).toBe('Wanted at most 1000 referrals, found 1001.');
  });
});

describe('Query.place, of a point', () => {
  const PLACE = `query($point: PointInput) { place(point: $point, asAt: "2004-03-31") {
    __typename
    ... on Located { precision confidence areas { share metresToBoundary area { code kind } } }
    ... on NotLocated { reason }
  } }`;
  test('well inside one square is sure', async () => {
    const place = await field(ask(PLACE, { point: { lat: 51.015, lon: -0.99 } }), 'place');
    expect(place).toMatchObject({ precision: 'POINT', confidence: 'HIGH' });
  });
  test('nearer to the edge of all ground than the lines are true may be elsewhere', async () => {
    const place = await field(ask(PLACE, { point: { lat: 51.015, lon: -0.99999 } }), 'place');
    expect(place).toMatchObject({ confidence: 'LOW' });
  });
  test('nearer to a line than the lines are true has both sides', async () => {
    const place = await field<{ confidence: string; areas: { area: { code: string } }[] }>(
      ask(PLACE, { point: { lat: 51.015, lon: -0.98001 } }),
      'place',
    );
    expect(place.confidence).toBe('LOW');
    expect(place.areas.map(({ area }) => area.code)).toEqual(['W', 'E', 'C', 'N']);
  });
  test.each([
    ['the sea', 50, -4],
    ['France', 48.8, 2.3],
    ['0, 0', 0, 0],
  ])('in %s is outside coverage', async (_what, lat, lon) => {
    expect(await field(ask(PLACE, { point: { lat, lon } }), 'place')).toMatchObject({
      reason: 'OUT_OF_COVERAGE',
    });
  });
});

describe('Query.coterminosity', () => {
  const COMPARE = `query($left: String!, $right: String!, $weight: Weight, $within: String, $asAt: Date = "2004-03-31") {
    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {
      leftCount rightCount homogeneity completeness vMeasure leftInRight rightInLeft
      overlaps { left { code } right { code } residents postcodes km2 shareOfLeft shareOfRight relation }
      misfits(first: 2) { left { code } }
      remainders { share }
      slivers { count km2 }
    }
  }`;
  test('of districts and PCTs that cross has four equal overlaps', async () => {
    expect(
      await field(ask(COMPARE, { left: 'district', right: 'pct' }), 'coterminosity'),
    ).toMatchObject({
      leftCount: 2,
      rightCount: 2,
      vMeasure: 0,
      leftInRight: 0.5,
      overlaps: [
        {
          left: { code: 'W' },
          right: { code: 'N' },
          residents: 1000,
          shareOfLeft: 0.5,
          relation: 'CROSSES',
        },
        { left: { code: 'W' }, right: { code: 'S' } },
        { left: { code: 'E' }, right: { code: 'N' } },
        { left: { code: 'E' }, right: { code: 'S' } },
      ],
      misfits: [{ left: { code: 'W' } }, { left: { code: 'W' } }],
      slivers: { count: 0, km2: 0 },
    });
  });
  test('turned round is the same the other way', async () => {
    const { overlaps } = await field<{ overlaps: object[] }>(
      ask(COMPARE, { left: 'pct', right: 'district' }),
      'coterminosity',
    );
    expect(overlaps).toHaveLength(4);
    expect(overlaps[1]).toMatchObject({ left: { code: 'N' }, right: { code: 'E' } });
  });
  test('of a set against itself scores 1', async () => {
    expect(
      await field(ask(COMPARE, { left: 'district', right: 'district' }), 'coterminosity'),
    ).toMatchObject({
      homogeneity: 1,
      completeness: 1,
      vMeasure: 1,
      overlaps: [{ relation: 'COTERMINOUS' }, { relation: 'COTERMINOUS' }],
    });
  });
  test('within one district sees that district only', async () => {
    expect(
      await field(ask(COMPARE, { left: 'district', right: 'pct', within: 'W' }), 'coterminosity'),
    ).toMatchObject({
      leftCount: 1,
      rightCount: 2,
      overlaps: [{ residents: 1000, shareOfLeft: 0.5 }, { residents: 1000 }],
    });
  });
  test.each(['AREA', 'POSTCODES', 'RESIDENTS'])(
    'shares of each area add up to 1 by %s',
    async (weight) => {
      const { overlaps } = await field<{
        overlaps: { left: { code: string }; shareOfLeft: number }[];
      }>(ask(COMPARE, { left: 'district', right: 'pct', weight }), 'coterminosity');
      for (const code of ['W', 'E'])
        expect(
          overlaps
            .filter(({ left }) => left.code === code)
            .reduce((sum, { shareOfLeft }) => sum + shareOfLeft, 0),
        ).toBeCloseTo(1, 9);
    },
  );
  test.each([
    [
      'a kind not in force',
      { left: 'district', right: 'icb' },
      'Wanted a kind of boundary in force on 2004-03-31 (district, upper-tier, pct), found "icb".',
    ],
    [
      'an area that is not there',
      { left: 'district', right: 'pct', within: 'X' },
      'No area in force that day has the code "X".',
    ],
  ])('refuses %s in a sentence', async (_what, variables, message) => {
    expect((await ask(COMPARE, variables)).errors?.[0]?.message).toBe(message);
  });
});

describe('a GP practice of 2004, asked about today', () => {
  const REFERRAL = `query($input: ReferralInput!) { referral(input: $input) {
    ... on Routed { responsible { sector presumed because body { ods } } teams { sectors team { id } } }
  } }`;
  type Answered = {
    readonly responsible: readonly object[];
    readonly teams: readonly { readonly team: { readonly id: string } }[];
  };
  const refer = (asAt: string, need: string, gpPractice: string): Promise<Answered> =>
    field(
      embedded(REFERRAL, { input: { postcode: 'GU14 7JU', need, gpPractice, asAt } }),
      'referral',
    );

  test.each([
    ['2004-03-31', '5L1'],
    ['2010-03-31', '5L1'],
    ['2014-03-31', '10X'],
    ['2021-06-01', 'D9Y0V'],
    ['2023-03-31', 'QRL'],
    ['2026-11-21', 'QRL'],
  ])(
    'in Southampton moves the health answer of a Farnborough home on %s to %s',
    async (asAt, ods) => {
      const { responsible } = await refer(asAt, 'district-nursing', 'J82001');
      expect(responsible).toMatchObject([{ sector: 'HEALTH', presumed: false, body: { ods } }]);
    },
  );
  test('is answered by a team that serves the practice’s body', async () => {
    const { teams } = await refer('2010-03-31', 'mental-health-crisis', 'J82001');
    expect(teams.map(({ team }) => team.id).filter((id) => /north-east|surrey/.test(id))).toEqual(
      [],
    );
  });
  test('that no record knows is said to be so', async () => {
    const { responsible } = await refer('2026-11-21', 'district-nursing', 'Z99999');
    expect(responsible).toMatchObject([
      { presumed: true, because: expect.stringContaining('no record says') as string },
    ]);
  });
});

describe('the embedded pack', () => {
  const SUMMARY =
    '{ release { id notices coverage sources { attribution } } needs { id sectors { sector rule source } } boundarySets { kind edition from to status areaCount resolutionMetres } }';
  test('says what it is, and where it comes from', async () => {
    const { data } = await embedded(SUMMARY);
    expect(JSON.stringify(data)).toMatch(/generalised.*reconstructed.*demonstration/s);
    expect(JSON.stringify(data)).toContain('Contains OS data © Crown copyright');
  });
  test('has eleven boundary sets', async () => {
    const sets = await field<{ kind: string; edition: string; areaCount: number }[]>(
      embedded(SUMMARY),
      'boundarySets',
    );
    expect(sets.map(({ kind, edition, areaCount }) => `${kind} ${edition}: ${areaCount}`)).toEqual([
      'district 2011: 14',
      'upper-tier 2011: 4',
      'pct 2002: 10',
      'pct 2006: 4',
      'ccg 2013: 8',
      'ccg 2021: 3',
      'sub-icb 2022: 3',
      'icb 2022: 2',
      'icb 2026: 1',
      'district 2028: 4',
      'upper-tier 2028: 4',
    ]);
  });
  test.each([
    ['2004-03-31', { district: 'E07000092', 'upper-tier': 'E10000014', pct: '5G6' }],
    ['2010-03-31', { district: 'E07000092', 'upper-tier': 'E10000014', pct: '5QC' }],
    ['2014-03-31', { district: 'E07000092', 'upper-tier': 'E10000014', ccg: '99M' }],
    [
      '2023-03-31',
      { district: 'E07000092', 'upper-tier': 'E10000014', 'sub-icb': 'D4U1Y', icb: 'QNQ' },
    ],
    ['2026-11-21', { district: 'E07000092', 'upper-tier': 'E10000014', icb: 'QRL' }],
  ])('puts GU14 7JU, on %s, in the areas of its day', async (asAt, expected) => {
    const query =
      'query($asAt: Date) { place(postcode: "GU14 7JU", asAt: $asAt) { ... on Located { areas { area { kind code } } } } }';
    const { areas } = await field<{ areas: { area: { kind: string; code: string } }[] }>(
      embedded(query, { asAt }),
      'place',
    );
    expect(Object.fromEntries(areas.map(({ area }) => [area.kind, area.code]))).toEqual(expected);
  });
  test('areas carry both code families, a boundary and the dates of their edition', async () => {
    const areas = await field<{ ods: string; boundary: { coordinates: unknown } }[]>(
      embedded(
        '{ areas(kind: "ccg", asAt: "2014-03-31") { code gss ods name from to status km2 residents boundary(maxPoints: 50) } }',
      ),
      'areas',
    );
    expect(areas.find(({ ods }) => ods === '99M')).toMatchObject({
      gss: 'E38000118',
      name: 'NHS North East Hampshire and Farnham CCG',
      from: '2013-04-01',
      to: '2021-04-01',
      status: 'OFFICIAL',
    });
    expect(areas.every(({ boundary }) => Array.isArray(boundary.coordinates))).toBe(true);
  });
  test('teams can be listed by need and by any code of an area', async () => {
    const TEAMS =
      'query($area: String) { teams(need: "mental-health", area: $area, asAt: "2004-03-31") { id organisation } }';
    expect(await field<object[]>(embedded(TEAMS, { area: '5G6' }), 'teams')).not.toHaveLength(0);
    const { errors } = await embedded(TEAMS, { area: 'nowhere' });
    expect(errors?.[0]?.message).toBe('No area of this release has that code.');
  });
});
