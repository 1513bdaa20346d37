import type { Questions } from '../questions/questions.ts';
import type { BulkAsk } from '../questions/referrals.ts';
import { BulkFault } from './bulk-fault.ts';
import { type ColumnNames, type Columns, columnsOf, hasColumn } from './columns.ts';
import { cellOf, isKeptWhole, keptCell } from './csv-cell.ts';
import { CsvRows, type Row } from './csv-rows.ts';
import { inParts } from './in-parts.ts';
import { ADDED_COLUMNS, faultCells, outcomeCells } from './outcome-cells.ts';
import {
  isRowFault,
  rowFault,
  type RowFault,
  rowReader,
  type Said,
  type Usual,
} from './row-ask.ts';
import { type Counts, settleRows } from './settle-rows.ts';
import { textReader } from './text.ts';

export type CsvBulk = {
  readonly questions: Questions;
  readonly names: ColumnNames;
  readonly usual: Usual;
  /** Rows up to this one were answered before, the header among them: they are read and not asked. */
  readonly after: number;
  /** Counted up as rows are answered. */
  readonly counts: Counts;
};

/** Rows that were answered together, and how far that is. */
export type Answered = {
  readonly text: string;
  /** The number of the last row of it. */
  readonly row: number;
};

/**
 * Answers a table row by row, as it comes: the same rows in the same order, with columns behind them. Holds no more
 * than a piece of it. Throws a `BulkFault` for what is no table; a row that cannot be asked says so itself.
 */
export async function* answerCsv(
  input: AsyncIterable<Uint8Array>,
  bulk: CsvBulk,
): AsyncGenerator<Answered> {
  let row = 0;
  const reader = textReader(() => row);
  let table: Table | undefined;
  let head = '';
  const rowsIn = (
    text: string,
    isLast: boolean,
  ): { readonly rows: Row[]; readonly before: string } => {
    if (table) return { rows: isLast ? table.rows.end() : table.rows.take(text), before: '' };
    head += text;
    table = tableOf(head, bulk, isLast);
    if (!table) return { rows: [], before: '' };
    const header = bulk.after > 0 ? '' : `${reader.hadMark() ? '\uFEFF' : ''}${table.header}`;
    return { rows: [...table.first, ...(isLast ? table.rows.end() : [])], before: header };
  };
  const answered = async function* ({
    rows,
    before,
  }: ReturnType<typeof rowsIn>): AsyncGenerator<Answered> {
    const [reached, left] = [row, rows.filter(({ number }) => number > bulk.after)];
    row = rows.at(-1)?.number ?? row;
    if (before !== '' || left.length === 0)
      yield { text: before, row: left.length > 0 ? reached : row };
    if (!table) return;
    for await (const part of inParts(left, table.width))
      yield { text: await table.answer(part), row: part.at(-1)?.number ?? row };
  };
  for await (const bytes of input) yield* answered(rowsIn(reader.take(bytes), false));
  yield* answered(rowsIn(reader.end(), true));
  if (!table) throw new BulkFault('Wanted a header row, found an empty file.');
}

type Table = {
  readonly rows: CsvRows;
  readonly width: number;
  readonly header: string;
  /** Rows that came with the header. */
  readonly first: Row[];
  readonly answer: (rows: readonly Row[]) => Promise<string>;
};

const SEPARATORS = [',', ';', '\t', '|'];

/** Undefined where the header row has not ended. */
function tableOf(text: string, bulk: CsvBulk, isLast: boolean): Table | undefined {
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text); // a line for Excel alone
  const [line = '', sign] = said ?? [];
  const separators = sign === undefined ? SEPARATORS : [sign];
  const tries = separators.map((separator) => {
    const rows = new CsvRows(separator, said ? 1 : 0);
    const found = rows.take(text.slice(line.length));
    if (isLast && found.length === 0) found.push(...rows.end());
    return { separator, rows, found, header: found[0]?.cells.map((name) => name.trim()) ?? [] };
  });
  const best =
    tries.find(({ header }) => hasColumn(header, 'postcode', bulk.names)) ??
    tries.reduce((one, other) => (other.header.length > one.header.length ? other : one));
  if (best.header.length === 0) return undefined;
  const columns = columnsOf(best.header, bulk.names, bulk.usual.need !== undefined);
  const [first, ...others] = best.found;
  const { separator } = best;
  return {
    rows: best.rows,
    width: best.header.length,
    header: lineOf(
      (first?.cells ?? []).map((name) => keptCell(name, separator)),
      ADDED_COLUMNS,
      separator,
    ),
    first: others,
    answer: answerRows(bulk, { columns, separator, width: best.header.length }),
  };
}

type Layout = { readonly columns: Columns; readonly separator: string; readonly width: number };

function answerRows(
  { questions, usual, counts }: CsvBulk,
  { columns, separator, width }: Layout,
): Table['answer'] {
  const { release } = questions.atlas;
  const tail = (cells: readonly string[]): string =>
    `${cells.map((cell) => `${separator}${cellOf(cell, separator)}`).join('')}\r\n`;
  const settle = settleRows(
    questions,
    {
      settled: (referral, holdsUntil) => tail(outcomeCells(referral, { release, holdsUntil })),
      fault: (fault) => tail(faultCells(fault, release)),
    },
    counts,
  );
  const read = rowReader(questions, usual);
  const askOf = (row: Row): BulkAsk | RowFault => {
    const fault = whyUnfit(row, width);
    if (fault) return fault;
    const asking = read(saidIn(row.cells, columns));
    if (isRowFault(asking)) return asking;
    return { where: { postcode: row.cells[columns.postcode] ?? '' }, asking };
  };
  return async (rows) => {
    const answers = await settle(rows.map(askOf));
    const texts: string[] = [];
    for (const [at, row] of rows.entries())
      texts.push(kept(row, width, separator), answers[at] ?? '');
    return texts.join('');
  };
}

function whyUnfit({ cells, fault }: Row, width: number): RowFault | undefined {
  if (fault !== undefined)
    return rowFault('COLUMNS', `Wanted cells that can be told apart, found ${fault}.`);
  if (cells.length === width) return undefined;
  const lost = cells.length > width ? ' The cells beyond are left out here.' : '';
  return rowFault(
    'COLUMNS',
    `Wanted ${width} cells as in the header, found ${cells.length}.${lost}`,
  );
}

const NO_ANSWERS: Said['answers'] = new Map();

function saidIn(cells: readonly string[], columns: Columns): Said {
  const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? ''));
  return {
    need: cell(columns.need),
    age: cell(columns.age),
    practice: cell(columns.practice),
    asAt: cell(columns.asAt),
    at: '',
    answers: NO_ANSWERS,
  };
}

/** As many cells as the header has, so that the added columns stand below their names. */
function kept({ cells, plain }: Row, width: number, separator: string): string {
  if (plain !== undefined && cells.length === width && isKeptWhole(plain)) return plain;
  let line = '';
  for (let at = 0; at < width; at++)
    line += `${at > 0 ? separator : ''}${keptCell(cells[at] ?? '', separator)}`;
  return line;
}

function lineOf(kept: readonly string[], added: readonly string[], separator: string): string {
  return `${[...kept, ...added].join(separator)}\r\n`;
}
