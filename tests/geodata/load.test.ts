import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { buildRelease } from '../../geodata/build-release.ts';
import { load, type Loaded } from '../../geodata/load.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { SILENT } from '../../geodata/progress.ts';
import { pairInWords } from '../../geodata/report.ts';
import { overlapsBetween } from '../../server/database/areas.ts';
import type { Database } from '../../server/database/database.ts';
import { findPractices } from '../../server/database/practices.ts';
import { findPostcodes } from '../../server/database/postcodes.ts';
import { type Atlas, findCurrentReleaseKey, getAtlas } from '../../server/database/releases.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import { areasOf } from '../../server/domain/place.ts';
import { openDatabase } from '../worlds/engine.ts';
import { unit } from '../worlds/four-squares.ts';
import {
  collection,
  districtFeatures,
  districtSource,
  epraccur,
  inlandPostcodes,
  manifest,
  oddPostcodes,
  postcodesFile,
  square,
  WEST_HALF,
  worldFolder,
} from '../worlds/manifest-folder.ts';

async function withDatabase(use: (database: Database) => Promise<void>): Promise<void> {
  await use(await openDatabase());
}

const loadFolder = (database: Database, folder: string): Promise<Loaded> =>
  load(database, readManifest(join(folder, 'manifest.json')), {
    progress: SILENT,
  });

const ONE_MORE = 'SO99 1BA,51.01500,-0.99000';

async function contentOf(changed: Readonly<Record<string, string>> = {}): Promise<ReleaseContent> {
  const folder = worldFolder(changed);
  return (await buildRelease(readManifest(join(folder, 'manifest.json')), SILENT)).content;
}

async function currentAtlas(database: Database): Promise<Atlas> {
  return getAtlas(database, (await findCurrentReleaseKey(database)) ?? -1);
}

describe('a loaded world of four squares', () => {
  test('has its areas, counted', async () => {
    await withDatabase(async (database) => {
      await loadFolder(database, worldFolder());
      const { areas } = await currentAtlas(database);
      expect(
        areas.map(({ set, code, gss, ods, postcodes, residents }) => [
          `${set.kind} ${set.edition}`,
          code,
          gss,
          ods,
          postcodes,
          residents,
        ]),
      ).toEqual([
        ['district drawn', 'E', 'E', null, 22, 1000],
        ['district drawn', 'W', 'W', null, 20, 500],
        ['upper-tier drawn', 'C', null, null, 42, 1500],
        ['pct 2002', 'N', null, 'N', 21, 300],
        ['pct 2002', 'S', null, 'S', 21, 1200],
        ['pct 2006', 'A', null, 'A', 42, 1500],
      ]);
    });
  });
  test('has its overlaps, counted', async () => {
    await withDatabase(async (database) => {
      await loadFolder(database, worldFolder());
      const atlas = await currentAtlas(database);
      const [districts, , pcts] = atlas.sets;
      if (!districts || !pcts) throw new Error('The world has four sets');
      const overlaps = await overlapsBetween(database, atlas, districts, pcts);
      expect(
        overlaps.map(({ left, right, postcodes, residents, sliver }) => [
          left.code,
          right.code,
          postcodes,
          residents,
          sliver,
        ]),
      ).toEqual([
        ['E', 'N', 11, 200, false],
        ['E', 'S', 11, 800, false],
        ['W', 'N', 10, 100, false],
        ['W', 'S', 10, 400, false],
      ]);
    });
  });
  test('finds postcodes on their ground', async () => {
    await withDatabase(async (database) => {
      await loadFolder(database, worldFolder());
      const atlas = await currentAtlas(database);
      const asked = ['SO99 1AA', 'SO99 5AA', 'SO99 5AD', 'SO99 5AE'].map(unit);
      const found = await findPostcodes(database, atlas, asked);
      const codes = asked.map((postcode) => {
        const record = found.get(postcode);
        return record === undefined || record === 'no-position'
          ? record
          : areasOf(record, atlas.sets).map(({ area }) => area.code);
      });
      expect(codes).toEqual([['W', 'C', 'N', 'A'], ['E', 'W', 'C', 'S', 'A'], [], 'no-position']);
    });
  });
  test('knows the practices of its bodies and no others', async () => {
    await withDatabase(async (database) => {
      await loadFolder(database, worldFolder());
      const atlas = await currentAtlas(database);
      const found = await findPractices(database, atlas, ['J82001', 'J82002']);
      expect(found.get('J82001')?.memberships).toEqual([
        { body: 'S', period: { from: '2002-04-01', to: '2006-10-01' } },
        { body: 'A', period: { from: '2006-10-01', to: '2013-04-01' } },
      ]);
      expect(found.get('J82002')).toBeUndefined();
    });
  });
  test('says what it is', async () => {
    const { release } = await contentOf();
    expect(release).toMatchObject({
      sources: [
        { name: 'Drawn by hand', licence: 'MIT', attribution: 'Drawn by nobody in particular' },
      ],
      notices: [
        'The PCT lines of 2002 are reconstructed, not official.',
        'Residents are shared out from small areas by their ground.',
        'Contacts are a demonstration: invented numbers from ranges kept for drama. Do not ring them.',
      ],
      coverage: { name: 'the areas of four-squares', listsUnits: true, postcodeAreas: null },
    });
    expect(release.id).toMatch(/^four-squares-[\da-f]{8}$/);
  });
  test('reports how districts and health bodies lie over each other', async () => {
    const folder = worldFolder();
    const { pairs } = await buildRelease(readManifest(join(folder, 'manifest.json')), SILENT);
    expect(pairs.map(pairInWords)).toEqual([
      'district drawn × pct 2002: 4 overlaps, 0 slivers (0.000 km²), largest remainder 0.00 % (East District)',
      'district drawn × pct 2006: 2 overlaps, 0 slivers (0.000 km²), largest remainder 0.00 % (East District)',
    ]);
  });
});

