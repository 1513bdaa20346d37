import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { load } from '../../geodata/load.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { SILENT } from '../../geodata/progress.ts';
import type { Database } from '../../server/database/database.ts';
import { openDatabase } from '../worlds/engine.ts';
import { manifest, upperTierSource, worldFolder } from '../worlds/manifest-folder.ts';
import { openWorld } from '../worlds/open.ts';
import { type Ask, asker, field } from './ask.ts';

const CHANGE = `query Change($kind: String!, $toKind: String, $from: Date!, $to: Date!, $code: String) {
  boundaryChange(kind: $kind, toKind: $toKind, from: $from, to: $to) {
    before { edition areaCount }
    after { edition status areaCount }
    areas(code: $code) {
      area { code }
      change
      successors { area { code name } took { postcodes residents } shares { km2 postcodes residents } }
      remainder { km2 postcodes residents }
    }
    appeared { code }
    ended { code }
    moved { residents }
    slivers { count }
    release { id }
  }
}`;

type Change = {
  readonly areas: readonly {
    readonly area: { readonly code: string };
    readonly change: string;
    readonly successors: readonly {
      readonly area: { readonly code: string };
      readonly shares: { readonly residents: number };
    }[];
    readonly remainder: { readonly residents: number };
  }[];
};

describe('Query.boundaryChange on the embedded pack', async () => {
  const ask = asker(await openWorld(readEmbeddedPack()));
  const change = (variables: object): Promise<Change> =>
    field(ask(CHANGE, variables), 'boundaryChange');
  const inShort = ({ areas }: Change): string[] =>
    areas.map(({ area, change: word, successors }) =>
      [area.code, word, ...successors.map((each) => each.area.code)].join(' '),
    );

  test('tells that the seven PCTs of the county became one in October 2006', async () => {
    const merged = await change({ kind: 'pct', from: '2006-09-30', to: '2006-10-01' });
    expect(inShort(merged).filter((line) => line.endsWith('MERGED 5QC'))).toHaveLength(7);
    expect(merged).toMatchObject({
      before: { edition: '2002' },
      after: { edition: '2006', areaCount: 4 },
    });
  });

  test('tells which CCGs took over from a PCT in April 2013, with shares of people that add up to 1', async () => {
    const split = await change({
      kind: 'pct',
      toKind: 'ccg',
      from: '2013-03-31',
      to: '2013-04-01',
      code: '5QC',
    });
    expect(split.areas).toHaveLength(1);
    const [hampshire] = split.areas;
    expect(hampshire?.change).toBe('SPLIT');
    expect(hampshire?.successors).toHaveLength(5);
    const shares = hampshire?.successors.map(({ shares: { residents } }) => residents) ?? [];
    expect(shares.toSorted((a, b) => b - a)).toEqual(shares);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('tells what is known of the councils of April 2028, and how much is not', async () => {
    const announced = await change({
      kind: 'upper-tier',
      from: '2026-11-22',
      to: '2028-04-01',
      code: 'E10000014',
    });
    expect(inShort(announced)).toEqual([
      'E10000014 SPLIT north-hampshire south-east-hampshire south-west-hampshire',
    ]);
    expect(announced.areas[0]?.remainder.residents).toBeCloseTo(0.4, 1);
    expect(announced).toMatchObject({ after: { status: 'ANNOUNCED' } });
  });

  test('a kind compared with itself on days of one edition is unchanged', async () => {
    const same = await change({ kind: 'district', from: '2004-03-31', to: '2026-11-22' });
    expect(new Set(same.areas.map((each) => each.change))).toEqual(new Set(['UNCHANGED']));
    expect(same).toMatchObject({ appeared: [], ended: [], moved: { residents: 0 } });
  });

  test.each([
    ['days the wrong way round', { kind: 'pct', from: '2006-10-01', to: '2006-09-30' }],
    ['a kind not in force on the first day', { kind: 'pct', from: '2026-01-01', to: '2026-01-02' }],
    ['an unknown kind', { kind: 'ward', from: '2006-10-01', to: '2006-10-02' }],
    [
      'kinds that never take over from each other',
      { kind: 'pct', toKind: 'district', from: '2002-04-01', to: '2026-10-02' },
    ],
  ])('refuses %s with a sentence', async (_what, variables) => {
    const { data, errors } = await ask(CHANGE, variables);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.message).toMatch(/^Wanted /);
  });
});

describe('BoundaryChange.teams', async () => {
  const ask = asker(await openWorld(readEmbeddedPack()));
  const TEAMS = `query Teams($kind: String!, $toKind: String, $from: Date!, $to: Date!) {
    boundaryChange(kind: $kind, toKind: $toKind, from: $from, to: $to) {
      teams { team { id covers { within { kind code } } } areas { code } coversAfter }
    }
  }`;
  type Affected = {
    readonly team: {
      readonly id: string;
      readonly covers: readonly {
        readonly within: readonly { readonly kind: string; readonly code: string }[];
      }[];
    };
    readonly areas: readonly { readonly code: string }[];
    readonly coversAfter: boolean;
  };
  const teams = async (variables: object): Promise<readonly Affected[]> =>
    (await field<{ teams: Affected[] }>(ask(TEAMS, variables), 'boundaryChange')).teams;

  test('are those whose coverage names an area that changed, and only those', async () => {
    const found = await teams({ kind: 'pct', from: '2006-09-30', to: '2006-10-01' });
    expect(found.length).toBeGreaterThan(0);
    for (const { team, areas } of found) {
      const named = team.covers
        .flatMap(({ within }) => within)
        .filter(({ kind }) => kind === 'pct');
      const codes = new Set(named.map(({ code }) => code));
      expect(areas.every(({ code }) => codes.has(code))).toBe(true);
      // Of the four PCTs afterwards two kept line, name and code.
      expect(areas.some(({ code }) => ['5L1', '5FE'].includes(code))).toBe(false);
    }
  });

  test('are all that name an area of a kind that ends, even where the area lives on', async () => {
    const pack = readEmbeddedPack();
    const [first] = pack.teams;
    if (!first) throw new Error('The pack has no team');
    const portsmouth = { ...first, id: 'drawn', covers: [[{ kind: 'ccg', code: '10R' }]] };
    const keepsItsName = ({ area }: (typeof pack.areas)[number]): typeof area =>
      area.code === '10R' ? { ...area, name: 'NHS Portsmouth' } : area;
    const drawn = asker(
      await openWorld({
        ...pack,
        areas: pack.areas.map((each) => ({ ...each, area: keepsItsName(each) })),
        teams: [...pack.teams, portsmouth],
      }),
    );
    const { areas, teams: found } = await field<{
      areas: readonly object[];
      teams: readonly Affected[];
    }>(
      drawn(`{ boundaryChange(kind: "ccg", toKind: "sub-icb", from: "2022-06-30", to: "2022-07-01") {
        areas(code: "10R") { change }
        teams { team { id } areas { code } coversAfter }
      } }`),
      'boundaryChange',
    );
    expect(areas).toMatchObject([{ change: 'UNCHANGED' }]);
    expect(found).toMatchObject([
      { team: { id: 'drawn' }, areas: [{ code: '10R' }], coversAfter: false },
    ]);
  });

  test('cover nothing afterwards when every area they name is gone', async () => {
    const councils = await teams({ kind: 'district', from: '2028-03-31', to: '2028-04-01' });
    const housing = councils.find(({ team }) => team.id === 'housing-winchester');
    expect(housing).toMatchObject({ areas: [{ code: 'E07000094' }], coversAfter: false });
    expect(councils.some(({ team }) => team.id === 'housing-isle-of-wight')).toBe(false);
  });
});

describe('BoundaryChange.pieces', () => {
  const PIECES = `{
    boundaryChange(kind: "pct", toKind: "ccg", from: "2013-03-31", to: "2013-04-01") {
      pieces { old { code } area { code } fate took { residents } boundary(maxPoints: 40) }
      moved { residents } otherBody { residents } inNone { residents }
    }
  }`;

  test('are every old area with each successor, with a line to draw, and add up to the movers', async () => {
    const ask = asker(await openWorld(readEmbeddedPack()));
    const { pieces, moved } = await field<{
      pieces: { fate: string; took: { residents: number }; boundary: { type: string } | null }[];
      moved: { residents: number };
    }>(ask(PIECES), 'boundaryChange');
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.every(({ boundary }) => boundary?.type.endsWith('Polygon'))).toBe(true);
    const gone = pieces.filter(({ fate }) => fate === 'MOVED');
    const people = gone.reduce((sum, { took }) => sum + took.residents, 0);
    expect(Math.abs(people - moved.residents)).toBeLessThan(gone.length);
  });
});

