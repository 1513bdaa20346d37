import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { answerCsv } from '../../server/bulk/answer-csv.ts';
import { noCounts } from '../../server/bulk/settle-rows.ts';
import { ANSWER_COLUMNS } from '../../server/domain/answer-columns.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { outcodeOf } from '../../server/domain/postcode.ts';
import { loudNotices } from '../../server/domain/release.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { answerInWords } from '../../web/spreadsheet-check/answer-in-words.ts';
import { createCsvReader } from '../../web/spreadsheet-check/csv-reader.ts';
import { alphabetOf, textOf } from '../../web/spreadsheet-check/file-text.ts';
import { guessDelimiter, lookAtColumns, rowsIn } from '../../web/spreadsheet-check/guess.ts';
import { answerOf, outcodeIn, type OutwardFiles } from '../../web/spreadsheet-check/match.ts';
import { addedText, answerLine, headingLine } from '../../web/spreadsheet-check/result-csv.ts';
import { fourSquares, unit } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

/** Read in pieces cut anywhere, as a stream comes. */
function rowsOf(text: string, cuts: readonly number[] = [], delimiter = ','): string[][] {
  const reader = createCsvReader(delimiter);
  const ends = [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const rows = ends.flatMap((end, at) => reader.read(text.slice(ends[at - 1] ?? 0, end)));
  return [...rows, ...reader.end()];
}

describe('rows of a CSV file', () => {
  it('are those a CSV library reads, wherever the stream is cut', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\r', '7'),
    });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(table, ends, fc.array(fc.nat(), { maxLength: 5 }), (rows, end, cuts) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join(end);
        expect(rowsOf(text, cuts)).toEqual(
          parse(text, { relax_column_count: true, record_delimiter: end }),
        );
      }),
    );
  });

  it.each([
    ['quotes within a plain field', 'a,5" pipe,b', [['a', '5" pipe', 'b']]],
    ['text after a closing quote', '"a"b,c', [['ab', 'c']]],
    [
      'empty fields',
      ',,\n,',
      [
        ['', '', ''],
        ['', ''],
      ],
    ],
    ['an empty line', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['a line break in quotes', '"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['nothing', '', []],
  ])('may have %s', (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('tell where a quote was opened that never closes', () => {
    const reader = createCsvReader(',');
    reader.read('a,b\nc,"d\ne,f\n');
    expect(reader.openQuote()).toBe(2);
  });
});

describe('the alphabet of a file', () => {
  const text = 'name,postcode\nZoë Müller,SO23 8UJ\n';
  const utf16 = (isLittle: boolean): Uint8Array<ArrayBuffer> => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    Array.from(`\uFEFF${text}`).forEach((sign, at) => {
      view.setUint16(at * 2, sign.charCodeAt(0), isLittle);
    });
    return new Uint8Array(view.buffer);
  };
  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['utf-16le', utf16(true)],
    ['utf-16be', utf16(false)],
    ['windows-1252', Uint8Array.from(text, (sign) => sign.charCodeAt(0))],
  ])('is found to be %s, and every letter read', async (alphabet, bytes) => {
    const file = new Blob([bytes]);
    expect(await alphabetOf(file, 'f.csv')).toEqual({ kind: 'text', alphabet });
    let read = '';
    for await (const piece of textOf(file, alphabet as 'utf-8')) read += piece.text;
    expect(read).toBe(text);
  });

  it.each([
    ['an empty file', '', 'f.csv: wanted a CSV file, found an empty one.'],
    ['a workbook', 'PK\u0003\u0004…', 'found a workbook. In the spreadsheet choose “Save as”'],
    ['a PDF', '%PDF-1.7', 'found a PDF.'],
    ['no text', 'SO23\u0000', 'found no text.'],
  ])('is not asked of %s', async (_what, content, fault) => {
    const found = await alphabetOf(new Blob([content]), 'f.csv');
    expect(found).toEqual({ kind: 'fault', fault: expect.stringContaining(fault) as string });
  });

  it('is not asked of more than 200 MB', async () => {
    const part = new Blob([new Uint8Array(10_000_000)]);
    const found = await alphabetOf(new Blob(new Array<Blob>(21).fill(part)), 'f.csv');
    expect(found).toMatchObject({
      fault: expect.stringContaining('at most 200 MB, found 210 MB') as string,
    });
  });
});

