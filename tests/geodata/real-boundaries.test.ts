import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { checkApart } from '../../geodata/apart.ts';
import { type Drawing, drawBoundaries } from '../../geodata/draw.ts';
import { parseManifest } from '../../geodata/manifest.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { readAreas } from '../../geodata/read/geojson.ts';
import { metresPerDegree } from '../../server/domain/position.ts';
import { ringsOf } from '../../server/domain/shape.ts';
import { districtSource, manifest } from '../worlds/manifest-folder.ts';

const REAL = '../shared/real';
const isThere = existsSync(REAL);
if (!isThere) console.warn(`${REAL} is not there: the real boundary files are not tested`);

const pool = openPool();
afterAll(() => pool.close());

type Read = Drawing & { readonly lines: readonly string[] };

async function draw(file: string, source: object): Promise<Read> {
  const value = { ...manifest, boundaries: [{ ...districtSource, ...source, file }] };
  const { boundaries } = parseManifest(value, join(REAL, 'm.json'));
  const lines: string[] = [];
  const drawing = await drawBoundaries(boundaries, pool, {
    step: () => undefined,
    say: (line) => lines.push(line),
  });
  return { ...drawing, lines };
}

/** What reading and drawing came to: areas and what was said of them, or the sentence of a refusal. */
async function outcomeOf(file: string, source: object): Promise<string> {
  try {
    const { areas, lines } = await draw(file, source);
    const repairs = lines.filter((line) => line.includes(': repaired ')).length;
    return [
      `${areas.length} areas`,
      ...(repairs > 0 ? [`${repairs} repaired`] : []),
      ...lines
        .filter((line) => line.includes(': converted '))
        .map((line) => line.replace(/^.*: converted/, 'converted')),
    ].join(', ');
  } catch (fault) {
    return (fault as Error).message.replace(/^.*\/(?=[^/]*: )/, '');
  }
}

const codes = { code: 'code', name: 'name', gss: 'code' };
const trusts = { code: 'ods_code', name: 'name', gss: null };
const repair = true;

/** Every file of the folders, as a manifest would name it. */
const files: readonly (readonly [file: string, source: object, outcome: string])[] = [
  ['boundaries/ccg2015-hampshire-bgc.geojson', codes, '19 areas'],
  ['boundaries/ccg2018-hampshire-bgc.geojson', codes, '16 areas'],
  ['boundaries/ccg2020-hampshire-bgc.geojson', codes, '15 areas'],
  ['boundaries/ccg2021-hampshire-bgc.geojson', codes, '8 areas'],
  ['boundaries/icb2022-hampshire-bgc.geojson', codes, '7 areas'],
  ['boundaries/lad-2011-hampshire-bgc.geojson', codes, '25 areas'],
  [
    'boundaries/lad-2017-gb-bgc.geojson.gz',
    codes,
    'lad-2017-gb-bgc.geojson.gz, feature 16 (E06000013): wanted a valid polygon, found self-intersection at -0.522764, 53.686277',
  ],
  ['boundaries/lad-2017-gb-bgc.geojson.gz', { ...codes, repair }, '380 areas, 25 repaired'],
  [
    'boundaries/lad-all-since-2016-with-end-dates.topojson',
    { code: 'areacd', name: 'areanm', repair },
    'lad-all-since-2016-with-end-dates.topojson: wanted "object" to say which of cauth, ctry, cty, ltla, mcty, rgn, uk, utla to read, found nothing',
  ],
  ['boundaries/lsoa-2011-hampshire-bgc.geojson.gz', { ...codes, name: 'district' }, '1194 areas'],
  ['boundaries/pct-2004-hampshire-reconstructed.geojson', trusts, '10 areas'],
  ['boundaries/pct-2006-hampshire.geojson', trusts, '6 areas'],
  ['boundaries/sicbl2022-hampshire-bgc.geojson', codes, '8 areas'],
  ['boundaries/sicbl2024-hampshire-bgc.geojson', codes, '8 areas'],
  ['boundaries/icb-2026-of-district.csv', codes, 'TABLE'],
  ['boundaries/pct-2004-reconstruction-by-ward.csv', codes, 'TABLE'],
  ['boundaries/upper-tier-of-district.csv', codes, 'TABLE'],
  [
    'dirty/ccg-2013.kml',
    codes,
    'ccg-2013.kml: wanted JSON, found KML: convert it to GeoJSON first',
  ],
  [
    'dirty/lad-2013-gb-quantised.topojson',
    { code: 'LAD13CD', name: 'LAD13NM', repair },
    '380 areas, 355 repaired',
  ],
  [
    'dirty/lad-2017-gb-bgc-bng27700.geojson.gz',
    { ...codes, repair },
    '380 areas, 25 repaired, converted from metres of the British National Grid, named urn:ogc:def:crs:EPSG::27700',
  ],
  [
    'dirty/lad-2017-no-properties.topojson',
    codes,
    'lad-2017-no-properties.topojson, feature 1: wanted a text in "code", found nothing',
  ],
  [
    'dirty/nhs-hospitals-not-sign-delimited.csv',
    codes,
    'nhs-hospitals-not-sign-delimited.csv: wanted JSON in UTF-8, found bytes of another encoding, such as Latin-1',
  ],
  [
    'dirty/pcn-sussex-invalid-polygons.geojson',
    { ...codes, repair },
    'pcn-sussex-invalid-polygons.geojson, feature 1: wanted a text in "code", found nothing',
  ],
];