describe('Query.reorganisations', () => {
  test('are the days one set took over from another, announced ones too', async () => {
    const ask = asker(await openWorld(readEmbeddedPack()));
    const { data } = await ask(
      '{ reorganisations { day eve before { kind } after { kind status } } }',
    );
    const found = data?.['reorganisations'] as readonly {
      readonly day: string;
      readonly eve: string;
      readonly before: { readonly kind: string };
      readonly after: { readonly kind: string; readonly status: string };
    }[];
    expect(
      found.map(({ eve, day, before, after }) => `${eve} ${before.kind}, ${day} ${after.kind}`),
    ).toEqual([
      '2006-09-30 pct, 2006-10-01 pct',
      '2013-03-31 pct, 2013-04-01 ccg',
      '2021-03-31 ccg, 2021-04-01 ccg',
      '2022-06-30 ccg, 2022-07-01 sub-icb',
      '2022-06-30 ccg, 2022-07-01 icb',
      '2026-03-31 sub-icb, 2026-04-01 icb',
      '2026-03-31 icb, 2026-04-01 icb',
      '2028-03-31 district, 2028-04-01 district',
      '2028-03-31 upper-tier, 2028-04-01 upper-tier',
    ]);
    expect(found.at(-1)?.after.status).toBe('ANNOUNCED');
  });
});

