import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { PostcodeSource } from '../../geodata/manifest.ts';
import { readCsv } from '../../geodata/read/csv.ts';
import type { CsvRow } from '../../geodata/read/csv-row.ts';
import { csvRows } from '../../geodata/read/csv-rows.ts';
import { readPractices } from '../../geodata/read/practices.ts';
import type { Quarantine } from '../../geodata/read/table.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { epraccur, folderOf } from '../worlds/manifest-folder.ts';
import {
  byPostcode,
  directory,
  type DrawnRow,
  readContent,
  type ReadBack,
  refusalOf,
  withoutFolder,
} from '../worlds/postcode-files.ts';

/** So many good rows that one bad row is 1 in 1,000. */
const MANY = 1000;
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const unit = (at: number): string =>
  `SO${10 + Math.floor(at / 400)} ${Math.floor(at / 400) % 10}${LETTERS.charAt(Math.floor(at / 20) % 20)}${LETTERS.charAt(at % 20)}`;
const good = Array.from({ length: MANY }, (_, at): DrawnRow => ({ pcds: unit(at) }));

function latlong(rows: readonly string[], end = '\n'): string {
  return ['Postcode,lat,long', ...rows, ''].join(end);
}

/** Reads a thousand good rows and this one. */
function among(row: DrawnRow): Promise<ReadBack> {
  return readContent('onspd', directory('2024', [...good, { pcds: 'SO99 1AA', ...row }]));
}

/** Why the row was set aside, the rest being read. */
async function setAside(row: DrawnRow): Promise<string> {
  const { list, told } = await among(row);
  expect(list.count).toBe(MANY);
  expect(told[0]).toBe('Postcode rows set aside: 1');
  return withoutFolder(told[1] ?? '').replace(/^Set aside: x\.csv, row 1002: /, '');
}

async function refused(
  content: string | Uint8Array,
  more: Partial<PostcodeSource> = {},
): Promise<string> {
  return refusalOf(readContent('latlong', content, more));
}

function rowsOf(bytes: Buffer, pieces = 1): string[][] {
  const rows: string[][] = [];
  const reader = csvRows('x.csv', (row: CsvRow) => {
    rows.push(
      row.fault !== undefined
        ? ['bad']
        : Array.from({ length: row.count }, (_, at) => row.text(at)),
    );
  });
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let from = 0; from < bytes.length; from += size)
    reader.take(bytes.subarray(from, from + size));
  reader.end();
  return rows;
}

const A = 'SO1 1AA,51,-1';
const B = 'SO1 1AB,51,-1';

