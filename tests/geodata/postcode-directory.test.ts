import { describe, expect, test } from 'vitest';

import {
  byPostcode,
  directory,
  type DrawnRow,
  type Found,
  type Generation,
  readContent,
} from '../worlds/postcode-files.ts';

async function read(
  rows: readonly DrawnRow[],
  generation: Generation = '2024',
): Promise<ReadonlyMap<string, Found>> {
  const format = generation === 'nspl' ? 'nspl' : 'onspd';
  return byPostcode(await readContent(format, directory(generation, rows)));
}

describe('a postcode directory', () => {
  test.each([
    [
      '2016',
      { 'pct 2006-09-30': '5E9', 'pct 2013-03-31': 'E16000133', 'ccg 2016-08-01': 'E38000253' },
    ],
    [
      '2024',
      {
        'pct 2013-03-31': 'E16000133',
        'sub-icb 2016-08-01': 'E38000253',
        'icb 2016-08-01': 'E54000042',
      },
    ],
    [
      '2025',
      {
        'pct 2013-03-31': 'E16000133',
        'sub-icb 2016-08-01': 'E38000253',
        'icb 2016-08-01': 'E54000042',
      },
    ],
    [
      'nspl',
      {
        'pct 2013-03-31': 'E16000133',
        'ccg 2016-08-01': 'E38000253',
        'icb 2016-08-01': 'E54000042',
      },
    ],
  ] as const)('is read by the column names of %s (CS02)', async (generation, health) => {
    const found = await read([{ pcds: 'SO22 5AA', dointr: '201607' }], generation);
    expect(found.get('SO22 5AA')).toEqual({
      lon: -1.317183,
      lat: 51.06247,
      ended: null,
      quality: 1,
      largeUser: false,
      said: {
        'district 2016-08-01': 'E07000094',
        'upper-tier 2016-08-01': 'E10000014',
        ...health,
      },
    });
  });
  test('speaks of the first day after its newest month, unless the manifest gives the day', async () => {
    const rows = directory('2024', [{ pcds: 'SO22 5AA' }, { pcds: 'SO22 5AB', doterm: '202312' }]);
    expect((await readContent('onspd', rows)).list.day).toBe('2024-01-01');
    const day = '2024-02-20' as never;
    expect((await readContent('onspd', rows, { day })).list.day).toBe(day);
  });
  test('ends a postcode on the first day of the month in which it ended', async () => {
    const found = await read([{ pcds: 'SO22 5AA', doterm: '199606' }]);
    expect(found.get('SO22 5AA')?.ended).toBe('1996-06-01');
  });
  test('has no position for 99.999999, nor for quality 9, whatever else it says', async () => {
    const found = await read([
      { pcds: 'SO22 5AA', lat: '99.999999', long: '0.000000', oseast1m: '', osnrth1m: '' },
      { pcds: 'SO22 5AB', osgrdind: '9' },
    ]);
    expect([...found.values()].map(({ lon, quality }) => [lon, quality])).toEqual([
      [NaN, 1],
      [NaN, 9],
    ]);
  });
  test('takes the position from the British grid where it has no degrees', async () => {
    const metres = { oseast1m: '385386', osnrth1m: '0801193' }; // 57.101474, -2.242851 by ONS
    const found = await read([{ pcds: 'AB1 0AA', lat: '', long: '', ...metres }]);
    expect(found.get('AB1 0AA')?.lat).toBeCloseTo(57.101474, 4);
    expect(found.get('AB1 0AA')?.lon).toBeCloseTo(-2.242851, 4);
  });
  test('never takes the Irish grid for the British', async () => {
    const irish = { oslaua: 'N09000003', oscty: 'N99999999', ctry: 'N92000002', pct: 'ZC010' };
    const metres = { oseast1m: '333900', osnrth1m: '0374100' };
    const found = await read([
      { pcds: 'BT1 1AA', ...irish, ...metres, lat: '54.602', long: '-5.9261' },
      { pcds: 'BT1 1AB', ...irish, ...metres, lat: '', long: '' },
    ]);
    expect([...found.values()].map(({ lat }) => lat)).toEqual([54.602, NaN]);
  });
  test('has places in the islands without position, and pseudo codes as nothing said (CS20)', async () => {
    const none = { osgrdind: '9', lat: '99.999999', long: '0.000000', oseast1m: '', osnrth1m: '' };
    const island = { ctry: 'L93000001', oscty: 'L99999999', oslaua: 'L99999999', pct: 'L99999999' };
    const found = await read([
      { pcds: 'JE2 3AB', ...none, ...island, sicbl: 'L99999999', icb: 'L99999999' },
      { pcds: 'PO1 1AA', oscty: 'E99999999', oslaua: 'E06000044 ', dointr: '201607' },
    ]);
    expect(Object.values(found.get('JE2 3AB')?.said ?? {})).toEqual([null, null, null, null, null]);
    expect(found.get('PO1 1AA')?.said).toMatchObject({
      'district 2016-08-01': 'E06000044',
      'upper-tier 2016-08-01': 'E06000044',
    });
  });
});