describe('an announced set', () => {
  const until = { ...upperTierSource, to: '2028-04-01' };
  const announced = {
    ...upperTierSource,
    edition: '2028',
    from: '2028-04-01',
    status: 'ANNOUNCED',
    dissolve: { ...upperTierSource.dissolve, table: 'councils-2028.csv' },
  };
  const table = 'district,upper_tier,upper_tier_name\nW,WU,West Unitary\nE,EU,East Unitary\n';
  const withIt = askerOf([until, announced], table);
  const without = askerOf([upperTierSource], table);

  const PLACE = `query Place($asAt: Date!) {
    place(postcode: "SO99 1AA", asAt: $asAt) { ... on Located { areas { area { kind code status } share } } }
    referral(input: { postcode: "SO99 1AA", need: "older-people", asAt: $asAt }) {
      __typename
      ... on Routed { responsible { sector body { code } } confidence }
    }
    coterminosity(left: "district", right: "upper-tier", asAt: $asAt, weight: AREA) { vMeasure rightCount }
  }`;

  test.each(['2004-03-31', '2026-11-22', '2028-03-31'])(
    'loaded early changes no answer as at %s',
    async (asAt) => {
      const answer = await withIt(PLACE, { asAt });
      expect(answer.errors).toBeUndefined();
      expect(answer).toEqual(await without(PLACE, { asAt }));
    },
  );

  test('answers from its day on, and says that it was announced', async () => {
    const { data } = await withIt(PLACE, { asAt: '2028-04-01' });
    expect(data).toMatchObject({
      place: {
        areas: expect.arrayContaining([
          { area: { kind: 'upper-tier', code: 'WU', status: 'ANNOUNCED' }, share: 1 },
        ]) as unknown,
      },
      coterminosity: { vMeasure: 1, rightCount: 2 },
    });
  });

  test('has its successors, one to many, before its day', async () => {
    const change = await field<Change>(
      withIt(CHANGE, { kind: 'upper-tier', from: '2026-11-22', to: '2028-04-01' }),
      'boundaryChange',
    );
    expect(change).toMatchObject({
      after: { edition: '2028', status: 'ANNOUNCED', areaCount: 2 },
      areas: [{ area: { code: 'C' }, change: 'SPLIT' }],
      moved: { residents: 500 },
    });
    expect(change.areas[0]?.successors.map(({ area }) => area.code)).toEqual(['EU', 'WU']);
    expect(change.areas[0]?.successors[0]?.shares.residents).toBeCloseTo(1000 / 1500, 3);
  });
});

/** Loads when first asked, since a folder of files lasts as long as a test. */
function askerOf(upperTiers: readonly object[], table: string): Ask {
  let opened: Promise<Ask> | undefined;
  return async (query, variables) => {
    opened ??= loaded(upperTiers, table).then((database) => asker(database));
    return (await opened)(query, variables);
  };
}

async function loaded(upperTiers: readonly object[], table: string): Promise<Database> {
  const [districts, , ...others] = manifest.boundaries;
  const folder = worldFolder({
    'manifest.json': JSON.stringify({
      ...manifest,
      boundaries: [districts, ...upperTiers, ...others],
    }),
    'councils-2028.csv': table,
  });
  const database = await openDatabase();
  await load(database, readManifest(join(folder, 'manifest.json')), {
    progress: SILENT,
  });
  return database;
}
