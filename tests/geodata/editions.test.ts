import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { type Drawing, drawBoundaries } from '../../geodata/draw.ts';
import { parseManifest } from '../../geodata/manifest.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import {
  collection,
  districtSource,
  folderOf,
  manifest,
  type Ring,
  square,
} from '../worlds/manifest-folder.ts';

const pool = openPool();
afterAll(() => pool.close());

const LIFE = { start: 'start', end: 'end', ends: 'last-day', yearBegins: '04-01' };

type Row = readonly [code: string, start: unknown, end: unknown, ring: Ring];

/** Draws squares that begin and end. */
async function draw(
  rows: readonly Row[],
  life: object = LIFE,
  about: object = {},
): Promise<Drawing> {
  const features = rows.map(([code, start, end, ring]) => ({
    properties: { code, name: code, start, end },
    rings: [ring],
  }));
  const folder = folderOf({ 'districts.geojson': collection(features) });
  const source = { ...districtSource, ...about, life };
  const { boundaries } = parseManifest(
    { ...manifest, boundaries: [source] },
    join(folder, 'm.json'),
  );
  return drawBoundaries(boundaries, pool, { step: () => undefined, say: () => undefined });
}

/** `edition: from to to: codes`, set by set. */
function said({ sets, areas }: Drawing): string[] {
  return sets.map((set) => {
    const codes = areas.filter(({ area }) => area.set === set).map(({ area }) => area.code);
    return `${set.edition}: ${set.period.from ?? '…'} to ${set.period.to ?? '…'}: ${codes.join(' ')}`;
  });
}

const west = square(-1, 51, -0.98, 51.02);
const east = square(-0.98, 51, -0.96, 51.02);
const both = square(-1, 51, -0.96, 51.02);

describe('a file of areas with their own beginnings and ends', () => {
  test('gives an edition for each time between changes, with the areas that were there', async () => {
    const drawing = await draw([
      ['W', null, 2018, west],
      ['E', null, 2018, east],
      ['B', 2019, null, both],
    ]);
    expect(said(drawing)).toEqual([
      'drawn: 2002-04-01 to 2019-04-01: E W',
      'drawn from 2019-04-01: 2019-04-01 to …: B',
    ]);
    expect(drawing.sources.map(({ edition }) => edition)).toEqual([
      'drawn',
      'drawn from 2019-04-01',
    ]);
  });
  test('may give days, and the last day is the last an area was there', async () => {
    const rows: readonly Row[] = [
      ['W', null, '2019-03-31', both],
      ['B', '2019-04-01', null, both],
    ];
    expect(said(await draw(rows))).toEqual([
      'drawn: 2002-04-01 to 2019-04-01: W',
      'drawn from 2019-04-01: 2019-04-01 to …: B',
    ]);
  });
  test('may give the first day an area was not there', async () => {
    const rows: readonly Row[] = [
      ['W', null, '2019-04-01', both],
      ['B', '2019-04-01', null, both],
    ];
    const life = { ...LIFE, ends: 'first-day-after' };
    expect(said(await draw(rows, life))).toEqual([
      'drawn: 2002-04-01 to 2019-04-01: W',
      'drawn from 2019-04-01: 2019-04-01 to …: B',
    ]);
    expect(said(await draw(rows, LIFE))).toEqual([
      'drawn: 2002-04-01 to 2019-04-01: W',
      'drawn from 2019-04-01: 2019-04-01 to 2019-04-02: B W',
      'drawn from 2019-04-02: 2019-04-02 to …: B',
    ]);
  });
  test('may give one code two lives with other ground', async () => {
    const drawing = await draw([
      ['W', null, 2018, west],
      ['W', 2019, null, both],
    ]);
    expect(said(drawing)).toEqual([
      'drawn: 2002-04-01 to 2019-04-01: W',
      'drawn from 2019-04-01: 2019-04-01 to …: W',
    ]);
    await expect(
      draw([
        ['W', null, 2018, west],
        ['W', 2018, null, both],
      ]),
    ).rejects.toThrow(/feature 2 \(W\): wanted each code once, found W again$/);
  });
  test('changes nothing outside the days of its set', async () => {
    const rows: readonly Row[] = [
      ['W', null, 1999, west],
      ['E', 2010, 2030, east],
    ];
    const about = { from: '2012-04-01', to: '2020-04-01' };
    expect(said(await draw(rows, LIFE, about))).toEqual(['drawn: 2012-04-01 to 2020-04-01: E']);
  });
  test.each([
    [
      [['W', 'soon', null, west]],
      LIFE,
      /feature 1 \(W\): wanted a day as YYYY-MM-DD or a year in "start", found "soon"$/,
    ],
    [
      [['W', 2019, null, west]],
      { ...LIFE, yearBegins: null },
      /wanted a day as YYYY-MM-DD in "start", found "2019"$/,
    ],
    [
      [['W', 2019, 2018, west]],
      LIFE,
      /wanted an end after 2019-04-01 in "end", found "2019-04-01"$/,
    ],
    [
      [['W', 2019, null, west]],
      LIFE,
      /districts\.geojson: wanted areas of district drawn on 2002-04-01, found none$/,
    ],
    [[['W', null, 2018, west]], LIFE, /wanted areas of district drawn on 2019-04-01, found none$/],
    [
      [['W', null, null, west]],
      { ...LIFE, ends: 'sometimes' },
      /wanted one of last-day, first-day-after in "ends", found "sometimes"$/,
    ],
    [
      [['W', null, null, west]],
      { ...LIFE, yearBegins: '31-04' },
      /wanted a day of the year as MM-DD in "yearBegins", found "31-04"$/,
    ],
  ] as const)('%j with %j is refused', async (rows, life, sentence) => {
    await expect(draw(rows, life)).rejects.toThrow(sentence);
  });
});
