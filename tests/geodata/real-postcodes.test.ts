import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { fromBritishGrid, fromBritishGridExactly } from '../../geodata/national-grid.ts';
import { metresPerDegree } from '../../server/domain/position.ts';
import { byPostcode, type ReadBack, readSources } from '../worlds/postcode-files.ts';

const REAL = '../shared/real/postcodes';
const isThere = existsSync(REAL);
if (!isThere) console.warn(`${REAL} is not there: real postcodes are not tested`);

const path = (name: string): string => `${REAL}/${name}.csv.gz`;
const onspd = (name: string): Promise<ReadBack> =>
  readSources({ format: 'onspd', file: path(`onspd-headers-${name}`) });

/** Rows of a real file, by column name; none of these holds a comma inside quotes. */
function rowsOf(name: string): Record<string, string>[] {
  const lines = gunzipSync(readFileSync(path(name)))
    .toString()
    .trim()
    .split(/\r?\n/);
  const [header = [], ...rows] = lines.map((line) => line.replaceAll('"', '').split(','));
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

function metresApart(one: readonly number[], other: readonly number[]): number {
  const [east, north] = metresPerDegree(one[1] ?? 0);
  return Math.hypot(
    ((one[0] ?? 0) - (other[0] ?? 0)) * east,
    ((one[1] ?? 0) - (other[1] ?? 0)) * north,
  );
}

describe.runIf(isThere)('real rows of ONSPD', () => {
  test.each([
    ['with_oldpct', 4928, 0, '2016-11-01', 'ccg'],
    ['onspd_2023-24', 8044, 4, '2024-08-01', 'sub-icb'],
    ['rebuild_newheaders', 8044, 4, '2024-08-01', 'sub-icb'],
  ])(
    'of %s are read, but for those in two places (CS18)',
    async (name, count, aside, day, kind) => {
      const { list, told } = await onspd(name);
      expect([list.count, list.day]).toEqual([count, day]);
      expect(told.filter((line) => /^Set aside: .* metres away$/.test(line))).toHaveLength(aside);
      expect(list.said.map((each) => each.kind)).toContain(kind);
    },
  );
  test('keep what they say of a live and of an ended postcode', async () => {
    const found = byPostcode(await onspd('rebuild_newheaders'));
    expect(found.get('AB1 0AA')).toEqual({
      lon: -2.242851,
      lat: 57.101474,
      ended: '1996-06-01',
      quality: 1,
      largeUser: false,
      said: {
        'district 2024-08-01': 'S12000033',
        'upper-tier 2024-08-01': 'S12000033',
        'pct 2013-03-31': 'S03000012',
        'sub-icb 2024-08-01': 'S03000012',
        'icb 2024-08-01': null,
      },
    });
    expect(found.get('AB11 3AG')).toMatchObject({ lon: NaN, quality: 9, largeUser: true });
  });
  test('hold grid references that become their degrees within 2 m, where 5 m is asked', () => {
    const apart = rowsOf('onspd-headers-with_oldpct').map((row) => {
      const place = fromBritishGridExactly(Number(row['oseast1m']), Number(row['osnrth1m']));
      return metresApart(place ?? [], [Number(row['long']), Number(row['lat'])]);
    });
    expect(apart).toHaveLength(4928);
    expect(Math.max(...apart)).toBeLessThan(2);
  });
});

describe.runIf(isThere)('Code-Point Open of real postcode areas', () => {
  const areas = ['so', 'sl'];
  test('is read whole, and lies where NSPL of eleven years later has it', async () => {
    const files = areas.map((area) => path(`codepoint-open-2014-${area}`));
    const found = await readSources(
      ...files.map((file) => ({ format: 'codepoint' as const, file })),
    );
    expect(found.list.count).toBe(28_838);
    expect(found.told).toEqual([]);
    const file = path('nspl-2025-05-latlong-gb');
    const later = byPostcode(
      await readSources({
        format: 'latlong',
        file,
        areas: areas.map((area) => area.toUpperCase()),
      }),
    );
    const apart = [...byPostcode(found)]
      .map(([postcode, { lon, lat }]) => {
        const other = later.get(postcode);
        return metresApart([lon, lat], [other?.lon ?? Number.NaN, other?.lat ?? Number.NaN]);
      })
      .filter((metres) => !Number.isNaN(metres))
      .sort((a, b) => a - b);
    // A point moves to another building as homes are built; half of them have not.
    expect(apart.length).toBeGreaterThan(28_500);
    expect(apart[Math.floor(apart.length / 2)]).toBeLessThan(5);
  });
});

test('the lattice of the British grid is within 4 cm of the exact road', () => {
  const near = fromBritishGrid();
  for (let at = 0; at < 20_000; at++) {
    const [east, north] = [(at * 7919) % 700_000, (at * 104_729) % 1_300_000];
    const [one, other] = [near(east, north), fromBritishGridExactly(east, north)];
    expect(metresApart(one ?? [], other ?? [])).toBeLessThan(0.04);
  }
  expect(near(-1, 0)).toBeUndefined();
  expect(near(700_000, 0)).toBeUndefined();
});
