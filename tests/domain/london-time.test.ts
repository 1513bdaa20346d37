import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, type LocalDate, localDate, weekdayOf } from '../../server/domain/calendar.ts';
import { instantOf, londonWallClock } from '../../server/domain/london-time.ts';

const oracle = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

function byIntl(epochMs: number): string {
  const [date = '', time = ''] = oracle.format(epochMs).split(', ');
  return `${date.split('/').reverse().join('-')} ${time}`;
}

function byUs(epochMs: number): string {
  const { date, minuteOfDay } = londonWallClock(epochMs);
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

test('equals Intl at random minutes from 2000 to 2040', () => {
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2041, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      expect(byUs(minute * 60_000)).toBe(byIntl(minute * 60_000));
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('equals Intl every quarter of an hour round each clock change from 2000 to 2040', () => {
  for (let year = 2000; year <= 2040; year++)
    for (const month of [3, 10]) {
      const sunday = lastSunday(year, month);
      for (let quarter = -8; quarter < 104; quarter++) {
        const instant = Date.parse(sunday) + quarter * 900_000;
        expect(byUs(instant)).toBe(byIntl(instant));
      }
    }
});

describe('instantOf', () => {
  test('is undone by the wall clock outside the skipped hour', () => {
    const days = fc
      .integer({ min: 0, max: 14_000 })
      .map((count) => addDays(localDate('2000-01-01'), count));
    fc.assert(
      fc.property(days, fc.integer({ min: 180, max: 1439 }), (date, minuteOfDay) => {
        expect(londonWallClock(instantOf({ date, minuteOfDay }))).toEqual({ date, minuteOfDay });
      }),
      { seed: 2 },
    );
  });
  test('a time in the skipped hour means the moment the clocks jump to', () => {
    const skipped = instantOf({ date: localDate('2026-03-29'), minuteOfDay: 90 });
    expect(new Date(skipped).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });
  test('a time in the repeated hour means its first pass', () => {
    const repeated = instantOf({ date: localDate('2026-10-25'), minuteOfDay: 90 });
    expect(new Date(repeated).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});

function lastSunday(year: number, month: number): LocalDate {
  let day = localDate(`${year}-${month === 3 ? '03' : '10'}-31`);
  while (weekdayOf(day) !== 6) day = addDays(day, -1);
  return day;
}
