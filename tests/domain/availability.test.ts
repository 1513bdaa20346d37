import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { availability } from '../../server/domain/availability.ts';
import { bankHolidayOn, COUNTRIES } from '../../server/domain/bank-holidays.ts';
import { addDays, localDate, type LocalDate, weekdayOf } from '../../server/domain/calendar.ts';
import { instantOf } from '../../server/domain/london-time.ts';
import {
  isOpen,
  openPieces,
  type OpeningHours,
  parseOpeningHours,
} from '../../server/domain/opening-hours.ts';
import { anyHours } from '../worlds/any-hours.ts';

const from = localDate('2026-01-01');
const to = localDate('2027-01-01');

function hours(text: string, country: OpeningHours['country'] = 'england'): OpeningHours {
  const read = parseOpeningHours(text, country);
  if (!read) throw new Error(`"${text}" is not opening hours`);
  return read;
}

describe('a week and its exceptions', () => {
  test('office hours are shut on each bank holiday, for as long as the week says open', () => {
    const { week, closed, extra } = availability(hours('mon-fri 09:00-17:00'), { from, to });
    expect(week).toEqual([
      ...Array.from({ length: 5 }, () => [{ opens: 540, closes: 1020 }]),
      [],
      [],
    ]);
    expect(extra).toEqual([]);
    expect(closed.map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
  });
  test('a night that would open on a bank holiday is missing from the morning after, and the night before still ends', () => {
    const { closed } = availability(hours('mon-sun 20:00-08:00'), { from, to });
    expect(closed.filter(({ because }) => because === 'Christmas Day')).toEqual([
      { date: '2026-12-25', span: { opens: 1200, closes: 1440 }, because: 'Christmas Day' },
      { date: '2026-12-26', span: { opens: 0, closes: 480 }, because: 'Christmas Day' },
    ]);
  });
  test('a desk that opens only on bank holidays has them as extra hours', () => {
    const desk = hours('sat 10:00-12:00; bank holidays 10:00-12:00', 'scotland');
    const { extra, closed } = availability(desk, { from, to });
    expect(extra.map(({ date }) => date)).toContain('2026-11-30');
    expect(closed).toEqual([]);
  });
});

test('the week with its exceptions is open in exactly the minutes the hours are', () => {
  fc.assert(
    fc.property(anyHours, fc.constantFrom(...COUNTRIES), fc.nat(364), (read, country, ahead) => {
      const own = { ...read, country };
      const { week, closed, extra } = availability(own, { from, to });
      const day = nearHoliday(addDays(from, ahead), country);
      for (const date of [day, addDays(day, 1)].filter((each) => each < to)) {
        const on = (span: { opens: number; closes: number }, minute: number): boolean =>
          span.opens <= minute && minute < span.closes;
        for (let minute = 0; minute < 1440; minute += 5) {
          const planned = (week[weekdayOf(date)] ?? []).some((span) => on(span, minute));
          const told = (list: typeof closed): boolean =>
            list.some((each) => each.date === date && on(each.span, minute));
          const open = (planned && !told(closed)) || told(extra);
          expect([date, minute, open]).toEqual([
            date,
            minute,
            isOpen(own, instantOf({ date, minuteOfDay: minute })),
          ]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the pieces of a day are apart, in order and within it', () => {
  fc.assert(
    fc.property(anyHours, fc.nat(364), (read, ahead) => {
      const pieces = openPieces(read, addDays(from, ahead));
      const ends = pieces.flatMap(({ opens, closes }) => [opens, closes]);
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
      expect(ends.every((minute) => minute >= 0 && minute <= 1440)).toBe(true);
    }),
  );
});

/** The next bank holiday within a month, else the day itself. */
function nearHoliday(date: LocalDate, country: OpeningHours['country']): LocalDate {
  const month = Array.from({ length: 30 }, (_each, ahead) => addDays(date, ahead));
  return month.find((day) => day < to && bankHolidayOn(day, country) !== undefined) ?? date;
}
