import { bankHolidayOn, bankHolidaysOf, type Country } from './bank-holidays.ts';
import { addDays, type LocalDate, weekdayOf } from './calendar.ts';
import { type OpeningHours, openPieces, type Span } from './opening-hours.ts';

/** A piece of one day, and the bank holiday that makes it other than the week says. */
export type Exception = { readonly date: LocalDate; readonly span: Span; readonly because: string };

/** Opening hours as a plain week and its exceptions, each piece within one day: up to 1,440 is to midnight. */
export type Availability = {
  /** `week[0]` is Monday; what opened the day before and runs past midnight stands on the day it runs into. */
  readonly week: readonly (readonly Span[])[];
  /** Closed though the week says open. */
  readonly closed: readonly Exception[];
  /** Open though the week says closed. */
  readonly extra: readonly Exception[];
};

/** Exceptions are told for the days from `from` until the day before `to`. */
export function availability(
  hours: OpeningHours,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Availability {
  const usual: OpeningHours = { ...hours, bankHolidays: 'as-usual' };
  const week = Array.from({ length: 7 }, (_each, day) => openPieces(usual, addDays(MONDAY, day)));
  const exceptions = daysChanged(hours.country, from, to).map(({ date, because }) => {
    const [planned, kept] = [week[weekdayOf(date)] ?? [], openPieces(hours, date)];
    const as = (span: Span): Exception => ({ date, span, because });
    return {
      closed: without(planned, kept).map(as),
      extra: without(kept, planned).map(as),
    };
  });
  return {
    week,
    closed: exceptions.flatMap(({ closed }) => closed),
    extra: exceptions.flatMap(({ extra }) => extra),
  };
}

/** Some Monday. */
const MONDAY = '2026-01-05' as LocalDate;

/** Bank holidays, and the days after them: a night that opens on one runs into the next day. */
function daysChanged(
  country: Country,
  from: LocalDate,
  to: LocalDate,
): { readonly date: LocalDate; readonly because: string }[] {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4)));
  const changed = new Map<LocalDate, string>();
  for (let year = (first ?? 0) - 1; year <= (last ?? 0); year++) {
    for (const [date, name] of bankHolidaysOf(year, country)) {
      changed.set(date, name);
      const next = addDays(date, 1);
      if (bankHolidayOn(next, country) === undefined) changed.set(next, name);
    }
  }
  return [...changed]
    .filter(([date]) => date >= from && date < to)
    .map(([date, because]) => ({ date, because }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The parts of some pieces that lie in none of others; both in order and apart. */
function without(pieces: readonly Span[], others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, { opens, closes }) =>
      left
        .flatMap((piece) => [
          { opens: piece.opens, closes: Math.min(piece.closes, opens) },
          { opens: Math.max(piece.opens, closes), closes: piece.closes },
        ])
        .filter((piece) => piece.opens < piece.closes),
    pieces,
  );
}
