import { DID_YOU_MEAN } from '../domain/next-steps.ts';
import type { Referral } from '../domain/referral-outcome.ts';
import { isLoud, loudNotices, type Release } from '../domain/release.ts';
import type { Questions } from '../questions/questions.ts';
import { type Html, html } from './html.ts';
import { formOf } from './plain-form.ts';
import { type Fault, questionOf } from './question.ts';
import { referralInHtml } from './referral-in-html.ts';
import { NOTHING_SENT, readSent, type Sent } from './sent.ts';

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

export function createPlainPage({ questions, now, styles }: PlainPageNeeds): PlainPage {
  const formPage = ({ atlas }: Questions, sent: Sent, faults: readonly Fault[]): string =>
    page(
      faults.length > 0 ? 'Error: Find the team' : 'Find the team',
      formOf(sent, atlas.needs, faults),
      atlas.release,
      styles,
    );
  return {
    form: async () => formPage(await questions(), NOTHING_SENT, []),
    answer: async (fields) => {
      const asked = await questions();
      const sent = readSent(fields);
      if (sent.wantsForm) return formPage(asked, sent, []);
      const ask = questionOf(sent, asked.atlas.needs, now());
      if (!('need' in ask)) return formPage(asked, sent, ask);
      const [referral] = await asked.referrals([ask]);
      if (!referral) throw new Error('Asked for one referral, was given none');
      if (isMalformed(referral)) return formPage(asked, sent, [faultIn(referral)]);
      const answer = referralInHtml(referral, { sent, ask, directory: asked.atlas });
      return page(ask.need.name, answer, asked.atlas.release, styles);
    },
  };
}

type Refused = Extract<Referral, { kind: 'not-routable' }>;

function isMalformed(referral: Referral): referral is Refused {
  return referral.kind === 'not-routable' && referral.reason === 'MALFORMED';
}

/** With what may have been meant: to be typed by the asker, never for them. */
function faultIn({ message, next }: Refused): Fault {
  const meant = next.find(({ label }) => label === DID_YOU_MEAN);
  return {
    field: 'postcode',
    text: meant ? `${message}. ${DID_YOU_MEAN} ${meant.detail}` : message,
  };
}

function page(title: string, main: Html, release: Release, styles: readonly string[]): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <title>${title} – Coterminosity</title>
        ${styles.map((address) => html`<link rel="stylesheet" href="${address}" />`)}
      </head>
      <body>
        <div class="nhsuk-width-container">
          <main class="page question">
            ${paragraphs(loudNotices(release))} ${main}
            ${paragraphs(release.notices.filter((notice) => !isLoud(notice)))}
            <p class="nhsuk-body-s">Release ${release.id}. Nothing about a person is stored.</p>
          </main>
        </div>
      </body>
    </html>`.text;
}

function paragraphs(lines: readonly string[]): Html[] {
  return lines.map((line) => html`<p class="nhsuk-body-s">${line}</p>`);
}
