import { describe, expect, test } from 'vitest';

import {
  addDays,
  holds,
  localDate,
  parseLocalDate,
  weekdayOf,
} from '../../server/domain/calendar.ts';

describe('parseLocalDate', () => {
  test.each(['2004-02-29', '2026-11-21', '1999-12-31'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });
  test.each([
    '2026-02-31',
    '2003-02-29',
    '21/11/2026',
    '2026-1-1',
    '',
    '0999-01-01',
    '2026-13-01',
    '2026-11-21Z',
  ])('refuses "%s"', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });
});

test('a period holds on its first day and no longer on its last', () => {
  const period = { from: localDate('2002-04-01'), to: localDate('2006-10-01') };
  expect(holds(period, localDate('2002-03-31'))).toBe(false);
  expect(holds(period, localDate('2002-04-01'))).toBe(true);
  expect(holds(period, localDate('2006-09-30'))).toBe(true);
  expect(holds(period, localDate('2006-10-01'))).toBe(false);
});

test('an open period holds on any day', () => {
  expect(holds({ from: null, to: null }, localDate('2026-11-21'))).toBe(true);
});

test('days are added across months and leap years', () => {
  expect(addDays(localDate('2004-02-28'), 2)).toBe('2004-03-01');
});

test('31 March 2004 was a Wednesday', () => {
  expect(weekdayOf(localDate('2004-03-31'))).toBe(2);
});