describe('a file of postcodes', () => {
  test.each([
    ['', 'x.csv: wanted a header row, found an empty file'],
    ['Postcode,lat,long\n', 'x.csv: wanted rows below the header, found none'],
    [
      latlong(['Postcode,lat,long', A]),
      'x.csv, row 2: wanted a postcode, found "Postcode"; 1 of 2 rows cannot be trusted, and only 1 in 1,000 may be set aside',
    ],
    [
      `${A}\n${B}\n`,
      'x.csv: wanted a column pcds or pcd8 or pcd7 or pcd2 or pcd or postcode, found SO1 1AA, 51, -1',
    ],
  ])('%j is refused (CS01)', async (content, sentence) => {
    expect(await refused(content)).toBe(sentence);
  });
  test('is read whatever the order and case of its columns and with more of them (CS02)', async () => {
    const { list } = await readContent('latlong', 'LONG,x,POSTCODE,Lat\n-1,y,SO1 1AA,51\n');
    expect([list.postcodeAt(0), list.lons[0], list.lats[0]]).toEqual(['SO1 1AA', -1, 51]);
  });
  test('with a column of unknown name is refused with the names it has (CS02)', async () => {
    const content = directory('2025', good).replace('lad25cd', 'council');
    expect(await refusalOf(readContent('onspd', content))).toBe(
      'x.csv: wanted a column oslaua or laua or lad, found pcd7, pcds, dointr, doterm, cty25cd, council, usrtypind, east1m, north1m, gridind, ctry25cd, pco19cd, sicbl24cd, icb23cd, lat, long',
    );
  });
  test('with one column twice, or two editions of one, is refused (CS03)', async () => {
    expect(await refused('Postcode,lat,long,lat\n')).toBe(
      'x.csv, row 1: wanted each column once, found "lat" again',
    );
    const content = directory('2025', good).replace('icb23cd', 'lad23cd');
    expect(await refusalOf(readContent('onspd', content))).toBe(
      'x.csv: wanted one column of kind oslaua or laua or lad, found lad25cd and lad23cd',
    );
  });
  test.each(['\n', '\r\n', '\r'])(
    'may end its lines with %j, or mix, or lack the last (CS04)',
    async (end) => {
      for (const content of [
        latlong([A, B], end),
        latlong([A], end) + B,
        `${latlong([A], end)}${B}\r\n\n\r`,
      ])
        expect((await readContent('latlong', content)).list.count).toBe(2);
    },
  );
  test('with a quote never closed is refused at its row, however long the file (CS05)', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${unit(at % MANY)},51,-1`);
    expect(await refused(latlong([A, '"SO1 1AB,51,-1', ...rows]))).toBe(
      'x.csv, row 3: wanted fields of at most 65536 bytes, found a longer one: is a quote never closed?',
    );
    expect(await refused(latlong([A, '"SO1 1AB,51,-1']))).toBe(
      'x.csv, row 3: wanted a closing quote, found the end of the file',
    );
  });
  test.each([
    ['SO9"9 1AA,51,-1', 'wanted quotes only round whole fields, found one inside a field'],
    ['"SO99 1AA"x,51,-1', 'wanted a comma after a closing quote, found more text'],
    ['SO99 1AA,51', 'wanted 3 columns, found 2'],
    ['SO99 1AA,51,-1,', 'wanted 3 columns, found 4'],
  ])('has the row %s set aside, and the next ones read (CS06, CS07)', async (row, reason) => {
    const rows = good.map(({ pcds = '' }) => `${pcds},51,-1`);
    const { list, told } = await readContent('latlong', latlong([row, ...rows]));
    expect(list.count).toBe(MANY);
    expect(told.map(withoutFolder)).toEqual([
      'Postcode rows set aside: 1',
      `Set aside: x.csv, row 2: ${reason}`,
    ]);
  });
  test('may hold line ends, commas and doubled quotes within quotes (CS08)', async () => {
    const { list } = await readContent(
      'latlong',
      'Postcode,"a ""name"", long",lat,long\r\n"SO1 1AA","one\r\ntwo, ""three""",51,-1\r\n',
    );
    expect(list.count).toBe(1);
  });
  test('may begin with a byte order mark before a quoted header (CS09)', async () => {
    expect(
      (await readContent('latlong', `\u{feff}"Postcode","lat","long"\n${A}\n`)).list.count,
    ).toBe(1);
  });
  test('in another encoding than UTF-8 is refused by row, never read wrong (CS10)', async () => {
    const welsh = Buffer.from(
      'Postcode,lat,long,name\nSO1 1AA,51,-1,x\nLL1 1AA,53,-4,Ynys M\u00f4n\n',
      'latin1',
    );
    expect(await refused(welsh)).toBe(
      'x.csv, row 3: wanted UTF-8, found bytes of another encoding, such as Windows-1252: save it as "CSV UTF-8"',
    );
    for (const mark of ['\u{feff}', '']) {
      const wide = Buffer.from(`${mark}${latlong([A])}`, 'utf16le');
      expect(await refused(wide)).toMatch(/^x\.csv.*: wanted .*UTF-16/);
    }
  });
  test.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['\u00ac', 'not signs'],
  ])('separated by %j is refused with a hint (CS11)', async (sign, name) => {
    const sentence = await refused(latlong([A]).replaceAll(',', sign));
    expect(sentence).toContain(`: it is separated by ${name}, so save it as CSV with commas`);
  });
  test('with NUL bytes or a line for spreadsheets is refused; a last 0x1A is left out (CS12)', async () => {
    expect(await refused(latlong([A, 'SO1\u00001AB,51,-1']))).toContain(
      'row 3: wanted text, found a NUL byte',
    );
    expect(await refused(`sep=;\n${latlong([A])}`)).toContain(
      'take out this line, which is for a spreadsheet',
    );
    expect((await readContent('latlong', `${latlong([A])}\u001a`)).list.count).toBe(1);
  });
  test('with a field of 10 MB or 100,000 columns is refused (CS13)', async () => {
    expect(await refused(latlong([`${'x'.repeat(10_000_000)},51,-1`]))).toContain(
      'wanted fields of at most 65536 bytes',
    );
    expect(await refused(`${'a,'.repeat(100_000)}b\n`)).toContain(
      'wanted at most 4096 columns, found more',
    );
  });
  test('cut short in a row, a character or its gzip is refused (CS14)', async () => {
    expect(await refused(`${latlong([A])}SO1 1AB,51`)).toBe(
      'x.csv, row 3: wanted 3 columns, found 2 at the end of the file: it is cut short',
    );
    const cut = Buffer.from(`Postcode,lat,long,name\n${A},\u00f4`).subarray(0, -1);
    expect(await refused(cut)).toContain('x.csv, row 2: wanted UTF-8');
    expect(await refused(gzipSync(latlong([A, B])).subarray(0, -9))).toMatch(
      /gzip that is cut short$/,
    );
  });
  test('with fewer rows than the manifest says is refused, though it ends with a whole row (CS14)', async () => {
    expect((await readContent('latlong', latlong([A, B]), { rows: 2 })).list.count).toBe(2);
    expect(await refused(latlong([A]), { rows: 2 })).toBe(
      'x.csv: wanted 2 rows, as the manifest says, found 1: it is cut short, or another file',
    );
  });
  test('that is said to speak of a day to come is refused (GJ46)', async () => {
    expect(await refused(latlong([A]), { day: localDate('2999-01-01') })).toBe(
      'x.csv: wanted the day it speaks of, found one to come, 2999-01-01',
    );
  });
  test('counts a postcode said again, and is refused where it is said otherwise (CS15)', async () => {
    expect((await readContent('latlong', latlong([A, A]))).told).toEqual([
      'Postcode rows that repeat another: 1',
    ]);
    expect(await refused(latlong([A, 'SO1 1AA,52,-1']))).toContain(
      'wanted one position for SO1 1AA',
    );
  });
  test('may write postcodes in seven characters, eight, or with one space (CS16)', async () => {
    const { list } = await readContent(
      'latlong',
      latlong([
        'SO1 1AA,51,-1',
        'SO1  1AB,51,-1',
        'SO1 1AD ,51,-1',
        'SO111AA,51,-1',
        ' so111ab,51,-1',
      ]),
    );
    expect(Array.from({ length: list.count }, (_, at) => list.postcodeAt(at))).toEqual([
      'SO1 1AA',
      'SO1 1AB',
      'SO1 1AD',
      'SO11 1AA',
      'SO11 1AB',
    ]);
  });
});

describe('a row of a postcode directory', () => {
  const gridless = { oseast1m: '', osnrth1m: '' };
  test('has no position where its columns are blank or 99.999999 (CS17)', async () => {
    for (const nowhere of [
      { lat: '', long: '' },
      { lat: '99.999999', long: '0.000000' },
    ])
      expect(byPostcode(await among({ ...gridless, ...nowhere })).get('SO99 1AA')?.lat).toBeNaN();
  });
  test.each([
    [{ lat: 'north' }, 'wanted degrees, found "north"'],
    [{ lat: '"51,06"' }, 'wanted degrees, found "51,06"'],
    [
      { lat: '-1.3', long: '51.06' },
      'wanted positions in the United Kingdom, found latitude and longitude the other way round: latitude -1.3, longitude 51.06',
    ],
    [{ lat: '0', long: '0' }, 'wanted positions in the United Kingdom, found 0, 0'],
  ])('with %j is set aside (CS17)', async (row, reason) => {
    expect(await setAside({ ...gridless, ...row })).toBe(reason);
  });
  test('whose degrees and grid reference are more than 100 m apart is set aside (CS18)', async () => {
    expect(await setAside({ lat: '51.063470' })).toBe(
      'wanted latitude and longitude at its grid reference, found them 153 metres away',
    );
    expect((await among({ lat: '51.062970' })).list.count).toBe(MANY + 1);
  });
  test.each([
    [
      { dointr: '200002', doterm: '200001' },
      'wanted an end after 2000-02, when it began, found 2000-01',
    ],
    [{ doterm: '200413' }, 'wanted a month as YYYYMM, found "200413"'],
    [{ doterm: '299901' }, /^wanted months up to \d{4}-\d\d-\d\d, found 2999-01$/],
  ])('with %j is set aside (CS19)', async (row, reason) => {
    expect(await setAside(row)).toMatch(reason);
  });
  test.each([
    [{ oslaua: 'E99999999' }, null],
    [{ oslaua: 'W99999999' }, null],
    [{ oslaua: 'L99999999' }, null],
    [{ oslaua: 'M99999999' }, null],
    [{ oslaua: '' }, null],
    [{ oslaua: 'E07000091 ' }, 'E07000091'],
  ])('with district %j says %j (CS20)', async (row, code) => {
    expect(Object.entries(byPostcode(await among(row)).get('SO99 1AA')?.said ?? {})[0]?.[1]).toBe(
      code,
    );
  });
  test('with a code of no district, or columns shifted by one, is set aside (CS20, CS26)', async () => {
    expect(await setAside({ oslaua: 'E12000008' })).toBe(
      'wanted the code of a district, found "E12000008"',
    );
    expect(await setAside({ ctry: '1', osgrdind: 'E92000001' })).toBe(
      'wanted a positional quality from 1 to 9, found "E92000001"',
    );
  });
  test.each(['1-Apr', 'Apr-01', '1E+05', '#REF!'])(
    'that a spreadsheet made %s is set aside with a hint (CS21)',
    async (pcds) => {
      expect(await setAside({ pcds })).toBe(
        `wanted a postcode, found "${pcds}": a spreadsheet may have changed it`,
      );
    },
  );
  test('on and on wrong makes the file refused at 10,000 rows, not at its end (CS13)', async () => {
    const rows = Array.from({ length: 12_000 }, () => 'x,51,-1');
    expect(await refused(latlong(rows))).toMatch(/; 10001 of 10001 rows cannot be trusted/);
  });
});

describe('a table', () => {
  const read = (text: string, name = 'x.csv'): ReturnType<typeof readCsv> =>
    readCsv(join(folderOf({ [name]: text }), name));
  test('keeps cells that begin as formulas do, and telephone numbers (CS22, CS23)', () => {
    const cells = ['=1+1', '+44 1962 000000', '-1', '@x', '"\tx"', '"\rx"'];
    const [row] = read(`a,b,c,d,e,f\n${cells.join(',')}\n`);
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => row?.text(name))).toEqual([
      '=1+1',
      '+44 1962 000000',
      '-1',
      '@x',
      '\tx',
      '\rx',
    ]);
  });
  test.each(['__proto__', 'constructor', 'toString'])(
    'with a column %s is refused (CS34)',
    (name) => {
      expect(() => read(`a,${name}\n1,2\n`)).toThrow(
        `x.csv, row 1: wanted names of columns, found "${name}"`,
      );
    },
  );
  test('is refused for one bad row, since none of it may be lost', () => {
    expect(() => read(`a,b\n${'1,2\n'.repeat(5000)}3\n`)).toThrow(
      'x.csv, row 5002: wanted 2 columns, found 1',
    );
  });
});

describe('practices', () => {
  const practices = (
    rows: readonly string[],
    quarantine: Quarantine = { sentences: [] },
  ): ReturnType<typeof readPractices> => {
    const file = join(folderOf({ 'p.csv': rows.join('\n') }), 'p.csv');
    return readPractices([{ format: 'epraccur', file, rows: null }], new Set(['11A']), quarantine);
  };
  const many = Array.from({ length: MANY }, (_, at) =>
    epraccur(`A${10000 + at}`, 'SURGERY', '11A', '20130401'),
  );
  test.each([
    [
      epraccur('A1E+05', 'SURGERY', '11A', '20130401'),
      'wanted an ODS code, untouched by a spreadsheet in "code", found "A1E+05"',
    ],
    [
      epraccur('J82001', 'SURGERY', '1A', '20130401'),
      'wanted an ODS code, untouched by a spreadsheet in "body", found "1A"',
    ],
    [
      epraccur('J82001', 'SURGERY', '11A', '1-Apr-13'),
      'wanted a day as YYYYMMDD in "joined", found "1-Apr-13"',
    ],
    [
      epraccur('A10000', 'SURGERY', '11A', '20130401'),
      'wanted each practice once in "code", found "A10000"',
    ],
    ['"J82001","SURGERY"', 'wanted 20 columns, found 2'],
  ])('have the row %s set aside, and listed (CS07, CS15, CS21)', (row, reason) => {
    const quarantine: Quarantine = { sentences: [] };
    expect(practices([...many, row, ''], quarantine)).toHaveLength(MANY);
    expect(quarantine.sentences.map(withoutFolder)).toEqual([`p.csv, row 1001: ${reason}`]);
  });
  test('of which more than 1 in 1,000 rows are bad are refused', () => {
    expect(() =>
      practices([...many, ...Array.from({ length: 2 }, () => '"J82001","SURGERY"'), '']),
    ).toThrow(/p\.csv, row 1001: wanted 20 columns, found 2; 2 of 1002 rows cannot be trusted/);
  });
  const NAUGHTY = '../shared/real/corpora/naughty-strings/blns.json';
  test.runIf(existsSync(NAUGHTY))(
    'of naughty names keep them as they are or are refused (CS33)',
    () => {
      const names = JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[];
      let [kept, refusedNames] = [0, 0];
      for (const name of names) {
        const row = epraccur('J82001', name.replaceAll('"', '""'), '11A', '20130401');
        try {
          expect(practices([row, ''])[0]?.name).toBe(name);
          kept++;
        } catch (fault) {
          expect((fault as Error).name).toBe('InputFault');
          refusedNames++;
        }
      }
      expect(kept + refusedNames).toBe(names.length);
      expect(kept).toBeGreaterThan(400);
    },
  );
});

test('rows are what another reader of CSV makes of them, in whatever pieces they come', () => {
  const cell = fc
    .stringMatching(/^[ -~\u00f4\u20ac]{0,6}$/)
    .map((text) =>
      /[",]/.test(text) || text.length % 2 === 1 ? `"${text.replaceAll('"', '""')}"` : text,
    );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 200 }),
      (rows, end, pieces) => {
        const text = `head,er\n${rows.map((row) => row.join(',')).join(end)}${end}`;
        const other = parse(text, {
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        });
        expect(rowsOf(Buffer.from(text), pieces)).toEqual(other);
      },
    ),
    { numRuns: 300 },
  );
});
