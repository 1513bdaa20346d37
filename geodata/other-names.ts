import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { OtherName, OtherNameSort } from '../server/domain/other-name.ts';
import { shown } from './fields.ts';
import { unfitText } from './free-text.ts';
import { InputFault } from './input-fault.ts';
import { readText } from './read/file.ts';

/** Names and codes of bodies that come with this project. */
export const OUR_OTHER_NAMES = join(import.meta.dirname, 'embedded', 'pack', 'other-names.csv');

const COLUMNS = ['of', 'name', 'sort', 'source'] as const;
type Column = (typeof COLUMNS)[number];

const SORTS: ReadonlyMap<string, OtherNameSort> = new Map([
  ['old-code', 'OLD_CODE'],
  ['short-name', 'SHORT_NAME'],
]);

/** A CSV of other names and codes of bodies: `of` is any code of the body, `source` says who says so. */
export function readOtherNames(file: string): OtherName[] {
  const [header = [], ...rows] = parsed(file);
  const missing = COLUMNS.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new InputFault(`${file}: wanted a column "${missing}", found ${shown(header.join(','))}`);
  return rows.map((row, at) => otherNameOf(row, header, `${file}, row ${at + 2}`));
}

function parsed(file: string): string[][] {
  try {
    return parse(readText(file, 'a table in CSV'), { bom: true, trim: true, skipEmptyLines: true });
  } catch (fault) {
    if (fault instanceof InputFault) throw fault;
    throw new InputFault(
      `${file}: wanted a table in CSV, ${fault instanceof Error ? fault.message : 'found none'}`,
    );
  }
}

function otherNameOf(row: readonly string[], header: readonly string[], where: string): OtherName {
  const cell = (name: Column): string => {
    const text = row[header.indexOf(name)] ?? '';
    if (text === '') throw new InputFault(`${where}: wanted a text in "${name}", found none`);
    const unfit = unfitText(text);
    if (unfit !== undefined)
      throw new InputFault(`${where}: wanted a name or code in "${name}", found ${unfit}`);
    return text;
  };
  const sort = SORTS.get(cell('sort'));
  if (!sort)
    throw new InputFault(
      `${where}: wanted ${[...SORTS.keys()].join(' or ')} in "sort", found ${shown(cell('sort'))}`,
    );
  return { of: cell('of'), name: cell('name'), sort, source: cell('source') };
}
