import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { areaKm2 } from '../../geodata/overlay/measure.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { asker, field } from './ask.ts';

const squares = asker(await openWorld(fourSquares));
const embedded = asker(await openWorld(readEmbeddedPack()));

describe('Coterminosity.partners', () => {
  const PARTNERS = `query Partners($side: Side) {
    coterminosity(left: "district", right: "pct", asAt: "2004-03-31", within: "E10000014") {
      partners(side: $side) { area { name } count effective main { code } mainShare }
    }
  }`;
  type Partners = {
    readonly count: number;
    readonly effective: number;
    readonly mainShare: number;
  };
  const partners = async (side: string): Promise<Partners[]> =>
    (await field<{ partners: Partners[] }>(embedded(PARTNERS, { side }), 'coterminosity')).partners;

  test('tells of each district how many PCTs it has to deal with, effectively', async () => {
    const found = await partners('LEFT');
    expect(found).toHaveLength(11);
    for (const { count, effective, mainShare } of found) {
      expect(effective).toBeGreaterThanOrEqual(1);
      expect(effective).toBeLessThanOrEqual(count + 1e-9);
      expect(mainShare).toBeGreaterThanOrEqual(1 / count);
    }
    expect(found[0]).toMatchObject({ area: { name: 'East Hampshire' }, count: 3 });
  });
  test('and the other way round', async () => {
    expect(await partners('RIGHT')).toHaveLength(7);
  });
});

describe('Query.coterminosityHistory', () => {
  const HISTORY = `query History($from: Date!, $to: Date, $within: String) {
    coterminosityHistory(left: "district", right: ["sub-icb", "icb", "ccg", "pct"], from: $from, to: $to, within: $within) {
      from to left { edition } right { kind edition } scores { vMeasure leftCount rightCount } refused
    }
  }`;
  test('has a period for each reorganisation, with the known scores', async () => {
    const periods = await field<{ scores: { vMeasure: number } }[]>(
      embedded(HISTORY, { from: '2002-04-01', to: '2026-11-22', within: 'E10000014' }),
      'coterminosityHistory',
    );
    expect(periods).toMatchObject([
      { from: '2002-04-01', to: '2006-10-01', right: { kind: 'pct', edition: '2002' } },
      { from: '2006-10-01', to: '2013-04-01', right: { kind: 'pct', edition: '2006' } },
      { from: '2013-04-01', to: '2021-04-01', right: { kind: 'ccg', edition: '2013' } },
      { from: '2021-04-01', to: '2022-07-01', right: { kind: 'ccg', edition: '2021' } },
      { from: '2022-07-01', to: '2026-04-01', right: { kind: 'sub-icb', edition: '2022' } },
      { from: '2026-04-01', to: null, right: { kind: 'icb', edition: '2026' } },
    ]);
    const known = [0.8098, 0, 0.6955];
    for (const [at, vMeasure] of known.entries())
      expect(periods[at]?.scores.vMeasure).toBeCloseTo(vMeasure, 3);
  });
  test('begins on the day asked about, and leaves out days on which nothing was in force', async () => {
    const periods = await field(
      embedded(HISTORY, { from: '1999-01-01', to: '2004-03-31' }),
      'coterminosityHistory',
    );
    expect(periods).toMatchObject([{ from: '2002-04-01', to: null }]);
  });
  test('refuses days the wrong way round', async () => {
    const { errors } = await embedded(HISTORY, { from: '2004-03-31', to: '2002-04-01' });
    expect(errors?.[0]?.message).toMatch(/^Wanted a day from 2004-03-31 on/);
  });
});

