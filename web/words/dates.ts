const LONDON = 'Europe/London';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: LONDON });
const WEEKDAY_DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: LONDON,
});
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: LONDON });
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: LONDON,
});

/** `2004-03-31` as `31 March 2004`. */
export function dayInWords(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}

/** The calendar day in London at a moment, `YYYY-MM-DD`. */
export function londonDay(moment: Date): string {
  return LONDON_DAY.format(moment);
}

/** A moment as people say it, London time: `21 November 2026 at 10.20pm`. */
export function momentInWords(moment: string): string {
  const date = new Date(moment);
  return `${LONG_DAY.format(date)} at ${clockInWords(CLOCK.format(date))}`;
}

/**
 * When a closed team opens: `today at 6pm`, `tomorrow, Monday 23 November, at 8.30am`, `Tuesday 24 November at
 * 8.30am`. At night and on paper “tomorrow” alone may be either of two days.
 */
export function openingInWords(opens: string, now: string): string {
  const at = new Date(opens);
  return `${nearDay(at, new Date(now))} at ${clockInWords(CLOCK.format(at))}`;
}

/** From so many days on, a day without its year may be taken for another one. */
const A_SEASON = 90;

function nearDay(at: Date, now: Date): string {
  const away = (Date.parse(londonDay(at)) - Date.parse(londonDay(now))) / 86_400_000;
  if (away === 0) return 'today';
  if (away > A_SEASON) return LONG_DAY.format(at);
  return away === 1 ? `tomorrow, ${WEEKDAY_DAY.format(at)},` : WEEKDAY_DAY.format(at);
}

/** `08:30` as `8.30am`, in the way of the NHS style guide. */
export function clockInWords(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  if (minutes === 0 && hours % 24 === 0) return 'midnight';
  if (minutes === 0 && hours === 12) return 'midday';
  const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
  return `${((hours + 11) % 12) + 1}${past}${hours % 24 < 12 ? 'am' : 'pm'}`;
}
