import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { csvFile } from '../../web/take-away/csv.ts';

const read = (file: string): string[][] => parse(file, { bom: true });
const asCell = (text: string): string | undefined => read(csvFile(['heading'], [[text]]))[1]?.[0];

describe('a CSV file for a spreadsheet', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://example.org")',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)*cmd',
    '+1+1',
    '-1+1',
    '-2+3+cmd',
    '  =1+1',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\0=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    '|calc',
  ])('marks %j as text, with nothing of it lost (C14)', (text) => {
    expect(asCell(text)).toBe(`'${text}`);
  });

  it.each(['5E9', '10e5', '1.5E3', '007'])('keeps the code %s from becoming a number', (code) => {
    expect(asCell(code)).toBe(`'${code}`);
  });

  it.each(['Ynys Môn', 'E07000084', '10R', 'Stoke-on-Trent', 'a, b', 'say "so"', 'km²', ''])(
    'leaves %j as it is',
    (text) => {
      expect(read(csvFile(['heading', 'more'], [[text, 'x']]))[1]?.[0]).toBe(text);
    },
  );

  it('writes numbers bare, negative ones too, and nothing for null', () => {
    expect(csvFile(['a', 'b', 'c'], [[-1.25, null, 3]])).toBe('\uFEFFa,b,c\r\n-1.25,,3\r\n');
  });

  it('reads back any text, but for the apostrophe, and no cell begins a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = read(csvFile(['a', 'b'], [[text, 'x']]))[1]?.[0] ?? 'lost';
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=+\-@\t\r\0]/);
      }),
      { seed: 14 },
    );
  });
});
