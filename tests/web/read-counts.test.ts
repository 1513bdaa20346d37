import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { csvRows } from '../../web/indicators/csv-rows.ts';
import { readCounts } from '../../web/indicators/read-counts.ts';

const AREAS = [
  { code: '5E9', gss: null, ods: '5E9', name: 'Mid-Hampshire PCT' },
  { code: '5FD', gss: 'E16000001', ods: '5FD', name: 'East Hampshire PCT' },
  { code: '5LX', gss: null, ods: '5LX', name: 'Fareham and Gosport PCT' },
];

function countsIn(text: string): object {
  const read = readCounts(text, AREAS, 'PCT');
  if (read.kind === 'faults') throw new Error(read.faults.join(' '));
  return Object.fromEntries(read.counts.map(({ area, count }) => [area.code, count]));
}

function faultsIn(text: string): readonly string[] {
  const read = readCounts(text, AREAS, 'PCT');
  return read.kind === 'faults' ? read.faults : [];
}

describe('counts as people keep them', () => {
  it.each([
    ['with a heading', 'area code,count\n5E9,12\n5FD,0\n'],
    ['without one', '5E9,12\n5FD,0'],
    ['from a spreadsheet on Windows', '\uFEFFArea code,Delayed discharges\r\n5E9,12\r\n5FD,0\r\n'],
    ['copied out of a sheet, by tabs', 'code\tcases\n5E9\t12\n5FD\t0'],
    ['by semicolons', '5E9;12\n5FD;0'],
    ['in quotes', '"code","count"\n"5E9","12"\n"5FD","0"'],
    ['with empty rows and columns', '5E9,12,,\n\n,,\n5FD,0,\n'],
    ['by another code of the same area, in small letters', '5e9,12\ne16000001,0'],
    ['marked as text', "'5E9,12\n'5FD,0"],
    ['of children in care in 2004', 'PCT,Children looked after on 31 March 2004\n5E9,12\n5FD,0'],
  ])('are read %s', (_what, text) => {
    expect(countsIn(text)).toEqual({ '5E9': 12, '5FD': 0 });
  });

  it('may have commas between thousands, in quotes', () => {
    expect(countsIn('5E9,"1,234"\n5FD,"12,345,678"')).toEqual({ '5E9': 1234, '5FD': 12_345_678 });
  });

  it.each([
    [
      'a fraction',
      '5E9,2.5',
      'Row 1, count: wanted a whole number, found “2.5”, which has a fraction.',
    ],
    ['a whole number written as a fraction', '5E9,12.0', 'found “12.0”, which has a fraction.'],
    ['a percentage', '5E9,12%', 'Row 1, count: wanted a count, found the percentage “12%”.'],
    [
      'a heading of rates',
      'code,Rate per 1,000\n5E9,12',
      'Row 1, heading: wanted counts, found “Rate”.',
    ],
    ['a heading of rates without the word', 'code,"Cases per 1,000"\n5E9,12', 'found “per 1,000”'],
    ['a heading of percentages', 'code,% late\n5E9,12', 'found “%”'],
    ['a heading of means', 'code,Mean days\n5E9,12', 'found “Mean”'],
    ['a heading of averages', 'code,average wait\n5E9,12', 'found “average”'],
  ])('refuses %s, with the reason', (_what, text, said) => {
    const [fault = ''] = faultsIn(text);
    expect(fault).toContain(said);
    expect(fault).toContain('do not add up');
  });

  it.each([
    [
      'an unknown code',
      'code,count\n5XX,3',
      'Row 2, area code: wanted the code of a PCT of that day, found “5XX”.',
    ],
    [
      'a code a spreadsheet spoilt',
      '5.00E+09,3',
      'Row 1, area code: wanted the code of a PCT of that day, found “5.00E+09”. A spreadsheet has made a number of the code.',
    ],
    [
      'a code given twice',
      '5E9,3\n5FD,1\nE16000001,2',
      'Row 3, area code: wanted each area once, found East Hampshire PCT (E16000001) again, which row 2 has.',
    ],
    ['a count below nothing', '5E9,-3', 'Row 1, count: wanted 0 or more, found “-3”.'],
    [
      'a count left blank',
      'code,count\n5E9,',
      'Row 2, count: wanted a whole number, found nothing. If nobody counted there, leave the row out; if there were no cases, write 0.',
    ],
    ['a code left blank', ',3', 'Row 1, area code: wanted a code, found nothing.'],
    ['a word', '5E9,12\n5FD,many', 'Row 2, count: wanted a whole number, found “many”.'],
    [
      'a comma within a number',
      '5E9,1,234',
      'Row 1: wanted two fields, area code and count, found 3. A number with a comma in it must stand in quotes.',
    ],
    ['nothing at all', ' \n', 'Wanted rows of area code and count, found none.'],
    [
      'a heading alone',
      'code,count\n',
      'Wanted rows of area code and count, found only a heading.',
    ],
    ['a quote never closed', '5E9,"12', 'Wanted each quote to be closed, found one that is not.'],
    [
      'more cases than can be told',
      '5E9,2147483648',
      'Row 1, count: wanted at most 2147483647, found 2147483648.',
    ],
    [
      'more cases in all than can be told',
      '5E9,2147483647\n5FD,1',
      'Wanted at most 2147483647 cases in all, found 2147483648.',
    ],
  ])('says of %s one clear sentence', (_what, text, said) => {
    expect(faultsIn(text)).toEqual([said]);
  });

  it.each(['*', '**', '<5', '< 5', 'c', '[c]', 'x', '-', '–', ':', '..', 'n/a', 'suppressed'])(
    'refuses the suppressed count %s, and says what to do',
    (mark) => {
      expect(faultsIn(`5E9,${mark}`)).toEqual([
        `Row 1, count: wanted a whole number, found “${mark}”, a count held back. Ask its publisher for the count, or leave the row out.`,
      ]);
    },
  );

  it('names every row that is wrong, and takes nothing', () => {
    expect(faultsIn('5E9,*\n5FD,2.5\n5ZZ,1')).toHaveLength(3);
  });

  it('reads or refuses any text, and never loses a case it reads', () => {
    const field = fc.oneof(
      fc.constantFrom('5E9', '5FD', '5LX', '"', '\n', ',', '1', '2,5', '"1,000"', '*', ''),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(field, { maxLength: 20 }), (parts) => {
        const read = readCounts(parts.join(','), AREAS, 'PCT');
        if (read.kind === 'faults') expect(read.faults.length).toBeGreaterThan(0);
        else expect(read.counts.reduce((sum, { count }) => sum + count, 0)).toBe(read.total);
      }),
      { numRuns: 500, seed: 31 },
    );
  });

  it('reads back every field a CSV file can hold', () => {
    const cells = fc.array(
      fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(cells, (rows) => {
        const text = rows
          .map((row) =>
            ['a', ...row, 'z'].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
          )
          .join('\r\n');
        expect(csvRows(text)?.map(({ fields }) => fields)).toEqual(
          rows.map((row) => ['a', ...row.map((cell) => cell.trim()), 'z']),
        );
      }),
      { numRuns: 300, seed: 32 },
    );
  });
});
