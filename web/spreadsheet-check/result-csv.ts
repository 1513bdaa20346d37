import { csvCells, keptCells, LINE_END } from '../take-away/csv.ts';
import type { AnswerCells } from './answer-cells.ts';

const HEADINGS = [
  'outcome',
  'reason',
  'certainty',
  'bodies',
  'teams',
  'phones',
  'message',
  'need',
  'as_at',
  'release',
  'notice',
  'row_note',
] as const;

/** The columns of the file as they were, and ours after them; a heading that is taken already is told apart. */
export function headingLine(headings: readonly string[]): string {
  const taken = new Set(headings);
  const ours = HEADINGS.map((heading) => {
    let name: string = heading;
    for (let count = 2; taken.has(name); count += 1) name = `${heading}_${count}`;
    return name;
  });
  return `${keptCells(headings)},${csvCells(ours)}${LINE_END}`;
}

/** What an answer adds to every row that has it; `origin` is the need, the day, the release and loud notices. */
export function addedText(cells: AnswerCells, origin: readonly string[]): string {
  const { outcome, reason, certainty, bodies, teams, phones, message } = cells;
  return csvCells([outcome, reason, certainty, bodies, teams, phones, message, ...origin]);
}

export type Widths = {
  /** Of the widest row. */
  readonly width: number;
  /** Of the first one. */
  readonly first: number;
};

/** Every row as wide as the widest, so that what is added stands below its headings. */
export function answerLine(
  fields: readonly string[],
  added: string,
  { width, first }: Widths,
): string {
  const missing = ','.repeat(width - fields.length);
  const note =
    fields.length === first
      ? ''
      : `This row has ${fields.length} field${fields.length === 1 ? '' : 's'} and the first one ${first}.`;
  return `${keptCells(fields)}${missing},${added},${note}${LINE_END}`;
}