describe('loading', () => {
  test('GJ45 the same files twice changes nothing the second time', async () => {
    await withDatabase(async (database) => {
      const folder = worldFolder();
      const first = await loadFolder(database, folder);
      expect(first.kind).toBe('loaded');
      expect(await loadFolder(database, folder)).toEqual({ kind: 'known', id: first.id });
      expect(await findCurrentReleaseKey(database)).toBe(1);
    });
  });
  test('GJ45 an older release after a newer one is refused: going back is said by name', async () => {
    await withDatabase(async (database) => {
      const folder = worldFolder();
      const first = await loadFolder(database, folder);
      const later = await loadFolder(
        database,
        worldFolder({
          'postcodes.csv': postcodesFile([...inlandPostcodes, ...oddPostcodes, ONE_MORE]),
        }),
      );
      await expect(loadFolder(database, folder)).rejects.toThrow(
        `wanted a release that has not answered yet, found ${first.id}, which answered once and was followed by another or gone back from: switch to it by name`,
      );
      expect((await currentAtlas(database)).release.id).toBe(later.id);
    });
  });
  test('a release that was left beside makes it the one that answers, unread', async () => {
    await withDatabase(async (database) => {
      const manifest = readManifest(join(worldFolder(), 'manifest.json'));
      const beside = await load(database, manifest, { progress: SILENT, besideOnly: true });
      expect(beside).toMatchObject({ kind: 'loaded', answers: false });
      expect(await findCurrentReleaseKey(database)).toBeUndefined();
      const again = await load(database, manifest, { progress: SILENT });
      expect(again).toMatchObject({ kind: 'loaded', id: beside.id, answers: true, pairs: [] });
      expect((await currentAtlas(database)).release.id).toBe(beside.id);
    });
  });
  test('one changed byte anywhere makes another release', async () => {
    const ids = [];
    for (const changed of [
      {},
      { 'practices.csv': epraccur('J82001', 'DRAWN SURGERY') },
      { 'upper-tiers.csv': 'district,upper_tier,upper_tier_name\nW,C,County\nE,C,County\n' },
    ])
      ids.push((await contentOf(changed)).release.id);
    expect(new Set(ids).size).toBe(3);
  });
  test('does not mind the order of features and rows', async () => {
    const inOrder = await contentOf();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...districtFeatures], { minLength: 2 }),
        fc.shuffledSubarray([...inlandPostcodes, ...oddPostcodes], {
          minLength: inlandPostcodes.length + oddPostcodes.length,
        }),
        async (features, rows) => {
          const content = await contentOf({
            'districts.geojson': collection(features),
            'postcodes.csv': postcodesFile(rows),
          });
          expect(content.areas).toEqual(inOrder.areas);
          expect(content.overlaps).toEqual(inOrder.overlaps);
          expect([...content.postcodes]).toEqual([...inOrder.postcodes]);
          expect(content.cells).toEqual(inOrder.cells);
          expect(content.sectors).toEqual(inOrder.sectors);
        },
      ),
      { numRuns: 5 },
    );
  });
  test('without residents and practices leaves them unknown', async () => {
    const { release, boundaries, postcodes, attribution } = manifest;
    const content = await contentOf({
      'manifest.json': JSON.stringify({ release, boundaries, postcodes, attribution }),
    });
    expect(content.areas.map(({ area }) => area.residents)).toEqual(content.areas.map(() => null));
    expect(content.overlaps.every(({ residents }) => residents === null)).toBe(true);
    expect(content.practices).toEqual([]);
  });
  test('lets a sliver pass between two areas of one set', async () => {
    const content = await contentOf({
      'pcts.geojson': collection([
        { properties: { ods: 'N', name: 'North PCT' }, rings: [square(-1, 51.01, -0.96, 51.02)] },
        { properties: { ods: 'S', name: 'South PCT' }, rings: [square(-1, 51, -0.96, 51.01005)] },
      ]),
    });
    expect(content.areas.map(({ area }) => area.code)).toEqual(['E', 'W', 'C', 'N', 'S', 'A']);
  });
  test('lists a thin strip between two drawings of one line as a sliver', async () => {
    const moved = WEST_HALF.map(([lon, lat]) => [lon === -0.98 ? -0.9799 : lon, lat] as const);
    const redrawn = { ...districtSource, kind: 'redrawn', file: 'redrawn.geojson' };
    const content = await contentOf({
      'manifest.json': JSON.stringify({
        ...manifest,
        boundaries: [...manifest.boundaries, redrawn],
      }),
      'redrawn.geojson': collection([
        { properties: { code: 'W2', name: 'West again' }, rings: [moved] },
      ]),
    });
    const code = (id: number): string => content.areas[id]?.area.code ?? '';
    const found = content.overlaps
      .filter(({ right }) => code(right) === 'W2')
      .map(({ left, sliver }) => [code(left), sliver]);
    expect(found).toEqual([
      ['E', true],
      ['W', false],
      ['C', false],
      ['N', false],
      ['S', false],
      ['A', false],
    ]);
  });
});

