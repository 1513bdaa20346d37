import { describe, expect, test } from 'vitest';

import { answerCsv, type CsvBulk } from '../../server/bulk/answer-csv.ts';
import { CsvRows } from '../../server/bulk/csv-rows.ts';
import { ADDED_COLUMNS } from '../../server/bulk/outcome-cells.ts';
import { noCounts } from '../../server/bulk/settle-rows.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

const questions = await createQuestions(await openWorld(fourSquares))();
/** A Friday, 10 in the morning. */
const AT = Date.parse('2026-11-20T10:00:00Z');

async function answered(table: string | Uint8Array, more: Partial<CsvBulk> = {}): Promise<string> {
  const bytes = typeof table === 'string' ? Buffer.from(table) : table;
  const usual = { need: undefined, at: AT, asAt: undefined };
  const bulk = { questions, names: {}, usual, after: 0, counts: noCounts(), ...more };
  let text = '';
  for await (const piece of answerCsv(inPieces(bytes), bulk)) text += piece.text;
  return text;
}

/** Cut through characters and rows. */
function inPieces(bytes: Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += size)
    pieces.push(bytes.subarray(from, from + size));
  return (async function* () {
    for (const piece of pieces) yield await Promise.resolve(piece);
  })();
}

type Named = Record<string, string>;

function rowsOf(text: string, separator = ','): Named[] {
  const rows = new CsvRows(separator);
  const [header, ...found] = [...rows.take(text), ...rows.end()].map(({ cells }) => cells);
  return found.map((cells) =>
    Object.fromEntries(cells.map((cell, at) => [header?.[at] ?? '', cell])),
  );
}

async function only(table: string, more?: Partial<CsvBulk>): Promise<Named> {
  const [row, ...others] = rowsOf(await answered(table, more));
  expect(others).toEqual([]);
  return row ?? {};
}

const carers = fourSquares.needs.find(({ id }) => id === 'carers');
const given = { usual: { need: carers, at: AT, asAt: undefined } };

describe('every row is answered in its place', () => {
  test('with its own columns first, and one outcome', async () => {
    const rows = rowsOf(
      await answered(
        'ref,postcode,need\r\n1,SO99 1AA,carers\r\n2,so991ad,homelessness\r\n3,SW1A 1AA,carers\r\n4,,carers\r\n5,SO99 1AA,gardening\r\n',
      ),
    );
    expect(rows.map(({ ref, outcome, reason }) => [ref, outcome, reason])).toEqual([
      ['1', 'ROUTED', ''],
      ['2', 'NEEDS_CHOICE', 'STRADDLES'],
      ['3', 'NOT_ROUTABLE', 'OUT_OF_COVERAGE'],
      ['4', 'NOT_ROUTABLE', 'MALFORMED'],
      ['5', 'BAD_ROW', 'NEED'],
    ]);
    expect(rows.every(({ message, outcome }) => outcome === 'ROUTED' || message !== '')).toBe(true);
  });
  test('a routed one names the body, the team and how to reach it', async () => {
    expect(await only('postcode,need\nSO99 1AA,carers\n')).toMatchObject({
      confidence: 'HIGH',
      social_care_body: 'The County',
      social_care_code: 'C',
      social_care_team: 'county-social-care',
      social_care_phone: '01632 960000',
      social_care_phone_now: '01632 960000',
      health_body: '',
      holds_until: '2026-11-20T17:00:00.000Z',
      release: questions.atlas.release.id,
    });
  });
  test('a choice says what to ask, and what there is to choose from', async () => {
    const { message } = await only('postcode,need\nSO99 1AD,homelessness\n');
    expect(message).toContain('council tax bill? East District / West District.');
  });
  test('an urgent choice says whom to ring before it is settled', async () => {
    const { message } = await only('postcode,need\nSO99 1AD,local-care\n');
    expect(message).toMatch(/^If it cannot wait: .*01632 960000/);
  });
  test('age, practice and day are taken from their columns', async () => {
    const rows = rowsOf(
      await answered(
        'Postcode,Need,Age,GP practice,As at\nSO99 1AA,therapy,40,,\nSO99 1AA,therapy,12,,\nSO99 1AA,mental-health,,j82001,2004-03-31\n',
      ),
    );
    expect(rows.map(({ social_care_team: care, health_body: body }) => [care, body])).toEqual([
      ['old-therapy', ''],
      ['young-therapy', ''],
      ['county-social-care', 'South PCT'],
    ]);
  });
  test('what holds for all rows is given once, and a row may say otherwise', async () => {
    const usual = { need: carers, at: AT, asAt: localDate('2004-03-31') };
    const table = 'postcode,need,as_at\nSO99 1AA,,\nSO99 1AA,mental-health,2026-11-20\n';
    const rows = rowsOf(await answered(table, { usual, names: { need: 'need' } }));
    expect(rows.map(({ health_body: body, outcome }) => [outcome, body])).toEqual([
      ['ROUTED', ''],
      ['ROUTED', 'Board ICB'],
    ]);
  });
});

