import { isBankHoliday } from './bank-holidays.ts';
import { addDays, type LocalDate, weekdayOf } from './calendar.ts';
import { instantOf, londonWallClock } from './london-time.ts';

/** Minutes after local midnight, `[opens, closes)`. A span that closes after 1,440 ends the next day. */
export type Span = { readonly opens: number; readonly closes: number };

/** Local time in London. `week[0]` is Monday. Spans belong to the day on which they open. */
export type OpeningHours = {
  readonly week: readonly (readonly Span[])[];
  /** What replaces the weekday on a bank holiday. */
  readonly bankHolidays: 'closed' | 'as-usual' | readonly Span[];
};

export const ALWAYS_OPEN: OpeningHours = {
  week: Array.from({ length: 7 }, () => [{ opens: 0, closes: 1440 }]),
  bankHolidays: 'as-usual',
};

/** Long enough to reach past Christmas and Easter closures. */
const HORIZON_DAYS = 15;

export function isOpen(hours: OpeningHours, epochMs: number): boolean {
  const { date, minuteOfDay } = londonWallClock(epochMs);
  return (
    spansOn(hours, date).some((span) => covers(span, minuteOfDay)) ||
    spansOn(hours, addDays(date, -1)).some((span) => covers(span, minuteOfDay + 1440))
  );
}

/** Epoch milliseconds of the next opening after this moment; undefined when open now or never opening. */
export function nextOpening(hours: OpeningHours, epochMs: number): number | undefined {
  return isOpen(hours, epochMs) ? undefined : nextTurn(hours, epochMs, true);
}

/** When it next opens or closes, epoch milliseconds; undefined when it never does, as far as the horizon. */
export function nextChange(hours: OpeningHours, epochMs: number): number | undefined {
  return nextTurn(hours, epochMs, !isOpen(hours, epochMs));
}

function nextTurn(hours: OpeningHours, epochMs: number, toOpen: boolean): number | undefined {
  const today = londonWallClock(epochMs).date;
  for (let ahead = toOpen ? 0 : -1; ahead < HORIZON_DAYS; ahead++) {
    const turn = turnsOf(hours, addDays(today, ahead))
      .filter((instant) => instant > epochMs)
      .sort((a, b) => a - b)
      .find((instant) => isOpen(hours, instant) === toOpen);
    if (turn !== undefined) return turn;
  }
  return undefined;
}

/** Every instant at which the spans of a day may begin or end: clocks change at 01:00 UTC, and October has one hour twice. */
function turnsOf(hours: OpeningHours, date: LocalDate): number[] {
  const wall = spansOn(hours, date).flatMap(({ opens, closes }) => [opens, closes]);
  const instants = wall.map((minuteOfDay) => instantOf({ date, minuteOfDay }));
  return [...instants, ...instants.map((each) => each + HOUR_MS), Date.parse(date) + HOUR_MS];
}

const HOUR_MS = 3_600_000;

function spansOn({ week, bankHolidays }: OpeningHours, date: LocalDate): readonly Span[] {
  if (bankHolidays !== 'as-usual' && isBankHoliday(date))
    return bankHolidays === 'closed' ? [] : bankHolidays;
  return week[weekdayOf(date)] ?? [];
}

function covers({ opens, closes }: Span, minute: number): boolean {
  return opens <= minute && minute < closes;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LINE = /^(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))? (\S+)$/;
const TIMES = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/**
 * Reads hours as a directory writes them: `mon-fri 08:30-17:00`, several joined by `; `, `always`,
 * and `bank holidays as usual` or `bank holidays 10:00-14:00` (otherwise closed). A close not after the
 * open ends the next day. Undefined when the text is none of these.
 */
export function parseOpeningHours(text: string): OpeningHours | undefined {
  if (text === 'always') return ALWAYS_OPEN;
  const lines = text.split('; ');
  const bankHolidays = lines
    .filter((line) => line.startsWith(BANK_HOLIDAYS))
    .map(parseBankHolidays);
  const spans = lines.filter((line) => !line.startsWith(BANK_HOLIDAYS)).map(parseWeekdays);
  if (bankHolidays.length > 1 || bankHolidays.includes(undefined)) return undefined;
  if (spans.length === 0 || spans.includes(undefined)) return undefined;
  return {
    week: DAYS.map((_day, at) =>
      spans.flatMap((each) => (each && each.first <= at && at <= each.last ? [each.span] : [])),
    ),
    bankHolidays: bankHolidays[0] ?? 'closed',
  };
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
  const [, ...parts] = TIMES.exec(text) ?? [];
  const [openHour, openMinute, closeHour, closeMinute] = parts.map(Number);
  if (openHour === undefined || openMinute === undefined) return undefined;
  if (closeHour === undefined || closeMinute === undefined) return undefined;
  const opens = openHour * 60 + openMinute;
  const closes = closeHour * 60 + closeMinute;
  if (opens >= 1440 || closes > 1440 || openMinute > 59 || closeMinute > 59) return undefined;
  return { opens, closes: closes > opens ? closes : closes + 1440 };
}