describe('Query.recut', () => {
  const RECUT = `query Recut($counts: [AreaCountInput!]!) {
    recut(left: "pct", right: "district", asAt: "2004-03-31", counts: $counts) {
      total areas { area { code } count atLeast atMost standardError } unplaced
    }
  }`;
  const recut = (counts: readonly object[]): Promise<object> =>
    field(squares(RECUT, { counts }), 'recut');

  test('tells delayed discharges counted by PCT by district, every case kept', async () => {
    expect(
      await recut([
        { code: 'N', count: 7 },
        { code: 'S', count: 4 },
      ]),
    ).toEqual({
      total: 11,
      areas: [
        { area: { code: 'W' }, count: 6, atLeast: 0, atMost: 11, standardError: Math.sqrt(11 / 4) },
        { area: { code: 'E' }, count: 5, atLeast: 0, atMost: 11, standardError: Math.sqrt(11 / 4) },
      ],
      unplaced: 0,
    });
  });
  test.each([
    ['rates', [{ code: 'N', count: 2.5 }], /rates and shares/],
    ['counts below nothing', [{ code: 'N', count: -1 }], /whole number of cases, found -1/],
    [
      'a code of another kind',
      [{ code: 'W', count: 1 }],
      /^Count 1: wanted a code of the kind pct/,
    ],
    [
      'an area twice',
      [
        { code: 'N', count: 1 },
        { code: 'N', count: 1 },
      ],
      /^Count 2: wanted each area once/,
    ],
    ['more cases than can be told', [{ code: 'N', count: 2 ** 31 }], /at most 2147483647/],
  ])('refuses %s, and says which', async (_what, counts, message) => {
    const { errors } = await squares(RECUT, { counts });
    expect(errors?.[0]?.message).toMatch(message);
  });
});

describe('Query.teamCoverage', () => {
  const COVERAGE = `query Coverage($need: String!, $coverage: [Coverage!]) {
    teamCoverage(need: $need, asAt: "2004-03-31", coverage: $coverage) {
      ground { code } sector coverage teams { id } postcodes residents
    }
  }`;
  const coverage = (need: string, only?: readonly string[]): Promise<object[]> =>
    field(squares(COVERAGE, { need, coverage: only }), 'teamCoverage');

  test('has no gap where every district has its housing team', async () => {
    expect(await coverage('homelessness', ['GAP', 'SEVERAL'])).toEqual([]);
    const pieces = await coverage('homelessness');
    expect(pieces).toHaveLength(4);
    expect(pieces[0]).toMatchObject({ coverage: 'ONE', postcodes: 10, residents: 1000 });
  });
  test('a need no team answers is a gap everywhere, for everybody', async () => {
    const gaps = (await coverage('unserved', ['GAP'])) as { residents: number }[];
    expect(gaps.reduce((sum, { residents }) => sum + residents, 0)).toBe(4000);
  });
  test('refuses an unknown need', async () => {
    const { errors } = await squares(COVERAGE, { need: 'nothing' });
    expect(errors?.[0]?.message).toMatch(/^Wanted the id of a need/);
  });
});

