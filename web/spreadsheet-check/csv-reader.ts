/** Takes a CSV text piece by piece, and gives its rows as they become whole. */
export type CsvReader = {
  readonly read: (text: string) => string[][];
  /** What is left when the text has ended. */
  readonly end: () => string[][];
  /** The row, counted from 1, in which a quote was opened that is still open. */
  readonly openQuote: () => number | undefined;
};

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

type State = 'start' | 'plain' | 'quoted' | 'closing';

/**
 * RFC 4180, and what spreadsheets write beyond it: rows end with LF, CR or both, quotes within a plain field are
 * part of it, and so is text after a closing quote. Reads once, keeping no more than the row it is in.
 */
export function createCsvReader(delimiter: string): CsvReader {
  const comma = delimiter.charCodeAt(0);
  let state: State = 'start';
  let field = '';
  let row: string[] = [];
  let rows: string[][] = [];
  let count = 0;
  let afterReturn = false;

  const endField = (): void => {
    row.push(field);
    field = '';
    state = 'start';
  };
  const endRow = (): void => {
    endField();
    rows.push(row);
    row = [];
    count += 1;
  };

  /** Each takes what it can from `at` on and says where the next begins. */
  const start = (text: string, at: number): number => {
    const isQuote = text.charCodeAt(at) === QUOTE;
    state = isQuote ? 'quoted' : 'plain';
    return isQuote ? at + 1 : at;
  };
  const plain = (text: string, at: number): number => {
    let end = at;
    let code = text.charCodeAt(end);
    while (end < text.length && code !== comma && code !== LINE_FEED && code !== RETURN)
      code = text.charCodeAt(++end);
    field += text.slice(at, end);
    if (end === text.length) return end;
    if (code === comma) endField();
    else endRow();
    afterReturn = code === RETURN;
    return end + 1;
  };
  const quoted = (text: string, at: number): number => {
    const end = text.indexOf('"', at);
    field += text.slice(at, end < 0 ? text.length : end);
    if (end < 0) return text.length;
    state = 'closing';
    return end + 1;
  };
  const closing = (text: string, at: number): number => {
    const isDoubled = text.charCodeAt(at) === QUOTE;
    if (isDoubled) field += '"';
    state = isDoubled ? 'quoted' : 'plain';
    return isDoubled ? at + 1 : at;
  };
  const steps = { start, plain, quoted, closing } as const satisfies Record<State, typeof start>;

  const whole = (): string[][] => {
    const made = rows;
    rows = [];
    return made;
  };
  return {
    read: (text) => {
      let at = 0;
      while (at < text.length) {
        if (afterReturn && text.charCodeAt(at) === LINE_FEED) at += 1;
        afterReturn = false;
        if (at < text.length) at = steps[state](text, at);
      }
      return whole();
    },
    end: () => {
      if (row.length > 0 || state !== 'start') endRow();
      return whole();
    },
    openQuote: () => (state === 'quoted' ? count + 1 : undefined),
  };
}

/** True for a row without a word in it, such as spreadsheets put after the last. */
export function isEmpty(row: readonly string[]): boolean {
  return row.every((field) => field.trim() === '');
}
