import { addDays, type LocalDate, localDateOf, weekdayOf } from './calendar.ts';

/**
 * Bank holidays of England and Wales, by rule: Banking and Financial Dealings Act 1971, Schedule 1,
 * with substitute days, and the proclaimed exceptions below (gov.uk/bank-holidays).
 */
export function isBankHoliday(date: LocalDate): boolean {
  return bankHolidayOn(date) !== undefined;
}

/** What people call the bank holiday on a day. */
export function bankHolidayOn(date: LocalDate): string | undefined {
  return bankHolidaysOf(Number(date.slice(0, 4))).get(date);
}

type Named = readonly [date: LocalDate, name: string];

/** Days moved or added by royal proclamation, with a name; null means the usual day was not kept. */
const PROCLAIMED: readonly (readonly [string, string | null])[] = [
  ['1995-05-01', null],
  ['1995-05-08', 'VE Day, fifty years'],
  ['1999-12-31', 'Millennium holiday'],
  ['2002-05-27', null],
  ['2002-06-03', 'Golden Jubilee bank holiday'],
  ['2002-06-04', 'Spring bank holiday'],
  ['2011-04-29', 'Royal wedding bank holiday'],
  ['2012-05-28', null],
  ['2012-06-04', 'Spring bank holiday'],
  ['2012-06-05', 'Diamond Jubilee bank holiday'],
  ['2020-05-04', null],
  ['2020-05-08', 'Early May bank holiday (VE Day)'],
  ['2022-05-30', null],
  ['2022-06-02', 'Spring bank holiday'],
  ['2022-06-03', 'Platinum Jubilee bank holiday'],
  ['2022-09-19', 'State funeral of Queen Elizabeth II'],
  ['2023-05-08', 'Coronation of King Charles III'],
];

const years = new Map<number, ReadonlyMap<LocalDate, string>>();

function bankHolidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const known = years.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days = new Map<LocalDate, string>([
    ...substituted([[day(year, 1, 1), 'New Year’s Day']]),
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [firstMonday(year, 5), 'Early May bank holiday'],
    [lastMonday(year, 5), 'Spring bank holiday'],
    [lastMonday(year, 8), 'Summer bank holiday'],
    ...substituted([
      [day(year, 12, 25), 'Christmas Day'],
      [day(year, 12, 26), 'Boxing Day'],
    ]),
  ]);
  for (const [date, name] of PROCLAIMED) {
    if (!date.startsWith(String(year))) continue;
    if (name === null) days.delete(date as LocalDate);
    else days.set(date as LocalDate, name);
  }
  years.set(year, days);
  return days;
}

/** Each day, or the next weekday that is neither a weekend nor already taken by another of them. */
function substituted(days: readonly Named[]): Named[] {
  const kept = days.filter(([date]) => weekdayOf(date) < 5);
  for (const [date, name] of days.filter(([each]) => weekdayOf(each) >= 5)) {
    let next = date;
    while (weekdayOf(next) >= 5 || kept.some(([taken]) => taken === next)) next = addDays(next, 1);
    kept.push([next, `${name} (substitute day)`]);
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
