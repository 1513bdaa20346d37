import { BulkFault } from './bulk-fault.ts';

export type Row = {
  /** Counts from 1; the header is 1, blank lines count too. */
  readonly number: number;
  readonly cells: readonly string[];
  /** The whole of it as it stood, where there is no quotation mark in it. */
  readonly plain: string | undefined;
  /** Why its cells cannot be told apart for certain. */
  readonly fault: string | undefined;
};

/** One row may be so long, in characters: more is a quotation mark that nobody closed. */
export const LONGEST_ROW = 64 * 1024;

/**
 * Takes a table in pieces and gives its rows: RFC 4180, with any kind of line end. `take` gives the rows that are
 * whole; what is left of a piece waits for the next one.
 */
export class CsvRows {
  readonly #separator: string;
  #rest = '';
  #number = 0;

  /** A row number to go on after, where the first ones were read before. */
  constructor(separator: string, after = 0) {
    this.#separator = separator;
    this.#number = after;
  }

  take(text: string): Row[] {
    return this.#read(this.#rest + text, false);
  }

  end(): Row[] {
    return this.#rest === '' ? [] : this.#read(this.#rest, true);
  }

  #read(text: string, isLast: boolean): Row[] {
    const rows: Row[] = [];
    const ends = new LineEnds(text, isLast);
    let from = 0;
    while (from < text.length) {
      const end = ends.after(from);
      if (end === undefined) break;
      const line = text.slice(from, end.at);
      if (!line.includes('"')) {
        this.#number++;
        if (line !== '') rows.push(this.#row(line.split(this.#separator), { plain: line }));
        from = end.next;
        continue;
      }
      const quoted = cellsFrom(text, from, this.#separator, isLast);
      if (!quoted) break;
      this.#number++;
      rows.push(this.#row(quoted.cells, quoted));
      from = quoted.next;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > LONGEST_ROW)
      throw new BulkFault(
        `Row ${this.#number + 1}: wanted a row of at most ${LONGEST_ROW} characters, found a longer one: a quotation mark may not be closed.`,
      );
    if (isLast && this.#rest !== '')
      throw new BulkFault(
        `Row ${this.#number + 1}: wanted the end of a quoted cell, found the end of the file: it is cut short.`,
      );
    return rows;
  }

  #row(cells: readonly string[], { plain, fault }: Partial<Pick<Row, 'plain' | 'fault'>>): Row {
    return { number: this.#number, cells, plain, fault };
  }
}

type LineEnd = { readonly at: number; readonly next: number };

/** CR LF, LF or CR, whichever comes next; each kind is looked for once. */
class LineEnds {
  readonly #text: string;
  readonly #isLast: boolean;
  #lf = -1;
  #cr = -1;

  constructor(text: string, isLast: boolean) {
    this.#text = text;
    this.#isLast = isLast;
  }

  /** Undefined where the line may go on. */
  after(from: number): LineEnd | undefined {
    const text = this.#text;
    if (this.#lf < from) this.#lf = found(text.indexOf('\n', from));
    if (this.#cr < from) this.#cr = found(text.indexOf('\r', from));
    const at = Math.min(this.#lf, this.#cr);
    if (at === Infinity) return this.#isLast ? { at: text.length, next: text.length } : undefined;
    if (at === this.#lf) return { at, next: at + 1 };
    if (at + 1 === text.length && !this.#isLast) return undefined; // an LF may follow
    return { at, next: this.#lf === at + 1 ? at + 2 : at + 1 };
  }
}

function found(at: number): number {
  return at < 0 ? Infinity : at;
}

type Quoted = {
  readonly cells: readonly string[];
  readonly fault: string | undefined;
  readonly next: number;
};

/** A row with quotation marks in it; undefined where it does not end in this text. */
function cellsFrom(
  text: string,
  start: number,
  separator: string,
  isLast: boolean,
): Quoted | undefined {
  const cells: string[] = [];
  let isClear = true;
  for (let from = start; ;) {
    const cell = cellFrom(text, from, separator);
    if (!cell || (cell.end === text.length && !isLast)) return undefined;
    cells.push(cell.text);
    isClear &&= cell.isClear;
    if (text[cell.end] === separator) {
      from = cell.end + 1;
      continue;
    }
    const next = afterLineEnd(text, cell.end, isLast);
    if (next === undefined) return undefined;
    return { cells, fault: isClear ? undefined : UNCLEAR, next };
  }
}

const UNCLEAR = 'a quotation mark inside one that is not doubled';

type CellRead = { readonly text: string; readonly end: number; readonly isClear: boolean };

/** Undefined where its quotation mark is not closed. */
function cellFrom(text: string, from: number, separator: string): CellRead | undefined {
  if (text[from] !== '"') {
    const end = endOfCell(text, from, separator);
    const plain = text.slice(from, end);
    return { text: plain, end, isClear: !plain.includes('"') };
  }
  const close = closing(text, from + 1);
  if (close === undefined) return undefined;
  const end = endOfCell(text, close + 1, separator);
  const behind = text.slice(close + 1, end);
  const inside = text.slice(from + 1, close).replaceAll('""', '"');
  return { text: inside + behind, end, isClear: behind === '' };
}

/** Undefined where the line end may have a second half that is still to come. */
function afterLineEnd(text: string, at: number, isLast: boolean): number | undefined {
  if (text[at] !== '\r') return at + 1;
  if (at + 1 === text.length && !isLast) return undefined;
  return text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** Of the quotation mark that closes a cell. */
function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return undefined;
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || sign === '\r') return at;
    at++;
  }
  return at;
}