describe('the column of postcodes', () => {
  const look = (text: string): ReturnType<typeof lookAtColumns> =>
    lookAtColumns(rowsIn(text, guessDelimiter(text)));

  it.each([
    ['by its heading', 'id,Postcode,name\n1,SO23 8UJ,a\n2,PO1 2AL,b', 1],
    ['by what stands in it', 'id,where\n1,SO23 8UJ\n2,so238uj\n3,', 1],
    ['without a heading', '1,SO23 8UJ\n2,PO1 2AL', 1],
    [
      'of the home, not of the GP practice',
      'GP postcode,Home postcode\nSO23 8UJ,PO1 2AL\nSO23 8UJ,PO1 2AL',
      1,
    ],
    ['named so though it is spoilt', 'id,post code\n1,S023\n2,SO238', 1],
    ['when the file has no other', 'SO23 8UJ\nPO1 2AL', 0],
  ])('is found %s', (_what, text, column) => {
    expect(look(text).guess).toBe(column);
  });

  it('is not guessed where nothing looks like one', () => {
    expect(look('id,name\n1,Smith\n2,Jones').guess).toBeUndefined();
  });

  it('says whether the first row names the columns', () => {
    expect(look('id,Postcode\n1,SO23 8UJ').hasHeading).toBe(true);
    expect(look('1,SO23 8UJ').hasHeading).toBe(false);
  });

  it.each([
    [',', 'a,b\n1,2'],
    [';', 'a;b,c\n1;2,5\n3;4'],
    ['\t', 'a\tb\n1, or so\t2'],
    ['|', 'a|b\n1|2'],
    [',', 'SO23 8UJ\nPO1 2AL'],
    [',', '"a;b;c",d\n"1;2;3",4'],
  ])('stands between %j', (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});

const questions = await createQuestions(await openWorld(readEmbeddedPack()))();
const on = localDate('2026-11-21');
const [need] = questions.atlas.needs.filter(({ id }) => id === 'mental-health');
const filesFor = async (texts: readonly string[]): Promise<OutwardFiles> => {
  const outcodes = [...new Set(texts.map(outcodeIn))].filter((each) => each !== undefined);
  const files = await Promise.all(
    outcodes.map(async (outcode) => {
      if (!need) throw new Error('the pack has no mental-health');
      return [outcode, await questions.outward({ outcode, need, on, today: on })] as const;
    }),
  );
  return new Map(files);
};

const TEXTS = [
  'SO23 8UJ',
  'po12al',
  'SO23',
  'S023 8UJ',
  'JE2 3AB',
  'ZZ99 3VZ',
  'ZZ99 3WZ',
  'BF1 2AA',
  'M1 1AA',
  'hello',
  'SO23 8CC',
  '‘SO23 8UJ’',
  'GU14 0',
  '12 High Street, Winchester SO23 8UJ',
];

describe('a row', () => {
  it('is answered in the browser as the service answers, whatever stands in it', async () => {
    const files = await filesFor(TEXTS);
    for (const text of TEXTS) {
      const answer = answerOf(text, files);
      const [alone] = await questions.referrals([
        {
          where: { postcode: text },
          need: need as never,
          age: undefined,
          practice: undefined,
          on,
          at: Date.parse('2026-11-21T12:00:00Z'),
          answers: new Map(),
        },
      ]);
      const kinds = {
        routed: 'Routed',
        'needs-choice': 'NeedsChoice',
        'not-routable': 'NotRoutable',
      } as const;
      expect([text, answer.outcome]).toEqual([text, alone && kinds[alone.kind]]);
      if (answer.outcome === 'NotRoutable')
        expect(answer).toMatchObject({
          reason: alone?.kind === 'not-routable' && alone.reason,
          message: alone?.kind === 'not-routable' && alone.message,
        });
    }
  });

  it('of a postcode nobody knows is offered the same others as the service offers', async () => {
    const world = await createQuestions(await openWorld(fourSquares))();
    const [first] = world.atlas.needs;
    if (!first) throw new Error('the squares have no need');
    const postcode = unit('SO99 1AX');
    const file = await world.outward({
      outcode: outcodeOf(postcode),
      need: first,
      on: localDate('2010-01-01'),
      today: on,
    });
    const [alone] = await world.referrals([
      {
        where: { postcode },
        need: first,
        age: undefined,
        practice: undefined,
        on: localDate('2010-01-01'),
        at: Date.parse('2026-11-21T12:00:00Z'),
        answers: new Map(),
      },
    ]);
    const answer = answerOf('so991ax', new Map([[file.outcode, file]]));
    expect(answer).toMatchObject({ outcome: 'NotRoutable', reason: 'UNKNOWN' });
    expect(alone?.kind === 'not-routable' && alone.next).toEqual(
      answer.outcome === 'NotRoutable' && answer.next,
    );
    expect(JSON.stringify(answer)).toContain('Did you mean');
  });

  it('without a postcode, or whose file did not come, says so', () => {
    const lost = new Map([[outcodeOf(unit('SO23 8UJ')), 'lost' as const]]);
    expect(answerOf('  ', lost)).toEqual({ outcome: 'NoPostcode' });
    expect(answerOf('SO23 8UJ', lost)).toEqual({ outcome: 'NotFetched', outcode: 'SO23' });
    expect(answerOf('SO22 8UJ', lost)).toEqual({ outcome: 'NotFetched', outcode: 'SO22' });
  });

  it('offers what a typing error may have meant, and never takes it for granted', () => {
    const { cause, lines } = answerInWords(answerOf('S023 8UJ', new Map()));
    expect(cause).toBe('not written as a postcode is');
    expect(lines[0]).toContain('Did you mean: SO23 8UJ? Check with the person.');
  });
});

describe('the file made', () => {
  const { release } = questions.atlas;
  const origin = {
    need: 'mental-health',
    as_at: on,
    release: release.id,
    notice: loudNotices(release).join(' '),
  };
  const lines = (heading: string[], fields: string[]): string[][] =>
    parse(
      headingLine(heading) +
        answerLine(fields, addedText({ outcome: 'NoPostcode' }, origin), {
          width: heading.length,
          first: heading.length,
        }),
    );

  it('keeps every column as it was, but for what would run as a formula', () => {
    const given = [
      '007',
      '-5',
      '+1.5',
      '5E9',
      'a,b',
      'say "so"',
      '=1+1',
      '@x',
      '+44 1632 960001',
      '-2+3',
      ' ',
    ];
    const [, row = []] = lines(
      given.map((_, at) => `c${at}`),
      given,
    );
    expect(row.slice(0, given.length)).toEqual([
      '007',
      '-5',
      '+1.5',
      '5E9',
      'a,b',
      'say "so"',
      "'=1+1",
      "'@x",
      "'+44 1632 960001",
      "'-2+3",
      ' ',
    ]);
  });

  it('makes headings safe too, and tells ours apart from one of the same name', () => {
    const [heading = []] = lines(['=x', 'outcome', 'outcome_2'], ['1', '2', '3']);
    expect(heading.slice(0, 5)).toEqual(["'=x", 'outcome', 'outcome_2', 'outcome_3', 'reason']);
  });

  it('pads a short row, so that every answer stands below its heading, and says so', () => {
    const [heading = [], row = []] = lines(['a', 'b', 'c'], ['1']);
    expect(row).toHaveLength(heading.length);
    expect(row[heading.indexOf('message')]).toBe('No postcode in the row.');
    expect(row.at(-1)).toBe('This row has 1 field and the first one 3.');
  });

  it('has the columns of a table sent to the service, in its order and to the letter', async () => {
    const files = await filesFor(TEXTS);
    const texts = ['', ...TEXTS];
    const widths = { width: 1, first: 1 };
    const checked = parse<Record<string, string>>(
      headingLine(['postcode']) +
        texts
          .map((text) => answerLine([text], addedText(answerOf(text, files), origin), widths))
          .join(''),
      { columns: true },
    );
    const table = ['postcode', ...texts.map((text) => `"${text}"`)].join('\n');
    const usual = { need, at: Date.parse('2026-11-21T12:00:00Z'), asAt: on };
    let sent = '';
    for await (const { text } of answerCsv(
      (async function* () {
        yield await Promise.resolve(Buffer.from(table));
      })(),
      { questions, names: {}, usual, after: 0, counts: noCounts() },
    ))
      sent += text;
    const answered = parse<Record<string, string>>(sent, { columns: true });
    expect(answered.map(({ outcome }) => outcome)).toContain('ROUTED');
    expect(answered.map(({ outcome }) => outcome)).toContain('NEEDS_CHOICE');
    const both = ANSWER_COLUMNS.filter(
      (column) => column in (checked[0] ?? {}) && column in (answered[0] ?? {}),
    );
    expect(both).toHaveLength(ANSWER_COLUMNS.length - 7);
    for (const [at, row] of checked.entries()) {
      // The sentence says who answers at a moment, or whom to ring open and closed.
      const same = both.filter((column) => column !== 'message' || row['outcome'] === 'ROUTED');
      const of = (cells: Record<string, string> = {}): unknown[] =>
        same.map((column) => [column, cells[column]]);
      expect(of(row)).toEqual(of(answered[at]));
    }
    expect(ANSWER_COLUMNS.filter((column) => column in (checked[0] ?? {}))).toEqual(
      Object.keys(checked[0] ?? {}).slice(1),
    );
    expect(ANSWER_COLUMNS.filter((column) => column in (answered[0] ?? {}))).toEqual(
      Object.keys(answered[0] ?? {}).slice(1),
    );
  });
});
