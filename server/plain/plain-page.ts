import { londonDate } from '../domain/london-time.ts';
import type { Need } from '../domain/need.ts';
import type { Referral } from '../domain/referral-outcome.ts';
import type { Release } from '../domain/release.ts';
import type { Questions } from '../questions/questions.ts';
import { type Html, html } from './html.ts';
import { referralInHtml } from './referral-in-html.ts';
import { LONGEST_POSTCODE, PLAIN_PATH, readSent, type Sent } from './sent.ts';

/** The lookup without script: a form, and its answer, as plain pages. */
export type PlainPage = {
  readonly form: () => Promise<string>;
  readonly answer: (fields: URLSearchParams) => Promise<string>;
};

type PlainPageNeeds = {
  readonly questions: () => Promise<Questions>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Addresses of the style sheets of the other pages. */
  readonly styles: readonly string[];
};

/** What is wrong, and in which field it is mended. */
type Fault = { readonly field: 'postcode' | 'need'; readonly text: string };

const NOTHING_SENT: Sent = { postcode: '', need: '', answers: new Map() };

export function createPlainPage({ questions, now, styles }: PlainPageNeeds): PlainPage {
  return {
    form: async () => {
      const { atlas } = await questions();
      return page('Find the team', formOf(NOTHING_SENT, atlas.needs, []), atlas.release, styles);
    },
    answer: async (fields) => {
      const { atlas, referrals } = await questions();
      const sent = readSent(fields);
      const need = atlas.needs.find(({ id }) => id === sent.need);
      const again = (faults: readonly Fault[]): string =>
        page('Error: Find the team', formOf(sent, atlas.needs, faults), atlas.release, styles);
      const isEmpty = sent.postcode.trim() === '';
      if (!need || isEmpty)
        return again([
          ...(isEmpty ? [{ field: 'postcode', text: 'Enter a postcode' } as const] : []),
          ...(need ? [] : [{ field: 'need', text: 'Choose what the person needs' } as const]),
        ]);
      const at = now();
      const { postcode, answers } = sent;
      const ask = { where: { postcode }, need, age: undefined, practice: undefined };
      const [referral] = await referrals([{ ...ask, on: londonDate(at), at, answers }]);
      if (!referral) throw new Error('Asked for one referral, was given none');
      if (isMalformed(referral)) return again([{ field: 'postcode', text: referral.message }]);
      return page(need.name, referralInHtml(referral, { sent, need, at }), atlas.release, styles);
    },
  };
}

function isMalformed(referral: Referral): referral is Extract<Referral, { kind: 'not-routable' }> {
  return referral.kind === 'not-routable' && referral.reason === 'MALFORMED';
}

function formOf(sent: Sent, needs: readonly Need[], faults: readonly Fault[]): Html {
  return html`${faults.length > 0 ? problems(faults) : null}
    <h1 class="nhsuk-heading-xl">Find the team</h1>
    <p>Who is responsible for a person, and the number that answers now.</p>
    <form method="post" action="${PLAIN_PATH}" autocomplete="off">
      <p>
        <label class="nhsuk-label" for="postcode">Postcode of the person’s home</label>
        <span class="nhsuk-hint">For example, SO23 8UJ. For no fixed abode, ZZ99 3VZ</span>
        <input
          class="nhsuk-input nhsuk-input--width-10"
          id="postcode"
          name="postcode"
          value="${sent.postcode}"
          maxlength="${LONGEST_POSTCODE}"
          autocomplete="postal-code"
          spellcheck="false"
        />
      </p>
      <p>
        <label class="nhsuk-label" for="need">What the person needs</label>
        <select class="nhsuk-select" id="need" name="need">
          <option value="">Choose a need</option>
          ${needs.map(({ id, name }) =>
            id === sent.need
              ? html`<option value="${id}" selected>${name}</option>`
              : html`<option value="${id}">${name}</option>`,
          )}
        </select>
      </p>
      <button class="nhsuk-button" type="submit">Find the team</button>
    </form>
    <p>
      If someone is in danger now, ring <a href="tel:999">999</a>. For urgent medical advice ring
      <a href="tel:111">111</a>.
    </p>`;
}

function problems(faults: readonly Fault[]): Html {
  return html`<div class="nhsuk-error-summary" role="alert">
    <h2 class="nhsuk-error-summary__title">There is a problem</h2>
    <ul class="nhsuk-list nhsuk-error-summary__list">
      ${faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
    </ul>
  </div>`;
}

function page(title: string, main: Html, release: Release, styles: readonly string[]): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} – Coterminosity</title>
        ${styles.map((address) => html`<link rel="stylesheet" href="${address}" />`)}
      </head>
      <body>
        <div class="nhsuk-width-container">
          <main class="page question">
            ${paragraphs(release.notices.filter(isLoud))} ${main}
            ${paragraphs(release.notices.filter((notice) => !isLoud(notice)))}
            <p class="nhsuk-body-s">Release ${release.id}. Nothing about a person is stored.</p>
          </main>
        </div>
      </body>
    </html>`.text;
}

/** What nobody may miss stands above the answer, the rest below it. */
function isLoud(notice: string): boolean {
  return /demonstration|invented/i.test(notice);
}

function paragraphs(lines: readonly string[]): Html[] {
  return lines.map((line) => html`<p class="nhsuk-body-s">${line}</p>`);
}
