import type { Brand } from './brand.ts';

/** A calendar day, `YYYY-MM-DD`, that exists. Text order is date order. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** Half-open: `from` is the first day, `to` the first day after. `null` is open-ended. */
export type Period = { readonly from: LocalDate | null; readonly to: LocalDate | null };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
export const MS_PER_DAY = 86_400_000;

/** Undefined for anything but a real day written `YYYY-MM-DD`, years 1000 to 9999. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (text.length !== 10 || !SHAPE.test(text) || text < '1000') return undefined;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(instant) && localDateOf(instant) === text
    ? (text as LocalDate)
    : undefined;
}

/** For days written in code or already checked; throws when the text is no day. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`Wanted a day as YYYY-MM-DD, found "${text}"`);
  return date;
}

/** The UTC calendar day of an instant in epoch milliseconds. */
export function localDateOf(epochMs: number): LocalDate {
  const day = Math.floor(epochMs / MS_PER_DAY);
  const known = DAYS.get(day);
  if (known) return known;
  const date = new Date(epochMs).toISOString().slice(0, 10) as LocalDate;
  if (DAYS.size >= MOST_DAYS) DAYS.clear();
  DAYS.set(day, date);
  return date;
}

/** By number since 1970: the same few days are asked for again and again, and writing one out is slow. */
const DAYS = new Map<number, LocalDate>();
const MOST_DAYS = 5000;

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

/** For people: `31 March 2004`. */
export function dayInWords(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOf(midnightOf(date) + days * MS_PER_DAY);
}

/** The first instant of a day in UTC, epoch milliseconds. */
export function midnightOf(date: LocalDate): number {
  const known = MIDNIGHTS.get(date);
  if (known !== undefined) return known;
  const midnight = Date.parse(date);
  if (MIDNIGHTS.size >= MOST_DAYS) MIDNIGHTS.clear();
  MIDNIGHTS.set(date, midnight);
  return midnight;
}

const MIDNIGHTS = new Map<LocalDate, number>();

/** 0 is Monday, 6 is Sunday (ISO 8601 order). */
export function weekdayOf(date: LocalDate): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}

export function holds({ from, to }: Period, on: LocalDate): boolean {
  return (from === null || from <= on) && (to === null || on < to);
}

/** True when there is a day in both. */
export function meet(one: Period, other: Period): boolean {
  return beginsBeforeEndOf(one, other) && beginsBeforeEndOf(other, one);
}

function beginsBeforeEndOf({ from }: Period, { to }: Period): boolean {
  return from === null || to === null || from < to;
}
