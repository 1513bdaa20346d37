import {
  ANSWER_COLUMNS,
  type AnswerCells,
  type AnswerColumn,
  cellsOf,
  columnOf,
  inOneCell,
} from '../domain/answer-columns.ts';
import { SECTORS } from '../domain/need.ts';
import type { NeedsChoice, NotRoutable, Placeless } from '../domain/referral-outcome.ts';
import { loudNotices, type Release } from '../domain/release.ts';
import { shorten } from '../domain/short-answer.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import type { RowFault } from './row-ask.ts';

/** What is put behind the columns of each row; its need and day are its own. */
export const ADDED_COLUMNS: readonly AnswerColumn[] = ANSWER_COLUMNS.filter(
  (column) => !['need', 'as_at', 'row_note'].includes(column),
);

/** As GraphQL has them, and one for rows that could not be asked. */
export const OUTCOME_NAMES = {
  routed: 'ROUTED',
  'needs-choice': 'NEEDS_CHOICE',
  'not-routable': 'NOT_ROUTABLE',
} as const satisfies Record<Placeless['kind'], string>;
export const BAD_ROW = 'BAD_ROW';

type About = {
  readonly release: Release;
  readonly holdsUntil: number | undefined;
};

/** One text for each of the added columns. */
export function outcomeCells(referral: Placeless, { release, holdsUntil }: About): string[] {
  const until = holdsUntil === undefined ? '' : new Date(holdsUntil).toISOString();
  const cells = { ...cellsOf(shorten(referral)), holds_until: until, ...ofRelease(release) };
  switch (referral.kind) {
    case 'routed':
      return inOrder({ ...cells, ...phonesNow(referral.teams) });
    case 'needs-choice':
      return inOrder({ ...cells, message: choiceInWords(referral) });
    case 'not-routable':
      return inOrder({ ...cells, message: refusalInWords(referral) });
  }
}

export function faultCells({ fault, message }: RowFault, release: Release): string[] {
  return inOrder({ outcome: BAD_ROW, reason: fault, message, ...ofRelease(release) });
}

function ofRelease(release: Release): AnswerCells {
  return { release: release.id, notice: loudNotices(release).join(' ') };
}

function inOrder(cells: AnswerCells): string[] {
  return ADDED_COLUMNS.map((column) => cells[column] ?? '');
}

function phonesNow(offers: readonly TeamOffer[]): AnswerCells {
  return Object.fromEntries(
    SECTORS.map((sector) => {
      const answering = offers.filter(({ sectors }) => sectors.includes(sector));
      const phones = answering.map(({ contactNow }) => contactNow?.phone);
      return [columnOf(sector, 'phone_now'), inOneCell(phones)];
    }),
  );
}

function choiceInWords({ question, options, message, urgent, nearby }: NeedsChoice): string {
  const asked = `${question} ${options.map(({ label }) => label).join(' / ')}.`;
  const near = nearby.length > 0 ? [`Postcodes near it: ${nearby.join(', ')}.`] : [];
  const now = urgent.map(({ team, contactNow }: TeamOffer) => `${team.name} ${contactNow?.phone}`);
  const first = now.length > 0 ? [`If it cannot wait: ${now.join(', ')}.`] : [];
  return [...first, message, asked, ...near].join(' ');
}

function refusalInWords({ message, next }: NotRoutable): string {
  const [step] = next;
  return step ? `${message} ${step.label}: ${step.detail}` : message;
}
