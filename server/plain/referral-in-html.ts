import type { Need, Sector } from '../domain/need.ts';
import type { NeedsChoice, NotRoutable, Referral, Routed } from '../domain/referral-outcome.ts';
import type { Contact } from '../domain/team.ts';
import { bankHolidayOf, type TeamOffer } from '../domain/team-offer.ts';
import { type Html, html } from './html.ts';
import { carriedOn, nameOfAnswer, PLAIN_PATH, type Sent } from './sent.ts';

type Asked = { readonly sent: Sent; readonly need: Need; readonly at: number };

const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

const SECTORS: Readonly<Record<Sector, string>> = {
  HEALTH: 'Health',
  SOCIAL_CARE: 'Social care',
  HOUSING: 'Housing',
};

/** A referral as a page without script: where, whom to ring, who is responsible, how sure; or the question. */
export function referralInHtml(referral: Referral, asked: Asked): Html {
  const again = html`<p><a href="${PLAIN_PATH}">Search again</a></p>`;
  switch (referral.kind) {
    case 'routed':
      return html`${routedInHtml(referral, asked)} ${again}`;
    case 'needs-choice':
      return html`${choiceInHtml(referral, asked)} ${again}`;
    case 'not-routable':
      return html`${notRoutableInHtml(referral, asked)} ${again}`;
  }
}

function routedInHtml(routed: Routed, { need, at }: Asked): Html {
  const { responsible, teams, reasons, place } = routed;
  const holiday = bankHolidayOf(teams, at);
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${placeInWords(place)} </span>${need.name}
    </h1>
    ${holiday === undefined ? null : html`<p>Bank holiday today: ${holiday}.</p>`}
    ${teams.map(offerInHtml)}
    <h2 class="nhsuk-heading-s">Who is responsible</h2>
    <ul>
      ${responsible.map(
        ({ sector, body, presumed }) =>
          html`<li>${SECTORS[sector]}${presumed ? ', presumed' : ''}: ${body.name}</li>`,
      )}
    </ul>
    <h2 class="nhsuk-heading-s">
      Why, and how sure: confidence ${routed.confidence.toLowerCase()}
    </h2>
    <ul>
      ${reasons.map(({ fact, source }) => html`<li>${fact} (${source})</li>`)}
    </ul>
    <p>Answered on ${WHEN.format(at)}.</p>`;
}

function placeInWords({ postcode, parts }: Routed['place']): string {
  const councils = parts
    .flatMap(({ ground }) => ground)
    .filter(({ set }) => set.kind === 'district' || set.kind === 'upper-tier')
    .map(({ name }) => name);
  return [postcode ?? '', ...new Set(councils)].join(', ');
}

function choiceInHtml(choice: NeedsChoice, { sent }: Asked): Html {
  const name = nameOfAnswer(choice.key);
  return html`${
      choice.urgent.length > 0
        ? html`<h2 class="nhsuk-heading-s">If it cannot wait, ring now</h2>
            ${choice.urgent.map(offerInHtml)}`
        : null
    }
    <h1 class="nhsuk-heading-l">${choice.question}</h1>
    <p>${choice.message}</p>
    <form method="post" action="${PLAIN_PATH}">
      ${carriedOn(sent)}
      ${choice.options.map(
        ({ answer, label }) =>
          html`<p>
            <label><input type="radio" name="${name}" value="${answer}" required /> ${label}</label>
          </p>`,
      )}
      <button class="nhsuk-button" type="submit">Continue</button>
    </form>`;
}

function notRoutableInHtml({ message, next }: NotRoutable, { need }: Asked): Html {
  return html`<h1 class="nhsuk-heading-l">${need.name}: nobody can be named yet</h1>
    <p>${message}</p>
    <ul>
      ${next.map(({ label, detail }) => html`<li>${label}: ${detail}</li>`)}
    </ul>`;
}

function offerInHtml({ team, openNow, contactNow, opensNext, stale }: TeamOffer): Html {
  const opens = opensNext === null ? '' : ` until ${WHEN.format(opensNext)}`;
  const other = [team.day, team.outOfHours].find(
    (contact) => contact !== null && contact.phone !== contactNow?.phone,
  );
  return html`<section class="team">
    <h2 class="nhsuk-heading-m">${team.name}</h2>
    ${stale ? html`<p>This entry has not been checked for a year: make sure of the number.</p>` : null}
    <p>
      ${openNow ? 'Open now.' : `Closed${opens}.`}
      ${contactNow ? '' : 'Nobody answers for it until then.'}
    </p>
    ${contactNow ? html`<p>Now: ${phone(contactNow, 'big-number')}</p>` : null}
    ${other ? html`<p>${other === team.day ? 'When open' : 'When closed'}: ${phone(other, 'phone')}</p>` : null}
    <p>${team.does} Not this team: ${team.doesNot}</p>
  </section>`;
}

function phone(contact: Contact, look: string): Html {
  const address = `tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`;
  return html`<a class="${look}" href="${address}">${contact.phone}</a> ${contact.label}`;
}
