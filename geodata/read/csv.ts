import { Fields } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import type { CsvRow } from './csv-row.ts';
import { readWhole } from './file.ts';
import { type Layout, type Quarantine, tableRows } from './table.ts';

/** The rows of a file with a header, asked for their columns by name. None is set aside: such tables are small. */
export function readCsv(file: string): Fields[] {
  const rows: Fields[] = [];
  const quarantine: Quarantine = { sentences: [] };
  const begin = (columns: readonly string[]) => (row: CsvRow) => {
    rows.push(asFields(row, columns));
  };
  readTable(file, { header: true, begin }, quarantine);
  const [sentence] = quarantine.sentences;
  if (sentence !== undefined) throw new InputFault(sentence);
  return rows;
}

/**
 * Uses the rows of a file without a header, whose first columns are these; those that `use` refuses are set
 * aside. Returns how many rows there were.
 */
export function readHeadlessCsv(
  file: string,
  columns: readonly string[],
  use: (row: Fields) => void,
  quarantine: Quarantine,
): number {
  const useRow = (row: CsvRow): void => {
    use(asFields(row, columns));
  };
  return readTable(file, { header: false, columns: columns.length, use: useRow }, quarantine);
}

function readTable(file: string, layout: Layout, quarantine: Quarantine): number {
  const rows = tableRows(file, layout, quarantine);
  rows.take(readWhole(file));
  rows.end();
  return rows.count();
}

function asFields(row: CsvRow, columns: readonly string[]): Fields {
  return new Fields(Object.fromEntries(columns.map((name, at) => [name, row.text(at)])), row.where);
}
