import { type Html, html } from './html.ts';

/** What was sent, and is sent again with the answer to the next question, since nothing is kept here. */
export type Sent = {
  readonly postcode: string;
  readonly need: string;
  readonly answers: ReadonlyMap<string, string>;
};

export const PLAIN_PATH = '/plain';
/** More than a pasted address can be; the rest is not read. */
export const LONGEST_POSTCODE = 200;

const ANSWER = 'answer ';

export function readSent(fields: URLSearchParams): Sent {
  return {
    postcode: (fields.get('postcode') ?? '').slice(0, LONGEST_POSTCODE),
    need: fields.get('need') ?? '',
    answers: new Map(
      [...fields]
        .filter(([name]) => name.startsWith(ANSWER))
        .map(([name, value]) => [name.slice(ANSWER.length), value]),
    ),
  };
}

export function nameOfAnswer(key: string): string {
  return `${ANSWER}${key}`;
}

/** Hidden in the form of the next question. */
export function carriedOn({ postcode, need, answers }: Sent): Html[] {
  const given = Array.from(answers, ([key, value]) => [nameOfAnswer(key), value] as const);
  return [['postcode', postcode] as const, ['need', need] as const, ...given].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}
