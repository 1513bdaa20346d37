import type { Contact } from '../domain/team.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import { type Html, html } from './html.ts';

export const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** A team: the number that answers now before all others, then what it does and what it may be told. */
export function offerInHtml({
  team,
  openNow,
  contactNow,
  opensNext,
  stale,
  tied,
}: TeamOffer): Html {
  const opens = opensNext === null ? '' : ` until ${WHEN.format(opensNext)}`;
  const other = [team.day, team.outOfHours].find(
    (contact) => contact !== null && contact.phone !== contactNow?.phone,
  );
  return html`<section class="team">
    <h2 class="nhsuk-heading-m">${team.name}</h2>
    ${tied ? html`<p>Another team fits as well: ring either and ask.</p>` : null}
    ${stale ? html`<p>This entry has not been checked for a year: make sure of the number.</p>` : null}
    <p>
      ${openNow ? 'Open now.' : `Closed${opens}.`}
      ${contactNow ? '' : 'Nobody answers for it until then.'}
    </p>
    ${contactNow ? html`<p>Now: ${phone(contactNow, 'big-number')}</p>` : null}
    ${other ? html`<p>${other === team.day ? 'When open' : 'When closed'}: ${phone(other, 'phone')}</p>` : null}
    <p>${team.does} Not this team: ${team.doesNot}</p>
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">What you may share with this team</span>
      </summary>
      <div class="nhsuk-details__text">${team.sharing}</div>
    </details>
    <p class="team-checked">
      Run by ${team.organisation}. Entry last checked on ${team.checkedOn}.
    </p>
  </section>`;
}

export function phone(contact: Contact, look: string): Html {
  const address = `tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`;
  return html`<a class="${look}" href="${address}">${contact.phone}</a> ${contact.label}`;
}