describe('Query.cover', () => {
  const COVER = `query Cover($need: String!, $asAt: Date!) {
    cover(need: $need, asAt: $asAt) {
      isRuled need { sectors { sector } }
      gap { grounds postcodes residents } several { grounds } notOffered { residents } one { grounds }
      pieces(coverage: [GAP, SEVERAL, NOT_OFFERED]) {
        key body { code } gap { cause teams { id } } notOffered { instead } teams { id } ages { from to }
      }
      grounds { key coverage isWhole areas { code } }
      release { id }
    }
  }`;
  const cover = (need: string, asAt: string): Promise<unknown> =>
    field(squares(COVER, { need, asAt }), 'cover');

  test('tells a gap with its people, the body responsible and what the directory says of it', async () => {
    expect(await cover('unserved', '2004-03-31')).toMatchObject({
      isRuled: true,
      gap: { grounds: 4, postcodes: 40, residents: 4000 },
      one: { grounds: 0 },
      pieces: [
        { body: { code: 'N' }, gap: { cause: 'NOBODY', teams: [] } },
        { body: { code: 'N' } },
        { body: { code: 'S' } },
        { body: { code: 'S' } },
      ],
    });
  });
  test('tells double cover, what is not offered, and a need without a rule', async () => {
    expect(await cover('therapy', '2004-03-31')).toMatchObject({
      several: { grounds: 2 },
      pieces: [
        { ages: { from: 80, to: null }, teams: [{ id: 'old-therapy' }, { id: 'oldest-therapy' }] },
        { ages: { from: 80, to: null } },
      ],
    });
    expect(await cover('night-sitting', '2023-03-31')).toMatchObject({
      notOffered: { residents: 2000 },
      pieces: [{ notOffered: { instead: 'Ring the county.' }, gap: null }],
    });
    expect(await cover('ended-need', '2023-03-31')).toMatchObject({
      isRuled: false,
      need: { sectors: [] },
      pieces: [],
      grounds: [],
    });
  });
  test('names each piece of ground once, by a key its pieces bear', async () => {
    const { grounds, pieces } = (await cover('unserved', '2004-03-31')) as {
      grounds: { key: string }[];
      pieces: { key: string }[];
    };
    expect(new Set(grounds.map(({ key }) => key)).size).toBe(4);
    expect(pieces.map(({ key }) => key)).toEqual(grounds.map(({ key }) => key));
  });
  test('refuses a day without boundaries', async () => {
    const { errors } = await squares(COVER, { need: 'carers', asAt: '1990-01-01' });
    expect(errors?.[0]?.message).toBe(
      'Wanted a day with boundaries, found none in force on 1990-01-01.',
    );
  });
  test('Query.coverByNeed gives every need', async () => {
    const covers = await field(
      squares(`{ coverByNeed(asAt: "2023-03-31") { need { id } isRuled gap { residents } } }`),
      'coverByNeed',
    );
    expect(covers).toHaveLength(fourSquares.needs.length);
    expect(covers).toContainEqual({
      need: { id: 'ended-need' },
      isRuled: false,
      gap: { residents: 0 },
    });
  });
});

