import { BulkFault } from './bulk-fault.ts';
import { ADDED_COLUMNS } from './outcome-cells.ts';

/** Which column holds what, counted from 0; undefined where there is none. */
export type Columns = Readonly<Record<ColumnUse, number | undefined>> & {
  readonly postcode: number;
};

export const COLUMN_USES = ['postcode', 'need', 'age', 'practice', 'asAt'] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** Names given by the asker, for uses whose column is not named as usual. */
export type ColumnNames = Readonly<Partial<Record<ColumnUse, string>>>;

export const USUAL_NAMES: Readonly<Record<ColumnUse, string>> = {
  postcode: 'postcode',
  need: 'need',
  age: 'age',
  practice: 'gp_practice',
  asAt: 'as_at',
};

/** A table with more is none of people, and every row is made as wide as the header: short ones would grow without end. */
const MOST_COLUMNS = 1000;
const ADDED: ReadonlySet<string> = new Set(ADDED_COLUMNS.map(bare));

/** Finds the columns by their names; throws a `BulkFault` where one that is needed is not there once. */
export function columnsOf(
  header: readonly string[],
  names: ColumnNames,
  needIsGiven: boolean,
): Columns {
  if (header.length > MOST_COLUMNS)
    throw new BulkFault(`Row 1: wanted at most ${MOST_COLUMNS} columns, found ${header.length}.`);
  const clash = header.find((name) => ADDED.has(bare(name)));
  if (clash !== undefined)
    throw new BulkFault(
      `Row 1: wanted no column "${shown(clash)}", which is added to every row: give it another name.`,
    );
  const find = (use: ColumnUse): number | undefined => placeOf(header, use, names[use]);
  const postcode = find('postcode');
  if (postcode === undefined) throw missing(header, 'postcode');
  const need = needIsGiven && names.need === undefined ? undefined : find('need');
  if (need === undefined && !needIsGiven) throw missing(header, 'need');
  return { postcode, need, age: find('age'), practice: find('practice'), asAt: find('asAt') };
}

export function hasColumn(header: readonly string[], use: ColumnUse, names: ColumnNames): boolean {
  const name = names[use] ?? USUAL_NAMES[use];
  const wanted = bare(name);
  return header.some((each) => bare(each) === wanted);
}

function placeOf(
  header: readonly string[],
  use: ColumnUse,
  named: string | undefined,
): number | undefined {
  const name = named ?? USUAL_NAMES[use];
  const exact = header.flatMap((each, at) => (each === name ? [at] : []));
  const wanted = bare(name);
  const found =
    exact.length > 0 ? exact : header.flatMap((each, at) => (bare(each) === wanted ? [at] : []));
  if (found.length > 1)
    throw new BulkFault(`Row 1: wanted one column "${shown(name)}", found ${found.length}.`);
  if (found.length === 0 && named !== undefined) throw missing(header, use, named);
  return found[0];
}

/** `GP practice`, `gp_practice` and `gpPractice` are one name. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

function missing(header: readonly string[], use: ColumnUse, named = USUAL_NAMES[use]): BulkFault {
  const found = header.slice(0, MOST_SHOWN).map((name) => `"${shown(name)}"`);
  const more = header.length > MOST_SHOWN ? ` and ${header.length - MOST_SHOWN} more` : '';
  return new BulkFault(
    `Row 1: wanted a column "${shown(named)}", found ${found.join(', ')}${more}.`,
  );
}

const MOST_SHOWN = 10;

function shown(name: string): string {
  return name.replace(/\p{C}/gu, ' ').slice(0, 40);
}
