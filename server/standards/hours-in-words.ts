import type { OpeningHours, Span } from '../domain/opening-hours.ts';

/** `HH:MM` in London; the end of a day is `24:00`, and what closes the day after is said in words. */
export function timeOf(minute: number): string {
  const ofDay = minute > 1440 ? minute - 1440 : minute;
  const [hour, rest] = [Math.floor(ofDay / 60), ofDay % 60].map((each) =>
    String(each).padStart(2, '0'),
  );
  return `${hour ?? ''}:${rest ?? ''}`;
}

function spanInWords({ opens, closes }: Span): string {
  return `${timeOf(opens)} to ${timeOf(closes)}${closes > 1440 ? ' the next day' : ''}`;
}

export function bankHolidaysInWords({ bankHolidays, country }: OpeningHours): string {
  const land = COUNTRY_NAMES[country];
  if (bankHolidays === 'as-usual') return `Open as usual on bank holidays in ${land}.`;
  if (bankHolidays === 'closed') return `Closed on bank holidays in ${land}.`;
  return `On bank holidays in ${land} open ${bankHolidays.map(spanInWords).join(' and ')}.`;
}

const COUNTRY_NAMES: Readonly<Record<OpeningHours['country'], string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};
