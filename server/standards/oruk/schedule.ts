import type { OpeningHours, Span } from '../../domain/opening-hours.ts';

/** As iCalendar writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type WeeklySpan = { readonly days: readonly number[]; readonly span: Span };

/** The week as one line for each span, with the days (0 is Monday) it opens on. */
export function weeklySpans({ week }: OpeningHours): WeeklySpan[] {
  const all = week.flatMap((spans, day) => spans.map((span) => ({ span, day })));
  return [...Map.groupBy(all, ({ span }) => `${span.opens} ${span.closes}`).values()].flatMap(
    (alike) => {
      const span = alike[0]?.span;
      return span ? [{ span, days: alike.map(({ day }) => day) }] : [];
    },
  );
}
