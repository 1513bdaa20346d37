import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Country, isBankHoliday } from '../../server/domain/bank-holidays.ts';
import { addDays, localDate, weekdayOf } from '../../server/domain/calendar.ts';
import { londonWallClock } from '../../server/domain/london-time.ts';
import { isOpen, nextChange, parseOpeningHours } from '../../server/domain/opening-hours.ts';

/**
 * A12: hours against an oracle that shares nothing with them but the list of bank holidays: the wall clock is Intl's,
 * and open is looked up in a table of the minutes of a week. `LONG=1` asks every minute of 2000 to 2040 and every
 * time zone there is; otherwise 40 random weeks, every change week and six zones.
 */
const LONG = process.env['LONG'] === '1';
const MINUTE = 60_000;
const WEEK = 7 * 1440;
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2041, 0, 1);

/** Days from Monday 0, minutes of the day; a close over 1,440 is the next day. */
type Told = {
  readonly text: string;
  readonly country: Country;
  readonly spans: readonly (readonly [days: readonly number[], opens: number, closes: number])[];
  readonly holiday: readonly (readonly [opens: number, closes: number])[] | 'as usual';
};

const TOLD: readonly Told[] = [
  {
    text: 'mon-thu 08:30-17:00; fri 08:30-16:30',
    country: 'england',
    spans: [
      [[0, 1, 2, 3], 510, 1020],
      [[4], 510, 990],
    ],
    holiday: [],
  },
  {
    text: 'mon-fri 17:00-08:30; sat-sun 08:30-08:30+1; bank holidays 08:30-08:30+1',
    country: 'scotland',
    spans: [
      [[0, 1, 2, 3, 4], 1020, 1950],
      [[5, 6], 510, 1950],
    ],
    holiday: [[510, 1950]],
  },
  {
    text: 'sat 22:00-01:30; sun 01:45-02:15; mon-fri 09:00-17:00; bank holidays as usual',
    country: 'northern-ireland',
    spans: [
      [[5], 1320, 1530],
      [[6], 105, 135],
      [[0, 1, 2, 3, 4], 540, 1020],
    ],
    holiday: 'as usual',
  },
];

const intl = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

/** `dd/mm/yyyy, hh:mm` read by place: 21 million are. */
function wallClockOfIntl(epochMs: number): { date: string; minute: number } {
  const text = intl.format(epochMs);
  const date = `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}`;
  return { date, minute: Number(text.slice(12, 14)) * 60 + Number(text.slice(15, 17)) };
}

type Table = { readonly usual: Uint8Array; readonly holiday: Uint8Array };

/** Of every minute of a day: bit 1 by a span of that day, and 1,440 later by one of the day before. */
function tablesOf({ spans, holiday }: Told): readonly Table[] {
  const fill = (own: readonly (readonly [number, number])[]): Uint8Array => {
    const minutes = new Uint8Array(2880);
    for (const [opens, closes] of own) minutes.fill(1, opens, closes);
    return minutes;
  };
  return Array.from({ length: 7 }, (_, day) => {
    const own = spans
      .filter(([days]) => days.includes(day))
      .map(([, opens, closes]) => [opens, closes] as const);
    return { usual: fill(own), holiday: fill(holiday === 'as usual' ? own : holiday) };
  });
}

function oracleOf(told: Told): (date: string, minute: number) => boolean {
  const tables = tablesOf(told);
  const byDay = new Map<string, { today: Uint8Array; yesterday: Uint8Array }>();
  const tableOf = (date: ReturnType<typeof localDate>): Uint8Array => {
    const table = tables[weekdayOf(date)];
    if (!table) throw new Error('A week has seven days');
    return isBankHoliday(date, told.country) ? table.holiday : table.usual;
  };
  return (text, minute) => {
    let day = byDay.get(text);
    if (!day) {
      const date = localDate(text);
      day = { today: tableOf(date), yesterday: tableOf(addDays(date, -1)) };
      byDay.clear();
      byDay.set(text, day);
    }
    return day.today[minute] === 1 || day.yesterday[minute + 1440] === 1;
  };
}

const compared = TOLD.map((told) => {
  const hours = parseOpeningHours(told.text, told.country);
  if (!hours) throw new Error(`"${told.text}" is not opening hours`);
  return { hours, oracle: oracleOf(told), text: told.text };
});

/** Counts what differs in `minutes` minutes from an instant. */
function faultsFrom(start: number, minutes: number): string[] {
  const faults: string[] = [];
  for (let at = start; at < start + minutes * MINUTE; at += MINUTE) {
    const { date, minute } = wallClockOfIntl(at);
    const ours = londonWallClock(at);
    if (ours.date !== date || ours.minuteOfDay !== minute) faults.push(`clock at ${at}`);
    for (const { hours, oracle, text } of compared)
      if (isOpen(hours, at) !== oracle(date, minute)) faults.push(`${text} at ${at}`);
  }
  return faults;
}

