import { readPostcode } from '../../server/domain/postcode.ts';
import { createCsvReader } from './csv-reader.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The sign that parts most rows into the same number of fields, more than one. */
export function guessDelimiter(sample: string): string {
  return DELIMITERS.map((delimiter) => ({ delimiter, fit: fitOf(sample, delimiter) })).reduce(
    (best, each) => (each.fit > best.fit ? each : best),
  ).delimiter;
}

/** How many rows of the sample have as many fields as its first one; none where that is one. */
function fitOf(sample: string, delimiter: string): number {
  const rows = rowsIn(sample, delimiter);
  const width = rows[0]?.length ?? 0;
  return width < 2 ? 0 : rows.filter(({ length }) => length === width).length / rows.length;
}

export function rowsIn(sample: string, delimiter: string): string[][] {
  const reader = createCsvReader(delimiter);
  return [...reader.read(sample), ...reader.end()];
}

export type ColumnLook = {
  readonly heading: string;
  /** Of the rows looked at that have something here, how many have a whole postcode. */
  readonly postcodes: number;
  readonly examples: readonly string[];
};

export type ColumnsLook = {
  readonly columns: readonly ColumnLook[];
  readonly hasHeading: boolean;
  /** The column that looks most like the home's postcode; undefined where none does. */
  readonly guess: number | undefined;
};

const MOST_LOOKED_AT = 500;
const EXAMPLES = 3;
/** Under this share of postcodes a column is none of postcodes. */
const LEAST = 0.5;

const POSTCODE_WORDS = /post\s*_?-?code|\bpcds?\b|\bp\.?\s?code\b/i;
/** Postcodes of others than the person. */
const OTHERS_WORDS =
  /\b(?:gp|practice|surgery|school|work|employer|hospital|ward|referrer|next of kin|nok)\b/i;

/** Looks at the first rows: which column holds postcodes, and whether the first row names the columns. */
export function lookAtColumns(rows: readonly (readonly string[])[]): ColumnsLook {
  const [first = [], ...rest] = rows.slice(0, MOST_LOOKED_AT);
  const width = Math.max(first.length, ...rest.slice(0, MOST_LOOKED_AT).map((row) => row.length));
  const hasHeading = !first.some(isPostcode);
  const data = hasHeading ? rest : [first, ...rest];
  const columns = Array.from({ length: width }, (_, at): ColumnLook => {
    const filled = data.map((row) => row[at]?.trim() ?? '').filter((text) => text !== '');
    return {
      heading: hasHeading ? (first[at]?.trim() ?? '') : '',
      postcodes: filled.length === 0 ? 0 : filled.filter(isPostcode).length / filled.length,
      examples: [...new Set(filled)].slice(0, EXAMPLES),
    };
  });
  return { columns, hasHeading, guess: bestOf(columns) };
}

function bestOf(columns: readonly ColumnLook[]): number | undefined {
  const scores = columns.map(scoreOf);
  const best = Math.max(0, ...scores);
  return best >= LEAST ? scores.indexOf(best) : undefined;
}

function scoreOf({ heading, postcodes }: ColumnLook): number {
  const named = POSTCODE_WORDS.test(heading) ? LEAST : 0;
  const others = OTHERS_WORDS.test(heading) ? LEAST / 2 : 0;
  return postcodes < LEAST && named === 0 ? 0 : postcodes + named - others;
}

function isPostcode(text: string): boolean {
  const { kind } = readPostcode(text);
  return kind === 'unit' || kind === 'no-fixed-abode';
}
