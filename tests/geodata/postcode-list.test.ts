import { expect, test } from 'vitest';

import { noRows } from '../../geodata/read/postcode-list.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { unit } from '../worlds/four-squares.ts';

const somewhere = { lon: -1, lat: 51, ended: null };

test('postcodes come in order with what their directory says of them', () => {
  const rows = noRows();
  const nowhere = { lon: Number.NaN, lat: Number.NaN, ended: localDate('1996-06-01') };
  rows.add({ postcode: unit('SO99 1AD'), ...nowhere });
  const said = { district: 'E07000091', pct: 'E16000133' };
  rows.add({ postcode: unit('SO99 1AB'), ...somewhere, quality: 6, largeUser: true, said });
  rows.add({ postcode: unit('SO99 1AA'), ...somewhere, said: { district: 'E07000086' } });
  rows.speakOf(localDate('2024-08-01'));
  rows.speakOf(localDate('2024-05-01'));

  const list = rows.list();
  expect([0, 1, 2].map(list.postcodeAt)).toEqual(['SO99 1AA', 'SO99 1AB', 'SO99 1AD']);
  expect([0, 1, 2].map(list.endedAt)).toEqual([null, null, '1996-06-01']);
  expect([...list.qualities]).toEqual([0, 6, 0]);
  expect([...list.largeUsers]).toEqual([0, 1, 0]);
  expect(
    list.said.map(({ kind, on, codes, at }) => [kind, on, [...at].map((code) => codes[code])]),
  ).toEqual([
    ['district', '2024-08-01', ['E07000086', 'E07000091', null]],
    ['pct', '2013-03-31', [null, 'E16000133', null]],
  ]);
});

test('of a file of which only new postcodes count, one that another has is left alone, before and after', () => {
  const rows = noRows();
  rows.add({ postcode: unit('SO99 1AB'), ...somewhere });
  rows.add({ postcode: unit('SO99 1AA'), ...somewhere, ended: localDate('1996-06-01') });
  rows.takeOnlyNew(true);
  for (const text of ['SO99 1AA', 'SO99 1AB', 'SO99 1AD', 'SO99 1AD'])
    rows.add({ postcode: unit(text), ...somewhere, lon: -2 });
  rows.takeOnlyNew(false);
  rows.add({ postcode: unit('SO99 1AA'), ...somewhere, ended: localDate('1996-06-01') });

  const list = rows.list();
  expect([0, 1, 2].map(list.postcodeAt)).toEqual(['SO99 1AA', 'SO99 1AB', 'SO99 1AD']);
  expect([0, 1, 2].map(list.endedAt)).toEqual(['1996-06-01', null, null]);
  expect([...list.lons]).toEqual([-1, -1, -2]);
  expect([list.known, list.repeated]).toEqual([2, 2]);
});

test('a postcode of which two rows say different districts is refused', () => {
  const rows = noRows();
  rows.speakOf(localDate('2024-08-01'));
  for (const district of ['E07000086', 'E07000091'])
    rows.add({ postcode: unit('SO99 1AA'), ...somewhere, said: { district } });
  expect(() => rows.list()).toThrow(
    'Postcodes: wanted one position for SO99 1AA, found -1, 51, live, E07000086 and -1, 51, live, E07000091',
  );
});
