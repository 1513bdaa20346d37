import {
  ANSWER_COLUMNS,
  type AnswerCells,
  type AnswerColumn,
  cellsOf,
} from '../../server/domain/answer-columns.ts';
import { csvCells, keptCells, LINE_END } from '../take-away/csv.ts';
import { messageOf } from './answer-in-words.ts';
import type { RowAnswer } from './match.ts';

/** The answers are for a day: what holds at a moment is left out. The last one is each row's own. */
const COLUMNS = ANSWER_COLUMNS.filter((column) => !/_phone_now$|^holds_until$/.test(column));

/** The columns of the file as they were, and ours after them; a heading that is taken already is told apart. */
export function headingLine(headings: readonly string[]): string {
  const taken = new Set(headings);
  const ours = COLUMNS.map((heading) => {
    let name: string = heading;
    for (let count = 2; taken.has(name); count += 1) name = `${heading}_${count}`;
    return name;
  });
  return `${keptCells(headings)},${csvCells(ours)}${LINE_END}`;
}

/** What was asked of every row, and of which data. */
export type Origin = Readonly<
  Record<Extract<AnswerColumn, 'need' | 'as_at' | 'release' | 'notice'>, string>
>;

/** What an answer adds to every row that has it. */
export function addedText(answer: RowAnswer, origin: Origin): string {
  const cells: AnswerCells = { ...answerCells(answer), ...origin };
  return csvCells(COLUMNS.slice(0, -1).map((column) => cells[column] ?? ''));
}

/** As a table that is sent to the service is answered. */
function answerCells(answer: RowAnswer): AnswerCells {
  switch (answer.outcome) {
    case 'Routed':
      return cellsOf(answer);
    case 'NeedsChoice':
    case 'NotRoutable':
      return { ...cellsOf(answer), message: messageOf(answer) };
    case 'NoPostcode':
      return { outcome: 'NOT_ROUTABLE', reason: 'MALFORMED', message: messageOf(answer) };
    case 'NotFetched':
      return { outcome: 'BAD_ROW', reason: 'NOT_FETCHED', message: messageOf(answer) };
  }
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
