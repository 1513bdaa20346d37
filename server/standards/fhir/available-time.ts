import { availability, type Exception } from '../../domain/availability.ts';
import { addDays, type LocalDate, weekdayOf } from '../../domain/calendar.ts';
import { instantOf, isSummerTime } from '../../domain/london-time.ts';
import { type OpeningHours, openPieces, type Span } from '../../domain/opening-hours.ts';
import { uuidOf } from '../uuid.ts';
import type { Fields } from './telling.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Marks a time that holds only on days of a period. It modifies, so whoever does not know it must pass the time
 * over, and sees fewer hours rather than more.
 */
export const ONLY_DURING = `urn:uuid:${uuidOf('extension', 'only during')}`;

/** Hours in London: the week, and what bank holidays change in it this year and the next. */
export function writeHours(hours: OpeningHours, today: LocalDate): Fields {
  const year = Number(today.slice(0, 4));
  const from = `${year}-01-01` as LocalDate;
  const to = `${year + 2}-01-01` as LocalDate;
  const { week, closed, extra } = availability(hours, { from, to });
  const pieces = week.flatMap((spans, day) => spans.map((span) => ({ span, day })));
  const availableTime = [
    ...[...Map.groupBy(pieces, ({ span }) => `${span.opens} ${span.closes}`).values()].map(
      (alike) => ({
        daysOfWeek: alike.map(({ day }) => DAYS[day]),
        ...writeSpan(alike[0]?.span ?? { opens: 0, closes: 0 }),
      }),
    ),
    ...extra.map(({ date, span }) => ({
      modifierExtension: [{ url: ONLY_DURING, valuePeriod: { start: date, end: date } }],
      daysOfWeek: [DAYS[weekdayOf(date)]],
      ...writeSpan(span),
    })),
  ];
  const notAvailable = [...Map.groupBy(closed, ({ date }) => date).values()].flatMap((alike) =>
    writeClosed(alike, hours),
  );
  return {
    ...(availableTime.length > 0 && { availableTime }),
    ...(notAvailable.length > 0 && { notAvailable }),
  };
}

/** FHIR has no 24:00: what runs to midnight ends with the day's last second. */
function writeSpan({ opens, closes }: Span): Fields {
  if (opens === 0 && closes === 1440) return { allDay: true };
  return {
    availableStartTime: timeOf(opens * 60),
    availableEndTime: timeOf(Math.min(closes * 60, LAST_SECOND)),
  };
}

const LAST_SECOND = 86_400 - 1;

function timeOf(second: number): string {
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    .map((each) => String(each).padStart(2, '0'))
    .join(':');
}

/** All of the day where nothing of it is open, else the pieces; ends are counted in. */
function writeClosed(exceptions: readonly Exception[], hours: OpeningHours): Fields[] {
  const [first] = exceptions;
  if (!first) return [];
  const { date, because: description } = first;
  if (openPieces(hours, date).length === 0)
    return [{ description, during: { start: date, end: date } }];
  return exceptions.map(({ span }) => ({
    description,
    during: { start: moment(date, span.opens, 0), end: moment(date, span.closes, -1) },
  }));
}

function moment(date: LocalDate, minute: number, seconds: number): string {
  const wall =
    minute < 1440
      ? { date, minuteOfDay: minute }
      : { date: addDays(date, 1), minuteOfDay: minute - 1440 };
  const instant = instantOf(wall) + seconds * 1000;
  const offset = isSummerTime(instant) ? 1 : 0;
  const shown = new Date(instant + offset * 3_600_000).toISOString().slice(0, 19);
  return `${shown}+0${offset}:00`;
}
