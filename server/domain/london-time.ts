import { addDays, type LocalDate, localDateOf, MS_PER_DAY, weekdayOf } from './calendar.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What a clock on a wall in London shows. */
export type WallClock = { readonly date: LocalDate; readonly minuteOfDay: number };

/**
 * Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
 * October (The Summer Time Order 2002, SI 2002/262; the same days since 1996).
 */
export function isSummerTime(epochMs: number): boolean {
  const year = new Date(epochMs).getUTCFullYear();
  return epochMs >= changeOf(year, 2) && epochMs < changeOf(year, 9);
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
  const asUtc = Date.parse(date) + minuteOfDay * MINUTE_MS;
  const ifSummer = asUtc - HOUR_MS;
  if (isSummerTime(ifSummer)) return ifSummer;
  return isSummerTime(asUtc) ? changeOf(new Date(asUtc).getUTCFullYear(), 2) : asUtc;
}

export function londonDate(epochMs: number): LocalDate {
  return londonWallClock(epochMs).date;
}

const changes = new Map<number, number>();

/** 01:00 UTC on the last Sunday of a month (0 is January), epoch milliseconds. */
function changeOf(year: number, month: number): number {
  const key = year * 12 + month;
  let change = changes.get(key);
  if (change === undefined) {
    const lastDay = localDateOf(Date.UTC(year, month + 1, 0));
    change = Date.parse(addDays(lastDay, -((weekdayOf(lastDay) + 1) % 7))) + HOUR_MS;
    changes.set(key, change);
  }
  return change;
}