describe('a row that cannot be asked says why, and the next one is answered', () => {
  test.each([
    ['SO99 1AA,carers,old', 'AGE'],
    ['SO99 1AA,carers,131', 'AGE'],
    ['SO99 1AA,carers,1.5', 'AGE'],
    ['SO99 1AA,__proto__,1', 'NEED'],
    ['SO99 1AA,,1', 'NEED'],
    ['SO99 1AA,carers', 'COLUMNS'],
    ['SO99 1AA,carers,1,2', 'COLUMNS'],
    ['SO99 1AA,ca"rers,1', 'COLUMNS'],
  ])('CS06, CS07, CS21: %s', async (line, reason) => {
    const rows = rowsOf(await answered(`postcode,need,age\n${line}\nSO99 1AA,carers,1\n`));
    expect(rows.map((row) => [row['outcome'], row['reason']])).toEqual([
      ['BAD_ROW', reason],
      ['ROUTED', ''],
    ]);
    expect(rows[0]?.['message']).not.toContain('SO99');
  });
  test('a day that is none', async () => {
    expect(await only('postcode,as_at\nSO99 1AA,31/03/2004\n', given)).toMatchObject({
      outcome: 'BAD_ROW',
      reason: 'AS_AT',
    });
  });
});

describe('tables as people have them', () => {
  test.each([
    ['CS09: a byte order mark', '\uFEFF"postcode"\r\nSO99 1AA\r\n', ','],
    ['CS11: semicolons', 'name;postcode\nA;SO99 1AA\n', ';'],
    ['CS11: tabs', 'name\tpostcode\nA\tSO99 1AA\n', '\t'],
    ['CS12: a line for Excel first', 'sep=;\r\nname;postcode\r\nA;SO99 1AA\r\n', ';'],
    ['CS08: quoted line ends', '"na\r\nme",postcode\n"A\nB",SO99 1AA\n', ','],
    ['CS16: a postcode filled up to seven or eight characters', 'postcode\n"SO99 1AA "\n', ','],
    ['CS02: in another place and spelling', 'a,b,POST CODE,c\n1,2,SO991AA,3\n', ','],
    ['no line end at the end', 'postcode\nSO99 1AA', ','],
    [
      'CS34: columns named for what every object has',
      '__proto__,constructor,postcode\n1,2,SO99 1AA\n',
      ',',
    ],
  ])('%s', async (_name, table, separator) => {
    const [row] = rowsOf((await answered(table, given)).replace('\uFEFF', ''), separator);
    expect(row).toMatchObject({ outcome: 'ROUTED', social_care_code: 'C' });
  });
  test('CS09: a byte order mark is kept, so that a spreadsheet opens it right', async () => {
    expect(await answered('\uFEFFpostcode\nSO99 1AA\n', given)).toMatch(/^\uFEFFpostcode,/);
  });
  test('CS01: a header alone is a table without rows', async () => {
    expect(await answered('postcode,need\n')).toBe(`postcode,need,${ADDED_COLUMNS.join(',')}\r\n`);
  });
  test('CS33: other cells come back to the letter', async () => {
    const note = 'Robert"); DROP TABLE,\r\n🏥 <b>“x”</b> \u202E';
    const table = `note,postcode\n"${note.replaceAll('"', '""')}",SO99 1AA\n`;
    expect((await only(table, given))['note']).toBe(note);
  });
  test('CS22: a cell that would run in a spreadsheet is text there', async () => {
    expect((await only('note,postcode\n=1+1,SO99 1AA\n', given))['note']).toBe("'=1+1");
  });
});

test('a header so wide that short rows would grow without end is refused', async () => {
  const wide = `postcode,need${',x'.repeat(1000)}\n${'a\n'.repeat(1000)}`;
  await expect(answered(wide)).rejects.toThrow('Row 1: wanted at most 1000 columns, found 1002.');
});

describe('what is no table is refused in one sentence', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['CS01: nothing', '', 'Wanted a header row, found an empty file.'],
    [
      'CS01: no header',
      'SO99 1AA\nSO99 1AB\n',
      'Row 1: wanted a column "postcode", found "a postcode".',
    ],
    [
      'CS03: one name twice',
      'postcode,postcode,x\n1,2,3\n',
      'Row 1: wanted one column "postcode", found 2.',
    ],
    ['no need', 'postcode,x\n1,2\n', 'Row 1: wanted a column "need", found "postcode", "x".'],
    [
      'an answered one',
      'postcode,need,Outcome\n',
      'Row 1: wanted no column "Outcome", which is added',
    ],
    [
      'CS10: Windows-1252',
      Buffer.from('need,postcode\nYnys M\xf4n,SO99 1AA\n', 'latin1'),
      'wanted UTF-8',
    ],
    ['CS10: UTF-16', Buffer.from('\uFEFFpostcode\n', 'utf16le'), 'found UTF-16'],
    ['CS12: NUL', 'post\0code\n', 'found a NUL'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'found a gzip file: unpack it first'],
    ['a workbook', Buffer.from('PK\x03\x04 and more'), 'save the sheet as "CSV UTF-8"'],
    [
      'CS14: cut within a character',
      Buffer.from('postcode,need\nSO99 1AA,é').subarray(0, -1),
      'wanted UTF-8',
    ],
  ])('%s', async (_name, table, sentence) => {
    await expect(answered(table)).rejects.toThrow(sentence);
  });
});

test('rows answered before are not answered again', async () => {
  const table = 'postcode\nSO99 1AA\nSO99 1AD\nSO99 1AB\n';
  const whole = await answered(table, given);
  const rest = await answered(table, { ...given, after: 3 });
  expect(rest).not.toBe('');
  expect(whole.endsWith(rest)).toBe(true);
  expect(rowsOf(whole)).toHaveLength(3);
});