describe('nothing is written, and one sentence says why, when', () => {
  const bowTie = [
    [-1, 51],
    [-0.98, 51.02],
    [-0.98, 51],
    [-1, 51.02],
    [-1, 51],
  ] as const;
  const [, east] = districtFeatures;
  test.each([
    [
      'a polygon crosses itself',
      {
        'districts.geojson': collection([
          { properties: { code: 'W', name: 'West' }, rings: [bowTie] },
        ]),
      },
      /districts\.geojson, feature 1 \(W\): wanted a valid polygon, found self-intersection at -0\.99, 51\.01$/,
    ],
    [
      'a small area does',
      {
        'small-areas.geojson': collection([
          { properties: { code: 'k', residents: 1 }, rings: [bowTie] },
        ]),
      },
      /small-areas\.geojson, feature 1 \(k\): wanted a valid polygon, found self-intersection/,
    ],
    [
      'a count is no number',
      {
        'small-areas.geojson': collection([
          { properties: { code: 'k', residents: '12' }, rings: [WEST_HALF] },
        ]),
      },
      /small-areas\.geojson, feature 1 \(k\): wanted a number in "residents", found "12"$/,
    ],
    [
      'a table names a district that is not there',
      { 'upper-tiers.csv': 'district,upper_tier,upper_tier_name\nX,C,The County\n' },
      /upper-tiers\.csv, row 2: wanted an area of district drawn in "district", found "X"$/,
    ],
    [
      'a table puts a district in two areas',
      { 'upper-tiers.csv': 'district,upper_tier,upper_tier_name\nW,C,The County\nW,D,Other\n' },
      /upper-tiers\.csv, row 3: wanted each code once, found W again$/,
    ],
    [
      'a table calls one area by two names',
      { 'upper-tiers.csv': 'district,upper_tier,upper_tier_name\nE,C,The County\nW,C,A County\n' },
      /upper-tiers\.csv, row 3: wanted the names that earlier rows give C, such as The County in "upper_tier_name", found "A County"$/,
    ],
    [
      'two areas of a set overlap',
      {
        'pcts.geojson': collection([
          { properties: { ods: 'N', name: 'North PCT' }, rings: [square(-1, 51.01, -0.96, 51.02)] },
          { properties: { ods: 'S', name: 'South PCT' }, rings: [square(-1, 51, -0.96, 51.015)] },
        ]),
      },
      /pcts\.geojson: wanted areas of pct 2002 that do not overlap, found that N \(North PCT\) and S \(South PCT\) share 1\.56 km²$/,
    ],
    [
      'one area of a set lies inside another',
      {
        'districts.geojson': collection([
          ...districtFeatures,
          { properties: { code: 'V', name: 'Village' }, rings: [square(-1, 51, -0.999, 51.001)] },
        ]),
      },
      /districts\.geojson: wanted areas of district drawn that do not overlap, found that V \(Village\) and W \(West District\) share 0\.00781 km²$/,
    ],
    [
      'a file of postcodes has nothing but a header',
      { 'postcodes.csv': postcodesFile([]) },
      /postcodes\.csv: wanted rows below the header, found none$/,
    ],
    [
      'no postcode has a position',
      { 'postcodes.csv': postcodesFile(['SO99 5AE,,0.00000']) },
      /manifest\.json: No postcode lies in any of the areas: nothing could be answered$/,
    ],
    [
      'all postcodes lie outside every area',
      { 'postcodes.csv': postcodesFile(['SO99 5AD,50.50000,-0.97000']) },
      /manifest\.json: No postcode lies in any of the areas: nothing could be answered$/,
    ],
    [
      'all postcodes are of other postcode areas than those asked for',
      {
        'manifest.json': JSON.stringify({
          ...manifest,
          postcodes: [{ format: 'latlong', file: 'postcodes.csv', areas: ['PO'] }],
        }),
      },
      /manifest\.json: No postcode lies in any of the areas: nothing could be answered$/,
    ],
    [
      'no postcodes are named',
      { 'manifest.json': JSON.stringify({ ...manifest, postcodes: undefined }) },
      /manifest\.json: The release names no postcodes: nothing could be answered$/,
    ],
    [
      'districts have no upper tier',
      {
        'districts.geojson': collection(
          east ? [...districtFeatures.filter((each) => each !== east), east] : [],
        ),
        'upper-tiers.csv': 'district,upper_tier,upper_tier_name\nW,C,The County\n',
      },
      /manifest\.json: Of 42 postcodes in a district only 20 are in an upper tier too$/,
    ],
    [
      'a file is not there',
      {
        'manifest.json': JSON.stringify({
          ...manifest,
          postcodes: [{ format: 'latlong', file: 'none.csv' }],
        }),
      },
      /none\.csv: wanted a file that can be read, found none of that name$/,
    ],
  ])('%s', async (_when, changed, sentence) => {
    await withDatabase(async (database) => {
      await expect(
        loadFolder(database, worldFolder(changed as Record<string, string>)),
      ).rejects.toThrow(sentence);
      expect(await findCurrentReleaseKey(database)).toBeUndefined();
    });
  });
});
