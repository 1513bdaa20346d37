import type { Sector } from './need.ts';
import type { ShortAnswer } from './outward-file.ts';

const SECTOR_NAMES = {
  HEALTH: 'health',
  SOCIAL_CARE: 'social_care',
  HOUSING: 'housing',
} as const satisfies Record<Sector, string>;

const OF_A_SECTOR = [
  'body',
  'code',
  'team',
  'organisation',
  'phone',
  'phone_out_of_hours',
  'phone_now',
] as const;

export function columnOf<Column extends (typeof OF_A_SECTOR)[number]>(
  sector: Sector,
  column: Column,
): `${Lowercase<Sector>}_${Column}` {
  return `${SECTOR_NAMES[sector]}_${column}`;
}

/** What answers add to a table, in this order, whether it was sent or checked in a browser: each adds what it can tell. */
export const ANSWER_COLUMNS = [
  'outcome',
  'reason',
  'message',
  'confidence',
  ...(['HEALTH', 'SOCIAL_CARE', 'HOUSING'] as const).flatMap((sector) =>
    OF_A_SECTOR.map((column) => columnOf(sector, column)),
  ),
  'holds_until',
  'need',
  'as_at',
  'release',
  'notice',
  'row_note',
] as const;

export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];
/** A column that is not there is blank. */
export type AnswerCells = Readonly<Partial<Record<AnswerColumn, string>>>;

/** As GraphQL has them, in capitals. */
const OUTCOME_CODES = {
  Routed: 'ROUTED',
  NeedsChoice: 'NEEDS_CHOICE',
  NotRoutable: 'NOT_ROUTABLE',
} as const satisfies Record<ShortAnswer['outcome'], string>;

/** All but the message of an answer that names nobody, and what only a moment or a release can tell. */
export function cellsOf(answer: ShortAnswer): AnswerCells {
  const outcome = OUTCOME_CODES[answer.outcome];
  if (answer.outcome !== 'Routed') return { outcome, reason: answer.reason };
  const { confidence, bodies, teams, doubts } = answer;
  const cells: Partial<Record<AnswerColumn, string>> = {
    outcome,
    message: doubts.join(' '),
    confidence,
  };
  const named = [...bodies.map(({ sector }) => sector), ...teams.flatMap(({ sectors }) => sectors)];
  for (const sector of new Set(named)) {
    const own = bodies.filter((body) => body.sector === sector);
    const answering = teams.filter(({ sectors }) => sectors.includes(sector));
    cells[columnOf(sector, 'body')] = inOneCell(own.map(({ name }) => name));
    cells[columnOf(sector, 'code')] = inOneCell(own.map(({ code }) => code));
    cells[columnOf(sector, 'team')] = inOneCell(answering.map(({ name }) => name));
    cells[columnOf(sector, 'organisation')] = inOneCell(answering.map((team) => team.organisation));
    cells[columnOf(sector, 'phone')] = inOneCell(answering.map(({ day }) => day.phone));
    cells[columnOf(sector, 'phone_out_of_hours')] = inOneCell(
      answering.map(({ outOfHours }) => outOfHours?.phone),
    );
  }
  return cells;
}

/** Of several teams the second text is the second one's in every column. */
export function inOneCell(texts: readonly (string | undefined)[]): string {
  return texts.some((text) => text !== undefined)
    ? texts.map((text) => text ?? NOBODY).join(' | ')
    : '';
}

const NOBODY = '–';
