import { type Cell, csvLine } from '../take-away/csv.ts';
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
  return csvLine({ kept: headings, added: ours });
}

export type AnsweredRow = {
  readonly fields: readonly string[];
  readonly cells: AnswerCells;
  /** Need, day, release and loud notices. */
  readonly origin: readonly string[];
};

/** Every row as wide as the widest, so that ours stand below their headings; `first` is how many fields the first one has. */
export function answerLine(
  { fields, cells, origin }: AnsweredRow,
  { width, first }: { readonly width: number; readonly first: number },
): string {
  const { outcome, reason, certainty, bodies, teams, phones, message } = cells;
  const note =
    fields.length === first
      ? null
      : `This row has ${fields.length} fields, the first one ${first}.`;
  const added: Cell[] = [
    outcome,
    reason,
    certainty,
    bodies,
    teams,
    phones,
    message,
    ...origin,
    note,
  ];
  const kept = [...fields, ...new Array<string>(width - fields.length).fill('')];
  return csvLine({ kept, added });
}
