import type { ShortAnswer, ShortBody, ShortTeam } from '../../server/domain/outward-file.ts';
import { bodyName } from '../words/bodies.ts';
import { sectorsInWords } from '../words/sectors.ts';
import { sentence } from '../words/sentences.ts';
import type { RowAnswer } from './match.ts';
import { CERTAINTY_WORDS, REASON_WORDS } from './outcome-words.ts';

/** An answer as the page shows it. */
export type AnswerInWords = {
  /** Why nobody is named, or how sure the answer is; empty where the outcome says it all. */
  readonly cause: string;
  /** Who, or what to do instead. */
  readonly lines: readonly string[];
};

export function answerInWords(answer: RowAnswer): AnswerInWords {
  switch (answer.outcome) {
    case 'Routed':
      return {
        cause: CERTAINTY_WORDS[answer.confidence],
        lines: [answer.bodies.map(bodyInWords), answer.teams.map(teamInWords)]
          .map((each) => each.join('; '))
          .filter((line) => line !== ''),
      };
    case 'NeedsChoice':
    case 'NotRoutable':
      return { cause: REASON_WORDS[answer.reason], lines: [messageOf(answer)] };
    case 'NoPostcode':
      return { cause: '', lines: [] };
    case 'NotFetched':
      return { cause: '', lines: [messageOf(answer)] };
  }
}

/** For the person who is to act on a row. */
export function messageOf(answer: Exclude<RowAnswer, { outcome: 'Routed' }>): string {
  switch (answer.outcome) {
    case 'NeedsChoice':
      return choiceInWords(answer);
    case 'NotRoutable':
      return [answer.message, ...answer.next.map(({ label, detail }) => `${label}: ${detail}`)]
        .map(sentence)
        .join(' ');
    case 'NoPostcode':
      return 'No postcode in the row.';
    case 'NotFetched':
      return `The answers for ${answer.outcode} could not be fetched. Try again.`;
  }
}

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
