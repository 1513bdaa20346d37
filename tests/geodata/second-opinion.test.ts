import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { buildRelease } from '../../geodata/build-release.ts';
import { load } from '../../geodata/load.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { SILENT } from '../../geodata/progress.ts';
import { comparedInWords } from '../../geodata/second-opinion.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import { findDisagreements } from '../../server/database/disagreements.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import { findPostcodes } from '../../server/database/postcodes.ts';
import { findReleaseKey, getAtlas } from '../../server/database/releases.ts';
import { setsInForce } from '../../server/domain/area.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { type Place, placeConfidence } from '../../server/domain/place.ts';
import { unit } from '../worlds/four-squares.ts';
import { collection, manifest, square, worldFolder } from '../worlds/manifest-folder.ts';
import { directory, type DrawnRow } from '../worlds/postcode-files.ts';

const GRIDLESS = { oseast1m: '', osnrth1m: '' };
/** Deep in the west, of district E07000001 and county E10000001 by the lines. */
const WEST = { ...GRIDLESS, lat: '51.01500', long: '-0.99000' };
const EAST = { ...GRIDLESS, lat: '51.01500', long: '-0.97000' };
const AT_SEA = { ...GRIDLESS, lat: '50.50000', long: '-0.97000' };
const said = (district: string, pct = 'E16000001'): DrawnRow => ({
  oslaua: district,
  oscty: 'E10000001',
  pct,
  dointr: '201601',
});

const rows: readonly DrawnRow[] = [
  { pcds: 'SO99 1AA', ...WEST, ...said('E07000001') },
  { pcds: 'SO99 1AB', ...WEST, ...said('E07000002') },
  { pcds: 'SO99 1AD', ...EAST, ...said('E07000002'), osgrdind: '6' },
  { pcds: 'SO99 1AE', ...EAST, ...said('E07000009'), doterm: '201602' },
  { pcds: 'SO99 1AF', ...AT_SEA, ...said('E07000001') },
  { pcds: 'SO99 1AG', ...AT_SEA, ...said('E07000009') },
  { pcds: 'SO99 1AH', ...EAST, ...said('E99999999'), usertype: '1' },
];

const [districts, upperTiers, , laterPcts] = manifest.boundaries;

function folder(): string {
  return worldFolder({
    'manifest.json': JSON.stringify({
      ...manifest,
      boundaries: [districts, upperTiers, laterPcts],
      postcodes: [{ format: 'onspd', file: 'onspd.csv' }],
    }),
    'onspd.csv': directory('2024', rows),
    'districts.geojson': collection([
      { properties: { code: 'E07000001', name: 'West' }, rings: [square(-1, 51, -0.98, 51.02)] },
      { properties: { code: 'E07000002', name: 'East' }, rings: [square(-0.98, 51, -0.96, 51.02)] },
    ]),
    'upper-tiers.csv':
      'district,upper_tier,upper_tier_name\nE07000001,E10000001,County\nE07000002,E10000001,County\n',
  });
}

const read = (): ReturnType<typeof readManifest> => readManifest(join(folder(), 'manifest.json'));

describe('the second opinion of a directory', () => {
  test('is compared with the lines of the day it speaks of, in codes both have', async () => {
    const { compared } = await buildRelease(read(), SILENT);
    expect(compared.map(comparedInWords)).toEqual([
      'district drawn: the postcode directory puts 3 of 5 postcodes (60.00 %) in another area',
      'county or unitary council drawn: the postcode directory puts 2 of 7 postcodes (28.57 %) in another area',
      'PCT 2006: the postcode directory has other codes, so its second opinion says nothing here',
    ]);
    expect(compared[0]).toMatchObject({ postcodes: 5, live: 4, borneOut: 2 });
  });
  test('is listed where it differs, and lowers the confidence of that kind alone', async () => {
    const database = connect('sqlite::memory:');
    await migrateToLatest(database);
    // Beside only: so much disagreement never passes the gates.
    const { id } = await load(database, read(), { progress: SILENT, besideOnly: true });
    const key = (await findReleaseKey(database, id)) ?? -1;
    const atlas = await getAtlas(database, key);
    expect(
      (await findDisagreements(database, key)).filter(({ kind }) => kind === 'district'),
    ).toEqual([
      {
        postcode: 'SO99 1AB',
        kind: 'district',
        edition: 'drawn',
        placed: 'E07000001',
        said: 'E07000002',
      },
      {
        postcode: 'SO99 1AE',
        kind: 'district',
        edition: 'drawn',
        placed: 'E07000002',
        said: 'E07000009',
      },
      { postcode: 'SO99 1AF', kind: 'district', edition: 'drawn', placed: null, said: 'E07000001' },
    ]);
    const found = await findPostcodes(
      database,
      atlas,
      rows.map(({ pcds = '' }) => unit(pcds)),
    );
    const sets = setsInForce(atlas.sets, localDate('2020-01-01'));
    const told = (postcode: string, kind: string): unknown =>
      placeConfidence(
        found.get(unit(postcode)) as Place,
        sets.filter((set) => set.kind === kind),
      );
    expect(told('SO99 1AB', 'district')).toEqual({
      confidence: 'LOW',
      warnings: [
        {
          code: 'DIRECTORY_DISAGREES',
          message:
            'The postcode directory says the district is East (E07000002), and the boundary lines do not: check the address.',
        },
      ],
    });
    expect(told('SO99 1AB', 'upper-tier')).toEqual({ confidence: 'HIGH', warnings: [] });
    expect(told('SO99 1AD', 'district')).toEqual({
      confidence: 'LOW',
      warnings: [
        {
          code: 'POSITION_GUESSED',
          message:
            'The postcode directory places this postcode only as the middle of its sector: check the address.',
        },
      ],
    });
    expect(told('SO99 1AH', 'district')).toMatchObject({
      confidence: 'MEDIUM',
      warnings: [{ code: 'LARGE_USER' }],
    });
    expect(told('SO99 1AA', 'district')).toEqual({ confidence: 'HIGH', warnings: [] });
    await disconnect(database);
  });
});
