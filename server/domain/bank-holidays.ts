import { addDays, type LocalDate, localDateOf, weekdayOf } from './calendar.ts';

/** Countries that keep bank holidays of their own. England and Wales keep the same. */
export const COUNTRIES = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Country = (typeof COUNTRIES)[number];

/**
 * Bank holidays by rule: Banking and Financial Dealings Act 1971, Schedule 1 (paragraph 1 England and Wales,
 * 2 Scotland, 3 Northern Ireland), the days proclaimed each year under section 1, with substitutes for weekends,
 * and the exceptions below (gov.uk/bank-holidays).
 */
export function isBankHoliday(date: LocalDate, country: Country): boolean {
  return bankHolidayOn(date, country) !== undefined;
}

/** What people call the bank holiday on a day. */
export function bankHolidayOn(date: LocalDate, country: Country): string | undefined {
  return bankHolidaysOf(Number(date.slice(0, 4)), country).get(date);
}

type Named = readonly [date: LocalDate, name: string];

/** A day moved or added by royal proclamation, with a name; null means the usual day was not kept. */
type Proclaimed = { readonly date: string; readonly name: string | null; readonly only?: Country };

const PROCLAIMED: readonly Proclaimed[] = [
  { date: '1995-05-01', name: null },
  { date: '1995-05-08', name: 'VE Day, fifty years' },
  { date: '1999-12-31', name: 'Millennium holiday' },
  { date: '2002-05-27', name: null },
  { date: '2002-06-03', name: 'Golden Jubilee bank holiday' },
  { date: '2002-06-04', name: 'Spring bank holiday' },
  { date: '2011-04-29', name: 'Royal wedding bank holiday' },
  { date: '2012-05-28', name: null },
  { date: '2012-06-04', name: 'Spring bank holiday' },
  { date: '2012-06-05', name: 'Diamond Jubilee bank holiday' },
  { date: '2020-05-04', name: null },
  { date: '2020-05-08', name: 'Early May bank holiday (VE Day)' },
  { date: '2022-05-30', name: null },
  { date: '2022-06-02', name: 'Spring bank holiday' },
  { date: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
  { date: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { date: '2023-05-08', name: 'Coronation of King Charles III' },
  { date: '2026-06-15', name: 'World Cup bank holiday', only: 'scotland' },
];

/** St Andrew’s Day Bank Holiday (Scotland) Act 2007. */
const FIRST_ST_ANDREWS_DAY = 2007;

const years = new Map<string, ReadonlyMap<LocalDate, string>>();

/** By day, with what people call each; in no order. */
export function bankHolidaysOf(year: number, country: Country): ReadonlyMap<LocalDate, string> {
  const key = `${country} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const days = new Map([...usualDaysOf(year), ...OWN_DAYS_OF[country](year)]);
  for (const { date, name, only } of PROCLAIMED) {
    if (!date.startsWith(String(year)) || (only !== undefined && only !== country)) continue;
    if (name === null) days.delete(date as LocalDate);
    else days.set(date as LocalDate, name);
  }
  years.set(key, days);
  return days;
}

/** Kept everywhere. */
function usualDaysOf(year: number): Named[] {
  return [
    [addDays(easterSunday(year), -2), 'Good Friday'],
    [mondayFrom(day(year, 5, 1)), 'Early May bank holiday'],
    [lastMonday(year, 5), 'Spring bank holiday'],
    ...substituted([
      [day(year, 12, 25), 'Christmas Day'],
      [day(year, 12, 26), 'Boxing Day'],
    ]),
  ];
}

const OWN_DAYS_OF: Readonly<Record<Country, (year: number) => Named[]>> = {
  england: ofEnglandAndWales,
  wales: ofEnglandAndWales,
  scotland: (year) => [
    ...substituted([
      [day(year, 1, 1), 'New Year’s Day'],
      [day(year, 1, 2), '2 January'],
    ]),
    [mondayFrom(day(year, 8, 1)), 'Summer bank holiday'],
    ...(year < FIRST_ST_ANDREWS_DAY ? [] : substituted([[day(year, 11, 30), 'St Andrew’s Day']])),
  ],
  'northern-ireland': (year) => [
    ...ofEnglandAndWales(year),
    ...substituted([[day(year, 3, 17), 'St Patrick’s Day']]),
    ...substituted([[day(year, 7, 12), 'Battle of the Boyne']]),
  ],
};

function ofEnglandAndWales(year: number): Named[] {
  return [
    ...substituted([[day(year, 1, 1), 'New Year’s Day']]),
    [addDays(easterSunday(year), 1), 'Easter Monday'],
    [lastMonday(year, 8), 'Summer bank holiday'],
  ];
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

/** That day, or the first Monday after it. */
function mondayFrom(date: LocalDate): LocalDate {
  return addDays(date, (7 - weekdayOf(date)) % 7);
}

function lastMonday(year: number, month: number): LocalDate {
  const last = localDateOf(Date.UTC(year, month, 0));
  return addDays(last, -weekdayOf(last));
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  return localDateOf(Date.UTC(year, month - 1, dayOfMonth));
}
