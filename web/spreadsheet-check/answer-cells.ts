import type { ShortAnswer, ShortBody, ShortTeam } from '../../server/domain/outward-file.ts';
import { bodyName } from '../words/bodies.ts';
import { sectorsInWords } from '../words/sectors.ts';
import { sentence } from '../words/sentences.ts';
import type { RowAnswer } from './match.ts';
import { CERTAINTY_WORDS, OUTCOME_WORDS, REASON_WORDS } from './outcome-words.ts';

/** An answer as the cells of a row. */
export type AnswerCells = {
  readonly outcome: string;
  readonly reason: string;
  readonly certainty: string;
  readonly bodies: string;
  readonly teams: string;
  readonly phones: string;
  readonly message: string;
};

export function answerCells(answer: RowAnswer): AnswerCells {
  const outcome = OUTCOME_WORDS[answer.outcome];
  switch (answer.outcome) {
    case 'Routed':
      return {
        outcome,
        reason: '',
        certainty: CERTAINTY_WORDS[answer.confidence],
        bodies: answer.bodies.map(bodyInWords).join('; '),
        teams: answer.teams.map(teamInWords).join('; '),
        phones: answer.teams.map(phonesInWords).join('; '),
        message: answer.doubts.map(sentence).join(' '),
      };
    case 'NeedsChoice':
      return {
        ...BLANK,
        outcome,
        reason: REASON_WORDS[answer.reason],
        message: choiceInWords(answer),
      };
    case 'NotRoutable':
      return {
        ...BLANK,
        outcome,
        reason: REASON_WORDS[answer.reason],
        message: nobodyInWords(answer),
      };
    case 'NoPostcode':
      return { ...BLANK, outcome };
    case 'NotFetched':
      return {
        ...BLANK,
        outcome,
        message: `The answers for ${answer.outcode} could not be fetched. Try again.`,
      };
  }
}

const BLANK = {
  reason: '',
  certainty: '',
  bodies: '',
  teams: '',
  phones: '',
  message: '',
} as const;

function bodyInWords(body: ShortBody): string {
  return `${sectorsInWords([body.sector])}: ${bodyName(body)}${body.presumed ? ' (presumed)' : ''}`;
}

function teamInWords({ name, organisation, sectors, tied }: ShortTeam): string {
  const others = tied ? ', one of several that fit' : '';
  return `${name}, ${organisation} (${sectorsInWords(sectors).toLowerCase()}${others})`;
}

function phonesInWords({ name, day, outOfHours }: ShortTeam): string {
  const closed = outOfHours
    ? `when closed ${outOfHours.phone} (${outOfHours.label})`
    : 'when closed nobody answers';
  return `${name}: when open ${day.phone} (${day.label}), ${closed}`;
}

function choiceInWords({
  urgent,
  message,
  question,
  options,
}: Extract<ShortAnswer, { outcome: 'NeedsChoice' }>): string {
  const first =
    urgent.length > 0 ? [`Ring before asking: ${urgent.map(phonesInWords).join('; ')}.`] : [];
  return [...first, message, question, `(${options.join(' / ')})`].join(' ');
}

function nobodyInWords({
  message,
  next,
}: Extract<ShortAnswer, { outcome: 'NotRoutable' }>): string {
  return [message, ...next.map(({ label, detail }) => `${label}: ${detail}`)]
    .map(sentence)
    .join(' ');
}
