import { describe, expect, test } from 'vitest';

import { COUNTRIES } from '../../server/domain/bank-holidays.ts';
import {
  isOpen,
  nextOpening,
  type OpeningHours,
  parseOpeningHours,
} from '../../server/domain/opening-hours.ts';

function hours(text: string): OpeningHours {
  const read = parseOpeningHours(text);
  if (!read) throw new Error(`"${text}" is not opening hours`);
  return read;
}

const office = hours('mon-fri 09:00-17:00');
const night = hours('mon-fri 17:00-08:30; sat-sun 08:30-08:30+1; bank holidays 08:30-08:30+1');
const at = (text: string): number => Date.parse(text);

describe('office hours', () => {
  test.each([
    ['2026-01-14T09:00:00Z', true, 'open on the minute they open'],
    ['2026-01-14T08:59:59Z', false, 'closed the second before'],
    ['2026-01-14T17:00:00Z', false, 'closed on the minute they close'],
    ['2026-07-15T08:00:00Z', true, 'open an hour earlier by UTC in summer'],
    ['2026-07-15T16:30:00Z', false, 'closed an hour earlier by UTC in summer'],
    ['2026-12-25T10:00:00Z', false, 'closed on Christmas Day'],
    ['2026-01-17T10:00:00Z', false, 'closed on a Saturday'],
  ])('at %s: %s, %s', (moment, open) => {
    expect(isOpen(office, at(moment))).toBe(open);
  });
  test('on the Friday before Easter Monday they open next on Tuesday', () => {
    expect(nextOpening(office, at('2026-04-02T18:00:00+01:00'))).toBe(
      at('2026-04-07T09:00:00+01:00'),
    );
  });
  test('have no next opening while open', () => {
    expect(nextOpening(office, at('2026-01-14T10:00:00Z'))).toBeUndefined();
  });
});

describe('night hours that run past midnight', () => {
  test.each([
    ['2026-01-14T03:00:00Z', true, 'Wednesday at 3 a.m. belongs to Tuesday night'],
    ['2026-01-14T12:00:00Z', false, 'Wednesday noon'],
    ['2026-01-18T03:00:00Z', true, 'Sunday at 3 a.m.'],
    ['2026-12-25T02:00:00Z', true, 'Christmas Day at 2 a.m.'],
    ['2026-12-25T12:00:00Z', true, 'Christmas Day at noon'],
    ['2026-03-29T01:30:00Z', true, 'the morning the clocks go forward'],
  ])('at %s: %s, %s', (moment, open) => {
    expect(isOpen(night, at(moment))).toBe(open);
  });
});

test('office and night hours together cover every quarter of an hour of 2026', () => {
  for (
    let moment = at('2026-01-01T00:00:00Z');
    moment < at('2027-01-01T00:00:00Z');
    moment += 900_000
  )
    expect(isOpen(hours('mon-fri 08:30-17:00'), moment) || isOpen(night, moment)).toBe(true);
});

test.each([
  ['2026-11-30T12:00:00Z', 'scotland', 'St Andrew’s Day'],
  ['2026-01-02T12:00:00Z', 'scotland', 'the second of January'],
  ['2026-08-03T12:00:00Z', 'scotland', 'the first Monday of August'],
  ['2026-06-15T12:00:00Z', 'scotland', 'the day after a first match'],
  ['2026-03-17T12:00:00Z', 'northern-ireland', 'St Patrick’s Day'],
  ['2026-07-13T12:00:00Z', 'northern-ireland', 'the day kept for 12 July'],
] as const)('TD09 at %s only offices in %s are closed: %s', (moment, closed, _why) => {
  const open = COUNTRIES.filter((country) => {
    const read = parseOpeningHours('mon-fri 09:00-17:00', country);
    return read && isOpen(read, at(moment));
  });
  expect(open).toEqual(COUNTRIES.filter((country) => country !== closed));
});

test('TD09 on 29 February, in the skipped hour and in the repeated one there is an answer', () => {
  expect(isOpen(hours('thu 09:00-17:00'), at('2024-02-29T12:00:00Z'))).toBe(true);
  const early = hours('sun 01:00-01:30; sat 22:00-01:00');
  expect(isOpen(early, at('2026-03-29T00:59:00Z'))).toBe(true);
  expect(isOpen(early, at('2026-03-29T01:00:00Z'))).toBe(false);
  expect(isOpen(early, at('2026-10-25T00:15:00Z'))).toBe(true);
  expect(isOpen(early, at('2026-10-25T00:45:00Z'))).toBe(false);
  expect(nextOpening(early, at('2026-10-25T00:45:00Z'))).toBe(at('2026-10-25T01:00:00Z'));
  expect(isOpen(early, at('2026-10-25T01:15:00Z'))).toBe(true);
});

test('a team that is always open is open on Christmas Day', () => {
  expect(isOpen(hours('always'), at('2026-12-25T03:00:00Z'))).toBe(true);
});

describe('parseOpeningHours', () => {
  test('TD08 refuses hours that close as they open: they may mean never or always', () => {
    expect(parseOpeningHours('mon-fri 09:00-09:00')).toBeUndefined();
    expect(parseOpeningHours('mon-fri 09:00-17:00; bank holidays 09:00-09:00')).toBeUndefined();
    expect(parseOpeningHours('sat 09:00-09:00+1')).toBeDefined();
  });
  test('TD08 takes spans that touch, by day and over midnight', () => {
    expect(parseOpeningHours('mon-fri 09:00-17:00; wed 17:00-19:30')).toBeDefined();
    expect(parseOpeningHours('mon-sun 17:00-08:30; mon-sun 08:30-17:00')).toBeDefined();
    expect(parseOpeningHours('mon-sun 08:00-08:00+1')).toBeDefined();
  });

  test.each([
    '',
    'mon-fri',
    'mon-fri 9:00-17:00',
    'fri-mon 09:00-17:00',
    'mon 25:00-26:00',
    'mon 09:60-10:00',
    'bank holidays as usual',
    'moon 09:00-10:00',
    'mon 09:00-24:01',
    'mon 24:00-06:00',
    'mon 09:00-10:00+1',
    'mon 09:00-17:00; mon 16:00-18:00',
    'mon-fri 09:00-17:00; wed 12:00-13:00',
    'mon 18:00-08:30; tue 08:00-17:00',
    'sun 18:00-09:00; mon 08:00-17:00',
    'sat-sun 08:00-08:00+1; sun 12:00-13:00',
  ])('TD08 refuses "%s"', (text) => {
    expect(parseOpeningHours(text)).toBeUndefined();
  });
});
