import { describe, expect, test } from 'vitest';

import {
  bankHolidayOn,
  COUNTRIES,
  type Country,
  isBankHoliday,
} from '../../server/domain/bank-holidays.ts';
import { addDays, type LocalDate, localDate, weekdayOf } from '../../server/domain/calendar.ts';

/** gov.uk/bank-holidays, England and Wales. */
const PUBLISHED: Record<number, string[]> = {
  2004: [
    '2004-01-01',
    '2004-04-09',
    '2004-04-12',
    '2004-05-03',
    '2004-05-31',
    '2004-08-30',
    '2004-12-27',
    '2004-12-28',
  ],
  2012: [
    '2012-01-02',
    '2012-04-06',
    '2012-04-09',
    '2012-05-07',
    '2012-06-04',
    '2012-06-05',
    '2012-08-27',
    '2012-12-25',
    '2012-12-26',
  ],
  2020: [
    '2020-01-01',
    '2020-04-10',
    '2020-04-13',
    '2020-05-08',
    '2020-05-25',
    '2020-08-31',
    '2020-12-25',
    '2020-12-28',
  ],
  2021: [
    '2021-01-01',
    '2021-04-02',
    '2021-04-05',
    '2021-05-03',
    '2021-05-31',
    '2021-08-30',
    '2021-12-27',
    '2021-12-28',
  ],
  2022: [
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
    '2022-12-26',
    '2022-12-27',
  ],
  2023: [
    '2023-01-02',
    '2023-04-07',
    '2023-04-10',
    '2023-05-01',
    '2023-05-08',
    '2023-05-29',
    '2023-08-28',
    '2023-12-25',
    '2023-12-26',
  ],
  2026: [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ],
};

/** gov.uk/bank-holidays, and for years before 2012 the notices of the time: days that England does not keep. */
const OWN: Partial<Record<Country, Record<number, { also: string[]; not: string[] }>>> = {
  scotland: {
    2004: { also: ['2004-01-02', '2004-08-02'], not: ['2004-04-12', '2004-08-30'] },
    2007: { also: ['2007-01-02', '2007-08-06', '2007-11-30'], not: ['2007-04-09', '2007-08-27'] },
    2012: { also: ['2012-01-03', '2012-08-06', '2012-11-30'], not: ['2012-04-09', '2012-08-27'] },
    2013: { also: ['2013-01-02', '2013-08-05', '2013-12-02'], not: ['2013-04-01', '2013-08-26'] },
    2017: { also: ['2017-01-03', '2017-08-07', '2017-11-30'], not: ['2017-04-17', '2017-08-28'] },
    2021: { also: ['2021-01-04', '2021-08-02', '2021-11-30'], not: ['2021-04-05', '2021-08-30'] },
    2022: { also: ['2022-01-04', '2022-08-01', '2022-11-30'], not: ['2022-04-18', '2022-08-29'] },
    2023: { also: ['2023-01-03', '2023-08-07', '2023-11-30'], not: ['2023-04-10', '2023-08-28'] },
    2026: {
      also: ['2026-01-02', '2026-06-15', '2026-08-03', '2026-11-30'],
      not: ['2026-04-06', '2026-08-31'],
    },
  },
  'northern-ireland': {
    2012: { also: ['2012-03-19', '2012-07-12'], not: [] },
    2013: { also: ['2013-03-18', '2013-07-12'], not: [] },
    2014: { also: ['2014-03-17', '2014-07-14'], not: [] },
    2015: { also: ['2015-03-17', '2015-07-13'], not: [] },
    2018: { also: ['2018-03-19', '2018-07-12'], not: [] },
    2022: { also: ['2022-03-17', '2022-07-12'], not: [] },
    2026: { also: ['2026-03-17', '2026-07-13'], not: [] },
  },
};

function daysOf(year: string, country: Country): LocalDate[] {
  const found: LocalDate[] = [];
  for (let day = localDate(`${year}-01-01`); day.startsWith(year); day = addDays(day, 1))
    if (isBankHoliday(day, country)) found.push(day);
  return found;
}

describe.each(['england', 'wales'] as const)('bank holidays of %s', (country) => {
  test.each(Object.entries(PUBLISHED))('%s are those published', (year, days) => {
    expect(daysOf(year, country)).toEqual(days);
  });
});

describe.each(Object.entries(OWN) as [Country, NonNullable<(typeof OWN)[Country]>][])(
  'bank holidays of %s',
  (country, years) => {
    test.each(Object.entries(years))(
      '%s differ from those of England as published',
      (year, own) => {
        const english = daysOf(year, 'england').filter((day) => !own.not.includes(day));
        expect(daysOf(year, country)).toEqual([...new Set([...english, ...own.also])].sort());
      },
    );
  },
);

test('one-off days of 2002 to 2026 are kept in all countries, and the usual days they replaced in none', () => {
  const added = [
    '2002-06-03',
    '2002-06-04',
    '2011-04-29',
    '2012-06-04',
    '2012-06-05',
    '2020-05-08',
  ];
  const later = ['2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'];
  const replaced = ['2002-05-27', '2012-05-28', '2020-05-04', '2022-05-30'];
  for (const country of COUNTRIES) {
    for (const day of [...added, ...later])
      expect(isBankHoliday(localDate(day), country)).toBe(true);
    for (const day of replaced) expect(isBankHoliday(localDate(day), country)).toBe(false);
  }
});

test('no bank holiday of 1974 to 2060 falls on a weekend', () => {
  for (const country of COUNTRIES)
    for (let year = 1974; year <= 2060; year++)
      for (const day of daysOf(String(year), country)) expect(weekdayOf(day)).toBeLessThan(5);
});

test.each([
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-28', 'Boxing Day (substitute day)'],
  ['2022-12-27', 'Christmas Day (substitute day)'],
  ['2026-04-03', 'Good Friday'],
  ['2012-06-04', 'Spring bank holiday'],
  ['2023-05-08', 'Coronation of King Charles III'],
  ['2026-12-24', undefined],
])('%s is called %s', (date, name) => {
  expect(bankHolidayOn(localDate(date), 'england')).toBe(name);
});