describe.runIf(isThere)('the real file', () => {
  test.each(files)(
    '%s as %j',
    async (file, source, outcome) => {
      const found = await outcomeOf(file, source);
      if (outcome === 'TABLE') expect(found).toMatch(/: wanted JSON, found /);
      else expect(found).toBe(outcome);
    },
    60_000,
  );
  test('none is left out', () => {
    const there = ['boundaries', 'dirty'].flatMap((folder) =>
      readdirSync(join(REAL, folder)).map((name) => `${folder}/${name}`),
    );
    expect([...new Set(files.map(([file]) => file))].sort()).toEqual(there.sort());
  });
  test('of districts on the British National Grid lies within 5 m of its twin in degrees, corner by corner', () => {
    const read = (file: string): readonly (readonly number[])[] =>
      readAreas(
        { file: join(REAL, file), object: null, repair: true },
        { ...codes, ods: null },
      ).areas.flatMap(({ shape }) => ringsOf(shape).flat());
    const [grid, degrees] = [
      read('dirty/lad-2017-gb-bgc-bng27700.geojson.gz'),
      read('boundaries/lad-2017-gb-bgc.geojson.gz'),
    ];
    expect(grid).toHaveLength(442_875);
    expect(degrees).toHaveLength(442_875);
    let worst = 0;
    grid.forEach(([lon = 0, lat = 0], at) => {
      const [otherLon = 0, otherLat = 0] = degrees[at] ?? [];
      const [east, north] = metresPerDegree(lat);
      worst = Math.max(worst, Math.hypot((lon - otherLon) * east, (lat - otherLat) * north));
    });
    expect(worst).toBeLessThan(5);
  }, 60_000);
  test('of all districts since 2016 gives an edition for each April that changed any, none overlapping', async () => {
    const life = { start: 'start', end: 'end', ends: 'last-day', yearBegins: '04-01' };
    const about = { code: 'areacd', name: 'areanm', gss: 'areacd', repair, life, object: 'ltla' };
    const drawing = await draw('boundaries/lad-all-since-2016-with-end-dates.topojson', {
      ...about,
      edition: 'since 2016',
      from: '2016-04-01',
      resolutionMetres: 50,
    });
    const counts = drawing.sets.map((set) => [
      set.edition,
      drawing.areas.filter(({ area }) => area.set === set).length,
    ]);
    expect(counts).toEqual([
      ['since 2016', 391],
      ['since 2016 from 2018-04-01', 391],
      ['since 2016 from 2019-04-01', 382],
      ['since 2016 from 2020-04-01', 379],
      ['since 2016 from 2021-04-01', 374],
      ['since 2016 from 2023-04-01', 361],
      ['since 2016 from 2025-04-01', 361],
    ]);
    pool.share(new Map(drawing.areas.map(({ area, packed }) => [area.id, packed])));
    expect((await checkApart(drawing, pool)).length).toBeGreaterThan(0);
  }, 120_000);
});
