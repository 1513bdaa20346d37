import { clockInWords } from './dates.ts';

const DAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const SPAN = /^([a-z]{3})(?:-([a-z]{3}))? (\d{2}:\d{2})-(\d{2}:\d{2})(?:\+1)?$/;
const BANK_HOLIDAYS = /^bank holidays (?:(as usual)|(\d{2}:\d{2})-(\d{2}:\d{2})(?:\+1)?)$/;

/**
 * Hours as a directory writes them, `mon-thu 08:30-17:00; fri 08:30-16:30`, in a reader's words, one line for
 * each span. Anything in another form is left as it is.
 */
export function hoursInWords(hours: string): string[] {
  if (hours === 'always') return ['Day and night, every day'];
  return hours.split('; ').map((part) => daysLine(part) ?? bankHolidayLine(part) ?? part);
}

function daysLine(part: string): string | undefined {
  const [, first = '', last, opens = '', closes = ''] = SPAN.exec(part) ?? [];
  const from = DAYS[first];
  if (from === undefined) return undefined;
  if (first === 'mon' && last === 'sun') return `Every day, ${timesInWords(opens, closes)}`;
  const to = last === undefined ? undefined : DAYS[last];
  const joint = last === 'sun' && first === 'sat' ? 'and' : 'to';
  return `${to ? `${from} ${joint} ${to}` : from}, ${timesInWords(opens, closes)}`;
}

function bankHolidayLine(part: string): string | undefined {
  const found = BANK_HOLIDAYS.exec(part);
  if (!found) return undefined;
  const [, usual, opens = '', closes = ''] = found;
  return usual ? 'Bank holidays as usual' : `Bank holidays, ${timesInWords(opens, closes)}`;
}

function timesInWords(opens: string, closes: string): string {
  if (opens === closes) return `from ${clockInWords(opens)} for 24 hours`;
  const overnight = closes < opens && closes !== '00:00' ? ' the next day' : '';
  return `${clockInWords(opens)} to ${clockInWords(closes)}${overnight}`;
}
