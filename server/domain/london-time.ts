import {
  addDays,
  type LocalDate,
  localDateOf,
  midnightOf,
  MS_PER_DAY,
  weekdayOf,
} from './calendar.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What a clock on a wall in London shows. */
export type WallClock = { readonly date: LocalDate; readonly minuteOfDay: number };

/**
 * Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
 * October (The Summer Time Order 2002, SI 2002/262; the same days since 1996).
 */
export function isSummerTime(epochMs: number): boolean {
  if (epochMs < latest.begins || epochMs >= latest.ends) latest = yearAt(epochMs);
  return epochMs >= latest.forward && epochMs < latest.back;
}

export function londonWallClock(epochMs: number): WallClock {
  const shifted = epochMs + (isSummerTime(epochMs) ? HOUR_MS : 0);
  return {
    date: localDateOf(shifted),
    minuteOfDay: Math.floor((((shifted % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / MINUTE_MS),
  };
}

/**
 * The instant of a wall-clock time. In the repeated hour of October the first pass is meant; a time
 * in the skipped hour of March means the instant the clocks jump over it to.
 */
export function instantOf({ date, minuteOfDay }: WallClock): number {
  const asUtc = midnightOf(date) + minuteOfDay * MINUTE_MS;
  const ifSummer = asUtc - HOUR_MS;
  if (isSummerTime(ifSummer)) return ifSummer;
  return isSummerTime(asUtc) ? yearAt(asUtc).forward : asUtc;
}

export function londonDate(epochMs: number): LocalDate {
  return londonWallClock(epochMs).date;
}

/** Where a year begins and ends, and its clocks go forward and back: epoch milliseconds. */
type Year = Readonly<Record<'begins' | 'ends' | 'forward' | 'back', number>>;

const years = new Map<number, Year>();

/** The one asked about last: it is asked about again and again. */
let latest = yearAt(0);

function yearAt(epochMs: number): Year {
  const year = new Date(epochMs).getUTCFullYear();
  const known = years.get(year) ?? {
    begins: Date.UTC(year),
    ends: Date.UTC(year + 1),
    forward: changeIn(year, 2),
    back: changeIn(year, 9),
  };
  years.set(year, known);
  return known;
}

/** 01:00 UTC on the last Sunday of a month (0 is January), epoch milliseconds. */
function changeIn(year: number, month: number): number {
  const lastDay = localDateOf(Date.UTC(year, month + 1, 0));
  return Date.parse(addDays(lastDay, -((weekdayOf(lastDay) + 1) % 7))) + HOUR_MS;
}
