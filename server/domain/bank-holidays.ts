import { addDays, type LocalDate, localDateOf, weekdayOf } from './calendar.ts';

/**
 * Bank holidays of England and Wales, by rule: Banking and Financial Dealings Act 1971, Schedule 1,
 * with substitute days, and the proclaimed exceptions below (gov.uk/bank-holidays).
 */
export function isBankHoliday(date: LocalDate): boolean {
  return bankHolidaysOf(Number(date.slice(0, 4))).has(date);
}

/** Days moved or added by royal proclamation: `[day, added?]`; false means the usual day was not kept. */
const PROCLAIMED: readonly (readonly [string, boolean])[] = [
  ['1995-05-01', false],
  ['1995-05-08', true], // VE Day, fifty years
  ['1999-12-31', true], // millennium
  ['2002-05-27', false],
  ['2002-06-03', true], // Golden Jubilee
  ['2002-06-04', true],
  ['2011-04-29', true], // royal wedding
  ['2012-05-28', false],
  ['2012-06-04', true], // Diamond Jubilee
  ['2012-06-05', true],
  ['2020-05-04', false],
  ['2020-05-08', true], // VE Day, seventy-five years
  ['2022-05-30', false],
  ['2022-06-02', true], // Platinum Jubilee
  ['2022-06-03', true],
  ['2022-09-19', true], // state funeral
  ['2023-05-08', true], // coronation
];

const years = new Map<number, ReadonlySet<LocalDate>>();

function bankHolidaysOf(year: number): ReadonlySet<LocalDate> {
  const known = years.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days = new Set<LocalDate>([
    ...substituted([day(year, 1, 1)]),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...substituted([day(year, 12, 25), day(year, 12, 26)]),
  ]);
  for (const [date, added] of PROCLAIMED) {
    if (!date.startsWith(String(year))) continue;
    if (added) days.add(date as LocalDate);
    else days.delete(date as LocalDate);
  }
  years.set(year, days);
  return days;
}

/** Each day, or the next weekday that is neither a weekend nor already taken by another of them. */
function substituted(days: readonly LocalDate[]): LocalDate[] {
  const kept = days.filter((date) => weekdayOf(date) < 5);
  for (const date of days.filter((each) => weekdayOf(each) >= 5)) {
    let next = date;
    while (weekdayOf(next) >= 5 || kept.includes(next)) next = addDays(next, 1);
    kept.push(next);
  }
  return kept;
}

/** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const sum = moon + toSunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function firstMonday(year: number, month: number): LocalDate {
  const first = day(year, month, 1);
  return addDays(first, (7 - weekdayOf(first)) % 7);
}

function lastMonday(year: number, month: number): LocalDate {
  const last = localDateOf(Date.UTC(year, month, 0));
  return addDays(last, -weekdayOf(last));
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  return localDateOf(Date.UTC(year, month - 1, dayOfMonth));
}
