import { dayInWords } from '../domain/calendar.ts';
import { holdsUntil } from '../domain/holds-until.ts';
import { londonDate } from '../domain/london-time.ts';
import { SECTOR_IN_WORDS } from '../domain/need.ts';
import type { NotRoutable, Referral, Routed } from '../domain/referral-outcome.ts';
import { bankHolidayOf } from '../domain/team-offer.ts';
import type { ReferralAsk } from '../questions/referrals.ts';
import { type Html, html } from './html.ts';
import { choiceInHtml } from './choice-in-html.ts';
import { DANGER, linked } from './linked.ts';
import { phone, WHEN } from './numbers-in-html.ts';
import { offerInHtml } from './offer-in-html.ts';
import { changeButton, PLAIN_PATH, type Sent } from './sent.ts';

type Asked = {
  readonly sent: Sent;
  readonly ask: ReferralAsk;
  readonly directory: Parameters<typeof holdsUntil>[2];
};

/** A referral as a page without script: where, whom to ring, who is responsible, how sure; or the question. */
export function referralInHtml(referral: Referral, asked: Asked): Html {
  return html`${mainOf(referral, asked)} ${changeButton(asked.sent)}
    <p><a href="${PLAIN_PATH}">Search again</a></p>`;
}

function mainOf(referral: Referral, asked: Asked): Html {
  switch (referral.kind) {
    case 'routed':
      return routedInHtml(referral, asked);
    case 'needs-choice':
      return choiceInHtml(referral, asked.sent);
    case 'not-routable':
      return notRoutableInHtml(referral, asked.ask);
  }
}

function routedInHtml(routed: Routed, { ask, directory }: Asked): Html {
  const { responsible, teams, reasons, place } = routed;
  const { need, at, on } = ask;
  const holiday = bankHolidayOf(teams, at);
  const until = holdsUntil(routed, ask, directory);
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${placeInWords(place)} </span>${need.name}
    </h1>
    ${
      on === londonDate(at)
        ? null
        : html`<p class="nhsuk-inset-text">
            This is the answer for ${dayInWords(on)}, not for today.
          </p>`
    }
    ${holiday === undefined ? null : html`<p>Bank holiday today: ${holiday}.</p>`}
    ${need.urgent ? DANGER : null} ${teams.map(offerInHtml)}
    <h2 class="nhsuk-heading-s">Who is responsible</h2>
    <ul>
      ${responsible.map(
        ({ sector, body, presumed }) =>
          html`<li>
            ${capital(SECTOR_IN_WORDS[sector])}${presumed ? ', presumed' : ''}: ${body.name}
          </li>`,
      )}
    </ul>
    <h2 class="nhsuk-heading-s">
      Why, and how sure: confidence ${routed.confidence.toLowerCase()}
    </h2>
    <ul>
      ${reasons.map(({ fact, source }) => html`<li>${fact} (${source})</li>`)}
    </ul>
    ${arrangementsInHtml(routed)}
    <p>
      Answered on ${WHEN.format(at)}.
      ${until === undefined ? null : `The numbers hold until ${WHEN.format(until)}.`}
    </p>`;
}

function arrangementsInHtml({ arrangements }: Routed): Html | null {
  if (arrangements.length === 0) return null;
  return html`<details class="nhsuk-details">
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">
        Partnership arrangements here (${arrangements.length})
      </span>
    </summary>
    <ul class="nhsuk-details__text">
      ${arrangements.map(
        ({ name, description, contact, checkedOn, stale }) =>
          html`<li>
            ${name}. ${description} ${contact && phone(contact, 'phone')}
            ${checkedOn === null ? 'No record says when this was checked' : `Checked on ${dayInWords(checkedOn)}`}${
              stale && checkedOn !== null ? ', over a year ago' : ''
            }.
          </li>`,
      )}
    </ul>
  </details>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function placeInWords({ postcode, parts }: Routed['place']): string {
  const councils = parts
    .flatMap(({ ground }) => ground)
    .filter(({ set }) => set.kind === 'district' || set.kind === 'upper-tier')
    .map(({ name }) => name);
  return [postcode ?? '', ...new Set(councils)].join(', ');
}

function notRoutableInHtml(
  { message, next, candidates }: NotRoutable,
  { need }: ReferralAsk,
): Html {
  const names = [...new Set(candidates.map(({ area }) => area.name))];
  return html`<h1 class="nhsuk-heading-l">${need.name}: nobody can be named yet</h1>
    <p>${message}</p>
    ${names.length > 0 ? html`<p>Homes that begin like this are in: ${names.join(', ')}.</p>` : null}
    <ul>
      ${next.map(({ label, detail }) => html`<li>${label}: ${linked(detail)}</li>`)}
    </ul>`;
}
