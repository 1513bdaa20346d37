import { CsvError, parse } from 'csv-parse/sync';

import { Fields } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { readText } from './file.ts';

/** The rows of a file with a header, asked for their columns by name. */
export function readCsv(file: string): Fields[] {
  const [header, ...rows] = readRows(file);
  if (!header) throw new InputFault(`${file}: wanted a header row, found an empty file`);
  const repeated = header.find((name, at) => header.indexOf(name) !== at);
  if (repeated !== undefined)
    throw new InputFault(`${file}: wanted each column once, found "${repeated}" again`);
  return rows.map((row, at) => asFields(row, header, `${file}, row ${at + 2}`));
}

/** The rows of a file without a header, whose first columns are these. */
export function readHeadlessCsv(file: string, columns: readonly string[]): Fields[] {
  return readRows(file).map((row, at) => {
    const where = `${file}, row ${at + 1}`;
    if (row.length < columns.length)
      throw new InputFault(
        `${where}: wanted at least ${columns.length} columns, found ${row.length}`,
      );
    return asFields(row, columns, where);
  });
}

function readRows(file: string): string[][] {
  const text = readText(file, 'CSV');
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new InputFault(`${file}: wanted CSV, found: ${cause.message}`, { cause });
    throw cause;
  }
}

function asFields(row: readonly string[], columns: readonly string[], where: string): Fields {
  return new Fields(Object.fromEntries(columns.map((name, at) => [name, row[at]])), where);
}
