import {
  addDays,
  type LocalDate,
  localDate,
  parseLocalDate,
  type Period,
} from '../../server/domain/calendar.ts';
import type { Fields } from '../fields.ts';

export const END_WAYS = ['last-day', 'first-day-after'] as const;

/** Which properties say when each area of a file began and ended, as days or as years. */
export type LifeFields = {
  readonly start: string;
  readonly end: string;
  /** Whether an end is the last day (or year) the area was there, or the first it was not. */
  readonly ends: (typeof END_WAYS)[number];
  /** `MM-DD`, where years stand for days: councils begin and end on 1 April. */
  readonly yearBegins: string | null;
};

/** When an area was there; open where its file does not say. */
export function readLife(area: Fields, fields: LifeFields): Period {
  const from = area.has(fields.start) ? firstDay(area, fields.start, 0, fields) : null;
  const isLast = fields.ends === 'last-day';
  const to = area.has(fields.end) ? firstDay(area, fields.end, isLast ? 1 : 0, fields) : null;
  if (from !== null && to !== null && from >= to)
    throw area.fault(fields.end, `an end after ${from}`, to);
  return { from, to };
}

/** The day written, or the first of the year written, or so many days or years after it. */
function firstDay(
  area: Fields,
  field: string,
  after: number,
  { yearBegins }: LifeFields,
): LocalDate {
  const value = area.textOrNumber(field);
  const day = parseLocalDate(value);
  if (day !== undefined) return addDays(day, after);
  if (yearBegins !== null && /^[12]\d{3}$/.test(value))
    return localDate(`${Number(value) + after}-${yearBegins}`);
  const wanted = yearBegins === null ? 'a day as YYYY-MM-DD' : 'a day as YYYY-MM-DD or a year';
  throw area.fault(field, wanted, value);
}
