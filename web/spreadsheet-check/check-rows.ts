import type { Outcode } from '../../server/domain/postcode.ts';
import { BYTE_ORDER_MARK } from '../take-away/csv.ts';
import { type AnswerInWords, answerInWords } from './answer-in-words.ts';
import { isLoud } from '../words/notices.ts';
import { createCsvReader, isEmpty } from './csv-reader.ts';
import { fetchAll, type FileStore } from './fetch-all.ts';
import { type Alphabet, textOf } from './file-text.ts';
import { answerOf, outcodeIn, type RowAnswer } from './match.ts';
import { addedText, answerLine, headingLine, type Origin } from './result-csv.ts';
import { createTally, type Tally } from './tally.ts';

/** How to read a file, and what to ask about each row. */
export type CheckAsk = {
  readonly file: Blob;
  readonly alphabet: Alphabet;
  readonly delimiter: string;
  readonly hasHeading: boolean;
  /** From 0. */
  readonly column: number;
  readonly need: string;
  readonly date: string;
};

export const PHASES = ['reading', 'fetching', 'matching'] as const;
export type Phase = (typeof PHASES)[number];
export type Progress = { readonly phase: Phase; readonly done: number; readonly total: number };

export type CheckResult = Tally & {
  readonly csv: Blob;
  readonly emptyRows: number;
  readonly unevenRows: number;
  readonly asAt: string;
  /** Null where nothing had to be asked. */
  readonly release: string | null;
  readonly lost: readonly Outcode[];
};

export type Checked =
  | { readonly kind: 'result'; readonly result: CheckResult }
  | { readonly kind: 'fault'; readonly fault: string };

/** Reads the file twice, so that a large one is never held whole: which files to fetch, then each row's answer. */
export async function checkRows(
  ask: CheckAsk,
  store: FileStore,
  tell: (progress: Progress) => void,
): Promise<Checked> {
  const survey = await surveyOf(ask, tell);
  if (survey.kind === 'fault') return survey;
  const fetched = await fetchAll([...survey.outcodes], ask, store, (done, total) => {
    tell({ phase: 'fetching', done, total });
  });
  if (fetched.kind === 'refused') return { kind: 'fault', fault: fetched.message };
  return { kind: 'result', result: await answerRows(ask, survey, store, tell) };
}

type Survey = {
  readonly kind: 'survey';
  readonly outcodes: ReadonlySet<Outcode>;
  readonly width: number;
};

async function surveyOf(
  ask: CheckAsk,
  tell: (progress: Progress) => void,
): Promise<Survey | { readonly kind: 'fault'; readonly fault: string }> {
  const outcodes = new Set<Outcode>();
  let [width, widest, rows] = [0, 0, 0];
  const openQuote = await eachRow(ask, 'reading', tell, (fields, row) => {
    if (fields.length > width) [width, widest] = [fields.length, row];
    if (isHeading(ask, row) || isEmpty(fields)) return;
    rows += 1;
    const outcode = outcodeIn(fields[ask.column] ?? '');
    if (outcode !== undefined) outcodes.add(outcode);
  });
  if (openQuote !== undefined)
    return {
      kind: 'fault',
      fault: `Row ${openQuote}: wanted each quote to be closed, found one that is not. Close it in the spreadsheet, or save it as CSV again.`,
    };
  if (width > MOST_COLUMNS)
    return {
      kind: 'fault',
      fault: `Row ${widest}: wanted at most ${MOST_COLUMNS} fields, found ${width}.`,
    };
  if (rows === 0)
    return {
      kind: 'fault',
      fault: ask.hasHeading ? 'Wanted rows, found only a heading.' : 'Wanted rows, found none.',
    };
  return { kind: 'survey', outcodes, width };
}

/** A table with more is none of people, and every row is made as wide as the widest. */
const MOST_COLUMNS = 1000;

/** Gives the row of a quote that never closes. Rows are counted from 1, as a spreadsheet does. */
async function eachRow(
  { file, alphabet, delimiter }: CheckAsk,
  phase: Phase,
  tell: (progress: Progress) => void,
  take: (fields: readonly string[], row: number) => void,
): Promise<number | undefined> {
  const reader = createCsvReader(delimiter);
  let row = 0;
  for await (const { text, bytes } of textOf(file, alphabet)) {
    for (const fields of reader.read(text)) take(fields, ++row);
    tell({ phase, done: bytes, total: file.size });
  }
  const open = reader.openQuote();
  for (const fields of reader.end()) take(fields, ++row);
  return open;
}

function isHeading({ hasHeading }: CheckAsk, row: number): boolean {
  return hasHeading && row === 1;
}

async function answerRows(
  ask: CheckAsk,
  { width, outcodes }: Survey,
  store: FileStore,
  tell: (progress: Progress) => void,
): Promise<CheckResult> {
  const { column, date: asAt, hasHeading, need } = ask;
  const { id = '', notices = [] } = store.release ?? {};
  const notice = notices.filter(isLoud).join(' ');
  const lines = createLines();
  const tally = createTally();
  const toldOf = rememberedAnswers({ need, as_at: asAt, release: id, notice });
  let [first, emptyRows, unevenRows] = [0, 0, 0];
  await eachRow(ask, 'matching', tell, (fields, row) => {
    if (row === 1) {
      first = fields.length;
      lines.add(headingLine(namesOf(hasHeading ? fields : [], width)));
      if (hasHeading) return;
    }
    if (isEmpty(fields)) {
      emptyRows += 1;
      return;
    }
    const postcode = fields[column] ?? '';
    const answer = answerOf(postcode, store.files);
    const { words, added } = toldOf(answer);
    lines.add(answerLine(fields, added, { width, first }));
    if (fields.length !== first) unevenRows += 1;
    tally.count({ row, postcode, outcome: answer.outcome, ...words });
  });
  return {
    ...tally.result(),
    csv: lines.file(),
    emptyRows,
    unevenRows,
    asAt,
    release: store.release?.id ?? null,
    lost: [...outcodes].filter((outcode) => (store.files.get(outcode) ?? 'lost') === 'lost').sort(),
  };
}

/** Columns without a name get one, so that each of ours stands below its own. */
function namesOf(fields: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => {
    const name = fields[at]?.trim() ?? '';
    return name === '' ? `Column ${at + 1}` : name;
  });
}

type Told = { readonly words: AnswerInWords; readonly added: string };

/** Rows of one outward code mostly share an answer, so its text is made once. */
function rememberedAnswers(origin: Origin): (answer: RowAnswer) => Told {
  const known = new WeakMap<RowAnswer, Told>();
  return (answer) => {
    const before = known.get(answer);
    if (before) return before;
    const told = { words: answerInWords(answer), added: addedText(answer, origin) };
    known.set(answer, told);
    return told;
  };
}

/** So much text at a time goes where it does not fill the memory of scripts, characters. */
const PART = 1_000_000;

function createLines(): { readonly add: (line: string) => void; readonly file: () => Blob } {
  const parts: Blob[] = [];
  let text = BYTE_ORDER_MARK;
  return {
    add: (line) => {
      text += line;
      if (text.length < PART) return;
      parts.push(new Blob([text]));
      text = '';
    },
    file: () => new Blob([...parts, text], { type: 'text/csv;charset=utf-8' }),
  };
}
