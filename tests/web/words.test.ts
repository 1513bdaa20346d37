import { describe, expect, it } from 'vitest';

import { percentInWords } from '../../web/compare-boundaries/words.ts';
import { bodyName } from '../../web/words/bodies.ts';
import { clockInWords, dayInWords, momentInWords, openingInWords } from '../../web/words/dates.ts';
import { hoursInWords } from '../../web/words/hours.ts';
import { kindNames, listedKind, shortKinds } from '../../web/words/kinds.ts';
import { practiceName } from '../../web/words/practices.ts';
import { telAddress } from '../../web/words/phones.ts';
import { inList, sentence } from '../../web/words/sentences.ts';
import { shareInWords } from '../../web/words/shares.ts';

describe('dates', () => {
  it('are days as written', () => {
    expect(dayInWords('2004-03-31')).toBe('31 March 2004');
  });

  it('are moments in London, winter and summer', () => {
    expect(momentInWords('2026-11-21T22:20:00Z')).toBe('21 November 2026 at 10.20pm');
    expect(momentInWords('2026-07-01T23:30:00Z')).toBe('2 July 2026 at 12.30am');
  });

  it.each([
    ['00:00', 'midnight'],
    ['24:00', 'midnight'],
    ['12:00', 'midday'],
    ['12:30', '12.30pm'],
    ['00:15', '12.15am'],
    ['08:05', '8.05am'],
    ['17:00', '5pm'],
  ])('%s is %s', (clock, words) => {
    expect(clockInWords(clock)).toBe(words);
  });

  it.each([
    ['2026-11-21T23:30:00Z', 'today at 11.30pm'],
    ['2026-11-22T08:30:00Z', 'tomorrow, Sunday 22 November, at 8.30am'],
    ['2026-11-23T08:30:00Z', 'Monday 23 November at 8.30am'],
  ])('say when a team opens: %s is %s', (opens, words) => {
    expect(openingInWords(opens, '2026-11-21T22:20:00Z')).toBe(words);
  });

  it('have their year where it might be taken for another', () => {
    expect(openingInWords('2028-03-31T23:00:00Z', '2026-11-21T22:20:00Z')).toBe(
      '1 April 2028 at midnight',
    );
  });
});

describe('hours', () => {
  it.each([
    ['always', ['Day and night, every day']],
    [
      'mon-thu 08:30-17:00; fri 08:30-16:30',
      ['Monday to Thursday, 8.30am to 5pm', 'Friday, 8.30am to 4.30pm'],
    ],
    [
      'mon-sun 08:00-18:00; bank holidays as usual',
      ['Every day, 8am to 6pm', 'Bank holidays as usual'],
    ],
    [
      'mon-fri 18:30-08:00; sat-sun 08:00-08:00',
      [
        'Monday to Friday, 6.30pm to 8am the next day',
        'Saturday and Sunday, from 8am for 24 hours',
      ],
    ],
    ['by appointment', ['by appointment']],
  ])('%s', (hours, words) => {
    expect(hoursInWords(hours)).toEqual(words);
  });
});

describe('shares', () => {
  it.each([
    [0.99, 'nearly all addresses'],
    [0.67, 'about 2 in 3 addresses'],
    [0.5, 'about 1 in 2 addresses'],
    [0.9, 'about 9 in 10 addresses'],
    [0.26, 'about 1 in 4 addresses'],
    [0.05, 'about 1 in 20 addresses'],
    [0.009, 'about 1 in 100 addresses'],
    [0.003, 'very few addresses'],
  ])('%f is %s', (share, words) => {
    expect(shareInWords(share)).toBe(words);
  });

  it.each([
    [1, '100.0'],
    [0.99999, '>99.9'],
    [0.00001, '<0.1'],
    [0, '0.0'],
    [0.844, '84.4'],
  ])('%f as a percentage is %s', (share, words) => {
    expect(percentInWords(share)).toBe(words);
  });
});

describe('names and sentences', () => {
  it('calls a council a council', () => {
    expect(bodyName({ kind: 'upper-tier', name: 'Hampshire', gss: 'E10000014' })).toBe(
      'Hampshire County Council',
    );
    expect(bodyName({ kind: 'district', name: 'Winchester', gss: 'E07000094' })).toBe(
      'Winchester Council',
    );
    expect(bodyName({ kind: 'icb', name: 'NHS Frimley ICB' })).toBe('NHS Frimley ICB');
  });

  it('calls kinds of boundary what people call them, and any other by its id', () => {
    expect([kindNames('pct'), kindNames('icb', 1), kindNames('school-cluster')]).toEqual([
      'primary care trusts (PCTs)',
      'integrated care board (ICB)',
      'school cluster areas',
    ]);
    expect([
      listedKind('ccg'),
      listedKind('district'),
      shortKinds('upper-tier'),
      shortKinds('__proto__'),
    ]).toEqual([
      'CCGs (clinical commissioning groups)',
      'Districts',
      'councils',
      '__proto__ areas',
    ]);
  });

  it('joins and ends them', () => {
    expect([inList([]), inList(['a']), inList(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect([sentence('Ring'), sentence('Ring.')]).toEqual(['Ring.', 'Ring.']);
  });

  it('rings a number as it is dialled', () => {
    expect(telAddress('01632 960 562')).toBe('tel:01632960562');
  });
});

describe('practiceName', () => {
  it.each([
    ['BURGESS ROAD SURGERY', 'Burgess Road Surgery'],
    ['DR ATCHISON & PARTNERS', 'Dr Atchison & Partners'],
    ['THE SURGERY AT BISHOP’S WALTHAM', 'The Surgery at Bishop’s Waltham'],
    ["ST MARY'S SURGERY", "St Mary's Surgery"],
    ['PARK & ST FRANCIS (NORTH)', 'Park & St Francis (North)'],
    ['SMITH-JONES SURGERY', 'Smith-Jones Surgery'],
    ['Drawn Surgery of NHS', 'Drawn Surgery of NHS'],
  ])('writes %s as %s', (written, name) => {
    expect(practiceName(written)).toBe(name);
  });
});
