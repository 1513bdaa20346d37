import { describe, expect, test } from 'vitest';

import { bankHolidayOn, isBankHoliday } from '../../server/domain/bank-holidays.ts';
import { addDays, type LocalDate, localDate } from '../../server/domain/calendar.ts';

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

describe('bank holidays of England and Wales', () => {
  test.each(Object.entries(PUBLISHED))('%s are those published', (year, days) => {
    const found: LocalDate[] = [];
    for (let day = localDate(`${year}-01-01`); day.startsWith(year); day = addDays(day, 1))
      if (isBankHoliday(day)) found.push(day);
    expect(found).toEqual(days);
  });
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
  expect(bankHolidayOn(localDate(date))).toBe(name);
});
