import { shown } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import type { Progress } from '../progress.ts';
import type { CsvRow } from './csv-row.ts';
import { type CsvRows, csvRows } from './csv-rows.ts';

/** Uses a row; throws an `InputFault` for one that cannot be trusted. */
export type UseRow = (row: CsvRow) => void;

export type Layout =
  /** The first row names the columns. */
  | { readonly header: true; readonly begin: (columns: readonly string[]) => UseRow }
  /** Columns are told by their place, and there are at least so many. */
  | { readonly header: false; readonly columns: number; readonly use: UseRow };

/** Rows that cannot be trusted, a sentence each: set aside while they are few, and listed. */
export type Quarantine = { readonly sentences: string[] };

/** Says each, so that none is lost in silence. */
export function reportSetAside({ sentences }: Quarantine, what: string, progress: Progress): void {
  if (sentences.length === 0) return;
  progress.say(`${what} rows set aside: ${sentences.length}`);
  for (const sentence of sentences) progress.say(`Set aside: ${sentence}`);
}

/** Of the rows of a file, those that may be set aside: one in so many. */
const ONE_IN = 1000;
/** Past these a file is refused without reading on. */
const MOST_SET_ASIDE = 10_000;

/** The rows of one table, each as long as the first. Bad ones go to the quarantine; too many, or none good, and the table is refused. */
export function tableRows(
  file: string,
  layout: Layout,
  { sentences }: Quarantine,
): CsvRows & { readonly count: () => number } {
  const before = sentences.length;
  let [width, count] = [0, 0];
  let use: UseRow | undefined;
  const setAside = (sentence: string): void => {
    sentences.push(sentence);
    if (sentences.length - before > MOST_SET_ASIDE) throw tooMany(sentences.slice(before), count);
  };
  const rows = csvRows(file, (row) => {
    if (!use) {
      width = row.count;
      use = layout.header ? layout.begin(columnsOf(row)) : headless(row, layout);
      if (layout.header) return;
    }
    count++;
    try {
      checkWidth(row, width);
      use(row);
    } catch (fault) {
      if (!(fault instanceof InputFault) || !row.hasEnd) throw fault;
      setAside(fault.message);
    }
  });
  return {
    take: rows.take,
    count: () => count,
    end: () => {
      rows.end();
      if (!use)
        throw new InputFault(
          `${file}: wanted ${layout.header ? 'a header row' : 'rows'}, found an empty file`,
        );
      if (count === 0) throw new InputFault(`${file}: wanted rows below the header, found none`);
      const aside = sentences.slice(before);
      if (aside.length * ONE_IN > count) throw tooMany(aside, count);
    },
  };
}

function tooMany([first = '', ...others]: readonly string[], rows: number): InputFault {
  const many = others.length + 1;
  return new InputFault(
    `${first}; ${many} of ${rows} rows cannot be trusted, and only 1 in 1,000 may be set aside`,
  );
}

/** A file may end at the end of a row and yet be cut short: only its publisher's count tells. Null counts nothing. */
export function checkRowCount(file: string, wanted: number | null, found: number): void {
  if (wanted !== null && wanted !== found)
    throw new InputFault(
      `${file}: wanted ${wanted} rows, as the manifest says, found ${found}: it is cut short, or another file`,
    );
}

function headless(row: CsvRow, { columns, use }: Extract<Layout, { header: false }>): UseRow {
  if (row.count < columns)
    throw new InputFault(
      `${row.where}: wanted at least ${columns} columns, found ${row.count}${hint(row)}`,
    );
  return use;
}

function checkWidth(row: CsvRow, width: number): void {
  if (row.fault !== undefined) throw new InputFault(`${row.where}: ${row.fault}`);
  if (row.count === width) return;
  const end = row.hasEnd ? '' : ' at the end of the file: it is cut short';
  throw new InputFault(`${row.where}: wanted ${width} columns, found ${row.count}${end}`);
}

/** Names that every object has anyway, and that no publisher uses. */
const OBJECT_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));

function columnsOf(row: CsvRow): string[] {
  if (row.fault !== undefined) throw new InputFault(`${row.where}: ${row.fault}`);
  const columns = Array.from({ length: row.count }, (_, at) => row.text(at).trim());
  const odd = columns.find((name) => OBJECT_NAMES.has(name));
  if (odd !== undefined)
    throw new InputFault(`${row.where}: wanted names of columns, found "${odd}"`);
  const repeated = columns.find((name, at) => columns.indexOf(name) !== at && name !== '');
  if (repeated !== undefined)
    throw new InputFault(`${row.where}: wanted each column once, found "${shown(repeated)}" again`);
  const separated = hint(row);
  if (separated !== '')
    throw new InputFault(
      `${row.where}: wanted columns separated by commas, found "${shown(row.text(0).slice(0, 60))}"${separated}`,
    );
  return columns;
}

const OTHER_SEPARATORS: readonly (readonly [sign: string, name: string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
  ['\u00ac', 'not signs'],
];

/** What a table of one column may have been meant as. */
function hint(row: CsvRow): string {
  if (row.count > 1) return '';
  const text = row.text(0);
  if (/^sep=/i.test(text)) return ': take out this line, which is for a spreadsheet';
  const sign = OTHER_SEPARATORS.find(([separator]) => text.includes(separator));
  return sign ? `: it is separated by ${sign[1]}, so save it as CSV with commas` : '';
}
