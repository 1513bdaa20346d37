import type { CheckResult, Phase, Progress } from './check-rows.ts';
import type { Alphabet } from './file-text.ts';
import type { ColumnLook } from './guess.ts';
import type { FileLook } from './look-at-file.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

const ALPHABET_WORDS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'the older alphabet of Windows',
} as const satisfies Record<Alphabet, string>;

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** How the file was read, so that a wrong guess is seen. */
export function fileInWords(
  { size }: Pick<File, 'size'>,
  { alphabet, delimiter, columns }: FileLook,
): string {
  const parted = columns.length > 1 ? `, parted by ${DELIMITER_WORDS[delimiter] ?? delimiter}` : '';
  return `${sizeInWords(size)}, ${counted(columns.length, 'column')}${parted}, letters in ${ALPHABET_WORDS[alphabet]}.`;
}

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Said where letters may come out wrong. */
export function alphabetInWords(alphabet: Alphabet): string | null {
  return alphabet === 'windows-1252'
    ? 'The file is not UTF-8, so it is read in the older alphabet of Windows. If names with accents look wrong, save it as “CSV UTF-8”. Postcodes are the same in both.'
    : null;
}

export const NO_COLUMN =
  'No column looks like one of postcodes. Choose one all the same, or another file.';

export function columnInWords({ heading }: ColumnLook, at: number): string {
  return heading === '' ? `Column ${at + 1}` : `${heading} (column ${at + 1})`;
}

/** So that the choice can be checked by eye. */
export function postcodesInWords({ postcodes, examples }: ColumnLook): string {
  if (examples.length === 0) return 'The first rows have nothing in this column.';
  const share =
    postcodes === 1 ? 'All' : postcodes === 0 ? 'None' : `${Math.floor(postcodes * 100)} %`;
  return `${share} of the first rows have a whole postcode here, such as: ${examples.map((each) => each.slice(0, 20)).join(', ')}.`;
}

const PHASE_WORDS = {
  reading: 'Reading the file',
  fetching: 'Fetching answers',
  matching: 'Matching the rows',
} as const satisfies Record<Phase, string>;

/** Where each begins on a bar from 0 to 1, as long as they take. */
const PHASE_BEGINS = { reading: 0, fetching: 0.15, matching: 0.7 } as const satisfies Record<
  Phase,
  number
>;
const PHASE_ENDS = { reading: 0.15, fetching: 0.7, matching: 1 } as const satisfies Record<
  Phase,
  number
>;

export function phaseInWords({ phase }: Progress): string {
  return PHASE_WORDS[phase];
}

export function progressInWords(progress: Progress): string {
  const { phase, done, total } = progress;
  const detail =
    phase === 'fetching'
      ? `: ${done} of ${counted(total, 'first half', 'first halves')} of postcodes`
      : '';
  return `${phaseInWords(progress)}${detail} …`;
}

export function wholeShare({ phase, done, total }: Progress): number {
  const share = total === 0 ? 1 : done / total;
  return PHASE_BEGINS[phase] + share * (PHASE_ENDS[phase] - PHASE_BEGINS[phase]);
}

const MOST_NAMED = 8;

export function lostInWords(lost: readonly string[]): string {
  const named = lost.slice(0, MOST_NAMED).join(', ');
  const more = lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : '';
  return `The answers for ${named}${more} could not be fetched.`;
}

/** What of the file is not in the counts, or not as its first row. */
export function leftOutInWords({
  emptyRows,
  unevenRows,
}: Pick<CheckResult, 'emptyRows' | 'unevenRows'>): string[] {
  return [
    ...(emptyRows > 0 ? [`${counted(emptyRows, 'empty row')} left out.`] : []),
    ...(unevenRows > 0
      ? [
          `${counted(unevenRows, 'row')} with more or fewer fields than the first one: kept, and marked in row_note. Check that the postcode stands in the right column there.`,
        ]
      : []),
  ];
}

export function shownInWords(shown: number, all: number): string {
  return shown === all
    ? counted(all, 'row')
    : `The first ${shown} of ${counted(all, 'row')}: the file has them all`;
}
