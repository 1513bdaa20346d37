import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bankHolidayOn, COUNTRIES } from '../../server/domain/bank-holidays.ts';
import { addDays, localDate } from '../../server/domain/calendar.ts';
import { ALWAYS_OPEN, isOpen, type OpeningHours } from '../../server/domain/opening-hours.ts';
import { ONLY_DURING, writeHours } from '../../server/standards/fhir/available-time.ts';
import { anyHours } from '../worlds/any-hours.ts';

type Period = { readonly start: string; readonly end: string };
type Written = {
  readonly availableTime?: readonly {
    readonly modifierExtension?: readonly { readonly url: string; readonly valuePeriod: Period }[];
    readonly daysOfWeek: readonly string[];
    readonly allDay?: true;
    readonly availableStartTime?: string;
    readonly availableEndTime?: string;
  }[];
  readonly notAvailable?: readonly { readonly during: Period }[];
};

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** As a reader of FHIR alone would tell it: the week in local time, less what is not available. */
function readerOf({
  availableTime = [],
  notAvailable = [],
}: Written): (instant: number) => boolean {
  const closed = notAvailable.map(({ during: { start, end } }) =>
    start.includes('T')
      ? { day: null, from: Date.parse(start), to: Date.parse(end) }
      : { day: { start, end }, from: 0, to: 0 },
  );
  return (instant) => {
    const part = Object.fromEntries(
      clock.formatToParts(instant).map(({ type, value }) => [type, value]),
    );
    const date = `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}`;
    const time = `${part['hour'] ?? ''}:${part['minute'] ?? ''}:${part['second'] ?? ''}`;
    const weekday = (part['weekday'] ?? '').toLowerCase();
    const isIn = ({ start, end }: Period): boolean => start <= date && date <= end;
    const available = availableTime.some(
      ({
        modifierExtension = [],
        daysOfWeek,
        allDay,
        availableStartTime = '',
        availableEndTime = '',
      }) =>
        modifierExtension.every(
          ({ url, valuePeriod }) => url === ONLY_DURING && isIn(valuePeriod),
        ) &&
        daysOfWeek.includes(weekday) &&
        (allDay === true ||
          (availableStartTime <= time &&
            (time < availableEndTime || availableEndTime === '23:59:59'))),
    );
    return (
      available &&
      !closed.some(({ day, from, to }) =>
        day ? isIn(day) : from <= instant && instant < to + 1000,
      )
    );
  };
}

function compare(hours: OpeningHours, from: string, days: number, everyMinutes: number): void {
  const reads = readerOf(writeHours(hours, localDate('2026-06-01')));
  const start = Date.parse(`${from}T00:00:00Z`);
  const moments = Array.from(
    { length: (days * 1440) / everyMinutes },
    (_each, at) => start + at * everyMinutes * 60_000,
  );
  const differ = moments.filter((instant) => reads(instant) !== isOpen(hours, instant));
  expect(differ.map((instant) => new Date(instant).toISOString())).toEqual([]);
}

test('availableTime less notAvailable is open exactly when the hours are: the weeks of Christmas, Easter and both clock changes', () => {
  fc.assert(
    fc.property(
      anyHours,
      fc.constantFrom(...COUNTRIES),
      fc.constantFrom(
        '2026-03-27',
        '2026-04-01',
        '2026-10-23',
        '2026-12-22',
        '2026-12-30',
        '2027-05-01',
        '2027-12-25',
      ),
      (hours, country, from) => {
        compare({ ...hours, country }, from, 7, 15);
      },
    ),
    { numRuns: process.env['LONG'] === '1' ? 2000 : 60 },
  );
}, 120_000);

test.each([
  ['always', ALWAYS_OPEN],
  ['always but on bank holidays', { ...ALWAYS_OPEN, bankHolidays: 'closed' }],
] as const)('%s, for two years', (_what, hours) => {
  compare(hours, '2026-01-01', 730, 240);
});

test('exceptions are told to the end of next year, and no further', () => {
  const { notAvailable = [] } = writeHours(
    { ...ALWAYS_OPEN, bankHolidays: 'closed' },
    localDate('2026-11-22'),
  ) as Written;
  const days = notAvailable.map(({ during }) => during.start.slice(0, 10)).sort();
  expect([days[0], days.at(-1)]).toEqual(['2026-01-01', '2027-12-28']);
  expect(bankHolidayOn(addDays(localDate('2027-12-28'), 4), 'england')).toBeUndefined();
});