describe('Query.proposal', () => {
  const PROPOSAL = `query Proposal($areas: [ProposedAreaInput!]!) {
    proposal(left: "district", right: "pct", asAt: "2004-03-31", areas: $areas) {
      before { vMeasure }
      after { vMeasure overlaps { left { code name status boundary } right { code } residents relation } }
      areas { area { code } change }
      moved { residents }
      teams { id }
    }
  }`;
  const pieces = (left: string, right: string): object => ({ left, right });

  test('scores districts recut along the PCT line, and says who would move and which teams', async () => {
    const proposal = await field(
      squares(PROPOSAL, {
        areas: [
          { name: 'New North', pieces: [pieces('W', 'N'), pieces('E', 'N')] },
          { name: 'New South', pieces: [pieces('W', 'S'), pieces('E', 'S')] },
        ],
      }),
      'proposal',
    );
    expect(proposal).toMatchObject({
      before: { vMeasure: 0 },
      after: {
        vMeasure: 1,
        overlaps: [
          {
            left: { name: 'New North', status: 'PROPOSED', boundary: null },
            relation: 'COTERMINOUS',
          },
          { left: { name: 'New South' }, residents: 2000 },
        ],
      },
      areas: [{ change: 'SPLIT' }, { change: 'SPLIT' }],
      moved: { residents: 2000 },
      teams: [
        { id: 'east-housing' },
        { id: 'east-local-care' },
        { id: 'oldest-therapy' },
        { id: 'west-housing' },
        { id: 'west-local-care' },
      ],
    });
  });
  test('moves the line: a piece goes to a district that goes on, with its movers, teams and ground', async () => {
    const MOVED = `query Moved($areas: [ProposedAreaInput!]!) {
      proposal(left: "district", right: "pct", asAt: "2004-03-31", areas: $areas) {
        movers { from { code } to { code status } right { code } counts { residents postcodes } }
        proposed { area { code } pieces { left { code } right { code } } boundary(maxPoints: 100) }
        affected { team { id } areas { code } }
        moved { residents }
      }
    }`;
    const proposal = await field(
      squares(MOVED, {
        areas: [{ name: 'West District', continues: 'W', pieces: [pieces('E', 'N')] }],
      }),
      'proposal',
    );
    expect(proposal).toMatchObject({
      movers: [
        {
          from: { code: 'E' },
          to: { code: 'W', status: 'PROPOSED' },
          right: { code: 'N' },
          counts: { residents: 1000, postcodes: 10 },
        },
      ],
      proposed: [{ area: { code: 'W' }, pieces: [{}, {}, {}] }],
      moved: { residents: 1000 },
    });
    const { affected } = proposal as { affected: { team: { id: string }; areas: object[] }[] };
    expect(affected.find(({ team }) => team.id === 'east-housing')?.areas).toEqual([{ code: 'E' }]);
  });
  test('draws a proposed area as its pieces side by side', async () => {
    const DRAWN = `query Drawn($areas: [ProposedAreaInput!]!) {
      proposal(left: "district", right: "pct", asAt: "2004-03-31", within: "E10000014", areas: $areas) {
        proposed { boundary(maxPoints: 2000) area { km2 } }
      }
    }`;
    const areas = [
      {
        name: 'Both',
        pieces: [pieces('E07000093', '5LY'), pieces('E07000093', '5E9')],
      },
    ];
    const { proposed } = await field<{
      proposed: { boundary: Shape; area: { km2: number } }[];
    }>(embedded(DRAWN, { areas }), 'proposal');
    const [only] = proposed;
    if (!only) throw new Error('One area was proposed');
    expect(only.boundary.type).toBe('MultiPolygon');
    expect(areaKm2(only.boundary) / only.area.km2).toBeCloseTo(1, 1);
  });
  test('refuses a proposed area without a name', async () => {
    const { errors } = await squares(PROPOSAL, { areas: [{ name: ' ', pieces: [] }] });
    expect(errors?.[0]?.message).toBe('Wanted a name of proposed area 1, found none.');
  });
  test('never leaks into a referral', async () => {
    await squares(PROPOSAL, { areas: [{ name: 'Mine', pieces: [pieces('W', 'N')] }] });
    const answer = await squares(
      '{ referral(input: { postcode: "SO99 1AA", need: "homelessness", asAt: "2004-03-31" }) { ... on Routed { responsible { body { code status } } } } }',
    );
    expect(answer.data).toMatchObject({
      referral: { responsible: [{ body: { code: 'W', status: 'OFFICIAL' } }] },
    });
  });
  test('refuses a piece given twice', async () => {
    const { errors } = await squares(PROPOSAL, {
      areas: [{ name: 'Mine', pieces: [pieces('W', 'N'), pieces('W', 'N')] }],
    });
    expect(errors?.[0]?.message).toMatch(/^Wanted each overlap in one proposed area/);
  });
});

describe('Overlap.arrangements', () => {
  test('are the partnership facts of that day on its ground', async () => {
    const ON =
      'query On($asAt: Date!) { coterminosity(left: "district", right: "upper-tier", asAt: $asAt) { overlaps { left { code } arrangements { id type } } misfits { arrangements { id } } } }';
    expect(await field(squares(ON, { asAt: '2004-03-31' }), 'coterminosity')).toEqual({
      overlaps: [
        {
          left: { code: 'W' },
          arrangements: [{ id: 'manager-north', type: 'partnership-manager' }],
        },
        {
          left: { code: 'E' },
          arrangements: [{ id: 'manager-north', type: 'partnership-manager' }],
        },
      ],
      misfits: [],
    });
    expect(await field(squares(ON, { asAt: '2020-01-01' }), 'coterminosity')).toMatchObject({
      overlaps: [{ arrangements: [] }, { arrangements: [] }],
    });
  });
  test('are not those of ground elsewhere', async () => {
    const ON =
      '{ coterminosity(left: "district", right: "pct", asAt: "2004-03-31") { overlaps { right { code } arrangements { id } } } }';
    const { overlaps } = await field<{
      overlaps: { right: { code: string }; arrangements: object[] }[];
    }>(squares(ON), 'coterminosity');
    for (const { right, arrangements } of overlaps)
      expect(arrangements).toHaveLength(right.code === 'N' ? 1 : 0);
  });
});
