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