describe('A12 opening hours equal the oracle', () => {
  test('every minute of 40 random weeks', () => {
    const weeks = fc.sample(fc.integer({ min: 0, max: 2138 }), {
      numRuns: 40,
      seed: 12,
    });
    expect(weeks.flatMap((week) => faultsFrom(FIRST + week * WEEK * MINUTE, WEEK))).toEqual([]);
  });
  test('every minute of the four hours round each change of clocks', () => {
    const changes = Array.from({ length: 41 }, (_, year) => 2000 + year).flatMap((year) =>
      [2, 9].map((month) => {
        const last = new Date(Date.UTC(year, month + 1, 0));
        return last.getTime() - last.getUTCDay() * 86_400_000 + 3_600_000;
      }),
    );
    expect(changes.flatMap((change) => faultsFrom(change - 120 * MINUTE, 240))).toEqual([]);
  });
  if (LONG)
    test('every minute of 2000 to 2040', () => {
      const minutes = (LAST - FIRST) / MINUTE;
      expect(minutes).toBe(21_565_440);
      for (let done = 0; done < minutes; done += WEEK)
        expect(faultsFrom(FIRST + done * MINUTE, Math.min(WEEK, minutes - done))).toEqual([]);
    }, 3_600_000);
  test('what opens or closes next is the first minute at which the oracle changes', () => {
    const starts = fc.integer({ min: 0, max: (LAST - FIRST) / MINUTE - 2 * WEEK });
    const nearChange = fc
      .tuple(
        fc.integer({ min: 2000, max: 2039 }),
        fc.constantFrom(2, 9),
        fc.integer({ min: -600, max: 600 }),
      )
      .map(([year, month, minute]) => {
        const last = new Date(Date.UTC(year, month + 1, 0));
        const sunday = last.getTime() - last.getUTCDay() * 86_400_000;
        return (sunday - FIRST) / MINUTE + minute;
      });
    fc.assert(
      fc.property(fc.oneof(starts, nearChange), fc.constantFrom(...compared), (minute, each) => {
        const at = FIRST + minute * MINUTE;
        const openAt = (moment: number): boolean => {
          const wall = wallClockOfIntl(moment);
          return each.oracle(wall.date, wall.minute);
        };
        const now = openAt(at);
        let next = at + MINUTE;
        while (openAt(next) === now) next += MINUTE;
        expect(nextChange(each.hours, at)).toBe(next);
      }),
      { numRuns: LONG ? 2000 : 150, seed: 13 },
    );
  }, 3_600_000);
});

const run = promisify(execFile);
/** Prints a digest of clock and openings at moments all round a year, and every minute of its clock changes. */
const DIGEST = `
import { createHash } from 'node:crypto';
import { londonWallClock } from './server/domain/london-time.ts';
import { isOpen, nextOpening, parseOpeningHours } from './server/domain/opening-hours.ts';
const hours = ${JSON.stringify(TOLD.map(({ text }) => text))}.map((text) => parseOpeningHours(text));
const hash = createHash('sha256');
const moments = Array.from({ length: 5400 }, (_, step) => Date.UTC(2026, 0, 1) + step * 97 * 60_000);
for (const change of [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)])
  for (let minute = 0; minute < 240; minute++) moments.push(change + minute * 60_000);
for (const at of moments)
  hash.update(JSON.stringify([londonWallClock(at), hours.map((each) => [isOpen(each, at), nextOpening(each, at)])]));
console.log(new Date(Date.UTC(2026, 6, 1)).getHours(), hash.digest('hex'));
`;

async function digestIn(zone: string): Promise<{ hour: string; digest: string }> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', DIGEST], {
    env: { ...process.env, TZ: zone },
  });
  const [hour = '', digest = ''] = stdout.trim().split(' ');
  return { hour, digest };
}

test('A12 the time zone of the process changes nothing', async () => {
  const zones = LONG
    ? Intl.supportedValuesOf('timeZone')
    : [
        'UTC',
        'Europe/London',
        'America/New_York',
        'Asia/Kolkata',
        'Pacific/Apia',
        'Australia/Lord_Howe',
      ];
  const digests = new Set<string>();
  const hours = new Set<string>();
  for (const zone of zones) {
    const { hour, digest } = await digestIn(zone);
    hours.add(hour);
    digests.add(digest);
  }
  expect(hours.size).toBeGreaterThan(3);
  expect([...digests]).toHaveLength(1);
}, 3_600_000);
