import { type Country, isBankHoliday } from './bank-holidays.ts';
import { addDays, type LocalDate, weekdayOf } from './calendar.ts';
import {
  instantOf,
  isSummerTime,
  londonDate,
  londonWallClock,
  type WallClock,
} from './london-time.ts';

/** Minutes after local midnight, `[opens, closes)`. A span that closes after 1,440 ends the next day. */
export type Span = { readonly opens: number; readonly closes: number };

/** Local time in London. `week[0]` is Monday. Spans belong to the day on which they open. */
export type OpeningHours = {
  readonly week: readonly (readonly Span[])[];
  /** What replaces the weekday on a bank holiday. */
  readonly bankHolidays: 'closed' | 'as-usual' | readonly Span[];
  /** Whose bank holidays. */
  readonly country: Country;
};

export const ALWAYS_OPEN: OpeningHours = {
  week: Array.from({ length: 7 }, () => [{ opens: 0, closes: 1440 }]),
  bankHolidays: 'as-usual',
  country: 'england',
};

/** Long enough to reach past Christmas and Easter closures. */
const HORIZON_DAYS = 15;

export function isOpen(hours: OpeningHours, epochMs: number): boolean {
  return stretchAt(hours, epochMs).open;
}

/** Time in which nothing opens or closes: up to, not including, `until`; undefined is beyond the horizon of that day. */
type Stretch = {
  readonly from: number;
  readonly until: number | undefined;
  readonly open: boolean;
};

/** The stretch last asked about: most questions are about now. */
const stretches = new WeakMap<OpeningHours, Stretch>();

function stretchAt(hours: OpeningHours, epochMs: number): Stretch {
  const known = stretches.get(hours);
  if (known && reaches(known, epochMs)) return known;
  const open = opensAt(hours, epochMs);
  const stretch = { from: epochMs, until: nextTurn(hours, epochMs, !open), open };
  stretches.set(hours, stretch);
  return stretch;
}

function reaches({ from, until }: Stretch, epochMs: number): boolean {
  if (epochMs < from) return false;
  return until === undefined ? londonDate(from) === londonDate(epochMs) : epochMs < until;
}

function opensAt(hours: OpeningHours, epochMs: number): boolean {
  const { date, minuteOfDay } = londonWallClock(epochMs);
  return (
    spansOn(hours, date).some((span) => covers(span, minuteOfDay)) ||
    spansOn(hours, addDays(date, -1)).some((span) => covers(span, minuteOfDay + 1440))
  );
}

/** Epoch milliseconds of the next opening after this moment; undefined when open now or never opening. */
export function nextOpening(hours: OpeningHours, epochMs: number): number | undefined {
  const { open, until } = stretchAt(hours, epochMs);
  return open ? undefined : until;
}

/** When it next opens or closes, epoch milliseconds; undefined when it never does, as far as the horizon. */
export function nextChange(hours: OpeningHours, epochMs: number): number | undefined {
  return stretchAt(hours, epochMs).until;
}

/** Day by day: what opens on one day opens before anything of the next, and only the day before runs into this one. */
function nextTurn(hours: OpeningHours, epochMs: number, toOpen: boolean): number | undefined {
  const today = londonWallClock(epochMs).date;
  for (let ahead = toOpen ? 0 : -1; ahead < HORIZON_DAYS; ahead++) {
    const date = addDays(today, ahead);
    const minutes = spansOn(hours, date).map(({ opens, closes }) => (toOpen ? opens : closes));
    const turn = minutes
      .flatMap((minuteOfDay) => passesOf({ date, minuteOfDay }))
      .concat(Date.parse(date) + HOUR_MS) // when clocks change, if they do
      .filter((instant) => instant > epochMs)
      .sort((a, b) => a - b)
      .find((instant) => opensAt(hours, instant) === toOpen);
    if (turn !== undefined) return turn;
  }
  return undefined;
}

/** October has one hour twice. */
function passesOf(wall: WallClock): number[] {
  const first = instantOf(wall);
  const second = first + HOUR_MS;
  return isSummerTime(first) && !isSummerTime(second) ? [first, second] : [first];
}

const HOUR_MS = 3_600_000;

function spansOn({ week, bankHolidays, country }: OpeningHours, date: LocalDate): readonly Span[] {
  if (bankHolidays !== 'as-usual' && isBankHoliday(date, country))
    return bankHolidays === 'closed' ? [] : bankHolidays;
  return week[weekdayOf(date)] ?? [];
}

