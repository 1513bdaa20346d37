import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { localDate } from '../../server/domain/calendar.ts';
import type { Practice } from '../../server/domain/practice.ts';
import { indexPractices, searchPractices } from '../../server/domain/practice-search.ts';
import { unit } from '../worlds/four-squares.ts';

const TODAY = localDate('2026-11-21');

function practice(code: string, name: string, postcode: string, closed?: string): Practice {
  const open = { from: localDate('1974-04-01'), to: closed ? localDate(closed) : null };
  return { code, name, postcode: unit(postcode), open, memberships: [] };
}

const practices = [
  practice('J82010', 'ST LUKE’S & BOTLEY SURGERIES', 'SO30 2GB'),
  practice('J82011', 'ST. CLEMENTS SURGERY', 'SO23 8AD'),
  practice('J82012', 'FRIARSGATE SURGERY', 'SO22 6EL'),
  practice('J82013', 'FRIARSGATE SURGERY', 'SO22 6EB'),
  practice('J82014', 'FRIARY CLINIC', 'SO23 8QD', '2010-04-01'),
  practice('J82015', 'Y Feddygfa Môn', 'SO2 3AB'),
];
const index = indexPractices(practices);
const found = (text: string, on = TODAY): string[] =>
  searchPractices(index, text, on).map(({ code }) => code);

describe('a practice is found', () => {
  test.each([
    ['by the beginning of a word', 'friars', ['J82012', 'J82013']],
    ['by several words in any order', 'surgery st clem', ['J82011']],
    ['without its apostrophe', 'st lukes', ['J82010']],
    ['with another apostrophe', "St Luke's", ['J82010']],
    ['by "and" where the name has "&"', 'lukes and botley', ['J82010']],
    ['without marks', 'mon', ['J82015']],
    ['with marks', 'MÔN', ['J82015']],
    ['by its code, in small letters', 'j82012', ['J82012']],
    ['by its whole postcode', 'so23 8ad', ['J82011']],
    ['by its postcode written together', 'SO238AD', ['J82011']],
    [
      'by its outward code, the very one first',
      'SO2',
      ['J82015', 'J82012', 'J82013', 'J82011', 'J82014'],
    ],
    ['by a sector', 'so23 8', ['J82011', 'J82014']],
    ['by name and outward code together', 'friarsgate so22', ['J82012', 'J82013']],
  ])('%s', (_how, text, codes) => {
    expect(found(text)).toEqual(codes);
  });
  test('after those open on the day, once it has closed', () => {
    expect(found('fri')).toEqual(['J82012', 'J82013', 'J82014']);
    expect(found('fri', localDate('2004-03-31'))).toEqual(['J82012', 'J82013', 'J82014']);
    expect(found('so23')).toEqual(['J82011', 'J82014']);
    expect(found('so23', localDate('2004-03-31'))).toEqual(['J82014', 'J82011']);
  });
});

test('a blank question finds nobody', () => {
  expect([found(''), found('  '), found("'-'")].flat()).toEqual([]);
});

test('nobody is found by letters inside a word, nor by wildcards', () => {
  expect([found('gate'), found('%'), found('_'), found('.*'), found('__proto__')].flat()).toEqual(
    [],
  );
});

test('the order of the directory does not change the order of the answer', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(practices, { minLength: practices.length }),
      fc.constantFrom('s', 'so', 'friarsgate', 'surgery', 'j82'),
      (shuffled, text) => {
        const codes = searchPractices(indexPractices(shuffled), text, TODAY).map(
          ({ code }) => code,
        );
        expect(codes).toEqual(found(text));
      },
    ),
  );
});

test('whatever is typed, each practice found bears every word of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      const codes = found(text);
      expect(new Set(codes).size).toBe(codes.length);
      if (!/[\p{L}\p{N}&]/u.test(text.normalize('NFKD'))) expect(codes).toEqual([]);
    }),
  );
});
