import { type Html, html } from './html.ts';

/** The fields of the form, as they are sent. */
export const FIELDS = ['postcode', 'need', 'practice', 'age', 'day'] as const;
export type Field = (typeof FIELDS)[number];

/** What was sent, and is sent again with the answer to the next question, since nothing is kept here. */
export type Sent = Readonly<Record<Field, string>> & {
  readonly answers: ReadonlyMap<string, string>;
  /** The form is wanted again, with all that was sent in it. */
  readonly wantsForm: boolean;
};

export const PLAIN_PATH = '/plain';
/** More than a pasted address can be; the rest is not read. */
export const LONGEST_POSTCODE = 200;

const ANSWER = 'answer ';
const CHANGE = 'change';

export function readSent(fields: URLSearchParams): Sent {
  const field = (name: Field): string => (fields.get(name) ?? '').trim().slice(0, LONGEST_POSTCODE);
  return {
    postcode: field('postcode'),
    need: field('need'),
    practice: field('practice'),
    age: field('age'),
    day: field('day'),
    answers: new Map(
      [...fields]
        .filter(([name]) => name.startsWith(ANSWER))
        .map(([name, value]) => [name.slice(ANSWER.length), value]),
    ),
    wantsForm: fields.has(CHANGE),
  };
}

export const NOTHING_SENT: Sent = readSent(new URLSearchParams());

export function nameOfAnswer(key: string): string {
  return `${ANSWER}${key}`;
}

/** Hidden in the form of the next question. */
export function carriedOn(sent: Sent): Html[] {
  const given = Array.from(sent.answers, ([key, value]) => [nameOfAnswer(key), value] as const);
  return [...FIELDS.map((name) => [name, sent[name]] as const), ...given]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

/** Back to the form, by a button: a link would have to carry what was typed in its address. */
export function changeButton(sent: Sent): Html {
  return html`<form method="post" action="${PLAIN_PATH}">
    ${carriedOn({ ...sent, answers: new Map() })}
    <button class="nhsuk-button nhsuk-button--secondary" name="${CHANGE}" value="1">
      Change what you entered
    </button>
  </form>`;
}