/** When it is open on one day, whichever day it opened on: apart, in order, within the day. */
export function openPieces(hours: OpeningHours, date: LocalDate): Span[] {
  const overnight = spansOn(hours, addDays(date, -1)).map(({ opens, closes }) => ({
    opens: opens - MINUTES_PER_DAY,
    closes: closes - MINUTES_PER_DAY,
  }));
  const spans = [...overnight, ...spansOn(hours, date)]
    .map(({ opens, closes }) => ({
      opens: Math.max(opens, 0),
      closes: Math.min(closes, MINUTES_PER_DAY),
    }))
    .filter(({ opens, closes }) => opens < closes)
    .sort((a, b) => a.opens - b.opens);
  return spans.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1);
    if (!last || last.closes < span.opens) return [...joined, span];
    const both = { opens: last.opens, closes: Math.max(last.closes, span.closes) };
    return [...joined.slice(0, -1), both];
  }, []);
}

const MINUTES_PER_DAY = 1440;

function covers({ opens, closes }: Span, minute: number): boolean {
  return opens <= minute && minute < closes;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LINE = /^(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))? (\S+)$/;
const TIMES = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})(\+1)?$/;

/**
 * Reads hours as a directory writes them: `mon-fri 08:30-17:00`, several joined by `; `, `always`,
 * and `bank holidays as usual` or `bank holidays 10:00-14:00` (otherwise closed). A close before the open ends
 * the next day; `08:00-08:00+1` is all of 24 hours. Undefined when the text is none of these, or says of one
 * minute twice that the team is open.
 */
export function parseOpeningHours(
  text: string,
  country: Country = 'england',
): OpeningHours | undefined {
  if (text === 'always') return { ...ALWAYS_OPEN, country };
  const lines = text.split('; ');
  const bankHolidays = lines
    .filter((line) => line.startsWith(BANK_HOLIDAYS))
    .map(parseBankHolidays);
  const spans = lines.filter((line) => !line.startsWith(BANK_HOLIDAYS)).map(parseWeekdays);
  if (bankHolidays.length > 1 || bankHolidays.includes(undefined)) return undefined;
  if (spans.length === 0 || spans.includes(undefined)) return undefined;
  const week = DAYS.map((_day, at) =>
    spans.flatMap((each) => (each && each.first <= at && at <= each.last ? [each.span] : [])),
  );
  return overlaps(week) ? undefined : { week, bankHolidays: bankHolidays[0] ?? 'closed', country };
}

/** True where a span begins before another, of that day or the one before, has ended. */
function overlaps(week: readonly (readonly Span[])[]): boolean {
  const spans = week
    .flatMap((day, at) =>
      day.map(({ opens, closes }) => ({ opens: at * 1440 + opens, closes: at * 1440 + closes })),
    )
    .sort((a, b) => a.opens - b.opens);
  const [first] = spans;
  const nextWeek = first ? [{ opens: first.opens + 7 * 1440, closes: Infinity }] : [];
  return [...spans, ...nextWeek].some(({ opens }, at, all) => opens < (all[at - 1]?.closes ?? 0));
}

const BANK_HOLIDAYS = 'bank holidays ';

function parseBankHolidays(line: string): OpeningHours['bankHolidays'] | undefined {
  const rest = line.slice(BANK_HOLIDAYS.length);
  if (rest === 'as usual') return 'as-usual';
  const span = parseSpan(rest);
  return span && [span];
}

type Weekdays = { readonly first: number; readonly last: number; readonly span: Span };

function parseWeekdays(line: string): Weekdays | undefined {
  const [, from, to = from, times = ''] = LINE.exec(line) ?? [];
  const span = parseSpan(times);
  const first = DAYS.findIndex((each) => each === from);
  const last = DAYS.findIndex((each) => each === to);
  return span && first >= 0 && last >= first ? { first, last, span } : undefined;
}

function parseSpan(text: string): Span | undefined {
  const [, openHour, openMinute, closeHour, closeMinute, nextDay] = TIMES.exec(text) ?? [];
  const opens = minuteOf(openHour, openMinute);
  const closes = minuteOf(closeHour, closeMinute);
  if (opens === undefined || closes === undefined || opens === 1440) return undefined;
  const isToday = closes > opens;
  if (nextDay === undefined ? closes === opens : isToday) return undefined; // no time, or over a day
  return { opens, closes: isToday ? closes : closes + 1440 };
}

/** After midnight, up to `24:00`. */
function minuteOf(hour: string | undefined, minute: string | undefined): number | undefined {
  const found = Number(hour) * 60 + Number(minute);
  return found <= 1440 && Number(minute) < 60 ? found : undefined;
}
