import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cellOf, keptCell } from '../../server/bulk/csv-cell.ts';
import { CsvRows, LONGEST_ROW } from '../../server/bulk/csv-rows.ts';

function cellsOf(pieces: readonly string[], separator = ','): (readonly string[])[] {
  const rows = new CsvRows(separator);
  return [...pieces.flatMap((piece) => rows.take(piece)), ...rows.end()].map(({ cells }) => cells);
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '🏥', ' ', ',', ';', '"', '\n', '\r', '=', "'"),
  maxLength: 6,
});
/** A row of one blank cell is a blank line, which is no row. */
const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
);

test('CS04, CS08: any table is read as it was written, whatever its line ends and however it is cut', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.boolean(),
      fc.constantFrom(',', ';', '\t'),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (rows, end, endsOpen, separator, cuts) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map((cells) =>
          cells.map((each) => (/^[aé 🏥]*$/u.test(each) ? each : quote(each))).join(separator),
        );
        const text = lines.join(end) + (endsOpen ? '' : end);
        const at = [...cuts].sort((a, b) => a - b);
        const pieces = [...at, text.length].map((to, index) => text.slice(at[index - 1] ?? 0, to));
        expect(cellsOf(pieces, separator)).toEqual(rows);
      },
    ),
    { numRuns: 500 },
  );
});

describe('odd rows', () => {
  test('CS04: mixed line ends', () => {
    expect(cellsOf(['a,b\nc,d\re,f\r\ng,h'])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });
  test('blank lines are no rows, and are counted', () => {
    const rows = new CsvRows(',');
    expect(rows.take('a\n\n\r\nb\n').map(({ number }) => number)).toEqual([1, 4]);
  });
  test.each(['a"b,c', '"a"b,c', '"a" ,c'])(
    'CS06: %s is unclear, and the next row is read',
    (line) => {
      const rows = new CsvRows(',').take(`${line}\nx,y\n`);
      expect(rows.map(({ fault }) => fault !== undefined)).toEqual([true, false]);
      expect(rows[1]?.cells).toEqual(['x', 'y']);
    },
  );
  test('CS05: a quotation mark nobody closes stops within 64 KB, with the row it began in', () => {
    const rows = new CsvRows(',');
    rows.take('a,b\n');
    const piece = 'x,y\n'.repeat(4096);
    expect(() => {
      rows.take('"c,d\n');
      for (let taken = 0; taken <= LONGEST_ROW; taken += piece.length) rows.take(piece);
    }).toThrow('Row 2: wanted a row of at most 65536 characters');
  });
  test('CS14: a file cut short within a quoted cell is refused', () => {
    const rows = new CsvRows(',');
    rows.take('a,b\n"c');
    expect(() => rows.end()).toThrow('Row 2: wanted the end of a quoted cell');
  });
});

describe('cells', () => {
  test.each([
    '=1+1',
    '+cmd',
    '-2+3+cmd',
    '@SUM(A1)',
    '\t=1',
    '  =1',
    '＝1',
    '|x',
    '=HYPERLINK("x")',
  ])('CS22: %j runs nothing in a spreadsheet', (text) => {
    expect(keptCell(text, ',').replace(/^"/, '')).toMatch(/^'/);
    expect(cellOf(text, ',').replace(/^"/, '')).toMatch(/^'/);
  });
  test.each(['+44 1962 000000', '-12.5', '007', '1-Apr', "O'Hara", '5E9', 'Ynys Môn'])(
    'CS23: %j of the asker stays as it came',
    (text) => {
      expect(keptCell(text, ',')).toBe(text);
    },
  );
  test.each(['01962000000', '5E9', '007'])('%j of ours stays text', (text) => {
    expect(cellOf(text, ',')).toBe(`'${text}`);
  });
  test('what is written is read again', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(',', ';', '\t'), (text, separator) => {
        const [[read] = []] = cellsOf([`${keptCell(text, separator)}${separator}x\n`], separator);
        expect([text, `'${text}`]).toContain(read);
      }),
    );
  });
});
